package collections

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The classes derived from dict. They are made by init because their methods
// make further instances.
var (
	DefaultDictClass *py.Class
	OrderedDictClass *py.Class
	CounterClass     *py.Class
)

func init() {
	bases := []*py.Class{py.DictClass}
	DefaultDictClass = py.NewNativeClass("collections", "defaultdict", bases, defineDefaultDict).NameInErrors("collections.defaultdict")
	OrderedDictClass = py.NewNativeClass("collections", "OrderedDict", bases, defineOrderedDict).NameInErrors("collections.OrderedDict")
	CounterClass = py.NewNativeClass("collections", "Counter", bases, defineCounter)
}

// dictMethod is a method of dict, unbound.
func dictMethod(name string, self any, args ...any) any {
	return py.Call(py.GetAttr(py.DictClass, name), append([]any{self}, args...)...)
}

// initDict runs dict.__init__ on self.
func initDict(self any, args py.Tuple, kwargs any) {
	py.CallKw(py.GetAttr(py.DictClass, "__init__"), append([]any{self}, args...), py.KwFrom(kwargs))
}

// dictObject makes an instance of a class derived from dict that holds payload.
func dictObject(class *py.Class, payload any) *py.Object {
	o := py.NewObject(class)
	o.Native = payload
	return o
}

// plainDict is the dict that an instance of a derived class holds.
func plainDict(self any) *py.Dict[any, any] {
	switch d := py.Payload(self).(type) {
	case *py.Dict[any, any]:
		return d
	case *defaultDict:
		return d.Dict
	}
	d := py.DictOf[any, any]()
	py.UpdateDict(d, self)
	return d
}

// defaultDict is the payload of defaultdict.
type defaultDict struct {
	*py.Dict[any, any]
	factory any
}

// NewDefaultDict makes an empty defaultdict with a factory for missing values.
func NewDefaultDict(factory any) *py.Object {
	return dictObject(DefaultDictClass, &defaultDict{py.DictOf[any, any](), factory})
}

func defineDefaultDict(d *py.Definition) {
	of := py.PayloadAs[*defaultDict]
	d.Alloc(func() any { return NewDefaultDict(nil) })
	d.Init("__init__(self, default_factory=None, /, *args, **kwargs)", func(self, factory, args, kwargs any) any {
		if factory != nil && !py.Callable(factory) {
			panic(exc.TypeError("first argument must be callable or None"))
		}
		of(self).factory = factory
		initDict(self, args.(py.Tuple), kwargs)
		return nil
	})
	d.Member("default_factory", func(self any) any { return of(self).factory },
		func(self, v any) { of(self).factory = v })
	d.Method("__missing__(self, key, /)", func(self, key any) any {
		factory := of(self).factory
		if factory == nil {
			panic(py.NewKeyError(key))
		}
		v := py.Call(factory)
		py.SetItem(self, key, v)
		return v
	})
	d.Method("__repr__(self, /)", func(self any) any {
		return py.TypeOf(self).Name() + "(" + py.Repr(of(self).factory) + ", " + py.Repr(of(self).Dict) + ")"
	})
	for _, name := range []string{"copy", "__copy__"} {
		d.Method(name+"(self, /)", func(self any) any {
			return py.Call(py.TypeOf(self), of(self).factory, self)
		})
	}
	d.Method("__reduce__(self, /)", func(self any) any {
		args := py.Tuple{}
		if factory := of(self).factory; factory != nil {
			args = py.Tuple{factory}
		}
		return py.Tuple{py.TypeOf(self), args, nil, nil, py.GetIter(py.CallMethod(self, "items"))}
	})
	d.Method("__or__(self, other, /)", func(self, other any) any {
		if !py.IsInstance(other, py.DictClass) {
			return py.NotImplemented
		}
		merged := py.CallMethod(self, "copy")
		py.CallMethod(merged, "update", other)
		return merged
	})
	d.Method("__ror__(self, other, /)", func(self, other any) any {
		if !py.IsInstance(other, py.DictClass) {
			return py.NotImplemented
		}
		merged := py.Call(py.TypeOf(self), of(self).factory, other)
		py.CallMethod(merged, "update", self)
		return merged
	})
}

// NewOrderedDict makes an empty OrderedDict.
func NewOrderedDict() *py.Object {
	return dictObject(OrderedDictClass, py.DictOf[any, any]())
}

// moveToEnd moves a key to the right end, or to the left end unless last.
func moveToEnd(d *py.Dict[any, any], key any, last bool) {
	v := d.Pop(key)
	if last {
		d.Set(key, v)
		return
	}
	rest := d.Copy()
	d.Clear()
	d.Set(key, v)
	d.Update(rest)
}

// noMore defines a class that has what its base has.
func noMore(*py.Definition) {}

// orderedViews are the classes of the views of an OrderedDict, by the method
// that makes them.
var orderedViews = map[string]*py.Class{
	"keys":   py.NewNativeClass("builtins", "odict_keys", []*py.Class{py.DictKeysClass}, noMore),
	"values": py.NewNativeClass("builtins", "odict_values", []*py.Class{py.DictValuesClass}, noMore),
	"items":  py.NewNativeClass("builtins", "odict_items", []*py.Class{py.DictItemsClass}, noMore),
}

func defineOrderedDict(d *py.Definition) {
	for name, class := range orderedViews {
		d.Method(name+"(self, /)", func(self any) any {
			return dictMethod(name, self).(*py.DictView).WithClass(class)
		})
	}
	d.Alloc(func() any { return NewOrderedDict() })
	d.Method("__reduce__(self, /)", func(self any) any {
		var state any
		if attributes := py.GetAttrOr(self, "__dict__", nil); py.Truth(attributes) {
			state = attributes
		}
		return py.Tuple{py.TypeOf(self), py.Tuple{}, state, nil, py.GetIter(py.CallMethod(self, "items"))}
	})
	d.Init("__init__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		if n := len(args.(py.Tuple)); n > 1 {
			panic(exc.TypeError("expected at most 1 arguments, got %d", n))
		}
		initDict(self, args.(py.Tuple), kwargs)
		return nil
	})
	d.Method("move_to_end(self, /, key, last=True)", func(self, key, last any) any {
		moveToEnd(plainDict(self), key, py.Truth(last))
		return nil
	})
	d.Method("popitem(self, /, last=True)", func(self, last any) any {
		if plainDict(self).Len() == 0 {
			panic(py.NewKeyError("dictionary is empty"))
		}
		d := plainDict(self)
		if py.Truth(last) {
			k, v := d.PopItem()
			return py.Tuple{k, v}
		}
		k, _ := py.Next(py.GetIter(d))
		return py.Tuple{k, d.Pop(k)}
	})
	d.Method("__repr__(self, /)", func(self any) any {
		name := py.TypeOf(self).Name()
		if plainDict(self).Len() == 0 {
			return name + "()"
		}
		return name + "(" + plainDict(self).String() + ")"
	})
	equal := func(self, other any) (bool, bool) {
		if !py.IsInstance(other, py.DictClass) {
			return false, false
		}
		a, b := plainDict(self), plainDict(other)
		if !py.TypeOf(other).IsSubclassOf(OrderedDictClass) {
			return a.Equal(b), true
		}
		return a.Equal(b) && a.KeyList().Equal(b.KeyList()), true
	}
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		if same, ok := equal(self, other); ok {
			return same
		}
		return py.NotImplemented
	})
	d.Method("__ne__(self, other, /)", func(self, other any) any {
		if same, ok := equal(self, other); ok {
			return !same
		}
		return py.NotImplemented
	})
	d.Set("__hash__", nil)
	for _, name := range []string{"copy", "__copy__"} {
		d.Method(name+"(self, /)", func(self any) any {
			return py.Call(py.TypeOf(self), self)
		})
	}
	d.ClassMethod("fromkeys(cls, /, iterable, value=None)", func(cls, iterable, value any) any {
		made := py.Call(cls)
		for k := range py.Iter(iterable) {
			py.SetItem(made, k, value)
		}
		return made
	})
	merge := func(left, right any, class *py.Class) any {
		merged := py.Call(class, left)
		py.CallMethod(merged, "update", right)
		return merged
	}
	d.Method("__or__(self, other, /)", func(self, other any) any {
		if !py.IsInstance(other, py.DictClass) {
			return py.NotImplemented
		}
		return merge(self, other, py.TypeOf(self))
	})
	d.Method("__ror__(self, other, /)", func(self, other any) any {
		if !py.IsInstance(other, py.DictClass) {
			return py.NotImplemented
		}
		return merge(other, self, py.TypeOf(self))
	})
}
