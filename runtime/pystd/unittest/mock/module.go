// Package mock is Python's module unittest.mock: objects that stand for others in
// tests and remember how they were used, and what puts them in place of others.
// https://docs.python.org/3.13/library/unittest.mock.html
package mock

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// The classes of mocks. A mock has a class of its own that derives from one of
// them, so that special methods can be set on it.
var baseClass, callableClass, nonCallableClass, mockClass, nonCallableMagicClass, magicClass, asyncClass, propertyClass *py.Class

// callClass is _Call, callListClass _CallList, patchClass what patch gives and
// dictClass patch.dict.
var callClass, callListClass, patchClass, dictClass *py.Class

var (
	sentinelClass = define.Class("unittest.mock", "_SentinelObject", nil, func(b *define.Body) {
		b.Method("__repr__(self)", func(self any) any { return "sentinel." + py.Str(py.GetAttr(self, "name")) })
	})
	// unset is DEFAULT.
	unset    = newSentinel("DEFAULT")
	anyClass = define.Class("unittest.mock", "_ANY", nil, func(b *define.Body) {
		b.Method("__eq__(self, other)", func(_, _ any) any { return true })
		b.Method("__ne__(self, other)", func(_, _ any) any { return false })
		b.Method("__repr__(self)", func(any) any { return "<ANY>" })
	})
	invalidSpec = py.NewExceptionClass("unittest.mock", "InvalidSpecError", py.ExceptionClass)
)

func newSentinel(name string) any {
	s := py.Call(sentinelClass)
	py.SetAttr(s, "name", name)
	return s
}

// The classes refer to each other.
func init() {
	callClass = define.Class("unittest.mock", "_Call", []any{py.TupleClass}, defineCall)
	callListClass = define.Class("unittest.mock", "_CallList", []any{py.ListClass}, defineCallList)
	patchClass = define.Class("unittest.mock", "_patch", nil, definePatch)
	dictClass = define.Class("unittest.mock", "_patch_dict", nil, defineDict)
	baseClass = define.Class("unittest.mock", "Base", nil, nil)
	nonCallableClass = define.Class("unittest.mock", "NonCallableMock", []any{baseClass}, defineMock)
	callableClass = define.Class("unittest.mock", "CallableMixin", []any{baseClass}, func(b *define.Body) {
		b.Method("__call__(self, /, *args, **kwargs)", func(self, args, kw any) any { return stateOf(self).call(args.(py.Tuple), kw) })
	})
	mockClass = define.Class("unittest.mock", "Mock", []any{callableClass, nonCallableClass}, nil)
	nonCallableMagicClass = define.Class("unittest.mock", "NonCallableMagicMock", []any{nonCallableClass}, defineMagic)
	magicClass = define.Class("unittest.mock", "MagicMock", []any{mockClass}, defineMagic)
	asyncClass = define.Class("unittest.mock", "AsyncMock", []any{mockClass}, func(b *define.Body) {
		b.Set(asyncio.MakesCoroutines, true)
		defineMagic(b)
		defineAwaits(b)
	})
	propertyClass = define.Class("unittest.mock", "PropertyMock", []any{mockClass}, func(b *define.Body) {
		b.Method("__get__(self, obj, obj_type=None)", func(self, _, _ any) any { return py.Call(self) })
		b.Method("__set__(self, obj, val)", func(self, _, value any) any { return py.Call(self, value) })
	})
}

// Module is the module unittest.mock.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("unittest.mock", "")
	for _, c := range []*py.Class{nonCallableClass, mockClass, nonCallableMagicClass, magicClass, asyncClass, propertyClass, callClass} {
		m.Class(c)
	}
	m.Set("InvalidSpecError", invalidSpec)
	m.Set("DEFAULT", unset)
	m.Set("ANY", py.Call(anyClass))
	m.Set("call", newCall(py.Tuple{"", py.Tuple{}, noKeywords()}, nil, nil, false))
	m.Set("sentinel", py.Call(define.Class("unittest.mock", "_Sentinel", nil, func(b *define.Body) {
		b.Method("__getattr__(self, name)", func(self any, name string) any {
			if name == "__bases__" {
				py.Raise(py.NewAttributeError(name))
			}
			s := newSentinel(name)
			py.SetAttr(self, name, s)
			return s
		})
	})))
	py.SetAttr(m.Attr("sentinel"), "DEFAULT", unset)
	m.Set("patch", newPatcher())
	m.Func("seal(mock)", func(mock any) any {
		stateOf(mock).seal()
		return nil
	})
	m.Func("create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs)",
		func(args []any) any {
			return autospec(args[0], py.Truth(args[1]), py.Truth(args[2]), nil, args[4], py.KwFrom(args[6]))
		})
	m.Func("mock_open(mock=None, read_data='')", mockOpen)
	return m
})
