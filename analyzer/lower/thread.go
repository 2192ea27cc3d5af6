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

// toThread lowers asyncio.to_thread(f, ...) of a static function or method.
func (f *function) toThread(e *ast.Call) (value, bool) {
	if name, _ := f.entryName(e); name != "asyncio.to_thread" || len(e.Args) == 0 {
		return value{}, false
	}
	inner := &ast.Call{Base: e.Base, Func: e.Args[0], Args: e.Args[1:], Keywords: e.Keywords}
	d, fn := f.threadFunction(inner)
	if d == nil || d.facts.Async || d.facts.Generator {
		return value{}, false
	}
	args, ok := f.bindArguments(d, inner)
	if !ok {
		return value{}, false
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
	for i, a := range args {
		if !f.isUnchanging(value{a, types.Any}) {
			v := &ir.Var{Hint: "arg"}
			f.emit(&ir.Let{Vars: []*ir.Var{v}, Values: []ir.Expr{a}})
			args[i] = &ir.Ref{Var: v}
		}
	}
	call := &ir.Call{Fun: fn, Args: args}
	if len(lit.Results) == 0 {
		lit.Body = []ir.Stmt{&ir.Do{X: call}}
	} else {
		lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call}}}
	}
	return value{aioCall(constructor, lit), t}, true
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
				if name, _ := f.entryName(e); name == "asyncio.to_thread" && len(e.Args) > 0 {
					d := f.target(&ast.Call{Func: e.Args[0]})
					locked = locked || d == nil || !l.isPure(f.module, d.node)
				}
			}
			return true
		})
	}
	l.locked = &locked
	return locked
}
