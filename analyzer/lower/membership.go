package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// fewItems are so many that comparing with each of them reads well.
const fewItems = 3

// membership lowers x in (a, b, c) where all are constants of the static type of
// x: to comparisons, or to a search of a slice.
func (f *function) membership(e *ast.Compare) (value, bool) {
	if len(e.Ops) != 1 || e.Ops[0] != ast.In && e.Ops[0] != ast.NotIn {
		return value{}, false
	}
	items, ok := literalItems(e.Comparators[0])
	if set, isSet := e.Comparators[0].(*ast.Set); isSet {
		items, ok = set.Elts, true
	}
	t := f.typeOf(e.Left)
	if !ok || t != types.Str && t != types.Int && !isEnum(t) {
		return value{}, false
	}
	for _, item := range items {
		if !f.isConstantOf(item, t) {
			return value{}, false
		}
	}
	x := f.expr(e.Left)
	if !types.Equal(x.typ, t) {
		x = value{f.to(t, x), t}
	}
	found := f.isAmong(x, items, t)
	if e.Ops[0] == ast.NotIn {
		found = f.isNotAmong(x, items, t)
	}
	return value{found, types.Bool}, true
}

func (f *function) isAmong(x value, items []ast.Expr, t types.Type) ir.Expr {
	if !isRef(x.Expr) || len(items) > fewItems {
		return &ir.Call{Fun: &ir.Qual{Pkg: "slices", Name: "Contains"}, Args: []ir.Expr{f.sliceLiteral(items, t), x.Expr}}
	}
	return f.compareEach("==", "||", x, items)
}

func (f *function) isNotAmong(x value, items []ast.Expr, t types.Type) ir.Expr {
	if !isRef(x.Expr) || len(items) > fewItems {
		return not(f.isAmong(x, items, t))
	}
	return f.compareEach("!=", "&&", x, items)
}

func (f *function) compareEach(op, join string, x value, items []ast.Expr) ir.Expr {
	var out ir.Expr
	for _, item := range items {
		cond := ir.Expr(&ir.Binary{Op: op, X: x.Expr, Y: f.expr(item).Expr})
		if out != nil {
			cond = &ir.Binary{Op: join, X: out, Y: cond}
		}
		out = cond
	}
	return out
}

// isConstantOf reports whether an expression is a constant of type t, or a
// member of the enumeration that t is.
func (f *function) isConstantOf(e ast.Expr, t types.Type) bool {
	if isEnum(t) {
		attr, ok := e.(*ast.Attribute)
		return ok && f.structOf(attr.Value) != nil && types.Equal(f.typeOf(attr), t)
	}
	return isConstant(e) && f.constantType(e) == t
}

// contains lowers item in container.
func (f *function) contains(container, item value) ir.Expr {
	if hasCall(item.Expr) && hasCall(container.Expr) {
		item = f.let("item", item) // Go has the container first
	}
	switch c := container.typ.(type) {
	case *types.Dict:
		if types.Equal(item.typ, c.Key) {
			return method(container.Expr, "Has", item.Expr)
		}
	case *types.Set:
		if types.Equal(item.typ, c.Elem) {
			return method(container.Expr, "Has", item.Expr)
		}
	case *types.List:
		if types.Equal(item.typ, c.Elem) {
			return method(container.Expr, "Has", item.Expr)
		}
	case *types.Library:
		if elem := api.SequenceElement(c); elem != nil && types.Equal(item.typ, elem) {
			return method(container.Expr, "Has", item.Expr)
		}
	case types.Kind:
		if c == types.Str && item.typ == types.Str {
			return &ir.Call{Fun: &ir.Qual{Pkg: "strings", Name: "Contains"}, Args: []ir.Expr{container.Expr, item.Expr}}
		}
	}
	return pyCall("Contains", f.boxed(container), f.boxed(item))
}
