package mock

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// recordNames are the attributes that tell how a mock was used.
var recordNames = map[string]bool{
	"called": true, "call_count": true, "call_args": true, "call_args_list": true, "mock_calls": true, "method_calls": true,
	"await_count": true, "await_args": true, "await_args_list": true,
}

// defineRecords defines the attributes that tell how a mock was used and what its
// calls give.
func defineRecords(b *define.Body) {
	field := func(name string, of func(s *state) *any) {
		b.Variable(name, func(self any) any { return *of(stateOf(self)) }, func(self, value any) any {
			*of(stateOf(self)) = value
			return nil
		})
	}
	b.Variable("called", func(self any) any { return stateOf(self).calls.called }, func(self, value any) any {
		stateOf(self).calls.called = py.Truth(value)
		return nil
	})
	field("call_count", func(s *state) *any { return &s.calls.count })
	field("call_args", func(s *state) *any { return &s.calls.last })
	field("call_args_list", func(s *state) *any { return &s.calls.all })
	field("mock_calls", func(s *state) *any { return &s.mockCalls })
	field("method_calls", func(s *state) *any { return &s.methodCalls })
	b.Variable("return_value", func(self any) any { return stateOf(self).returns() }, func(self, value any) any {
		s := stateOf(self)
		s.result = value
		s.adopt(value, nil, "()")
		return nil
	})
	b.Variable("side_effect", func(self any) any { return stateOf(self).effect }, func(self, value any) any {
		stateOf(self).setEffect(value)
		return nil
	})
}

// returns is return_value: a mock, where nothing else was set.
func (s *state) returns() any {
	if s.result == unset && s.wraps == nil {
		s.result = s.newChild("()", "()", py.Kwargs{{Name: "_new_name", Value: "()"}, {Name: "_new_parent", Value: s.self}})
	}
	return s.result
}

func isException(v any) bool {
	if class, ok := v.(*py.Class); ok {
		return py.IsSubclass(class, py.BaseExceptionClass)
	}
	return py.IsInstance(v, py.BaseExceptionClass)
}

// setEffect sets side_effect: what is iterable becomes an iterator.
func (s *state) setEffect(value any) {
	if value != nil && !isException(value) && !py.Callable(value) && py.HasAttr(value, "__iter__") {
		value = py.GetIter(value)
	}
	s.effect = value
}

// call is a call of the mock.
func (s *state) call(args py.Tuple, kw any) any {
	if s.checked && s.signature != nil {
		py.CallMethodKw(s.signature, "bind", args, py.KwFrom(kw))
	}
	s.note(args, kw)
	if !s.is(asyncClass) {
		return s.outcome(args, kw, nil)
	}
	return asyncio.GoValue(s.awaited(args, kw)).Named("AsyncMockMixin._execute_mock_call")
}

// note remembers a call, in the mock and in those from which it is reached.
func (s *state) note(args py.Tuple, kw any) {
	s.calls.called = true
	s.calls.count = py.Add(s.calls.count, 1)
	s.calls.last = newCall(py.Tuple{args, kw}, nil, nil, true)
	py.CallMethod(s.calls.all, "append", s.calls.last)
	py.CallMethod(s.mockCalls, "append", recorded("", args, kw))
	asMethod, method := s.parent != nil, asText(s.name)
	name := asText(s.newName)
	isCall := name == "()"
	for p := s.newParent; p != nil; p = p.newParent {
		if asMethod {
			py.CallMethod(p.methodCalls, "append", recorded(method, args, kw))
			if asMethod = p.parent != nil; asMethod {
				method = asText(p.name) + "." + method
			}
		}
		py.CallMethod(p.mockCalls, "append", recorded(name, args, kw))
		if parentName := asText(p.newName); parentName != "" {
			dot := "."
			if isCall {
				dot = ""
			}
			isCall = parentName == "()"
			name = parentName + dot + name
		}
	}
}

// outcome is what a call gives. A coroutine function among what decides about that
// is called through await, if there is one.
func (s *state) outcome(args py.Tuple, kw any, await func(f any) any) any {
	invoke := func(f any) any {
		if await != nil && isAsync(f) {
			return await(f)
		}
		return py.CallKw(f, args, py.KwFrom(kw))
	}
	if s.effect != nil {
		var result any
		switch {
		case isException(s.effect):
			py.Raise(s.effect)
		case !py.Callable(s.effect):
			v, ok := py.Next(s.effect)
			if !ok && await != nil {
				py.Raise(py.NewStopAsyncIteration())
			} else if !ok {
				py.Raise(py.NewStopIteration())
			}
			if isException(v) {
				py.Raise(v)
			}
			result = v
		default:
			result = invoke(s.effect)
		}
		if result != unset {
			return result
		}
	}
	if s.result == unset && s.wraps != nil {
		return invoke(s.wraps)
	}
	return s.returns()
}

// signatureMatch is what a call is compared by: its arguments as the signature of
// the spec binds them, or the TypeError if it does not.
func (s *state) signatureMatch(call any) any {
	if s.signature == nil {
		return call
	}
	p := partsOf(call)
	if p.name != "" {
		return call
	}
	var bound any
	err := py.Try(func() error {
		bound = py.CallMethodKw(s.signature, "bind", py.StarArgs(py.Star(p.args)), py.KwFrom(p.kwargs))
		return nil
	})
	if err != nil {
		return py.AsException(err)
	}
	return newCall(py.Tuple{py.GetAttr(bound, "args"), py.GetAttr(bound, "kwargs")}, nil, nil, true)
}
