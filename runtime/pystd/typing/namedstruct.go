package typing

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// namedStructs are the fields of the classes that NamedStruct has made.
var namedStructs sync.Map // *py.Class → []string

// NamedStruct makes the class of a struct that of named tuples: its instances
// are shown, compared and hashed as the tuple of the given fields, also where
// they are compared with tuples. It returns the class. Instances are no tuples
// otherwise: converted programs use it where no operation can tell.
//
// https://docs.python.org/3.13/library/typing.html#typing.NamedTuple
func NamedStruct(class *py.Class, fields ...string) *py.Class {
	namedStructs.Store(class, fields)
	class.CompareByFields(fields...)
	method := func(name, parameters string, fn any) {
		if _, own := class.Own(name); !own {
			f := py.Func(name+parameters, fn).Module(class.ModuleName())
			py.SetAttr(class, name, f.Qualname(class.Qualname()+"."+name))
		}
	}
	method("__repr__", "(self)", func(self any) any {
		parts := make([]string, len(fields))
		for i, item := range itemsOf(self) {
			parts[i] = fields[i] + "=" + py.Repr(item)
		}
		return class.Name() + "(" + strings.Join(parts, ", ") + ")"
	})
	method("__hash__", "(self)", func(self any) any { return py.Hash(itemsOf(self)) })
	method("__eq__", "(self, other)", func(self, other any) any {
		if py.Is(self, other) {
			return true
		}
		return compared(self, other, py.Eq)
	})
	method("__ne__", "(self, other)", func(self, other any) any {
		if py.Is(self, other) {
			return false
		}
		return compared(self, other, py.Ne)
	})
	method("__lt__", "(self, other)", func(self, other any) any { return compared(self, other, py.Lt) })
	method("__le__", "(self, other)", func(self, other any) any { return compared(self, other, py.Le) })
	method("__gt__", "(self, other)", func(self, other any) any { return compared(self, other, py.Gt) })
	method("__ge__", "(self, other)", func(self, other any) any { return compared(self, other, py.Ge) })
	return class
}

// compared compares a named tuple with another, or with a tuple.
func compared(self, other any, op func(a, b any) any) any {
	items := itemsOf(other)
	if items == nil {
		return py.NotImplemented
	}
	return op(itemsOf(self), items)
}

// itemsOf is the tuple that o is compared as, nil if o is neither a tuple nor an
// instance of a class that NamedStruct has made.
func itemsOf(o any) py.Tuple {
	if t, ok := o.(py.Tuple); ok {
		return t
	}
	fields, ok := namedStructs.Load(py.TypeOf(o))
	if !ok {
		return nil
	}
	items := make(py.Tuple, len(fields.([]string)))
	for i, name := range fields.([]string) {
		items[i] = py.GetAttr(o, name)
	}
	return items
}
