package mock

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// defineDict defines patch.dict: a mapping has other items for some time.
func defineDict(b *define.Body) {
	b.Method("__init__(self, in_dict, values=(), clear=False, **kwargs)", func(self, in, values, clear, kw any) any {
		items := py.DictOf[any, any]()
		py.CallMethod(items, "update", values)
		py.CallMethod(items, "update", kw)
		py.SetAttr(self, "in_dict", in)
		py.SetAttr(self, "values", items)
		py.SetAttr(self, "clear", clear)
		py.SetAttr(self, "_original", nil)
		return nil
	})
	b.Method("__call__(self, f)", func(self, f any) any {
		if class, ok := f.(*py.Class); ok {
			decorateTests(class, func(method any) any {
				again := py.Call(dictClass, py.GetAttr(self, "in_dict"), py.GetAttr(self, "values"), py.GetAttr(self, "clear"))
				return py.Call(again, method)
			})
			return class
		}
		return wrap(f, func(args py.Tuple, kw any, f func(args []any, kw py.Kwargs)) {
			changeItems(self)
			defer restoreItems(self)
			f(args, py.KwFrom(kw))
		})
	})
	b.Method("__enter__(self)", func(self any) any { return changeItems(self) })
	b.Method("__exit__(self, *args)", func(self, _ any) any {
		restoreItems(self)
		return false
	})
	b.Method("start(self)", func(self any) any {
		in := changeItems(self)
		active = append(active, &startedDict{self})
		return in
	})
	b.Method("stop(self)", func(self any) any {
		for i, p := range active {
			if d, ok := p.(*startedDict); ok && d.self == self {
				active = append(active[:i:i], active[i+1:]...)
				return p.stop()
			}
		}
		return nil
	})
}

// startedDict is a patch.dict that start has put in place.
type startedDict struct{ self any }

func (d *startedDict) stop() any {
	restoreItems(d.self)
	return false
}

func changeItems(self any) any {
	in := resolved(py.GetAttr(self, "in_dict"))()
	py.SetAttr(self, "in_dict", in)
	original := py.DictOf[any, any]()
	for key := range py.Iter(in) {
		original.Set(key, py.GetItem(in, key))
	}
	py.SetAttr(self, "_original", original)
	if py.Truth(py.GetAttr(self, "clear")) {
		clearItems(in)
	}
	setItems(in, py.GetAttr(self, "values"))
	return in
}

func restoreItems(self any) {
	if original := py.GetAttr(self, "_original"); original != nil {
		in := py.GetAttr(self, "in_dict")
		clearItems(in)
		setItems(in, original)
	}
}

func clearItems(in any) {
	keys := py.ListOf[any]()
	for key := range py.Iter(in) {
		keys.Append(key)
	}
	for key := range keys.All() {
		py.DelItem(in, key)
	}
}

func setItems(in, values any) {
	for key := range py.Iter(values) {
		py.SetItem(in, key, py.GetItem(values, key))
	}
}
