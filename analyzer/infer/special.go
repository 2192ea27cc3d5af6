package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Operations on instances of static classes are calls of their special methods
// where these are plain functions with results of known types.

// Special finds the special method of a static class that an operation calls
// directly with some arguments, or nil.
func (f *Facts) Special(def *ast.ClassDef, name string, args int) ast.Node {
	if f.Classes[def].Subclassed {
		return nil
	}
	return f.plainMethod(f.Method(def, name), args)
}

// plainMethod is n if it is a plain method that takes so many arguments.
func (f *Facts) plainMethod(n ast.Node, args int) ast.Node {
	if n == nil {
		return nil
	}
	facts, a := f.Funcs[n], ast.ArgumentsOf(n)
	if facts.Kind != InstanceMethod || facts.Async || facts.Generator || a.Vararg != nil || len(a.Kwonlyargs) > 0 ||
		len(a.Args)+len(a.Posonlyargs) != args+1 {
		return nil
	}
	return n
}

// special interprets an operation on the value of x as a call of its special
// method; false if it is none, or its result is not known.
func (f *function) special(x ast.Expr, name string, args ...ast.Expr) (types.Type, bool) {
	instance, ok := known(f.facts.exprs[x]).(*types.Instance)
	if !ok {
		return nil, false
	}
	info := f.classes[instance.Class]
	if len(info.derived) > 0 {
		return nil, false // an operand of a derived class goes first
	}
	n := f.facts.plainMethod(info.method(name), len(args))
	if n == nil {
		return nil, false
	}
	call := &ast.Call{Func: &ast.Attribute{Value: x, Attr: name}, Args: args}
	t, ok := f.methodCall(call, false)
	if !ok || t == types.Any {
		return nil, false
	}
	return t, true
}

// OperatorMethods are the special methods of the binary operators.
var OperatorMethods = map[ast.Operator]string{
	ast.Add: "__add__", ast.Sub: "__sub__", ast.Mult: "__mul__", ast.MatMult: "__matmul__", ast.Div: "__truediv__",
	ast.Mod: "__mod__", ast.Pow: "__pow__", ast.LShift: "__lshift__", ast.RShift: "__rshift__", ast.BitOr: "__or__",
	ast.BitXor: "__xor__", ast.BitAnd: "__and__", ast.FloorDiv: "__floordiv__",
}

// ComparisonMethods are the special methods of the comparisons.
var ComparisonMethods = map[ast.CmpOp]string{
	ast.Eq: "__eq__", ast.Lt: "__lt__", ast.LtE: "__le__", ast.Gt: "__gt__", ast.GtE: "__ge__",
}

// UnaryMethods are the special methods of the unary operators.
var UnaryMethods = map[ast.UnaryOperator]string{ast.USub: "__neg__", ast.UAdd: "__pos__", ast.Invert: "__invert__"}

// TypeNameOf returns x where an attribute is type(x).__name__ or
// x.__class__.__name__, nil if it is not.
func TypeNameOf(e *ast.Attribute) ast.Expr {
	if e.Attr != "__name__" || e.Ctx != ast.Load {
		return nil
	}
	switch v := e.Value.(type) {
	case *ast.Call:
		if name, ok := v.Func.(*ast.Name); ok && name.Id == "type" && len(v.Args) == 1 && len(v.Keywords) == 0 && !hasStar(v) {
			return v.Args[0]
		}
	case *ast.Attribute:
		if v.Attr == "__class__" {
			return v.Value
		}
	}
	return nil
}

func (f *function) isBuiltinType(e *ast.Attribute) bool {
	call, ok := e.Value.(*ast.Call)
	if !ok {
		return f.libraryModule(e.Value.(*ast.Attribute).Value) == "" && f.classOf(e.Value.(*ast.Attribute).Value) == nil
	}
	return f.isBuiltin(call.Func.(*ast.Name))
}

// instanceElements is the type of what a loop over an instance gives, where its
// __iter__ is called directly.
func (f *function) instanceElements(iter ast.Expr) (types.Type, bool) {
	instance, ok := known(f.facts.exprs[iter]).(*types.Instance)
	if !ok || len(f.classes[instance.Class].derived) > 0 {
		return nil, false
	}
	n := f.classes[instance.Class].method("__iter__")
	if n == nil || f.facts.Funcs[n].Kind != InstanceMethod || f.facts.Funcs[n].Async {
		return nil, false
	}
	t := known(f.resultCell(n))
	if f.facts.Funcs[n].Generator {
		t = f.generator(n)
	}
	switch t := t.(type) {
	case *types.Iterator:
		return known(t.Elem), !t.Async
	case types.Kind:
		return t, t == types.Never
	}
	return nil, false
}

// setItem interprets x[key] = v on an instance as a call of its __setitem__.
func (f *function) setItem(x ast.Expr, key, v types.Type) bool {
	instance, ok := known(f.facts.exprs[x]).(*types.Instance)
	if !ok || len(f.classes[instance.Class].derived) > 0 {
		return false
	}
	info := f.classes[instance.Class]
	n := f.facts.plainMethod(info.method("__setitem__"), 2)
	if n == nil {
		return false
	}
	mod := f.methodModule(n)
	for i, p := range ast.ArgumentsOf(n).All()[1:] {
		c := f.variable(mod.Scope.Defs[p])
		if p.Annotation != nil {
			f.declare(f.owner(mod).annotation(p.Annotation), []types.Type{key, v}[i])
		}
		f.join(c, []types.Type{key, v}[i])
	}
	return true
}

// BuiltinMethods are the special methods that builtin functions of one argument call.
var BuiltinMethods = map[string]string{"len": "__len__", "str": "__str__", "repr": "__repr__", "abs": "__abs__"}

// builtinSpecial interprets len(x) and the like on an instance.
func (f *function) builtinSpecial(e *ast.Call) (types.Type, bool) {
	name, ok := e.Func.(*ast.Name)
	if !ok || len(e.Args) != 1 || len(e.Keywords) > 0 || hasStar(e) || BuiltinMethods[name.Id] == "" || !f.isBuiltin(name) {
		return nil, false
	}
	f.expr(e.Args[0])
	t, ok := f.special(e.Args[0], BuiltinMethods[name.Id])
	if !ok || t == types.Never {
		return t, ok
	}
	i, isInt := t.(integer)
	switch name.Id {
	case "len":
		return t, isInt && i.nonneg && i.bits < wide
	case "str", "repr":
		return t, t == types.Str
	}
	return t, true
}
