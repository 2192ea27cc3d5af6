package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A function that runs in a thread and shares nothing mutable with the rest of
// the program can run beside it; any other holds the interpreter lock while it
// runs, as in CPython.

// toThread lowers a call that runs a static function or method in a thread, as
// asyncio.to_thread(f, ...) and loop.run_in_executor(None, f, ...).
func (f *function) toThread(e *ast.Call) (value, bool) {
	name, loop := f.entryName(e)
	at, ok := api.ThreadArgument(name)
	if !ok || len(e.Args) <= at || f.isAny(f.typeOf(e)) {
		return value{}, false
	}
	var receiver value
	if at > 0 {
		receiver = f.expr(loop)
	}
	inner := &ast.Call{Base: e.Base, Func: e.Args[at], Args: e.Args[at+1:], Keywords: e.Keywords}
	d, fn := f.threadFunction(inner)
	if d == nil || d.facts.Async || d.facts.Generator {
		return value{}, false
	}
	args, ok := f.bindArguments(d, inner)
	if !ok {
		return value{}, false
	}
	if at > 0 {
		return f.inExecutor(receiver, d, fn, args), true
	}
	result := resultOf(d.facts.Result)
	constructor := "ToThread"
	t := &types.Coroutine{Result: types.None}
	lit := &ir.FuncLit{}
	if result != nil {
		constructor += "Value"
		t.Result = result
		lit.Results = append(lit.Results, &ir.Var{Type: f.goType(result)})
	}
	if d.facts.Fails {
		constructor += "Err"
		lit.Results = append(lit.Results, &ir.Var{Type: ir.Error})
	}
	if f.program.isPure(f.module, d.node) {
		f.takes(e, "call", "asyncio."+constructor, "")
	} else {
		constructor += "Locked"
		f.takes(e, "call", "asyncio."+constructor, "the function may share something with the rest of the program")
	}
	if len(args) == 0 {
		return value{aioCall(constructor, fn), t}, true
	}
	f.evaluateNow(args)
	call := &ir.Call{Fun: fn, Args: args}
	if len(lit.Results) == 0 {
		lit.Body = []ir.Stmt{&ir.Do{X: call}}
	} else {
		lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call}}}
	}
	return value{aioCall(constructor, lit), t}, true
}

// evaluateNow keeps arguments in variables that may be other values later.
func (f *function) evaluateNow(args []ir.Expr) {
	for i, a := range args {
		if !f.isUnchanging(value{a, types.Any}) {
			v := &ir.Var{Hint: "arg"}
			f.emit(&ir.Let{Vars: []*ir.Var{v}, Values: []ir.Expr{a}})
			args[i] = &ir.Ref{Var: v}
		}
	}
}

// inExecutor is loop.run_in_executor(None, f, ...) of a static function: a future.
func (f *function) inExecutor(loop value, d *definition, fn ir.Expr, args []ir.Expr) value {
	result := d.facts.Result
	f.evaluateNow(args)
	call := ir.Expr(&ir.Call{Fun: fn, Args: args})
	lit := &ir.FuncLit{Results: []*ir.Var{{Type: f.program.resultType(result)}, {Type: ir.Error}}}
	none := &ir.Composite{Type: f.program.resultType(types.None)}
	switch {
	case resultOf(result) == nil && d.facts.Fails:
		lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{none, call}}}
	case resultOf(result) == nil:
		lit.Body = []ir.Stmt{&ir.Do{X: call}, &ir.Return{Values: []ir.Expr{none, &ir.Lit{}}}}
	case d.facts.Fails:
		lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call}}}
	default:
		lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call, &ir.Lit{}}}}
	}
	code := ir.Expr(lit)
	if len(args) == 0 && resultOf(result) != nil && d.facts.Fails {
		code = fn
	}
	t := &types.Library{Name: "asyncio.Future", Args: []types.Type{result}}
	return value{aioCall("RunInExecutor", loop.Expr, code), t}
}

// threadFunction is what a thread runs, and its Go function: a method has the object
// that it is read of now.
func (f *function) threadFunction(e *ast.Call) (*definition, ir.Expr) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		d := f.target(e)
		if d == nil {
			return nil, nil
		}
		return d, f.goFunction(d)
	}
	if !f.program.facts.MethodValue(attr) {
		return nil, nil
	}
	receive, fn, n := f.methodOf(attr)
	receiver := receive()
	if len(e.Args) > 0 && !f.isUnchanging(receiver) {
		receiver = value{f.spillPlace(len(*f.block), receiver), receiver.typ}
	}
	return f.program.definition(n), fn(receiver.Expr)
}

// pureBuiltins are the builtins that share nothing.
var pureBuiltins = set(`print range len str int float bool abs min max ord chr repr round`)

// isPure reports whether a static function uses only its parameters and locals,
// all of immutable types, pure builtins, time.sleep and other pure functions.
func (l *lowerer) isPure(m *module, n ast.Node) bool {
	if pure, known := l.pure[n]; known {
		return pure
	}
	l.pure[n] = true // of a recursive function, unless something else speaks against it
	d := l.definition(n)
	f := &function{module: m, node: n, scope: m.Scope.Scopes[n]}
	pure := !d.facts.Async && !d.facts.Generator
	for _, s := range d.body {
		ast.Inspect(s, func(n ast.Node) bool {
			pure = pure && f.pureNode(n)
			_, isAttribute := n.(*ast.Attribute)
			return pure && !isAttribute
		})
	}
	l.pure[n] = pure
	return pure
}

func (f *function) pureNode(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Name:
		if f.isBuiltin(n) {
			return pureBuiltins[n.Id] || isExceptionName(n.Id)
		}
		sym := f.Scope.Uses[n]
		if d := f.staticDefinition(sym); d != nil {
			return f.program.isPure(f.module, d.node)
		}
		_, immutable := f.program.varType(sym).(types.Kind)
		return sym.Scope == f.scope && immutable && !f.isAny(f.program.varType(sym))
	case *ast.Attribute:
		mod, ok := f.moduleName(n.Value)
		return ok && mod == "time"
	case *ast.Try, *ast.TryStar, *ast.Raise:
		// Which exception is being handled is noted of the thread that holds the lock.
		return !f.chains()
	case *ast.Global, *ast.Nonlocal, *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef, *ast.Import, *ast.ImportFrom, *ast.With, *ast.Yield:
		return false
	}
	return true
}

// lockedThreads reports whether threads of the program hold the interpreter lock.
func (l *lowerer) lockedThreads() bool {
	if l.locked != nil {
		return *l.locked
	}
	locked := l.uses.Has(api.Threads)
	l.locked = &locked
	for _, m := range l.mods {
		f := &function{module: l.modules[m.Name], scope: m.Scope.Module}
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if e, ok := n.(*ast.Call); ok {
				name, _ := f.entryName(e)
				if at, runs := api.ThreadArgument(name); runs && len(e.Args) > at {
					d := f.target(&ast.Call{Func: e.Args[at]})
					locked = locked || d == nil || !l.isPure(f.module, d.node)
				}
			}
			return true
		})
	}
	l.locked = &locked
	return locked
}
