package mock

import (
	"context"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// The kinds of special methods that mocks can have.
const (
	syncMagic = iota + 1
	asyncMagic
)

// defaults are the special methods that magic mocks have from the start, and
// settable those that any mock can be given.
var (
	defaults = strings.Fields(`__lt__ __gt__ __le__ __ge__ __eq__ __ne__ __getitem__ __setitem__ __delitem__ __len__ __contains__
		__str__ __sizeof__ __enter__ __exit__ __divmod__ __rdivmod__ __neg__ __pos__ __abs__ __invert__ __complex__ __int__
		__float__ __index__ __round__ __trunc__ __floor__ __ceil__ __bool__ __next__ __fspath__ __iter__ __hash__
		__add__ __sub__ __mul__ __matmul__ __truediv__ __floordiv__ __mod__ __lshift__ __rshift__ __and__ __xor__ __or__ __pow__
		__iadd__ __isub__ __imul__ __imatmul__ __itruediv__ __ifloordiv__ __imod__ __ilshift__ __irshift__ __iand__ __ixor__ __ior__ __ipow__
		__radd__ __rsub__ __rmul__ __rmatmul__ __rtruediv__ __rfloordiv__ __rmod__ __rlshift__ __rrshift__ __rand__ __rxor__ __ror__ __rpow__`)
	settable = strings.Fields(`__get__ __set__ __delete__ __reversed__ __missing__ __reduce__ __reduce_ex__ __getinitargs__
		__getnewargs__ __getstate__ __setstate__ __getformat__ __repr__ __dir__ __subclasses__ __format__ __getnewargs_ex__`)
	awaitable = strings.Fields("__aenter__ __aexit__ __anext__ __aiter__")
)

var magics = func() map[string]int {
	m := map[string]int{}
	for _, names := range [][]string{defaults, settable} {
		for _, name := range names {
			m[name] = syncMagic
		}
	}
	for _, name := range awaitable {
		m[name] = asyncMagic
	}
	m["__aiter__"] = syncMagic
	return m
}()

func isMagicName(name string) bool {
	return len(name) > 4 && strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
}

// fixed are what calls of special methods give unless something else is set.
var fixed = map[string]any{
	"__lt__": py.NotImplemented, "__gt__": py.NotImplemented, "__le__": py.NotImplemented, "__ge__": py.NotImplemented,
	"__int__": 1, "__contains__": false, "__len__": 0, "__exit__": false, "__complex__": 1i, "__float__": 1.0, "__bool__": true,
	"__index__": 1, "__aexit__": false,
}

// defineMagic gives a class the special methods: each is a mock that is made when
// it is first used.
func defineMagic(b *define.Body) {
	for _, names := range [][]string{defaults, awaitable} {
		for _, name := range names {
			b.Property(name, func(self any) any { return stateOf(self).magic(name) })
		}
	}
	b.Set("__repr__", b.Func("__repr__(self)", func(self any) any { return stateOf(self).text() }))
}

// magic is a special method of a magic mock.
func (s *state) magic(name string) any {
	if c, ok := s.children[name]; ok && c != any(deleted{}) {
		return c
	}
	if s.spec != nil && !s.spec[name] {
		return s.unspecified(name)
	}
	m := s.newChild(name, "."+name, py.Kwargs{{Name: "name", Value: name}, {Name: "_new_name", Value: name}, {Name: "_new_parent", Value: s.self}})
	s.children[name] = m
	child := stateOf(m)
	if v, ok := fixed[name]; ok {
		child.result = v
		return m
	}
	switch name {
	case "__hash__":
		child.result = py.CallMethod(py.ObjectClass, "__hash__", s.self)
	case "__str__":
		child.result = s.text()
	case "__sizeof__":
		child.result = 56
	case "__fspath__":
		child.result = py.Str(py.GetAttr(py.TypeOf(s.self), "__name__")) + "/" + s.fullName() + "/" + py.Str(py.ID(s.self))
	case "__eq__", "__ne__":
		child.effect = py.Func(name+"(other)", func(other any) any {
			switch {
			case child.result != unset:
				return unset
			case py.Is(s.self, other):
				return name == "__eq__"
			}
			return py.NotImplemented
		})
	case "__iter__":
		child.effect = py.Func("__iter__()", func() any { return py.GetIter(child.items()) })
	case "__aiter__":
		child.effect = py.Func("__aiter__()", func() any { return asyncItems(child.items()) })
	}
	return m
}

// items is what an iteration goes through.
func (s *state) items() any {
	if s.result == unset {
		return py.Tuple{}
	}
	return s.result
}

// asyncItems goes through items as an asynchronous iterator.
func asyncItems(items any) any {
	it := py.Call(asyncIteratorClass)
	py.SetAttr(it, "iterator", py.GetIter(items))
	return it
}

var asyncIteratorClass = define.Class("unittest.mock", "_AsyncIterator", nil, func(b *define.Body) {
	b.Method("__aiter__(self)", func(self any) any { return self })
	b.AsyncMethod("__anext__(self)", func(_ context.Context, self any) (any, error) {
		v, ok := py.Next(py.GetAttr(self, "iterator"))
		if !ok {
			return nil, py.NewStopAsyncIteration()
		}
		return v, nil
	})
})

// unspecified is a special method that the spec does not have: that of object, if
// it has one.
func (s *state) unspecified(name string) any {
	if f, ok := py.ObjectClass.Lookup(name); ok {
		return py.NewMethod(f, s.self)
	}
	py.Raise(py.NewAttributeError(name))
	return nil
}

// setMagic gives the mock's own class a special method. A function gets the mock as
// its first argument.
func (s *state) setMagic(name string, value any) {
	class := py.TypeOf(s.self)
	if isMock(value) {
		s.adopt(value, nil, name)
		s.children[name] = value
		py.SetAttr(class, name, value)
		return
	}
	if !py.Callable(value) {
		py.SetAttr(class, name, value)
		return
	}
	s.children[name] = value
	method := py.Func("method(self, /, *args, **kw)", func(self, args, kw any) any {
		return py.CallKw(value, append([]any{self}, args.(py.Tuple)...), py.KwFrom(kw))
	})
	py.SetAttr(class, name, method)
}
