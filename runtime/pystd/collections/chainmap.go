package collections

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// chainMap returns the class ChainMap.
var chainMap = sync.OnceValue(func() *py.Class {
	bases := []any{collectionsabc.Class("MutableMapping")}
	return define.Class("collections", "ChainMap", bases, func(b *define.Body) {
		b.Method("__init__(self, *maps)", func(self, maps any) any {
			list := py.ListOf[any]()
			for _, m := range maps.(py.Tuple) {
				list.Append(m)
			}
			if list.Len() == 0 {
				list.Append(py.DictOf[any, any]())
			}
			py.SetAttr(self, "maps", list)
			return nil
		})
		addChainMapLookups(b)
		addChainMapChanges(b)
		addChainMapOperators(b)
	})
})

func mapsOf(self any) any { return py.GetAttr(self, "maps") }

func firstMap(self any) any { return py.GetItem(mapsOf(self), 0) }

// mergedKeys is a dict with the keys of all maps in the order of iteration.
func mergedKeys(self any) *py.Dict[any, any] {
	merged := py.DictOf[any, any]()
	maps := py.TupleFrom(py.Iter(mapsOf(self)))
	for i := len(maps) - 1; i >= 0; i-- {
		for k := range py.Iter(maps[i]) {
			merged.Set(k, nil)
		}
	}
	return merged
}

func addChainMapLookups(b *define.Body) {
	b.Method("__missing__(self, key)", func(_, key any) any { panic(py.NewKeyError(key)) })
	b.Method("__getitem__(self, key)", func(self, key any) any {
		for m := range py.Iter(mapsOf(self)) {
			var v any
			err := py.Try(func() error {
				v = py.GetItem(m, key)
				return nil
			})
			if err == nil {
				return v
			}
			if !py.Matches(err, py.KeyError) {
				panic(err)
			}
		}
		return py.CallMethod(self, "__missing__", key)
	})
	contains := func(self, key any) bool {
		for m := range py.Iter(mapsOf(self)) {
			if py.Contains(m, key) {
				return true
			}
		}
		return false
	}
	b.Method("get(self, key, default=None)", func(self, key, otherwise any) any {
		if contains(self, key) {
			return py.GetItem(self, key)
		}
		return otherwise
	})
	b.Method("__len__(self)", func(self any) any { return mergedKeys(self).Len() })
	b.Method("__iter__(self)", func(self any) any { return py.GetIter(mergedKeys(self)) })
	b.Method("__contains__(self, key)", func(self, key any) any { return contains(self, key) })
	b.Method("__bool__(self)", func(self any) any {
		for m := range py.Iter(mapsOf(self)) {
			if py.Truth(m) {
				return true
			}
		}
		return false
	})
	b.Method("__repr__(self)", func(self any) any {
		var parts []string
		for m := range py.Iter(mapsOf(self)) {
			parts = append(parts, py.Repr(m))
		}
		return py.TypeOf(self).Name() + "(" + strings.Join(parts, ", ") + ")"
	})
	b.ClassMethod("fromkeys(cls, iterable, value=None, /)", func(cls, iterable, value any) any {
		return py.Call(cls, py.DictFromKeys(py.Iter(iterable), value))
	})
}

func addChainMapChanges(b *define.Body) {
	missingInFirst := func(key any) any {
		return py.NewKeyError("Key not found in the first mapping: " + py.Repr(key))
	}
	b.Method("__setitem__(self, key, value)", func(self, key, value any) any {
		py.SetItem(firstMap(self), key, value)
		return nil
	})
	b.Method("__delitem__(self, key)", func(self, key any) any {
		if !py.Contains(firstMap(self), key) {
			py.Raise(missingInFirst(key))
		}
		py.DelItem(firstMap(self), key)
		return nil
	})
	b.Method("pop(self, key, *args)", func(self, key, args any) any {
		if rest := args.(py.Tuple); len(rest) > 0 || py.Contains(firstMap(self), key) {
			return py.CallMethod(firstMap(self), "pop", append([]any{key}, rest...)...)
		}
		py.Raise(missingInFirst(key))
		return nil
	})
	b.Method("popitem(self)", func(self any) any {
		if py.Len(firstMap(self)) == 0 {
			panic(py.NewKeyError("No keys found in the first mapping."))
		}
		return py.CallMethod(firstMap(self), "popitem")
	})
	b.Method("clear(self)", func(self any) any { return py.CallMethod(firstMap(self), "clear") })
	copyChain := func(self any) any {
		args := py.TupleFrom(py.Iter(mapsOf(self)))
		args[0] = py.CallMethod(args[0], "copy")
		return py.Call(py.TypeOf(self), args...)
	}
	b.Method("copy(self)", copyChain)
	b.Method("__copy__(self)", copyChain)
	b.Method("new_child(self, m=None, **kwargs)", func(self, m, kwargs any) any {
		if m == nil {
			m = kwargs
		} else if py.Truth(kwargs) {
			py.CallMethod(m, "update", kwargs)
		}
		return py.Call(py.TypeOf(self), append([]any{m}, py.TupleFrom(py.Iter(mapsOf(self)))...)...)
	})
	b.Property("parents", func(self any) any {
		return py.Call(py.TypeOf(self), py.TupleFrom(py.Iter(mapsOf(self)))[1:]...)
	})
}

func addChainMapOperators(b *define.Body) {
	isMapping := func(v any) bool { return py.IsInstance(v, collectionsabc.Class("Mapping")) }
	b.Method("__ior__(self, other)", func(self, other any) any {
		py.CallMethod(firstMap(self), "update", other)
		return self
	})
	b.Method("__or__(self, other)", func(self, other any) any {
		if !isMapping(other) {
			return py.NotImplemented
		}
		m := py.CallMethod(self, "copy")
		py.CallMethod(firstMap(m), "update", other)
		return m
	})
	b.Method("__ror__(self, other)", func(self, other any) any {
		if !isMapping(other) {
			return py.NotImplemented
		}
		merged := py.Call(py.DictClass, other)
		maps := py.TupleFrom(py.Iter(mapsOf(self)))
		for i := len(maps) - 1; i >= 0; i-- {
			py.CallMethod(merged, "update", maps[i])
		}
		return py.Call(py.TypeOf(self), merged)
	})
}
