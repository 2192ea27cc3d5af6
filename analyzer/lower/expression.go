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
			if _, ok := want.(*sequence); ok {
				return f.sequenceOf(e)
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
func (f *function) expr(e ast.Expr) value {
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
		return f.call(e)
	case *ast.Await:
		return f.await(e)
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
		return f.formatted(e)
	case *ast.FormattedValue:
		return f.formatted(&ast.JoinedStr{Base: e.Base, Values: []ast.Expr{e}})
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
	values := make([]value, len(exprs))
	ends := make([]int, len(exprs))
	for i, e := range exprs {
		at := len(*f.block)
		values[i] = f.exprFor(e, want(i))
		if grown := len(*f.block) > at; grown || !isSimple(e) {
			for j := 0; j < i; j++ {
				if grown && !f.isUnchanging(values[j]) || f.disturbs(values[j], e) {
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
		if f.isAny(t) {
			return value{v.Expr, t}
		}
		return value{&ir.Assert{X: v.Expr, Type: f.goType(t)}, t}
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
	switch e.Id {
	case "__name__":
		return value{str(f.Name), types.Str}
	case "__file__":
		return value{str(f.File.Name), types.Str}
	case "__doc__":
		if doc, ok := docstringOf(f.AST.Body); ok {
			return value{str(doc), types.Str}
		}
		return none
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

// cond lowers a test to a Go bool.
func (f *function) cond(e ast.Expr) ir.Expr {
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			return not(f.cond(e.Operand))
		}
	case *ast.BoolOp:
		return f.condChain(e.Op, e.Values)
	case *ast.NamedExpr:
		return f.truth(f.namedExpr(e))
	case *ast.Constant:
		if b, ok := e.Value.(bool); ok {
			return &ir.Lit{Value: b}
		}
	}
	return f.truth(f.expr(e))
}

// truth is the truth value of v.
func (f *function) truth(v value) ir.Expr {
	switch t := v.typ.(type) {
	case types.Kind:
		switch t {
		case types.Bool:
			return v.Expr
		case types.Int, types.Float:
			return &ir.Binary{Op: "!=", X: v.Expr, Y: num(0)}
		case types.Str, types.Bytes:
			return &ir.Binary{Op: "!=", X: v.Expr, Y: str("")}
		case types.None:
			f.effect(v)
			return &ir.Lit{Value: false}
		}
	case *types.List, *types.Dict, *types.Set:
		return &ir.Binary{Op: ">", X: method(v.Expr, "Len"), Y: num(0)}
	case *types.Tuple:
		f.effect(v)
		return &ir.Lit{Value: len(t.Elems) > 0}
	case *types.Optional:
		isSet := &ir.Binary{Op: "!=", X: v.Expr, Y: &ir.Lit{}}
		switch {
		case f.alwaysTrue(t.Elem) && isPointer(t.Elem):
			return isSet
		case isContainer(t.Elem) && isRef(v.Expr):
			return &ir.Binary{Op: "&&", X: isSet, Y: f.truth(value{v.Expr, t.Elem})}
		}
	}
	return pyCall("Truth", f.boxed(v))
}

// isRef reports whether x is a variable, which can be read twice.
func isRef(x ir.Expr) bool {
	_, ok := x.(*ir.Ref)
	return ok
}

// isContainer reports whether t is a list, dict or set, of which Go holds a
// pointer.
func isContainer(t types.Type) bool {
	switch t.(type) {
	case *types.List, *types.Dict, *types.Set:
		return true
	}
	return false
}

// alwaysTrue reports whether every value of type t is true.
func (f *function) alwaysTrue(t types.Type) bool {
	switch t := t.(type) {
	case *types.Instance:
		defines := false
		for def, facts := range f.program.facts.Classes {
			if facts.Static && (f.program.facts.Derives(def, t.Class) || f.program.facts.Derives(t.Class, def)) {
				defines = defines || f.definesMethod(def, "__bool__") || f.definesMethod(def, "__len__")
			}
		}
		return !defines
	case *types.Coroutine, *types.Exception:
		return true
	case *types.Library:
		return len(t.Name) > len("asyncio.") && t.Name[:len("asyncio.")] == "asyncio."
	}
	return false
}

// condChain lowers and, or in a test.
func (f *function) condChain(op ast.BoolOperator, exprs []ast.Expr) ir.Expr {
	x := f.cond(exprs[0])
	for _, e := range exprs[1:] {
		var y ir.Expr
		pre := f.within(func() { y = f.cond(e) })
		if len(pre) == 0 {
			x = &ir.Binary{Op: goLogic(op), X: x, Y: y}
			continue
		}
		// The operand needs statements: they may run only if it is reached.
		result := &ir.Var{Hint: "ok", Type: ir.Bool}
		f.emit(&ir.Let{Vars: []*ir.Var{result}, Values: []ir.Expr{x}})
		reach := ir.Expr(&ir.Ref{Var: result})
		if op == ast.Or {
			reach = not(reach)
		}
		then := append(pre, &ir.Assign{Targets: []ir.Expr{&ir.Ref{Var: result}}, Values: []ir.Expr{y}})
		f.emit(&ir.If{Cond: reach, Then: then})
		x = &ir.Ref{Var: result}
	}
	return x
}

func goLogic(op ast.BoolOperator) string {
	if op == ast.And {
		return "&&"
	}
	return "||"
}

// boolOp lowers and, or to the value of the operand that decides.
func (f *function) boolOp(e *ast.BoolOp) value {
	if f.allBool(e.Values) {
		return value{f.condChain(e.Op, e.Values), types.Bool}
	}
	t := f.typeOf(e)
	result := f.temp("value", t)
	f.emit(&ir.Declare{Var: result})
	f.boolOperands(e.Op, e.Values, result, t)
	return value{&ir.Ref{Var: result}, t}
}

// boolOperands gives result the first of the operands that decides.
func (f *function) boolOperands(op ast.BoolOperator, operands []ast.Expr, result *ir.Var, t types.Type) {
	v := f.exprFor(operands[0], t)
	rest := operands[1:]
	if len(rest) == 0 {
		f.assign(&ir.Ref{Var: result}, f.to(t, v))
		return
	}
	decided := value{&ir.Ref{Var: result}, t}
	others := func() []ir.Stmt { return f.within(func() { f.boolOperands(op, rest, result, t) }) }
	if o, ok := v.typ.(*types.Optional); ok && types.Equal(o.Elem, t) {
		if f.isAny(o) {
			// Only a value that is not None can be stored.
			operand := f.temp("operand", o)
			f.emit(&ir.Let{Vars: []*ir.Var{operand}, Values: []ir.Expr{f.typed(v)}})
			v = value{&ir.Ref{Var: operand}, o}
			f.emit(&ir.If{
				Cond: f.truth(v),
				Then: f.within(func() { f.assign(&ir.Ref{Var: result}, f.to(t, v)) }),
				Else: others(),
			})
			return
		}
		decided.typ = o // None is stored as a nil pointer
	}
	f.assign(&ir.Ref{Var: result}, f.to(t, v))
	reach := f.truth(decided)
	if op == ast.Or {
		reach = not(reach)
	}
	f.emit(&ir.If{Cond: reach, Then: others()})
}

func (f *function) allBool(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if f.typeOf(e) != types.Bool {
			return false
		}
	}
	return true
}

// conditional lowers x if test else y.
func (f *function) conditional(e *ast.IfExp, t types.Type) value {
	if t == nil || t == types.None || t == types.Never {
		t = types.Any
	}
	result := f.temp("value", t)
	cond := f.cond(e.Test)
	f.emit(&ir.Declare{Var: result})
	arm := func(e ast.Expr) []ir.Stmt {
		return f.within(func() { f.assign(&ir.Ref{Var: result}, f.to(t, f.exprFor(e, t))) })
	}
	f.emit(&ir.If{Cond: cond, Then: arm(e.Body), Else: arm(e.Orelse)})
	return value{&ir.Ref{Var: result}, t}
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
