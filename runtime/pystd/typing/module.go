// Package typing is the part of Python's module typing that runs: generics that
// can be subscripted and shown, type variables, protocols, NamedTuple,
// TypedDict and the introspection of annotations.
package typing

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module returns the module typing.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("typing", "")
	m.Set("TYPE_CHECKING", false)
	m.Set("Text", py.StrClass)
	m.Lazy("Any", func() any { return anyClass() })
	for _, f := range []*Form{unionForm, optionalForm, literalForm, annotatedForm, classVarForm, finalForm} {
		m.Set(f.name, f)
	}
	for _, f := range otherForms {
		m.Set(f.name, f)
	}
	m.Set("NoDefault", noDefault)
	for _, c := range typeVarClasses {
		m.Class(c)
	}
	m.Class(typeAliasClass)
	m.Set("AnyStr", &TypeVar{name: "AnyStr", constraints: py.Tuple{py.BytesClass, py.StrClass}, fallback: noDefault})
	m.Class(forwardRefClass)
	m.Class(newTypeClass)
	m.Lazy("Generic", func() any { return Generic() })
	m.Lazy("Protocol", func() any { return Protocol() })
	m.Lazy("NamedTuple", func() any { return namedTuple() })
	m.Lazy("TypedDict", func() any { return typedDict() })
	addGenerics(m)
	addSupports(m)
	addFiles(m)
	addDecorators(m)
	addIntrospection(m)
	return m
})

// formNamed finds one of the other forms.
func formNamed(name string) *Form {
	for _, f := range otherForms {
		if f.name == name {
			return f
		}
	}
	return nil
}

// anyClass returns the class Any.
var anyClass = sync.OnceValue(func() *py.Class {
	var class *py.Class
	meta := define.Class("typing", "_AnyMeta", []any{py.TypeClass}, func(b *define.Body) {
		b.Method("__instancecheck__(self, obj)", func(self, o any) any {
			if self == any(class) {
				panic(exc.TypeError("typing.Any cannot be used with isinstance()"))
			}
			return py.Call(py.GetAttr(py.TypeClass, "__instancecheck__"), self, o)
		})
		b.Method("__repr__(self)", func(self any) any {
			if self == any(class) {
				return "typing.Any"
			}
			return py.Call(py.GetAttr(py.TypeClass, "__repr__"), self)
		})
	})
	class = define.ClassWith("typing", "Any", nil, py.Kwargs{{Name: "metaclass", Value: meta}}, func(b *define.Body) {
		b.Method("__new__(cls, *args, **kwargs)", func(cls, _, _ any) any {
			if cls == any(class) {
				panic(exc.TypeError("Any cannot be instantiated"))
			}
			return py.Call(py.GetAttr(py.ObjectClass, "__new__"), cls)
		})
	})
	return class
})

// addSupports adds the protocols of one method.
func addSupports(m *py.Module) {
	for name, method := range map[string]string{
		"SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__",
		"SupportsBytes": "__bytes__", "SupportsIndex": "__index__", "SupportsAbs": "__abs__", "SupportsRound": "__round__",
	} {
		m.Lazy(name, func() any {
			c := define.Class("typing", name, []any{Protocol()}, func(b *define.Body) {
				b.Set("__slots__", py.Tuple{})
				abc.AbstractMethod(b.Method(method+"(self)", func(any) any { return nil }))
				if name == "SupportsAbs" || name == "SupportsRound" {
					b.ClassMethod("__class_getitem__(cls, params)", func(cls, params any) any {
						return &Alias{origin: cls, args: typeArguments(params)}
					})
				}
			})
			return runtimeCheckable(c)
		})
	}
}

// addFiles adds the types of files.
func addFiles(m *py.Module) {
	text := &TypeVar{name: "AnyStr", constraints: py.Tuple{py.BytesClass, py.StrClass}, fallback: noDefault}
	io := sync.OnceValue(func() *py.Class {
		return define.Class("typing", "IO", []any{Generic()}, func(b *define.Body) {
			b.Set("__orig_bases__", py.Tuple{&Alias{origin: Generic(), args: py.Tuple{text}}})
			b.ClassMethod("__class_getitem__(cls, params)", func(cls, params any) any {
				return &Alias{origin: cls, name: "IO", args: typeArguments(params)}
			})
		})
	})
	m.Lazy("IO", func() any { return io() })
	m.Lazy("TextIO", func() any { return define.Class("typing", "TextIO", []any{io()}, nil) })
	m.Lazy("BinaryIO", func() any { return define.Class("typing", "BinaryIO", []any{io()}, nil) })
}
