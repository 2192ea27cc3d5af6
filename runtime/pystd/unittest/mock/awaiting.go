package mock

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// awaited is what awaiting a call of an async mock does.
func (s *state) awaited(args py.Tuple, kw any) func(ctx context.Context) (any, error) {
	return func(ctx context.Context) (result any, err error) {
		defer py.Catch(&err)
		call := newCall(py.Tuple{args, kw}, nil, nil, true)
		s.awaits.count = py.Add(s.awaits.count, 1)
		s.awaits.last = call
		py.CallMethod(s.awaits.all, "append", call)
		return s.outcome(args, kw, func(f any) any {
			v, err := asyncio.Await(ctx, py.CallKw(f, args, py.KwFrom(kw)))
			py.Check(err)
			return v
		}), nil
	}
}

// defineAwaits defines what async mocks have beside: how often they were awaited.
func defineAwaits(b *define.Body) {
	field := func(name string, of func(r *record) *any) {
		b.Variable(name, func(self any) any { return *of(&stateOf(self).awaits) }, func(self, value any) any {
			*of(&stateOf(self).awaits) = value
			return nil
		})
	}
	field("await_count", func(r *record) *any { return &r.count })
	field("await_args", func(r *record) *any { return &r.last })
	field("await_args_list", func(r *record) *any { return &r.all })
	times := func(s *state, expected string) {
		panic(exc.AssertionError("Expected %s %s. Awaited %s times.", s.shownName(), expected, py.Str(s.awaits.count)))
	}
	b.Method("assert_awaited(self)", func(self any) any {
		if s := stateOf(self); py.Equal(s.awaits.count, 0) {
			panic(exc.AssertionError("Expected %s to have been awaited.", s.shownName()))
		}
		return nil
	})
	once := func(s *state) {
		if py.NotEqual(s.awaits.count, 1) {
			times(s, "to have been awaited once")
		}
	}
	b.Method("assert_awaited_once(self)", func(self any) any {
		once(stateOf(self))
		return nil
	})
	b.Method("assert_not_awaited(self)", func(self any) any {
		if s := stateOf(self); py.NotEqual(s.awaits.count, 0) {
			times(s, "to not have been awaited")
		}
		return nil
	})
	b.Method("assert_awaited_with(self, /, *args, **kwargs)", func(self, args, kw any) any {
		s := stateOf(self)
		if s.awaits.last == nil {
			panic(exc.AssertionError("Expected await: %s\nNot awaited", signatureText(s.shownName(), args, kw)))
		}
		s.assertLast(s.awaits.last, "await", args, kw)
		return nil
	})
	b.Method("assert_awaited_once_with(self, /, *args, **kwargs)", func(self, args, kw any) any {
		once(stateOf(self))
		return py.CallMethodKw(self, "assert_awaited_with", args.(py.Tuple), py.KwFrom(kw))
	})
	b.Method("assert_any_await(self, /, *args, **kwargs)", func(self, args, kw any) any {
		s := stateOf(self)
		s.assertAny(s.awaits.all, "await ", args, kw)
		return nil
	})
	b.Method("assert_has_awaits(self, calls, any_order=False)", func(self, calls, anyOrder any) any {
		s := stateOf(self)
		if !py.Truth(anyOrder) {
			s.assertStretch(s.awaits.all, calls, "Awaits not found.", "Actual: "+py.Repr(s.awaits.all))
		} else if missing, _ := s.missing(s.awaits.all, calls); len(missing) > 0 {
			panic(exc.AssertionError("%s not all found in await list", py.Repr(py.Tuple(missing))))
		}
		return nil
	})
}
