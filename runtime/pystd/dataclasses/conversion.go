package dataclasses

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Fields is dataclasses.fields. It raises TypeError for what is neither a
// dataclass nor an instance of one.
func Fields(o any) py.Tuple {
	all := py.GetAttrOr(o, "__dataclass_fields__", nil)
	if all == nil {
		panic(exc.TypeError("must be called with a dataclass type or instance"))
	}
	fields := py.Tuple{}
	for v := range py.Iter(py.CallMethod(all, "values")) {
		if f, ok := v.(*Field); ok && f.kind == properField {
			fields = append(fields, f)
		}
	}
	return fields
}

// AsDict is dataclasses.asdict: dataclasses inside containers are converted
// too, other values copied deeply.
func AsDict(o, factory any) any {
	if !isDataclass(py.TypeOf(o)) {
		panic(exc.TypeError("asdict() should be called on dataclass instances"))
	}
	c := &converter{}
	c.instance = func(o any) any {
		if factory == any(py.DictClass) {
			d := py.DictOf[any, any]()
			for _, f := range Fields(o) {
				name := f.(*Field).name
				d.Set(name, c.convert(py.GetAttr(o, name)))
			}
			return d
		}
		items := py.ListOf[any]()
		for _, f := range Fields(o) {
			name := f.(*Field).name
			items.Append(py.Tuple{name, c.convert(py.GetAttr(o, name))})
		}
		return py.Call(factory, items)
	}
	return c.instance(o)
}

// AsTuple is dataclasses.astuple.
func AsTuple(o, factory any) any {
	if !isDataclass(py.TypeOf(o)) {
		panic(exc.TypeError("astuple() should be called on dataclass instances"))
	}
	c := &converter{}
	c.instance = func(o any) any {
		items := py.ListOf[any]()
		for _, f := range Fields(o) {
			items.Append(c.convert(py.GetAttr(o, f.(*Field).name)))
		}
		return py.Call(factory, items)
	}
	return c.instance(o)
}

// converter turns dataclasses into plain containers; instance does it for one.
type converter struct {
	instance func(o any) any
}

func (c *converter) convert(o any) any {
	switch o.(type) {
	case nil, bool, int, float64, string, py.Bytes, complex128:
		return o
	}
	class := py.TypeOf(o)
	if _, isClass := o.(*py.Class); !isClass && isDataclass(class) {
		return c.instance(o)
	}
	switch {
	case class.IsSubclassOf(py.TupleClass) || class.IsSubclassOf(py.ListClass):
		items := py.ListOf[any]()
		for v := range py.Iter(o) {
			items.Append(c.convert(v))
		}
		switch {
		case class == py.ListClass:
			return items
		case class == py.TupleClass:
			return py.Tuple(items.Items())
		case py.HasAttr(class, "_fields"):
			return py.Call(class, items.Items()...)
		}
		return py.Call(class, items)
	case class.IsSubclassOf(py.DictClass):
		return c.convertDict(o, class)
	}
	return copy.DeepCopy(o)
}

func (c *converter) convertDict(o any, class *py.Class) any {
	d := py.DictOf[any, any]()
	for pair := range py.Iter(py.CallMethod(o, "items")) {
		item := pair.(py.Tuple)
		d.Set(c.convert(item[0]), c.convert(item[1]))
	}
	if class == py.DictClass {
		return d
	}
	if py.HasAttr(class, "default_factory") {
		made := py.Call(class, py.GetAttr(o, "default_factory"))
		py.CallMethod(made, "update", d)
		return made
	}
	return py.Call(class, d)
}

// replaced makes an instance like o with some fields changed.
func replaced(o any, changes *py.Dict[any, any]) any {
	changes = changes.Copy()
	for v := range py.Iter(py.CallMethod(py.GetAttr(o, "__dataclass_fields__"), "values")) {
		f := v.(*Field)
		if f.kind == classVariable {
			continue
		}
		if !f.init {
			if changes.Has(f.name) {
				panic(exc.TypeError("field %s is declared with init=False, it cannot be specified with replace()", f.name))
			}
			continue
		}
		if !changes.Has(f.name) {
			if f.kind == initVariable && f.fallback == any(missing) {
				panic(exc.TypeError("InitVar %s must be specified with replace()", py.Repr(f.name)))
			}
			changes.Set(f.name, py.GetAttr(o, f.name))
		}
	}
	return py.CallKw(py.TypeOf(o), nil, py.KwFrom(changes))
}
