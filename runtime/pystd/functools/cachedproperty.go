package functools

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// cachedProperty is functools.cached_property: its first value becomes an
// attribute of the instance.
type cachedProperty struct {
	function any
	name     string
}

var cachedPropertyClass = py.NewNativeClass("functools", "cached_property", nil, func(d *py.Definition) {
	of := py.PayloadAs[*cachedProperty]
	d.New("cached_property(func)", func(function any) any { return &cachedProperty{function: function} })
	d.Subscriptable()
	d.Getter("func", func(self any) any { return of(self).function })
	d.Getter("attrname", func(self any) any {
		if of(self).name == "" {
			return nil
		}
		return of(self).name
	})
	d.Getter("__doc__", func(self any) any { return py.GetAttrOr(of(self).function, "__doc__", nil) })
	d.Method("__set_name__(self, owner, name, /)", func(self, owner, name any) any {
		of(self).SetName(owner.(*py.Class), name.(string))
		return nil
	})
	d.Method("__get__(self, instance, owner=None, /)", func(self, instance, owner any) any {
		class, _ := owner.(*py.Class)
		return of(self).DescriptorGet(instance, class)
	})
})

// PyClass is the class cached_property.
func (p *cachedProperty) PyClass() *py.Class { return cachedPropertyClass }

// SetName is __set_name__.
func (p *cachedProperty) SetName(_ *py.Class, name string) {
	if p.name == "" {
		p.name = name
	} else if p.name != name {
		panic(exc.TypeError("Cannot assign the same cached_property to two different names (%s and %s).",
			py.Repr(p.name), py.Repr(name)))
	}
}

// DescriptorGet computes the value and keeps it in the instance's __dict__. It
// raises TypeError when the instance has none.
func (p *cachedProperty) DescriptorGet(instance any, _ *py.Class) any {
	if instance == nil {
		return p
	}
	if p.name == "" {
		panic(exc.TypeError("Cannot use cached_property instance without calling __set_name__ on it."))
	}
	attributes := py.GetAttrOr(instance, "__dict__", absent)
	if attributes == absent {
		panic(exc.TypeError("No '__dict__' attribute on %s instance to cache %s property.",
			py.Repr(py.TypeOf(instance).Name()), py.Repr(p.name)))
	}
	if v := py.CallMethod(attributes, "get", p.name, absent); v != absent {
		return v
	}
	v := py.Call(p.function, instance)
	py.SetItem(attributes, p.name, v)
	return v
}
