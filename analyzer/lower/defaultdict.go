package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// defaultDict lowers a call of collections.defaultdict whose result is carried
// as a dict.
func (f *function) defaultDict(e *ast.Call) (value, bool) {
	t, ok := f.typeOf(e).(*types.Dict)
	if !ok || t.Factory == nil || len(e.Args) != 1 || e.Args[0] != t.Factory {
		return value{}, false
	}
	return value{&ir.Call{Fun: py("DictOf"), TypeArgs: []ir.Type{f.goType(t.Key), f.goType(t.Value)}}, t}, true
}

// defaultItem is d[key] of a defaultdict.
func (f *function) defaultItem(d value, key ir.Expr, t *types.Dict) value {
	made, isConstant := f.defaultOf(t)
	if isConstant {
		return value{method(d.Expr, "SetDefault", key, made), t.Value}
	}
	return value{method(d.Expr, "GetOrMake", key, made), t.Value}
}

// defaultOf is what a defaultdict holds for a missing key: a constant, or else a
// function that makes it.
func (f *function) defaultOf(t *types.Dict) (ir.Expr, bool) {
	e := f.program.facts.Made(t.Factory)
	var x ir.Expr
	body := f.within(func() { x = f.to(t.Value, f.exprFor(e, t.Value)) })
	if lit, ok := x.(*ir.Lit); ok && len(body) == 0 {
		return lit, true
	}
	if call, ok := x.(*ir.Call); ok && len(body) == 0 && len(call.Args) == 0 {
		if fun, ok := call.Fun.(*ir.Qual); ok && fun.Pkg == pyPath && makers[fun.Name] != "" {
			return py(makers[fun.Name]), false
		}
	}
	return &ir.FuncLit{
		Results: []*ir.Var{{Type: f.goType(t.Value)}},
		Body:    append(body, &ir.Return{Values: []ir.Expr{x}}),
	}, false
}

// makers are the functions that make empty containers, by those that make
// containers of items.
var makers = map[string]string{"ListOf": "NewList", "SetOf": "NewSet", "DictOf": "NewDict"}

// oldItem is container[key] in container[key] op= e. A defaultdict need not keep
// what it makes for a missing key if nothing is raised before the item is set.
func (f *function) oldItem(container, key value, s *ast.AugAssign) value {
	t, ok := container.typ.(*types.Dict)
	if !ok || t.Factory == nil || !isSimple(s.Value) {
		return f.item(container, key)
	}
	if _, raisesNothing := goUpdate(s.Op, t.Value, f.typeOf(s.Value)); !raisesNothing {
		return f.item(container, key)
	}
	made, isConstant := f.defaultOf(t)
	if !isConstant {
		return f.item(container, key)
	}
	return value{method(container.Expr, "GetOr", f.to(t.Key, key), made), t.Value}
}
