package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// structOf returns the static class that a name means.
func (f *function) structOf(e ast.Expr) *structType {
	var sym *scope.Symbol
	switch e := e.(type) {
	case *ast.Name:
		sym = f.Scope.Uses[e]
	case *ast.Attribute:
		sym, _ = f.moduleGlobal(e)
	}
	sym = f.original(sym)
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	if def := f.program.facts.ClassOf(sym); def != nil {
		return f.program.structs[def]
	}
	def, ok := sym.Bindings[0].(*ast.ClassDef)
	if !ok {
		return nil
	}
	return f.program.structs[def]
}

// place is the struct that holds the fields of an instance, as an expression
// that fields and methods can be selected of.
func (f *function) place(e ast.Expr) (ir.Expr, *structType, bool) {
	class, t := f.instanceOf(e)
	if class == nil {
		return nil, nil, false
	}
	if name, ok := e.(*ast.Name); ok {
		v := f.program.vars[f.Scope.Uses[name]]
		if s := f.program.owners[v]; s != nil && s.class == class {
			return &ir.Ref{Var: v}, s, true
		}
	}
	s := f.program.structs[class]
	return f.placeOf(s, f.narrowed(f.expr(e), t)), s, true
}

// placeOf is the struct behind a value.
func (f *function) placeOf(s *structType, v value) ir.Expr {
	if s.iface == nil {
		return v.Expr
	}
	return &ir.Call{Fun: &ir.MethodRef{X: v.Expr, Method: s.accessor}}
}

// methodOf resolves the method that o.name(...) or o.name means for an instance,
// a static class or super(): what it is selected of, and the method.
func (f *function) methodOf(attr *ast.Attribute) (receiver func() value, fn func(x ir.Expr) ir.Expr, n ast.Node) {
	facts := f.program.facts
	if _, isModule := f.moduleName(attr.Value); isModule {
		return nil, nil, nil
	}
	if s := f.structOf(attr.Value); s != nil {
		n := facts.Method(s.class, attr.Attr)
		if n == nil || facts.Funcs[n].Kind != infer.StaticMethod && facts.Funcs[n].Kind != infer.ClassMethod {
			return nil, nil, nil
		}
		return nil, func(ir.Expr) ir.Expr { return &ir.FuncRef{Func: f.program.funcs[n]} }, n
	}
	if s := f.superOf(attr.Value); s != nil {
		n := facts.Method(s.facts.Base, attr.Attr)
		if n == nil {
			return nil, nil, nil
		}
		owner := f.program.structs[facts.Funcs[n].Method]
		name := f.program.funcs[n]
		if attr.Attr == "__init__" {
			name = owner.setup
		}
		embedded := &ir.EmbedRef{X: &ir.Ref{Var: f.selfOf()}, Type: s.base.name}
		return nil, func(ir.Expr) ir.Expr { return &ir.MethodRef{X: embedded, Method: name} }, n
	}
	class, t := f.instanceOf(attr.Value)
	if class == nil {
		return nil, nil, nil
	}
	n = facts.Method(class, attr.Attr)
	if n == nil {
		return nil, nil, nil
	}
	method := f.program.funcs[n]
	if !facts.Funcs[n].Bound() || facts.Funcs[n].Kind == infer.ClassMethod {
		return func() value { f.effect(f.expr(attr.Value)); return none },
			func(ir.Expr) ir.Expr { return &ir.FuncRef{Func: method} }, n
	}
	if !facts.Funcs[n].Virtual || f.program.structs[class].iface == nil {
		return func() value {
			x, _, _ := f.place(attr.Value)
			return value{x, t}
		}, func(x ir.Expr) ir.Expr { return &ir.MethodRef{X: x, Method: method} }, n
	}
	return func() value { return f.narrowed(f.expr(attr.Value), t) },
		func(x ir.Expr) ir.Expr { return &ir.MethodRef{X: x, Method: method} }, n
}

// superOf returns the static class in a method of which super() stands.
func (f *function) superOf(e ast.Expr) *structType {
	call, ok := e.(*ast.Call)
	if !ok || len(call.Args)+len(call.Keywords) > 0 {
		return nil
	}
	name, ok := call.Func.(*ast.Name)
	if !ok || name.Id != "super" || !f.isBuiltin(name) || f.method == nil {
		return nil
	}
	s := f.program.structs[f.method]
	if s == nil || s.base == nil {
		return nil
	}
	return s
}

// selfOf is the receiver of the method being lowered.
func (f *function) selfOf() *ir.Var {
	return f.variable(f.Scope.Defs[ast.ArgumentsOf(f.node).All()[0]])
}

// callsHeld reports whether a called attribute is a field or property of a
// static class: what it holds is called, not a method.
func (f *function) callsHeld(attr *ast.Attribute) bool {
	class, _ := f.instanceOf(attr.Value)
	if class == nil {
		return f.optionalField(attr) != nil
	}
	if f.program.structs[class].field(attr.Attr) != nil {
		return true
	}
	if _, isAttribute := f.classAttribute(attr); isAttribute {
		return true
	}
	_, _, n := f.methodOf(attr)
	return n != nil && f.program.facts.Funcs[n].Kind == infer.Property
}

// callStaticMethod lowers o.name(...) on an instance of a static class.
func (f *function) callStaticMethod(e *ast.Call, awaited bool) (value, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		return value{}, false
	}
	receive, fn, n := f.methodOf(attr)
	if n == nil || f.program.facts.Funcs[n].Kind == infer.Property {
		return value{}, false
	}
	d := f.program.definition(n)
	if awaited && (!d.facts.Async || d.facts.Generator) {
		return value{}, false
	}
	var receiver value
	if receive != nil {
		receiver = receive()
	}
	at := len(*f.block)
	args, ok := f.bindArguments(d, e)
	if !ok {
		return value{}, false
	}
	if receive != nil && receiver.Expr != nil && (len(*f.block) > at && !f.isUnchanging(receiver) || f.disturbs(receiver, argumentsOf(e)...)) {
		receiver = value{f.spillPlace(at, receiver), receiver.typ}
	}
	if awaited {
		args = append([]ir.Expr{f.context()}, args...)
		return f.fallible(&ir.Call{Fun: fn(receiver.Expr), Args: args}, resultOf(d.facts.Result), f.resultHint(d.name)), true
	}
	if receive != nil && receiver.Expr != nil && d.facts.Async && !d.facts.Generator && !f.isUnchanging(receiver) {
		at := len(*f.block)
		receiver = value{f.spillPlace(at, receiver), receiver.typ}
	}
	return f.callGo(e, d, fn(receiver.Expr), args), true
}

// spillPlace keeps what a method is selected of in a variable.
func (f *function) spillPlace(at int, receiver value) ir.Expr {
	hint := "receiver"
	if i, ok := receiver.typ.(*types.Instance); ok {
		hint = lowerFirst(i.Class.Name)
	}
	v := &ir.Var{Hint: hint}
	s := &ir.Let{Vars: []*ir.Var{v}, Values: []ir.Expr{receiver.Expr}}
	block := append([]ir.Stmt{}, (*f.block)[:at]...)
	block = append(block, s)
	*f.block = append(block, (*f.block)[at:]...)
	return &ir.Ref{Var: v}
}

// property lowers o.name where that is a property of a static class.
func (f *function) property(e *ast.Attribute) (value, bool) {
	receive, fn, n := f.methodOf(e)
	if n == nil || f.program.facts.Funcs[n].Kind != infer.Property || receive == nil {
		return value{}, false
	}
	d := f.program.definition(n)
	return f.callGo(e, d, fn(receive().Expr), nil), true
}

// setProperty lowers o.name = v where that is a property of a static class.
func (f *function) setProperty(e *ast.Attribute, v value) bool {
	class, _ := f.instanceOf(e.Value)
	if class == nil {
		return false
	}
	n := f.program.facts.Setter(class, e.Attr)
	if n == nil {
		return false
	}
	d := f.program.definition(n)
	v = f.spilled(v, e.Value)
	x, _, _ := f.place(e.Value)
	t := f.varType(f.definitionModule(d).Scope.Defs[d.args.All()[1]])
	call := &ir.Call{Fun: &ir.MethodRef{X: x, Method: f.program.funcs[n]}, Args: []ir.Expr{f.to(t, v)}}
	if d.facts.Fails {
		f.fallible(call, nil, "")
	} else {
		f.emit(&ir.Do{X: call})
	}
	return true
}

// classAttribute resolves C.name and o.name to the variable of a class attribute.
func (f *function) classAttribute(e *ast.Attribute) (*structField, bool) {
	s := f.structOf(e.Value)
	if s == nil {
		class, _ := f.instanceOf(e.Value)
		if class == nil || f.program.structs[class].field(e.Attr) != nil {
			return nil, false
		}
		s = f.program.structs[class]
	}
	attr := s.attr(e.Attr)
	return attr, attr != nil
}
