package lower

import (
	"math/big"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// typeOf is the static type of an expression.
func (f *function) typeOf(e ast.Expr) types.Type { return f.program.facts.TypeOf(e) }

// exprFor lowers an expression whose value goes to something of type want (nil
// if unknown), which tells an empty display its element types.
func (f *function) exprFor(e ast.Expr, want types.Type) value {
	if want != nil {
		switch e := e.(type) {
		case *ast.List:
			if t, ok := want.(*types.List); ok {
				return f.list(e, t)
			}
		case *ast.GeneratorExp, *ast.Call:
			if t, ok := want.(*sequence); ok && f.isInline(e) {
				return f.sequenceOf(e, t.Elem)
			}
		case *ast.Dict:
			if t, ok := want.(*types.Dict); ok {
				return f.dict(e, t)
			}
		case *ast.IfExp:
			return f.conditional(e, want)
		}
	}
	return f.expr(e)
}

// expr lowers an expression. What Go cannot write inside an expression is
// emitted before it.
func (f *function) expr(e ast.Expr) value { return f.owned(e, f.plainExpr(e)) }

func (f *function) plainExpr(e ast.Expr) value {
	switch e := e.(type) {
	case *ast.Constant:
		return f.constant(e)
	case *ast.Name:
		return f.name(e)
	case *ast.Attribute:
		return f.attribute(e)
	case *ast.Subscript:
		return f.subscript(e)
	case *ast.Call:
		before := f.standAt(e)
		v := f.call(e)
		f.here = before
		return v
	case *ast.Await:
		before := f.standAt(e)
		v := f.await(e)
		f.here = before
		return v
	case *ast.BinOp:
		return f.binary(e)
	case *ast.UnaryOp:
		return f.unary(e)
	case *ast.BoolOp:
		return f.boolOp(e)
	case *ast.Compare:
		return f.compare(e)
	case *ast.IfExp:
		return f.conditional(e, f.typeOf(e))
	case *ast.NamedExpr:
		return f.namedExpr(e)
	case *ast.JoinedStr:
		return f.formatted(f.format(e))
	case *ast.FormattedValue:
		return f.formatted(f.format(&ast.JoinedStr{Base: e.Base, Values: []ast.Expr{e}}))
	case *ast.List:
		t, _ := f.typeOf(e).(*types.List)
		return f.list(e, t)
	case *ast.Tuple:
		return f.tuple(e)
	case *ast.Set:
		return f.set(e)
	case *ast.Dict:
		t, _ := f.typeOf(e).(*types.Dict)
		return f.dict(e, t)
	case *ast.ListComp:
		return f.listComp(e)
	case *ast.SetComp:
		return f.setComp(e)
	case *ast.DictComp:
		return f.dictComp(e)
	case *ast.GeneratorExp:
		return f.generatorExp(e)
	case *ast.Lambda:
		return f.lambda(e)
	case *ast.Yield:
		return f.yield(e)
	case *ast.YieldFrom:
		return value{method(&ir.Ref{Var: f.yielder}, "YieldFrom", f.boxed(f.expr(e.Value))), types.Any}
	case *ast.Slice:
		return f.slice(e)
	case *ast.Starred:
		return value{pyCall("Star", f.boxed(f.expr(e.Value))), types.Any}
	}
	f.unsupported(e, "this expression", "")
	return none
}

// operands lowers expressions that Python evaluates one after the other. If a
// later one needs statements, the earlier ones are kept in variables so that
// the order stays.
func (f *function) operands(exprs ...ast.Expr) []value {
	return f.operandsFor(exprs, func(int) types.Type { return nil })
}

func (f *function) operandsFor(exprs []ast.Expr, want func(i int) types.Type) []value {
	return f.operandsBy(exprs, func(i int) value { return f.exprFor(exprs[i], want(i)) })
}

// operandsBy is operands where lower gives what is made of the i-th expression as
// soon as it is evaluated.
func (f *function) operandsBy(exprs []ast.Expr, lower func(i int) value) []value {
	values := make([]value, len(exprs))
	ends := make([]int, len(exprs))
	for i, e := range exprs {
		at := len(*f.block)
		values[i] = lower(i)
		if grown := len(*f.block) > at; grown || !isSimple(e) {
			for j, first := range f.disturbed(values[:i], exprs, grown) {
				if first {
					size := len(*f.block)
					values[j] = f.spillAt(ends[j], "arg", values[j])
					for k := j; k < i; k++ {
						ends[k] += len(*f.block) - size
					}
				}
			}
		}
		ends[i] = len(*f.block)
	}
	return values
}

// disturbed tells which of the operands before the next of exprs must be evaluated
// by statements before it: what it may change, or all if it is made of statements
// itself; and with an operand the calls that are made before it.
func (f *function) disturbed(before []value, exprs []ast.Expr, statements bool) []bool {
	out := make([]bool, len(before))
	later := statements
	for j := len(before) - 1; j >= 0; j-- {
		out[j] = !f.isUnchanging(before[j]) && (statements || later && !f.changesNothing(exprs[j])) || f.disturbs(before[j], exprs[len(before)])
		later = later || out[j]
	}
	return out
}

// hasCall reports whether an expression calls anything.
func hasCall(e ir.Expr) bool {
	found := false
	ir.Inspect(e, func(n any) bool {
		call, isCall := n.(*ir.Call)
		if isCall {
			_, builtin := call.Fun.(ir.Verbatim)
			found = !builtin
		}
		return !found
	})
	return found
}

// isUnchanging reports whether a lowered operand gives the same value later.
func (f *function) isUnchanging(v value) bool {
	switch x := v.Expr.(type) {
	case *ir.Lit, *ir.FuncRef, *ir.Qual, *ir.FuncLit:
		return true
	case *ir.Call:
		fun, ok := x.Fun.(*ir.Qual)
		return ok && (fun.Name == "Module" || fun.Pkg == pyPath && fun.Name == "Builtin")
	case *ir.Ref:
		return f.program.constant[x.Var] || f.program.loopVars[x.Var]
	}
	return false
}

// spillAt stores v in a variable by a statement put at an earlier place in the block.
func (f *function) spillAt(at int, hint string, v value) value {
	t := f.temp(hint, v.typ)
	f.program.constant[t] = true
	s := &ir.Let{Vars: []*ir.Var{t}, Values: []ir.Expr{f.typed(v)}}
	block := append([]ir.Stmt{}, (*f.block)[:at]...)
	block = append(block, s)
	*f.block = append(block, (*f.block)[at:]...)
	return value{&ir.Ref{Var: t}, v.typ}
}

func (f *function) constant(e *ast.Constant) value {
	switch v := e.Value.(type) {
	case nil:
		return none
	case bool:
		return value{&ir.Lit{Value: v}, types.Bool}
	case int64:
		return value{&ir.Lit{Value: int(v)}, types.Int}
	case *big.Int:
		return value{pyCall("ParseInt", str(v.String()), num(10)), types.BigInt}
	case float64:
		return value{&ir.Lit{Value: v}, types.Float}
	case ast.Imaginary:
		return value{&ir.Call{Fun: ir.Verbatim("complex"), Args: []ir.Expr{num(0), &ir.Lit{Value: float64(v)}}}, types.Complex}
	case string:
		return value{str(v), types.Str}
	case ast.Bytes:
		return value{&ir.Convert{Type: &ir.Named{Pkg: pyPath, Name: "Bytes"}, X: str(string(v))}, types.Bytes}
	}
	return value{py("Ellipsis"), types.Any}
}

func (f *function) name(e *ast.Name) value {
	sym := f.Scope.Uses[e]
	if sym == nil || sym.Kind == scope.Builtin {
		return f.builtinName(e)
	}
	if f.typeOf(e) == types.Function {
		if d := f.callback(e); d != nil {
			return value{f.goFunction(d), types.Function}
		}
	}
	if f.class != nil && sym.Scope == f.scope {
		return value{method(f.namespace(sym), "Get", str(sym.Name)), types.Any}
	}
	f.checkBound(e)
	return f.load(sym, f.typeOf(e))
}

// load reads a variable, as the type that it is known to have here.
func (f *function) load(sym *scope.Symbol, t types.Type) value {
	if sym.Late {
		return f.libraryName("builtins", sym.Name)
	}
	if d := f.staticDefinition(sym); d != nil && f.program.funcs[d.node] != nil {
		f.program.asked[d.node] = true
		return value{&ir.Ref{Var: f.program.valueOf(d)}, types.Any}
	}
	if def := f.staticClassOf(sym); def != nil {
		v, _ := f.classValue(f.program.structs[def])
		return v
	}
	if mod, ok := f.moduleOf(sym); ok {
		return f.moduleValue(mod)
	}
	if origin, ok := f.importedSymbol(sym); ok {
		return f.load(origin, t)
	}
	if mod, name, ok := f.importedName(sym); ok {
		return f.libraryName(mod, name)
	}
	if ns := f.namespace(sym); ns != nil {
		return f.narrowed(value{method(ns, "Get", str(sym.Name)), types.Any}, t)
	}
	if f.neverBound(sym) {
		if sym.Scope.Parent == nil {
			return value{pyCall("UndefinedName", str(sym.Name)), types.Any}
		}
		f.emit(&ir.Do{X: pyCall("CheckLocal", &ir.Lit{Value: false}, str(sym.Name))})
	}
	v := value{&ir.Ref{Var: f.variable(sym)}, f.varType(sym)}
	if f.program.owners[f.variable(sym)] != nil {
		if whole, ok := f.whole(f.variable(sym)); ok {
			v = whole
		}
	}
	if f.program.builders[sym] {
		v.Expr = method(v.Expr, "String")
	}
	return f.narrowed(v, t)
}

// narrowed gives v the more precise type t that it is known to have here.
func (f *function) narrowed(v value, t types.Type) value {
	if t == nil || t == types.Never || types.Equal(v.typ, t) {
		return v
	}
	if t == types.None {
		return none
	}
	if f.isAny(v.typ) {
		return f.known(v, t)
	}
	if o, ok := v.typ.(*types.Optional); ok && types.Equal(o.Elem, t) {
		return value{v.Expr, t}
	}
	if i, ok := t.(*types.Instance); ok && f.program.isInterface(v.typ) {
		return value{&ir.Assert{X: v.Expr, Type: f.goType(i)}, t}
	}
	return v
}

// staticClassOf is the static class that a symbol always means, or the class
// that the parameter of a class method is.
func (f *function) staticClassOf(sym *scope.Symbol) *ast.ClassDef {
	if def := f.program.facts.ClassOf(sym); def != nil {
		return def
	}
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	def, ok := sym.Bindings[0].(*ast.ClassDef)
	if !ok || f.program.structs[def] == nil {
		return nil
	}
	return def
}

// builtinName lowers a name that the program does not define.
func (f *function) builtinName(e *ast.Name) value {
	if v, ok := f.boundByPython(e.Id); ok {
		return v
	}
	switch e.Id {
	case "NotImplemented", "Ellipsis":
		return value{py(e.Id), types.Any}
	case "__debug__":
		return value{&ir.Lit{Value: true}, types.Bool}
	case "__class__":
		if c := f.enclosingClass(); c != nil {
			return value{c, types.Any}
		}
	}
	if isExceptionName(e.Id) {
		return value{py(canonicalException(e.Id)), types.Any}
	}
	if class, ok := builtinClasses[e.Id]; ok {
		return value{py(class), types.Any}
	}
	if e.Id == "open" {
		return f.libraryName("io", "open") // links the package that has it
	}
	if isBuiltinFunction(e.Id) {
		return value{pyCall("Builtin", str(e.Id)), types.Any}
	}
	if e.Id == "globals" {
		return value{method(f.globals(), "Function"), types.Any}
	}
	if reason, ok := refusedBuiltins[e.Id]; ok {
		f.unsupported(e, e.Id, reason)
		return none
	}
	if f.Scope.Namespace {
		return value{method(f.globals(), "Get", str(e.Id)), types.Any}
	}
	return value{pyCall("UndefinedName", str(e.Id)), types.Any}
}

func (f *function) namedExpr(e *ast.NamedExpr) value {
	name := e.Target.(*ast.Name)
	sym := f.Scope.Uses[name]
	if f.namespace(sym) != nil {
		v := f.stable("value", f.expr(e.Value))
		f.bind(sym, v)
		return v
	}
	f.bind(sym, f.exprFor(e.Value, f.varType(sym)))
	return f.narrowed(value{&ir.Ref{Var: f.variable(sym)}, f.varType(sym)}, f.typeOf(e))
}

func (f *function) yield(e *ast.Yield) value {
	v := none
	if e.Value != nil {
		v = f.expr(e.Value)
	}
	if f.gives != nil {
		f.give(v)
		return none
	}
	if f.withBody != nil {
		f.runBody(f.program.definition(f.node), v)
		return none
	}
	y := f.yielder
	for g := f; y == nil && g.outer != nil; g = g.outer {
		y = g.outer.yielder
	}
	call := method(&ir.Ref{Var: y}, "Yield", f.boxed(v))
	if f.isAsync {
		return f.fallible(call, types.Any, "sent")
	}
	return value{call, types.Any}
}
