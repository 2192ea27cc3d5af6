package collectionsabc

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// absent marks a default that was not given.
var absent any = &struct{ name string }{"absent"}

// addMappings makes Mapping, MutableMapping and the views.
func (b *builder) addMappings() {
	b.class("MappingView", []string{"Sized"}, func(d *define.Body) {
		d.Set("__slots__", py.Tuple{"_mapping"})
		generic(d)
		d.Method("__init__(self, mapping)", func(self, mapping any) any {
			py.SetAttr(self, "_mapping", mapping)
			return nil
		})
		d.Method("__len__(self)", func(self any) any { return py.Len(viewed(self)) })
		d.Method("__repr__(self)", func(self any) any {
			return py.TypeOf(self).Name() + "(" + py.Repr(viewed(self)) + ")"
		})
	})
	b.addViews()
	b.class("Mapping", []string{"Collection"}, b.addMappingMethods)
	b.class("MutableMapping", []string{"Mapping"}, addMutableMappingMethods)
}

func viewed(view any) any { return py.GetAttr(view, "_mapping") }

// addViews makes the views of keys, items and values.
func (b *builder) addViews() {
	b.class("KeysView", []string{"MappingView", "Set"}, func(d *define.Body) {
		setFromIterable(d)
		d.Method("__contains__(self, key)", func(self, key any) any { return py.Contains(viewed(self), key) })
		d.GenMethod("__iter__(self)", func(y *py.Yielder, self any) any { return y.YieldFrom(viewed(self)) })
	})
	b.class("ItemsView", []string{"MappingView", "Set"}, func(d *define.Body) {
		setFromIterable(d)
		d.Method("__contains__(self, item)", func(self, item any) any {
			pair := py.Unpack(item, 2)
			v, ok := lookupKey(viewed(self), pair[0])
			return ok && (py.Is(v, pair[1]) || py.Equal(v, pair[1]))
		})
		d.GenMethod("__iter__(self)", func(y *py.Yielder, self any) any {
			m := viewed(self)
			for k := range py.Iter(m) {
				y.Yield(py.Tuple{k, py.GetItem(m, k)})
			}
			return nil
		})
	})
	b.class("ValuesView", []string{"MappingView", "Collection"}, func(d *define.Body) {
		d.Method("__contains__(self, value)", func(self, value any) any {
			m := viewed(self)
			for k := range py.Iter(m) {
				if v := py.GetItem(m, k); py.Is(v, value) || py.Equal(v, value) {
					return true
				}
			}
			return false
		})
		d.GenMethod("__iter__(self)", func(y *py.Yielder, self any) any {
			m := viewed(self)
			for k := range py.Iter(m) {
				y.Yield(py.GetItem(m, k))
			}
			return nil
		})
	})
}

func setFromIterable(d *define.Body) {
	d.ClassMethod("_from_iterable(cls, it)", func(_, it any) any { return py.SetFrom(py.Iter(it)) })
}

// lookupKey is m[key], false at a KeyError.
func lookupKey(m, key any) (v any, ok bool) {
	err := py.Try(func() error {
		v = py.GetItem(m, key)
		return nil
	})
	if err == nil {
		return v, true
	}
	if !py.Matches(err, py.KeyError) {
		panic(err)
	}
	return nil, false
}

func (b *builder) addMappingMethods(d *define.Body) {
	d.Set(py.MappingFlag, true)
	abstractMethod(d, "__getitem__(self, key)", raiseKeyError)
	d.Method("get(self, key, default=None)", func(self, key, otherwise any) any {
		if v, ok := lookupKey(self, key); ok {
			return v
		}
		return otherwise
	})
	d.Method("__contains__(self, key)", func(self, key any) any {
		_, ok := lookupKey(self, key)
		return ok
	})
	for name, view := range map[string]string{"keys": "KeysView", "items": "ItemsView", "values": "ValuesView"} {
		d.Method(name+"(self)", func(self any) any { return py.Call(b.byName[view], self) })
	}
	d.Method("__eq__(self, other)", func(self, other any) any {
		if !py.IsInstance(other, b.byName["Mapping"]) {
			return py.NotImplemented
		}
		return py.Equal(dictOf(self), dictOf(other))
	})
	d.Set("__reversed__", nil)
}

func dictOf(m any) any { return py.Call(py.DictClass, py.CallMethod(m, "items")) }

func addMutableMappingMethods(d *define.Body) {
	abstractMethod(d, "__setitem__(self, key, value)", raiseKeyError)
	abstractMethod(d, "__delitem__(self, key)", raiseKeyError)
	d.Method("pop(self, key, default=)", func(self, key, otherwise any) any {
		v, ok := lookupKey(self, key)
		if !ok {
			if otherwise == absent {
				return py.GetItem(self, key)
			}
			return otherwise
		}
		py.DelItem(self, key)
		return v
	}, absent)
	d.Method("popitem(self)", func(self any) any {
		key, ok := py.Next(py.GetIter(self))
		if !ok {
			panic(py.NewKeyError())
		}
		v := py.GetItem(self, key)
		py.DelItem(self, key)
		return py.Tuple{key, v}
	})
	d.Method("clear(self)", func(self any) any {
		return untilError(py.KeyError, func() { py.CallMethod(self, "popitem") })
	})
	d.Method("update(self, other=(), /, **kwds)", func(self, other, kwds any) any {
		UpdateMapping(self, other, kwds.(*py.Dict[any, any]))
		return nil
	})
	d.Method("setdefault(self, key, default=None)", func(self, key, otherwise any) any {
		if v, ok := lookupKey(self, key); ok {
			return v
		}
		py.SetItem(self, key, otherwise)
		return otherwise
	})
}

// UpdateMapping is m.update(other, **kwds) in terms of item assignment: other
// is a mapping, has keys(), or is an iterable of pairs.
func UpdateMapping(m, other any, kwds *py.Dict[any, any]) {
	if py.IsInstance(other, Class("Mapping")) || py.HasAttr(other, "keys") {
		keys := other
		if !py.IsInstance(other, Class("Mapping")) {
			keys = py.CallMethod(other, "keys")
		}
		for k := range py.Iter(keys) {
			py.SetItem(m, k, py.GetItem(other, k))
		}
	} else {
		for pair := range py.Iter(other) {
			item := py.Unpack(pair, 2)
			py.SetItem(m, item[0], item[1])
		}
	}
	for k, v := range kwds.All() {
		py.SetItem(m, k, v)
	}
}
