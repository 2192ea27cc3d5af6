package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// Expect binds the type variables that only the result has, as in list() or
// asyncio.Queue(), to what the result is known to be.
func (m *Match) Expect(result types.Type) {
	want, have := arguments(m.Sig.Result), arguments(result)
	if len(want) != len(have) {
		return
	}
	for i, w := range want {
		if v, isVar := w.(Var); isVar && m.Vars[v] == nil {
			m.set(v, have[i])
		}
	}
	m.Result = m.Resolve(m.Sig.Result)
}

// arguments are the type arguments of a container; the first of a library type
// is its name.
func arguments(t types.Type) []types.Type {
	switch t := t.(type) {
	case *types.List:
		return []types.Type{t.Elem}
	case *types.Set:
		return []types.Type{t.Elem}
	case *types.Dict:
		return []types.Type{t.Key, t.Value}
	case *types.Tuple:
		return t.Elems
	case *types.Optional:
		return []types.Type{t.Elem}
	case *types.Library:
		if len(t.Args) > 0 {
			return append([]types.Type{&types.Module{Name: t.Name}}, t.Args...)
		}
	}
	return nil
}

// Resolve replaces the type variables of t by what they are bound to.
func (m *Match) Resolve(t types.Type) types.Type {
	switch t := t.(type) {
	case Var:
		if bound, ok := m.Vars[t]; ok {
			return bound
		}
		return t
	case *types.List:
		return &types.List{Elem: m.Resolve(t.Elem)}
	case *types.Set:
		return &types.Set{Elem: m.Resolve(t.Elem), Frozen: t.Frozen}
	case *types.Dict:
		return &types.Dict{Key: m.Resolve(t.Key), Value: m.Resolve(t.Value)}
	case *types.Optional:
		elem := m.Resolve(t.Elem)
		if optional, ok := elem.(*types.Optional); ok {
			return optional // of what may be None already
		}
		return &types.Optional{Elem: elem}
	case *types.Iterator:
		return &types.Iterator{Elem: m.Resolve(t.Elem), Async: t.Async}
	case *types.Coroutine:
		return &types.Coroutine{Result: m.Resolve(t.Result)}
	case *types.Sequence:
		return &types.Sequence{Elem: m.Resolve(t.Elem)}
	case *types.Tuple:
		out := &types.Tuple{Unboxed: t.Unboxed}
		for _, e := range t.Elems {
			out.Elems = append(out.Elems, m.Resolve(e))
		}
		return out
	case *types.Library:
		out := &types.Library{Name: t.Name}
		for _, a := range t.Args {
			out.Args = append(out.Args, m.Resolve(a))
		}
		return out
	}
	return t
}
