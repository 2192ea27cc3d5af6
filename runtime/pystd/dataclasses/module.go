// Package dataclasses is Python's module dataclasses.
package dataclasses

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

// frozenError is the class FrozenInstanceError.
var frozenError = py.NewExceptionClass("dataclasses", "FrozenInstanceError", py.AttributeError)

// paramsClass is the class of __dataclass_params__.
var paramsClass = py.NewNativeClass("dataclasses", "_DataclassParams", nil, func(d *py.Definition) {
	for i, name := range optionNames {
		d.Getter(name, func(self any) any { return *self.(*params).pointers()[i] })
	}
	d.Method("__repr__(self, /)", func(self any) any {
		parts := make([]string, len(optionNames))
		for i, p := range self.(*params).pointers() {
			parts[i] = optionNames[i] + "=" + py.Repr(*p)
		}
		return "_DataclassParams(" + strings.Join(parts, ",") + ")"
	})
})

type params struct {
	*options
}

func newParams(o *options) *params { return &params{o} }

// PyClass is the class of the parameters.
func (*params) PyClass() *py.Class { return paramsClass }

// Module returns the module dataclasses.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("dataclasses", "")
	m.Set("MISSING", missing)
	m.Set("KW_ONLY", keywords)
	m.Class(fieldClass)
	m.Class(initVarClass)
	m.Class(frozenError)
	m.Func("dataclass(cls=None, /, *, "+optionSpec+")", func(args []any) any {
		o := optionsOf(args[1:])
		if args[0] == nil {
			return py.Func("wrap(cls)", func(cls any) any { return process(cls.(*py.Class), o) })
		}
		return process(args[0].(*py.Class), o)
	})
	m.Func("field(*, default=, default_factory=, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=)",
		newField, missing, missing, missing)
	m.Func("fields(class_or_instance)", func(o any) any { return Fields(o) })
	m.Func("is_dataclass(obj)", func(o any) any {
		class, ok := o.(*py.Class)
		if !ok {
			class = py.TypeOf(o)
		}
		return isDataclass(class)
	})
	m.Func("asdict(obj, *, dict_factory=)", AsDict, py.DictClass)
	m.Func("astuple(obj, *, tuple_factory=)", AsTuple, py.TupleClass)
	m.Func("replace(obj, /, **changes)", func(o, changes any) any {
		if !isDataclass(py.TypeOf(o)) {
			panic(exc.TypeError("replace() should be called on dataclass instances"))
		}
		return replaced(o, changes.(*py.Dict[any, any]))
	})
	m.Func("make_dataclass(cls_name, fields, *, bases=(), namespace=None, "+optionSpec+", module=None)", makeDataclass)
	return m
})

func isDataclass(class *py.Class) bool { return py.HasAttr(class, "__dataclass_fields__") }

// Dataclass applies the decorator dataclass with its default options.
func Dataclass(class *py.Class) any {
	return py.Call(Module().Attr("dataclass"), class)
}

// makeDataclass is the function make_dataclass.
func makeDataclass(args []any) any {
	name, bases, namespace := args[0].(string), args[2], args[3]
	ns := py.DictOf[any, any]("__module__", "__main__")
	if s, ok := args[len(args)-1].(string); ok {
		ns.Set("__module__", s)
	}
	annotations := py.DictOf[any, any]()
	for item := range py.Iter(args[1]) {
		var fieldName any
		var fieldType any = "typing.Any"
		if s, ok := item.(string); ok {
			fieldName = s
		} else {
			parts := py.TupleFrom(py.Iter(item))
			switch len(parts) {
			case 3:
				ns.Set(parts[0], parts[2])
				fallthrough
			case 2:
				fieldName, fieldType = parts[0], parts[1]
			default:
				panic(exc.TypeError("Invalid field: %s", py.Repr(item)))
			}
		}
		s, ok := fieldName.(string)
		switch {
		case !ok || !py.StrIsIdentifier(s):
			panic(exc.TypeError("Field names must be valid identifiers: %s", py.Repr(fieldName)))
		case collections.IsKeyword(s):
			panic(exc.TypeError("Field names must not be keywords: %s", py.Repr(fieldName)))
		case annotations.Has(s):
			panic(exc.TypeError("Field name duplicated: %s", py.Repr(fieldName)))
		}
		if fieldType == any("typing.Any") {
			fieldType = typing.Module().Attr("Any")
		}
		annotations.Set(s, fieldType)
	}
	if namespace != nil {
		py.CallMethod(ns, "update", namespace)
	}
	ns.Set("__annotations__", annotations)
	class := py.NewClass(name, py.TupleFrom(py.Iter(bases)), nil, func(body *py.Namespace) {
		for k, v := range ns.All() {
			body.Set(k.(string), v)
		}
	})
	return process(class.(*py.Class), optionsOf(args[4:len(args)-1]))
}
