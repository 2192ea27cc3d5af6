// Package collections is Python's module collections: deque, defaultdict,
// OrderedDict, Counter, namedtuple, ChainMap and the User classes.
package collections

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
)

// Module returns the module collections.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("collections", "")
	m.Class(DequeClass)
	m.Class(DefaultDictClass)
	m.Class(OrderedDictClass)
	m.Class(CounterClass)
	m.Func("namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)", namedTupleFunc)
	m.Lazy("ChainMap", func() any { return chainMap() })
	m.Lazy("UserDict", func() any { return userDict() })
	m.Lazy("UserList", func() any { return userList() })
	m.Lazy("UserString", func() any { return userString() })
	m.Lazy("abc", func() any { return collectionsabc.Module() })
	return m
})
