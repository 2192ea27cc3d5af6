package typing

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	prohibitedNames = strings.Fields(`__new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _field_types
		_make _replace _asdict _source`)
	specialNames = strings.Fields(`__module__ __name__ __annotations__ __orig_bases__ __qualname__`)
)

// namedTuple is NamedTuple: a base for class statements, and a function that
// makes such a class.
var namedTuple = sync.OnceValue(func() any {
	f := py.Func("NamedTuple(typename, fields=, /, **kwargs)", func(name, fields, kwargs any) any {
		annotations := py.DictOf[any, any]()
		if fields != noDefault {
			for pair := range py.Iter(fields) {
				item := py.Unpack(pair, 2)
				annotations.Set(item[0], annotationType(item[1]))
			}
		} else {
			for k, v := range kwargs.(*py.Dict[any, any]).All() {
				annotations.Set(k, annotationType(v))
			}
		}
		return makeNamedTuple(name.(string), annotations, nil, "__main__")
	}, noDefault).Module("typing")
	py.SetAttr(f, "__mro_entries__", py.Func("_namedtuple_mro_entries(bases)", func(any) any {
		return py.Tuple{namedTupleBase()}
	}))
	return f
})

func annotationType(t any) any {
	switch t := t.(type) {
	case nil:
		return py.NoneClass
	case string:
		return &ForwardRef{text: t}
	}
	return t
}

// makeNamedTuple makes the class for annotated fields.
func makeNamedTuple(name string, annotations *py.Dict[any, any], defaults []any, module string) *py.Class {
	var fields []string
	for k := range annotations.Keys() {
		fields = append(fields, k.(string))
	}
	class := collections.NamedTuple(name, fields, defaults, module)
	py.SetAttr(class, "__annotations__", annotations)
	return class
}

// namedTupleBase is the class that stands for NamedTuple among the bases: its
// metaclass makes a class derived from tuple instead.
var namedTupleBase = sync.OnceValue(func() *py.Class {
	newType := py.GetAttr(py.TypeClass, "__new__")
	meta := define.Class("typing", "NamedTupleMeta", []any{py.TypeClass}, func(b *define.Body) {
		b.Method("__new__(cls, typename, bases, ns)", func(cls, name, bases, ns any) any {
			if ns.(*py.Dict[any, any]).Has("__orig_bases__") {
				return namedTupleClass(name.(string), bases.(py.Tuple), ns.(*py.Dict[any, any]))
			}
			return py.Call(newType, cls, name, bases, ns)
		})
	})
	return define.ClassWith("typing", "_NamedTuple", nil, py.Kwargs{{Name: "metaclass", Value: meta}}, nil)
})

func namedTupleClass(name string, bases py.Tuple, ns *py.Dict[any, any]) any {
	annotations, _ := ns.GetOr("__annotations__", nil).(*py.Dict[any, any])
	if annotations == nil {
		annotations = py.DictOf[any, any]()
	}
	types := py.DictOf[any, any]()
	for k, t := range annotations.All() {
		types.Set(k, annotationType(t))
	}
	annotations = types
	var defaults []any
	var defaulted []string
	for k := range annotations.Keys() {
		field := k.(string)
		if v, ok := ns.Lookup(field); ok {
			defaults = append(defaults, v)
			defaulted = append(defaulted, field)
		} else if len(defaulted) > 0 {
			plural := ""
			if len(defaulted) > 1 {
				plural = "s"
			}
			panic(exc.TypeError("Non-default namedtuple field %s cannot follow default field%s %s",
				field, plural, strings.Join(defaulted, ", ")))
		}
	}
	module, _ := ns.GetOr("__module__", "__main__").(string)
	class := makeNamedTuple(name, annotations, defaults, module)
	if generic := slices.ContainsFunc(bases, func(b any) bool { return b == any(Generic()) }); generic {
		py.SetAttr(class, "__class_getitem__", py.ClassMethod(py.Func("__class_getitem__(cls, params)",
			func(cls, params any) any { return &Alias{origin: cls, args: typeArguments(params)} })))
	}
	for k, v := range ns.All() {
		key := k.(string)
		switch {
		case slices.Contains(prohibitedNames, key):
			panic(exc.AttributeError("Cannot overwrite NamedTuple attribute %s", key))
		case key == "__qualname__":
			py.SetAttr(class, key, v)
		case slices.Contains(specialNames, key) || annotations.Has(key):
		default:
			py.SetAttr(class, key, v)
			if py.HasAttr(py.TypeOf(v), "__set_name__") {
				py.CallMethod(v, "__set_name__", class, key)
			}
		}
	}
	py.SetAttr(class, "__orig_bases__", ns.Get("__orig_bases__"))
	return class
}
