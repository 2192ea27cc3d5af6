package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// special lowers an operation on the value of x to a call of its special
// method, where inference took it for that.
func (f *function) special(x ast.Expr, name string, args ...ast.Expr) (value, bool) {
	class, _ := f.instanceOf(x)
	if class == nil || f.program.facts.Special(class, name, len(args)) == nil {
		return value{}, false
	}
	return f.callStaticMethod(&ast.Call{Func: &ast.Attribute{Value: x, Attr: name}, Args: args}, false)
}

// specialBinary lowers x op y on an instance of a static class.
func (f *function) specialBinary(e *ast.BinOp) (value, bool) {
	if f.typeOf(e) == types.Any {
		return value{}, false
	}
	return f.special(e.Left, infer.OperatorMethods[e.Op], e.Right)
}

func (f *function) specialUnary(e *ast.UnaryOp) (value, bool) {
	if f.typeOf(e) == types.Any || e.Op == ast.Not {
		return value{}, false
	}
	return f.special(e.Operand, infer.UnaryMethods[e.Op])
}

// specialCompare lowers a comparison of an instance of a static class, and x in
// such an instance.
func (f *function) specialCompare(e *ast.Compare) (value, bool) {
	if len(e.Ops) != 1 || f.typeOf(e) != types.Bool {
		return value{}, false
	}
	right := e.Comparators[0]
	switch op := e.Ops[0]; op {
	case ast.In, ast.NotIn:
		v, ok := f.specialContains(right, e.Left)
		if ok && op == ast.NotIn {
			v.Expr = not(v.Expr)
		}
		return v, ok
	default:
		if name := infer.ComparisonMethods[op]; name != "" && f.specialGives(e.Left, name, types.Bool) {
			return f.special(e.Left, name, right)
		}
	}
	return value{}, false
}

// specialContains lowers item in container, of which the item is evaluated first.
func (f *function) specialContains(container, item ast.Expr) (value, bool) {
	if !f.specialGives(container, "__contains__", types.Bool) {
		return value{}, false
	}
	class, _ := f.instanceOf(container)
	n := f.program.facts.Special(class, "__contains__", 1)
	if n == nil {
		return value{}, false
	}
	d := f.program.definition(n)
	t := f.varType(f.definitionModule(d).Scope.Defs[d.args.All()[1]])
	v := value{f.to(t, f.exprFor(item, t)), t}
	if !isSimple(item) && !isSimple(container) {
		v = f.stable("item", v)
	}
	receive, fn, _ := f.methodOf(&ast.Attribute{Value: container, Attr: "__contains__"})
	receiver := receive()
	if !isSimple(item) && !f.isUnchanging(receiver) {
		v = f.stable("item", v)
	}
	call := &ir.Call{Fun: fn(receiver.Expr), Args: []ir.Expr{v.Expr}}
	if d.facts.Fails {
		return f.fallible(call, types.Bool, "found"), true
	}
	return value{call, types.Bool}, true
}

// specialGives reports whether a special method gives values of type t.
func (f *function) specialGives(x ast.Expr, name string, t types.Type) bool {
	class, _ := f.instanceOf(x)
	if class == nil {
		return false
	}
	n := f.program.facts.Method(class, name)
	return n != nil && f.program.facts.Funcs[n].Result == t
}

// specialBuiltin lowers len(x) and the like on an instance of a static class.
func (f *function) specialBuiltin(e *ast.Call) (value, bool) {
	name, ok := e.Func.(*ast.Name)
	if !ok || len(e.Args) != 1 || len(e.Keywords) > 0 || hasStar(e.Args) || infer.BuiltinMethods[name.Id] == "" || !f.isBuiltin(name) {
		return value{}, false
	}
	if name.Id == "len" && !f.program.facts.NonNegative(e) {
		return value{}, false // a negative length is an error
	}
	t := f.typeOf(e)
	if t == types.Any || !f.specialGives(e.Args[0], infer.BuiltinMethods[name.Id], t) {
		return value{}, false
	}
	return f.special(e.Args[0], infer.BuiltinMethods[name.Id])
}

// typeName lowers type(x).__name__.
func (f *function) typeName(e *ast.Attribute) (value, bool) {
	x := infer.TypeNameOf(e)
	if x == nil || f.typeOf(e) != types.Str {
		return value{}, false
	}
	return value{method(pyCall("TypeOf", f.boxed(f.expr(x))), "Name"), types.Str}, true
}

// specialIterate lowers what a loop over an instance of a static class goes
// over: what its __iter__ gives.
func (f *function) specialIterate(e ast.Expr) (value, bool) {
	class, _ := f.instanceOf(e)
	if class == nil || f.program.facts.Classes[class].Subclassed {
		return value{}, false
	}
	n := f.program.facts.Method(class, "__iter__")
	if n == nil || f.program.facts.Funcs[n].Async || f.program.facts.Funcs[n].Kind != infer.InstanceMethod {
		return value{}, false
	}
	if _, isIterator := f.program.facts.Funcs[n].Result.(*types.Iterator); !isIterator && !f.program.facts.Funcs[n].Generator {
		return value{}, false
	}
	return f.callStaticMethod(&ast.Call{Func: &ast.Attribute{Value: e, Attr: "__iter__"}}, false)
}

// specialSetItem lowers x[key] = v on an instance of a static class.
func (f *function) specialSetItem(t *ast.Subscript, v value) bool {
	class, _ := f.instanceOf(t.Value)
	if class == nil {
		return false
	}
	n := f.program.facts.Special(class, "__setitem__", 2)
	if n == nil {
		return false
	}
	receive, fn, _ := f.methodOf(&ast.Attribute{Value: t.Value, Attr: "__setitem__"})
	receiver := receive()
	d := f.program.definition(n)
	params := d.args.All()
	paramType := func(i int) types.Type { return f.varType(f.definitionModule(d).Scope.Defs[params[i]]) }
	at := len(*f.block)
	key := f.exprFor(t.Slice, paramType(1))
	if len(*f.block) > at && !f.isUnchanging(receiver) {
		receiver.Expr = f.spillPlace(at, receiver)
	}
	call := &ir.Call{Fun: fn(receiver.Expr), Args: []ir.Expr{f.to(paramType(1), key), f.to(paramType(2), v)}}
	if d.facts.Fails {
		f.fallible(call, nil, "")
	} else {
		f.emit(&ir.Do{X: call})
	}
	return true
}
