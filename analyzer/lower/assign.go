package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) assignment(s *ast.Assign) {
	if len(s.Targets) == 1 {
		if f.pairwise(s.Targets[0], s.Value) {
			return
		}
		if f.comprehensionInto(s.Targets[0], s.Value) {
			return
		}
		f.assignTo(s.Targets[0], f.exprFor(s.Value, f.targetType(s.Targets[0])))
		return
	}
	v := f.stable("value", f.expr(s.Value))
	for _, t := range s.Targets {
		f.assignTo(t, v)
	}
}

// comprehensionInto lowers x = [... for ...] by filling x itself, where nothing
// can see that x is assigned before the loop has ended.
func (f *function) comprehensionInto(target, v ast.Expr) bool {
	name, ok := target.(*ast.Name)
	if !ok || f.class != nil || !isComprehension(v) || mentionsName(v, name.Id) {
		return false
	}
	sym := f.Scope.Uses[name]
	if sym == nil || sym.Captured || sym.Scope != f.scope || f.namespace(sym) != nil || sym.Assigned != 1 || !types.Equal(f.varType(sym), f.typeOf(v)) {
		return false
	}
	f.into = f.variable(sym)
	f.expr(v)
	f.setBound(sym, true)
	return true
}

func isComprehension(e ast.Expr) bool {
	switch e.(type) {
	case *ast.ListComp, *ast.SetComp, *ast.DictComp:
		return true
	}
	return false
}

func mentionsName(e ast.Expr, id string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok && name.Id == id {
			found = true
		}
		return !found
	})
	return found
}

// pairwise lowers a, b = x, y without a tuple: to one Go assignment where Go
// evaluates in the same order, as it does for names and fields on the left,
// else to one for each target, after the values have been evaluated.
func (f *function) pairwise(target, v ast.Expr) bool {
	left, ok := target.(*ast.Tuple)
	right, isTuple := v.(*ast.Tuple)
	if !ok || !isTuple || len(left.Elts) != len(right.Elts) || f.class != nil || hasStar(left.Elts) || hasStar(right.Elts) {
		return false
	}
	if f.assignableAtOnce(left.Elts) {
		f.assignAtOnce(left.Elts, right.Elts)
		return true
	}
	values := f.operands(right.Elts...)
	for i, v := range values {
		if !f.isUnchanging(v) && v.typ != types.None {
			values[i] = f.let("value", v)
		}
	}
	for i, t := range left.Elts {
		f.assignTo(t, values[i])
	}
	return true
}

// assignableAtOnce reports whether the targets of an assignment are names, and
// fields of what names stand for that the assignment does not assign before.
func (f *function) assignableAtOnce(targets []ast.Expr) bool {
	assigned := map[*scope.Symbol]bool{}
	for _, t := range targets {
		switch t := t.(type) {
		case *ast.Name:
			if f.namespace(f.Scope.Uses[t]) != nil {
				return false
			}
			assigned[f.Scope.Uses[t]] = true
		case *ast.Attribute:
			owner, ok := t.Value.(*ast.Name)
			if !ok || assigned[f.Scope.Uses[owner]] {
				return false
			}
			if _, isField := f.field(t); !isField || f.fieldNamed(t).has != nil {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func (f *function) assignAtOnce(targets, exprs []ast.Expr) {
	s := &ir.Assign{}
	values := f.operands(exprs...)
	apart := true
	for i, t := range targets {
		switch t := t.(type) {
		case *ast.Name:
			sym := f.Scope.Uses[t]
			s.Targets = append(s.Targets, &ir.Ref{Var: f.variable(sym)})
			s.Values = append(s.Values, f.to(f.varType(sym), values[i]))
			s.Boxes = s.Boxes || f.boxes(values[i], f.varType(sym))
			apart = false
		case *ast.Attribute:
			ref, typ, _ := f.fieldRef(t)
			s.Targets = append(s.Targets, ref)
			s.Values = append(s.Values, f.to(typ, values[i]))
			apart = apart && f.isUnchanging(values[i])
		}
	}
	if apart {
		for i, t := range s.Targets {
			f.assign(t, s.Values[i])
		}
		return
	}
	f.emit(s)
	for _, t := range targets {
		if name, ok := t.(*ast.Name); ok {
			f.setBound(f.Scope.Uses[name], true)
		}
	}
}

func (f *function) annotatedAssignment(s *ast.AnnAssign) {
	if name, ok := s.Target.(*ast.Name); ok && s.Simple != 0 {
		if ns := f.namespace(f.Scope.Uses[name]); ns != nil {
			f.emit(&ir.Do{X: method(ns, "Annotate", str(name.Id), f.annotation(s.Annotation))})
		}
	}
	if s.Value == nil {
		return
	}
	f.assignTo(s.Target, f.exprFor(s.Value, f.targetType(s.Target)))
}

// targetType is the static type of what an assignment target holds; nil if it is unknown or any.
func (f *function) targetType(target ast.Expr) types.Type {
	switch t := target.(type) {
	case *ast.Name:
		if sym := f.Scope.Uses[t]; sym != nil && f.class == nil {
			return f.varType(sym)
		}
	case *ast.Attribute:
		if field, ok := f.field(t); ok {
			return field
		}
	}
	return nil
}

// assignTo assigns v to a target of any form.
func (f *function) assignTo(target ast.Expr, v value) {
	switch t := target.(type) {
	case *ast.Name:
		f.bind(f.Scope.Uses[t], v)
	case *ast.Attribute:
		f.assignAttribute(t, v)
	case *ast.Subscript:
		f.assignItem(t, v)
	case *ast.Starred:
		f.assignTo(t.Value, v)
	case *ast.Tuple:
		f.unpack(t.Elts, v)
	case *ast.List:
		f.unpack(t.Elts, v)
	}
}

// bind assigns v to the variable of a symbol.
func (f *function) bind(sym *scope.Symbol, v value) {
	if ns := f.namespace(sym); ns != nil {
		f.emit(&ir.Do{X: method(ns, "Set", str(sym.Name), f.boxed(v))})
		return
	}
	if f.program.builders[sym] {
		f.setText(sym, v)
		return
	}
	if f.program.owning().owners[sym] {
		f.own(sym, v)
	} else {
		f.emit(f.setVariable(sym, v))
	}
	f.setBound(sym, true)
}

// setVariable is the assignment of v to a variable.
func (f *function) setVariable(sym *scope.Symbol, v value) *ir.Assign {
	target, t := f.variable(sym), f.varType(sym)
	return &ir.Assign{
		Targets: []ir.Expr{&ir.Ref{Var: target}}, Values: []ir.Expr{f.to(t, v)},
		Boxes: f.boxes(v, t),
	}
}

// boxes reports whether the Go type of v's expression is not that of a variable of type t.
func (f *function) boxes(v value, t types.Type) bool {
	if v.typ == types.None {
		return true
	}
	return f.isAny(t) && (!f.isAny(v.typ) || hasOwnType(v.Expr))
}

// ownTypes are the functions of runtime/py whose result is one of its types
// rather than any.
var ownTypes = set(`Func AsyncFunc GenFunc AsyncGenFunc NewSlice NewGenerator NewAsyncGenerator NewModule`)

// hasOwnType reports whether a lowered expression of unknown Python type has a
// Go type other than any.
func hasOwnType(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Qual, *ir.Lit, *ir.Composite, *ir.FuncRef, *ir.FuncLit:
		return true
	case *ir.Call:
		switch fun := e.Fun.(type) {
		case *ir.Qual:
			return fun.Pkg != pyPath && fun.Pkg != asyncioPath || ownTypes[fun.Name] || fun.Name == "Module" ||
				strings.HasPrefix(fun.Name, "New") && fun.Name != "NewClass"
		case *ir.Select:
			return fun.Name == "Doc" || fun.Name == "Annotate" || fun.Name == "TypeParams" || fun.Name == "Yields"
		case *ir.FuncRef:
			return false
		}
	}
	return false
}

// stable gives v a variable unless evaluating it again means the same.
func (f *function) stable(hint string, v value) value {
	switch v.Expr.(type) {
	case *ir.Lit, *ir.Ref, *ir.Qual, *ir.FuncRef:
		return v
	}
	return f.let(hint, v)
}

func (f *function) unpack(targets []ast.Expr, v value) {
	starred := -1
	for i, t := range targets {
		if _, ok := t.(*ast.Starred); ok {
			starred = i
		}
	}
	if tuple, ok := v.typ.(*types.Tuple); ok && starred < 0 && len(tuple.Elems) == len(targets) {
		if made, ok := v.Expr.(*ir.Composite); ok && f.program.many[made] {
			for i, t := range targets {
				f.assignTo(t, value{made.Elems[i].Value, tuple.Elems[i]})
			}
			return
		}
		v = f.stable("values", v)
		for i, t := range targets {
			f.assignTo(t, f.tupleItem(v, i))
		}
		return
	}
	if s := f.namedTuple(v.typ); s != nil && starred < 0 && len(s.fields) == len(targets) {
		v = f.stable(instanceHint(s), v)
		for i, t := range targets {
			f.assignTo(t, s.item(v, i))
		}
		return
	}
	var call ir.Expr
	if starred < 0 {
		call = pyCall("Unpack", f.boxed(v), num(len(targets)))
	} else {
		call = pyCall("UnpackStar", f.boxed(v), num(starred), num(len(targets)-starred-1))
	}
	items := &ir.Var{Hint: "values", Type: &ir.Slice{Elem: ir.Any}}
	f.emit(&ir.Let{Vars: []*ir.Var{items}, Values: []ir.Expr{call}})
	elem := elementOf(v.typ)
	for i, t := range targets {
		item := value{&ir.Index{X: &ir.Ref{Var: items}, Index: num(i)}, types.Any}
		if i != starred {
			item = f.known(item, elem)
		}
		f.assignTo(t, item)
	}
}

// known asserts the type of a value in an any that is proved to have it.
func (f *function) known(v value, t types.Type) value {
	if f.isAny(t) {
		return value{v.Expr, t}
	}
	if t == types.None {
		return value{v.Expr, types.Any}
	}
	if f.isStruct(t) || f.program.mixedEnum(t) != nil {
		return value{f.to(t, v), t}
	}
	if _, ok := t.(*types.Optional); ok {
		// None is a nil interface in v, and a nil pointer in t.
		return value{&ir.Call{Fun: py("As"), TypeArgs: []ir.Type{f.goType(t)}, Args: []ir.Expr{v.Expr}}, t}
	}
	return value{&ir.Assert{X: v.Expr, Type: f.goType(t)}, t}
}

func (f *function) assignAttribute(t *ast.Attribute, v value) {
	if f.optionalField(t) != nil {
		v = f.spilled(v, t.Value) // None is told after the value
	}
	if ref, typ, ok := f.fieldRef(t); ok {
		f.assign(ref, f.to(typ, v))
		f.setHas(ref, t)
		return
	}
	if attr, ok := f.classAttribute(t); ok {
		f.assign(&ir.Ref{Var: attr.v}, f.to(attr.typ, v))
		return
	}
	if f.setProperty(t, v) {
		return
	}
	if target, ok := f.moduleGlobal(t); ok && f.namespace(target) != nil {
		f.bind(target, v)
		return
	} else if ok {
		f.assign(&ir.Ref{Var: f.variable(target)}, f.to(f.varType(target), v))
		return
	}
	v = f.spilled(v, t.Value)
	f.emit(&ir.Do{X: pyCall("SetAttr", f.boxed(f.expr(t.Value)), str(f.mangle(t.Attr)), f.boxed(v))})
}

// spilled gives v a variable if the operands of the target can change it or
// must be evaluated after it.
func (f *function) spilled(v value, operands ...ast.Expr) value {
	for _, e := range operands {
		if !isSimple(e) {
			return f.stable("value", v)
		}
	}
	return v
}

// isSimple reports whether evaluating an expression has no effect and cannot fail.
func isSimple(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant, *ast.Name:
		return true
	case *ast.UnaryOp:
		return isSimple(e.Operand) && isConstant(e)
	}
	return false
}

func (f *function) assignItem(t *ast.Subscript, v value) {
	v = f.spilled(v, t.Value, t.Slice)
	if f.specialSetItem(t, v) {
		return
	}
	container := f.expr(t.Value)
	switch c := container.typ.(type) {
	case *types.Dict:
		if f.fits(f.typeOf(t.Slice), c.Key) && f.fits(v.typ, c.Value) {
			key := f.to(c.Key, f.expr(t.Slice))
			f.emit(&ir.Do{X: method(container.Expr, "Set", key, f.to(c.Value, v))})
			return
		}
	case *types.List:
		if f.typeOf(t.Slice) == types.Int && f.fits(v.typ, c.Elem) {
			f.emit(&ir.Do{X: method(container.Expr, "Set", f.expr(t.Slice).Expr, f.to(c.Elem, v))})
			return
		}
	case *types.Library:
		if elem := api.SequenceElement(c); elem != nil && f.typeOf(t.Slice) == types.Int && f.fits(v.typ, elem) {
			f.emit(&ir.Do{X: method(container.Expr, "Set", f.expr(t.Slice).Expr, f.to(elem, v))})
			return
		}
	}
	f.emit(&ir.Do{X: pyCall("SetItem", f.boxed(container), f.boxed(f.expr(t.Slice)), f.boxed(v))})
}

// fits reports whether a value of type have converts to type want without a check.
func (f *function) fits(have, want types.Type) bool {
	return f.isAny(want) || types.Assignable(want, have)
}
