package threading

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// localKey is the key in py.Thread.Data of a thread's part of a local object.
type localKey struct{ object any }

// localValues returns the attributes that a local object has in this thread. In
// a new thread __init__ runs again.
func localValues(self any) *py.Dict[any, any] {
	t := py.CurrentThread()
	key := localKey{self}
	if d, ok := t.Data[key].(*py.Dict[any, any]); ok {
		return d
	}
	if t.Data == nil {
		t.Data = map[any]any{}
	}
	d := py.DictOf[any, any]()
	t.Data[key] = d
	if init, ok := py.TypeOf(self).Lookup("__init__"); ok {
		if base, _ := py.ObjectClass.Lookup("__init__"); init != base {
			py.Call(init, self)
		}
	}
	return d
}

// newLocalClass makes threading.local: attributes that each thread has for
// itself.
func newLocalClass() *py.Class {
	return define.Class("_thread", "_local", nil, func(b *define.Body) {
		b.Method("__getattribute__(self, name)", func(self, name any) any {
			if name == "__dict__" {
				return localValues(self)
			}
			if name != "__class__" {
				if v, ok := localValues(self).Lookup(name); ok {
					return v
				}
			}
			return py.Call(py.GetAttr(py.ObjectClass, "__getattribute__"), self, name)
		})
		b.Method("__setattr__(self, name, value)", func(self, name, value any) any {
			localValues(self).Set(name, value)
			return nil
		})
		b.Method("__delattr__(self, name)", func(self, name any) any {
			d := localValues(self)
			if !d.Has(name) {
				py.Raise(py.NewAttributeError("'" + py.TypeOf(self).Name() + "' object has no attribute '" + py.Str(name) + "'"))
			}
			d.Delete(name)
			return nil
		})
	}).NameInErrors("_thread._local")
}
