package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) augmentedAssignment(s *ast.AugAssign) {
	switch t := s.Target.(type) {
	case *ast.Name:
		f.augmentedName(t, s)
	case *ast.Attribute:
		if field := f.optionalField(t); field != nil {
			owner := f.let("target", f.notNone(t, "NotNone"))
			f.checkHas(f.fieldOf(owner, field), field, t)
			f.augmentedPlace(f.fieldOf(owner, field), field.typ, s)
			return
		}
		if ref, typ, ok := f.fieldRef(t); ok {
			f.checkHas(ref, f.fieldNamed(t), t)
			f.augmentedPlace(ref, typ, s)
			return
		}
		if attr, ok := f.classAttribute(t); ok {
			f.augmentedPlace(&ir.Ref{Var: attr.v}, attr.typ, s)
			return
		}
		if v, ok := f.property(t); ok {
			f.setProperty(t, f.inPlace(s.Op, v, s.Value))
			return
		}
		o := f.stable("target", f.expr(t.Value))
		name := str(f.mangle(t.Attr))
		old := value{pyCall("GetAttr", f.boxed(o), name), types.Any}
		v := f.inPlace(s.Op, old, s.Value)
		f.emit(&ir.Do{X: pyCall("SetAttr", f.boxed(o), name, f.boxed(v))})
	case *ast.Subscript:
		f.augmentedItem(t, s)
	}
}

func (f *function) augmentedName(t *ast.Name, s *ast.AugAssign) {
	sym := f.Scope.Uses[t]
	if f.namespace(sym) != nil {
		f.bind(sym, f.inPlace(s.Op, f.name(t), s.Value))
		return
	}
	f.checkBound(t)
	if f.program.builders[sym] {
		f.appendText(sym, f.expr(s.Value))
		return
	}
	f.augmentedPlace(&ir.Ref{Var: f.variable(sym)}, f.varType(sym), s)
}

// augmentedPlace lowers an augmented assignment to a Go variable or field.
func (f *function) augmentedPlace(place ir.Expr, t types.Type, s *ast.AugAssign) {
	current := value{place, t}
	if op, ok := goUpdate(s.Op, t, f.typeOf(s.Value)); ok && !f.disturbs(current, s.Value) {
		at := len(*f.block)
		operand := f.to(t, f.expr(s.Value))
		if vars, attrs := f.reads(place); len(*f.block) > at && len(vars)+len(attrs) > 0 {
			// Others may assign it while the operand is computed, as in x += await f().
			old := f.spillAt(at, "old", current)
			f.assign(place, &ir.Binary{Op: op, X: old.Expr, Y: operand})
			return
		}
		f.emit(&ir.Update{Target: place, Op: op, Value: operand})
		return
	}
	if isList(t) && s.Op == ast.Add && types.Equal(f.typeOf(s.Value), t) {
		f.emit(&ir.Do{X: method(place, "ExtendList", f.exprFor(s.Value, t).Expr)})
		return
	}
	if narrowed := f.typeOf(s.Target); t == types.Any && narrowed != types.Any && f.isAny(narrowed) {
		current.typ = narrowed
	}
	f.assign(place, f.to(t, f.inPlace(s.Op, current, s.Value)))
}

// goUpdate returns Go's operator for x op= y where it means the same.
func goUpdate(op ast.Operator, x, y types.Type) (string, bool) {
	switch {
	case x == types.Int && y == types.Int:
		switch op {
		case ast.Add:
			return "+", true
		case ast.Sub:
			return "-", true
		case ast.Mult:
			return "*", true
		case ast.BitAnd:
			return "&", true
		case ast.BitOr:
			return "|", true
		case ast.BitXor:
			return "^", true
		}
	case x == types.Float && (y == types.Float || y == types.Int):
		switch op {
		case ast.Add:
			return "+", true
		case ast.Sub:
			return "-", true
		case ast.Mult:
			return "*", true
		}
	case x == types.Str && y == types.Str && op == ast.Add:
		return "+", true
	}
	return "", false
}

func (f *function) augmentedItem(t *ast.Subscript, s *ast.AugAssign) {
	if class, _ := f.instanceOf(t.Value); class != nil && f.program.facts.Special(class, "__setitem__", 2) != nil && isSimple(t.Value) {
		v := f.inPlace(s.Op, f.subscript(t), s.Value)
		f.specialSetItem(t, f.stable("value", v))
		return
	}
	container := f.stable("container", f.expr(t.Value))
	key := f.stable("key", f.expr(t.Slice))
	old := f.oldItem(container, key, s)
	v := f.inPlace(s.Op, old, s.Value)
	switch c := container.typ.(type) {
	case *types.Dict:
		if f.fits(key.typ, c.Key) && f.fits(v.typ, c.Value) {
			f.emit(&ir.Do{X: method(container.Expr, "Set", f.to(c.Key, key), f.to(c.Value, v))})
			return
		}
	case *types.List:
		if key.typ == types.Int && f.fits(v.typ, c.Elem) {
			f.emit(&ir.Do{X: method(container.Expr, "Set", key.Expr, f.to(c.Elem, v))})
			return
		}
	case *types.Library:
		if elem := api.SequenceElement(c); elem != nil && key.typ == types.Int && f.fits(v.typ, elem) {
			f.emit(&ir.Do{X: method(container.Expr, "Set", key.Expr, f.to(elem, v))})
			return
		}
	}
	f.emit(&ir.Do{X: pyCall("SetItem", f.boxed(container), f.boxed(key), f.boxed(v))})
}

// inPlace is the value of old op= e.
func (f *function) inPlace(op ast.Operator, old value, e ast.Expr) value {
	at := len(*f.block)
	v := f.expr(e)
	if len(*f.block) > at || f.disturbs(old, e) {
		old = f.spillAt(at, "old", old)
	}
	if isImmutable(old.typ) {
		return f.arithmetic(op, old, v)
	}
	return value{pyCall("I"+operatorNames[op], f.boxed(old), f.boxed(v)), types.Any}
}

// isImmutable reports whether op= on t is the same as the plain operator.
func isImmutable(t types.Type) bool {
	switch t.(type) {
	case types.Kind:
		return t != types.Any && t != types.Function && t != types.Callable && t != types.Never
	case *types.Tuple, *types.Sequence:
		return true
	}
	return false
}
