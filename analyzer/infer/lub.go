package infer

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// lub is the least type that holds the values of both.
func (s *solver) lub(a, b types.Type) types.Type {
	a, b = known(a), known(b)
	switch {
	case a == types.Never:
		return b
	case b == types.Never || same(a, b):
		return a
	case a == types.Any:
		s.escape(b)
		return types.Any
	case b == types.Any:
		s.escape(a)
		return types.Any
	case a == types.None:
		return s.optional(b)
	case b == types.None:
		return s.optional(a)
	}
	if o, ok := a.(*types.Optional); ok {
		return s.optional(s.lub(o.Elem, strip(b)))
	}
	if o, ok := b.(*types.Optional); ok {
		return s.optional(s.lub(a, o.Elem))
	}
	if t := s.sameShape(a, b); t != nil {
		return t
	}
	s.escape(a)
	s.escape(b)
	return types.Any
}

// sameShape joins two types of one kind, or gives nil.
func (s *solver) sameShape(a, b types.Type) types.Type {
	switch a := a.(type) {
	case types.Kind:
		if isCallable(a) && isCallable(b) {
			return types.Callable
		}
	case integer:
		if b, ok := b.(integer); ok {
			return integer{max(a.bits, b.bits), a.nonneg && b.nonneg}
		}
	case *types.List:
		if b, ok := b.(*types.List); ok {
			s.unify(a.Elem, b.Elem)
			return a
		}
	case *types.Set:
		if b, ok := b.(*types.Set); ok && a.Frozen == b.Frozen {
			s.unify(a.Elem, b.Elem)
			return a
		}
	case *types.Dict:
		if b, ok := b.(*types.Dict); ok {
			if !sameFactory(a.Factory, b.Factory) {
				s.refuteDefault(a)
				s.refuteDefault(b)
			}
			s.unify(a.Key, b.Key)
			s.unify(a.Value, b.Value)
			return a
		}
	case *types.Tuple:
		if b, ok := b.(*types.Tuple); ok && len(a.Elems) == len(b.Elems) {
			out := &types.Tuple{Elems: make([]types.Type, len(a.Elems)), Unboxed: a.Unboxed && b.Unboxed}
			for i := range a.Elems {
				out.Elems[i] = s.lub(a.Elems[i], b.Elems[i])
			}
			return out
		}
	case *types.Iterator:
		if b, ok := b.(*types.Iterator); ok && a.Async == b.Async {
			return &types.Iterator{Elem: s.lub(a.Elem, b.Elem), Async: a.Async}
		}
	case *types.Sequence:
		if b, ok := b.(*types.Sequence); ok {
			return &types.Sequence{Elem: s.lub(a.Elem, b.Elem)}
		}
	case *types.Library:
		if b, ok := b.(*types.Library); ok && a.Name == b.Name && len(a.Args) == len(b.Args) {
			for i := range a.Args {
				s.unify(a.Args[i], b.Args[i])
			}
			return a
		}
	case *types.Coroutine:
		if b, ok := b.(*types.Coroutine); ok {
			s.unify(a.Result, b.Result)
			return a
		}
	case *types.Instance:
		if b, ok := b.(*types.Instance); ok {
			if base := s.commonBase(a.Class, b.Class); base != nil {
				return s.instance(base)
			}
		}
	case *types.Exception:
		if _, ok := b.(*types.Exception); ok {
			return &types.Exception{Name: "BaseException"}
		}
	}
	return nil
}

func strip(t types.Type) types.Type {
	if o, ok := t.(*types.Optional); ok {
		return o.Elem
	}
	return t
}

func (s *solver) optional(t types.Type) types.Type {
	if t == types.Any || t == types.None || t == types.Never {
		return t
	}
	if _, ok := t.(*types.Optional); ok {
		return t
	}
	return &types.Optional{Elem: t}
}
