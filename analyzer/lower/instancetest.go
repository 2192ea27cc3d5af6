package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// isInstanceOfStruct lowers isinstance(x, C) of a static class to a type assertion.
func (f *function) isInstanceOfStruct(e *ast.Call) (value, bool) {
	name, ok := e.Func.(*ast.Name)
	if !ok || name.Id != "isinstance" || !f.isBuiltin(name) || len(e.Args) != 2 {
		return value{}, false
	}
	s := f.structOf(e.Args[1])
	if s == nil {
		return value{}, false
	}
	v := f.expr(e.Args[0])
	if i, ok := v.typ.(*types.Instance); ok {
		if f.program.facts.Derives(i.Class, s.class) {
			f.effect(v)
			return value{&ir.Lit{Value: true}, types.Bool}, true
		}
		if !f.program.facts.Derives(s.class, i.Class) {
			f.effect(v)
			return value{&ir.Lit{Value: false}, types.Bool}, true
		}
	}
	if o, ok := v.typ.(*types.Optional); ok {
		if i, ok := o.Elem.(*types.Instance); ok && f.program.facts.Derives(i.Class, s.class) {
			return value{&ir.Binary{Op: "!=", X: v.Expr, Y: &ir.Lit{}}, types.Bool}, true
		}
	}
	if s.enum != nil && s.enum.member != nil {
		return value{pyCall("IsInstance", f.boxed(v), &ir.Ref{Var: s.value}), types.Bool}, true
	}
	x := v.Expr
	if !f.program.isInterface(v.typ) {
		x = &ir.Convert{Type: ir.Any, X: x}
	}
	ok2 := &ir.Var{Hint: "ok", Type: ir.Bool}
	f.emit(&ir.Let{Vars: []*ir.Var{nil, ok2}, Values: []ir.Expr{&ir.Assert{X: x, Type: s.goType()}}})
	return value{&ir.Ref{Var: ok2}, types.Bool}, true
}

// isInterface reports whether values of type t are carried as a Go interface.
func (l *lowerer) isInterface(t types.Type) bool {
	if isEnum(t) {
		return false
	}
	switch g := l.goType(t).(type) {
	case ir.Basic:
		return g == ir.Any || g == ir.Error
	case *ir.Local:
		return true // structs are carried as pointers
	}
	return false
}

// structHandler lowers an except clause of a static exception class, which has
// its own Go type, by errors.AsType.
func (f *function) structHandler(err *ir.Var, h *ast.ExceptHandler, rest []*ast.ExceptHandler) bool {
	s := f.structOf(h.Type)
	if s == nil {
		return false
	}
	caught := &ir.Var{Hint: "caught", Type: s.goType()}
	bind, unbind := func() {}, func() {}
	if h.Name != "" {
		sym := f.Scope.Defs[h]
		if sym.Assigned == 1 && !sym.Captured && f.namespace(sym) == nil && f.program.bound[sym] == nil && f.varType(sym).String() == s.class.Name {
			caught = f.variable(sym)
			f.program.loopVars[caught] = true
		} else {
			bind = func() { f.bind(sym, value{&ir.Ref{Var: caught}, f.program.instance(s.class)}) }
		}
		unbind = func() { f.setBound(sym, false) }
	}
	ok := &ir.Var{Hint: "ok", Type: ir.Bool}
	find := &ir.Let{Vars: []*ir.Var{caught, ok}, Values: []ir.Expr{&ir.Call{
		Fun: &ir.Qual{Pkg: "errors", Name: "AsType"}, TypeArgs: []ir.Type{caught.Type}, Args: []ir.Expr{&ir.Ref{Var: err}},
	}}}
	body := func() {
		bind()
		f.statements(h.Body)
		if !terminates(*f.block) {
			unbind()
		}
	}
	others := f.within(func() { f.handlerChain(err, rest) })
	if len(rest) == 0 {
		f.emit(find)
		f.emit(&ir.If{Cond: not(&ir.Ref{Var: ok}), Then: others})
		body()
		return true
	}
	f.emit(&ir.If{Init: find, Cond: &ir.Ref{Var: ok}, Then: f.within(body), Else: others})
	return true
}
