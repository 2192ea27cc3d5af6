package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// resolve makes a type for lowering, without cells. depth guards against a
// container that holds itself.
func resolve(t types.Type, depth int) types.Type {
	if depth > 8 {
		return types.Any
	}
	switch t := t.(type) {
	case nil:
		return types.Any
	case *cell:
		c := t.find()
		if c.read() == types.Never {
			if c.annotated != nil {
				return resolve(c.annotated, depth+1)
			}
			if depth > 0 {
				return types.Any
			}
		}
		return resolve(c.typ, depth)
	case integer:
		if t.bits < wide {
			return types.Int
		}
		return types.BigInt
	case *types.List:
		return &types.List{Elem: element(t.Elem, depth)}
	case *types.Set:
		return &types.Set{Elem: element(t.Elem, depth), Frozen: t.Frozen}
	case *types.Dict:
		return &types.Dict{Key: element(t.Key, depth), Value: element(t.Value, depth), Factory: t.Factory}
	case *types.Tuple:
		out := &types.Tuple{Unboxed: t.Unboxed}
		for _, e := range t.Elems {
			out.Elems = append(out.Elems, resolve(e, depth+1))
		}
		return out
	case *types.Optional:
		return &types.Optional{Elem: resolve(t.Elem, depth+1)}
	case *types.Iterator:
		return &types.Iterator{Elem: element(t.Elem, depth), Async: t.Async}
	case *types.Sequence:
		return &types.Sequence{Elem: element(t.Elem, depth)}
	case *types.Library:
		out := &types.Library{Name: t.Name}
		for _, a := range t.Args {
			e := element(a, depth)
			if api.IsFuture(t.Name) && known(a) == types.Never {
				e = types.None // nothing is ever returned
			}
			out.Args = append(out.Args, e)
		}
		return out
	case *types.Coroutine:
		if known(t.Result) == types.Never {
			return &types.Coroutine{Result: types.None} // nothing is ever returned
		}
		return &types.Coroutine{Result: resolve(t.Result, depth+1)}
	}
	return t
}

// element resolves an element type. None alone is carried as any.
func element(t types.Type, depth int) types.Type {
	e := resolve(t, depth+1)
	if e == types.Never {
		return types.Any
	}
	return e
}
