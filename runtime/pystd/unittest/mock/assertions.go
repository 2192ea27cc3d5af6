package mock

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// assertions are the names of the assertions that mocks have.
var assertions = map[string]bool{
	"assert_called": true, "assert_called_once": true, "assert_called_with": true, "assert_called_once_with": true,
	"assert_any_call": true, "assert_has_calls": true, "assert_not_called": true,
}

func defineAssertions(b *define.Body) {
	times := func(s *state, expected string) {
		all := ""
		if py.Truth(s.mockCalls) {
			all = "\nCalls: " + py.Repr(s.mockCalls) + "."
		}
		panic(exc.AssertionError("Expected '%s' %s. Called %s times.%s", s.shownName(), expected, py.Str(s.calls.count), all))
	}
	b.Method("assert_called(self)", func(self any) any {
		if s := stateOf(self); py.Equal(s.calls.count, 0) {
			panic(exc.AssertionError("Expected '%s' to have been called.", s.shownName()))
		}
		return nil
	})
	b.Method("assert_not_called(self)", func(self any) any {
		if s := stateOf(self); py.NotEqual(s.calls.count, 0) {
			times(s, "to not have been called")
		}
		return nil
	})
	b.Method("assert_called_once(self)", func(self any) any {
		if s := stateOf(self); py.NotEqual(s.calls.count, 1) {
			times(s, "to have been called once")
		}
		return nil
	})
	b.Method("assert_called_with(self, /, *args, **kwargs)", func(self, args, kw any) any {
		s := stateOf(self)
		if s.calls.last == nil {
			panic(exc.AssertionError("expected call not found.\nExpected: %s\n  Actual: not called.", signatureText(s.shownName(), args, kw)))
		}
		s.assertLast(s.calls.last, "call", args, kw)
		return nil
	})
	b.Method("assert_called_once_with(self, /, *args, **kwargs)", func(self, args, kw any) any {
		if s := stateOf(self); py.NotEqual(s.calls.count, 1) {
			times(s, "to be called once")
		}
		return py.CallMethodKw(self, "assert_called_with", args.(py.Tuple), py.KwFrom(kw))
	})
	b.Method("assert_any_call(self, /, *args, **kwargs)", func(self, args, kw any) any {
		s := stateOf(self)
		s.assertAny(s.calls.all, "", args, kw)
		return nil
	})
	b.Method("assert_has_calls(self, calls, any_order=False)", func(self, calls, anyOrder any) any {
		s := stateOf(self)
		if !py.Truth(anyOrder) {
			s.assertStretch(s.mockCalls, calls, "Calls not found.", "  Actual: "+py.Repr(s.mockCalls))
		} else if missing, left := s.missing(s.mockCalls, calls); len(missing) > 0 {
			panic(exc.AssertionError("%s does not contain all of %s in its call list, found %s instead",
				py.Repr(s.shownName()), py.Repr(py.Tuple(missing)), py.Repr(left)))
		}
		return nil
	})
}

// fail raises an AssertionError, because of what a call is compared by if that is
// an exception.
func fail(cause any, e *py.Exception) {
	if _, ok := cause.(py.BaseException); ok {
		py.Raise(e, cause)
	}
	py.Raise(e)
}

// assertLast compares the last call with one of these arguments.
func (s *state) assertLast(last any, what string, args, kw any) {
	expected := s.signatureMatch(newCall(py.Tuple{args, kw}, nil, nil, true))
	if py.Equal(s.signatureMatch(last), expected) {
		return
	}
	p := partsOf(last)
	fail(expected, exc.AssertionError("expected %s not found.\nExpected: %s\n  Actual: %s", what,
		signatureText(s.shownName(), args, kw), signatureText(s.shownName(), p.args, p.kwargs)))
}

// assertAny looks for a call of these arguments.
func (s *state) assertAny(all any, what string, args, kw any) {
	expected := s.signatureMatch(newCall(py.Tuple{args, kw}, nil, nil, true))
	for call := range py.Iter(all) {
		if py.Equal(expected, s.signatureMatch(call)) {
			return
		}
	}
	fail(expected, exc.AssertionError("%s %snot found", signatureText(s.shownName(), args, kw), orCall(what)))
}

func orCall(what string) string {
	if what == "" {
		return "call "
	}
	return what
}

// assertStretch looks for calls that follow each other.
func (s *state) assertStretch(all, calls any, problem, actual string) {
	var expected, matched []any
	for c := range py.Iter(calls) {
		expected = append(expected, s.signatureMatch(c))
	}
	for c := range py.Iter(all) {
		matched = append(matched, s.signatureMatch(c))
	}
	if py.Contains(newCallList(matched...), py.ListOf(expected...)) {
		return
	}
	panic(exc.AssertionError("%s\nExpected: %s\n%s", problem, py.Repr(py.Call(callListClass, calls)), actual))
}

// missing lists the calls that are not among all, and what is left of all.
func (s *state) missing(all, calls any) (missing []any, left *py.List[any]) {
	left = py.ListOf[any]()
	for c := range py.Iter(all) {
		left.Append(s.signatureMatch(c))
	}
	for c := range py.Iter(calls) {
		c = s.signatureMatch(c)
		if py.Contains(left, c) {
			py.CallMethod(left, "remove", c)
		} else {
			missing = append(missing, c)
		}
	}
	return missing, left
}
