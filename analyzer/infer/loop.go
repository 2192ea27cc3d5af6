package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) loop(n ast.Node, target, iter ast.Expr, body, orelse []ast.Stmt, async bool) {
	t := f.expr(iter)
	f.forget(n)
	f.scoped(func() {
		f.iterate(target, iter, t, async)
		f.block(body)
	})
	f.forget(n)
	f.block(orelse)
}

// iterate assigns the elements of an iterable to a loop's target.
func (f *function) iterate(target, iter ast.Expr, t types.Type, async bool) {
	if async {
		if it, ok := known(t).(*types.Iterator); ok && it.Async {
			f.assign(target, it.Elem)
			return
		}
		var elem types.Type = types.Any
		if known(t) == types.Never {
			elem = types.Never // nothing is known of it yet
		}
		f.escape(t)
		f.assign(target, elem)
		return
	}
	if call, ok := iter.(*ast.Call); ok {
		if f.countingRange(call) {
			f.assign(target, f.rangeElement(call.Args))
			return
		}
	}
	if items, ok := displayItems(iter); ok {
		var elem types.Type = types.Never
		for _, e := range items {
			elem = f.lub(elem, f.facts.exprs[e])
		}
		if len(items) > 0 && f.uniform(items) {
			f.assign(target, elem)
			return
		}
	}
	if elem, ok := f.instanceElements(iter); ok {
		f.assign(target, elem)
		return
	}
	f.assign(target, f.element(t))
}

func displayItems(e ast.Expr) ([]ast.Expr, bool) {
	switch e := e.(type) {
	case *ast.List:
		return e.Elts, !starred(e.Elts)
	case *ast.Tuple:
		return e.Elts, !starred(e.Elts)
	}
	return nil, false
}

// uniform reports whether all items have one simple type.
func (f *function) uniform(items []ast.Expr) bool {
	first := resolve(f.facts.exprs[items[0]], 0)
	for _, e := range items {
		if t := resolve(f.facts.exprs[e], 0); !types.Equal(t, first) || t == types.Any {
			return false
		}
	}
	return true
}

// countingRange reports whether a call is range() over ints that fit.
func (f *function) countingRange(call *ast.Call) bool {
	name, ok := call.Func.(*ast.Name)
	if !ok || name.Id != "range" || !f.isBuiltin(name) || len(call.Args) == 0 || len(call.Keywords) > 0 || hasStar(call) {
		return false
	}
	for _, a := range call.Args {
		t := known(f.facts.exprs[a])
		i, ok := t.(integer)
		if t != types.Never && (!ok || i.bits >= wide) {
			return false
		}
	}
	return true
}
