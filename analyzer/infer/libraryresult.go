package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// resultOf is the type of what a matched call gives. A container that it makes
// shares its element cells with the one that it was made from, as their Go
// types must be the same.
func (f *function) resultOf(e *ast.Call, m *api.Match, args []ast.Expr) types.Type {
	if v, ok := m.Sig.Result.(api.Var); ok {
		var result types.Type = types.Never
		for _, t := range m.Same[v] {
			result = f.lub(result, f.ranged(t))
		}
		f.eachOf(m, v, args, func(t types.Type) { result = f.lub(result, t) })
		return result
	}
	switch t := m.Result.(type) {
	case types.Kind:
		switch t {
		case types.Int:
			return integer{f.resultBits(m, args), f.resultNonneg(m, args)}
		case types.BigInt:
			return integer{bits: wide}
		}
		return t
	case *types.List:
		made := f.madeList(e)
		if bounds, ok := f.boundsOf(m, args); ok {
			f.join(made.Elem.(*cell), bounds)
			return made
		}
		f.share(made.Elem, t.Elem)
		return made
	case *types.Set:
		made := f.madeSet(e)
		made.Frozen = t.Frozen
		f.share(made.Elem, t.Elem)
		return made
	case *types.Dict:
		made := f.madeDict(e)
		f.share(made.Key, t.Key)
		f.share(made.Value, t.Value)
		return made
	case *types.Library:
		made, ok := f.made[e].(*types.Library)
		if !ok {
			made = &types.Library{Name: t.Name}
			for range t.Args {
				made.Args = append(made.Args, f.newCell())
			}
			f.made[e] = made
		}
		for i, a := range t.Args {
			f.share(made.Args[i], a)
		}
		return made
	case *types.Iterator:
		return f.iteratorOf(m, t, args)
	case *types.Tuple:
		return f.tupleOf(e, t)
	}
	return f.ranged(m.Result)
}

// tupleOf is the type of a tuple that a call makes. Sets in it have elements of one type.
func (f *function) tupleOf(e *ast.Call, t *types.Tuple) types.Type {
	out := &types.Tuple{Unboxed: t.Unboxed}
	for _, elem := range t.Elems {
		if set, ok := elem.(*types.Set); ok {
			made := f.madeSet(e)
			f.share(made.Elem, set.Elem)
			out.Elems = append(out.Elems, made)
			continue
		}
		out.Elems = append(out.Elems, f.ranged(elem))
	}
	return out
}

// boundsOf bounds the ints of a list that a call makes of an iterator, as in
// list(range(n)).
func (f *function) boundsOf(m *api.Match, args []ast.Expr) (integer, bool) {
	list, ok := m.Sig.Result.(*types.List)
	if !ok || len(args) != 1 || len(m.Sig.Params) == 0 {
		return integer{}, false
	}
	param, ok := m.Sig.Params[0].Type.(*api.Iterable)
	if !ok || param.Elem != list.Elem {
		return integer{}, false
	}
	it, ok := known(f.facts.exprs[args[0]]).(*types.Iterator)
	if !ok {
		return integer{}, false
	}
	bounds, ok := known(it.Elem).(integer)
	return bounds, ok && bounds.bits < wide
}

// iteratorOf is the type of an iterator that a call makes: those that count
// have bounds.
func (f *function) iteratorOf(m *api.Match, t *types.Iterator, args []ast.Expr) types.Type {
	switch m.Entry.Name {
	case "range":
		return &types.Iterator{Elem: f.rangeElement(args)}
	case "enumerate":
		pair := f.ranged(t.Elem).(*types.Tuple)
		pair.Elems[0] = integer{max(31, f.bitsOf(args[1:])) + 1, len(args) < 2}
		return &types.Iterator{Elem: pair}
	}
	return f.ranged(t)
}

// ranged turns the types of the table into infer's own, whose ints have ranges.
func (f *function) ranged(t types.Type) types.Type {
	switch t := known(t).(type) {
	case types.Kind:
		switch t {
		case types.Int:
			return integer{bits: 63}
		case types.BigInt:
			return integer{bits: wide}
		}
	case *types.Tuple:
		out := &types.Tuple{Unboxed: t.Unboxed}
		for _, e := range t.Elems {
			out.Elems = append(out.Elems, f.ranged(e))
		}
		return out
	case *types.Iterator:
		return &types.Iterator{Elem: f.ranged(t.Elem), Async: t.Async}
	case *types.Sequence:
		return &types.Sequence{Elem: f.ranged(t.Elem)}
	case *types.Optional:
		return f.optional(f.ranged(t.Elem))
	}
	return known(t)
}

// share makes an element of a new container the same as what it came from.
func (f *function) share(elem, from types.Type) {
	if c, ok := from.(*cell); ok {
		f.unify(elem, c)
		return
	}
	if _, isFree := from.(api.Var); !isFree {
		f.joinElem(elem, f.ranged(from))
	}
}
