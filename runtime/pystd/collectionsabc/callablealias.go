package collectionsabc

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// CallableAlias is collections.abc.Callable[[...], ...].
type CallableAlias struct {
	origin any
	args   py.Tuple
}

var callableAliasClass = py.NewNativeClass("collections.abc", "_CallableGenericAlias", nil, func(d *py.Definition) {
	alias := py.PayloadAs[*CallableAlias]
	d.Getter("__origin__", func(self any) any { return alias(self).origin })
	d.Getter("__args__", func(self any) any { return alias(self).args })
	d.Getter("__parameters__", func(any) any { return py.Tuple{} })
	d.Method("__repr__(self, /)", func(self any) any { return alias(self).String() })
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		o, ok := other.(*CallableAlias)
		if !ok {
			return py.NotImplemented
		}
		a := alias(self)
		return a.origin == o.origin && py.Equal(a.args, o.args)
	})
	d.Method("__hash__(self, /)", func(self any) any {
		a := alias(self)
		return py.Hash(py.Tuple{a.origin, a.args})
	})
	d.Method("__mro_entries__(self, bases, /)", func(self, _ any) any { return py.Tuple{alias(self).origin} })
	d.Method("__or__(self, other, /)", func(self, other any) any { return py.Call(unionOf(), self, other) })
	d.Method("__ror__(self, other, /)", func(self, other any) any { return py.Call(unionOf(), other, self) })
})

// unionOf returns the function that joins two types to a union.
func unionOf() any { return py.GetAttr(py.TypeClass, "__or__") }

func newCallableAlias(origin any, args py.Tuple) *CallableAlias {
	return &CallableAlias{origin: origin, args: args}
}

// PyClass is the class of the alias.
func (a *CallableAlias) PyClass() *py.Class { return callableAliasClass }

// String is repr(a).
func (a *CallableAlias) String() string {
	last := len(a.args) - 1
	if len(a.args) == 2 && a.args[0] == any(py.Ellipsis) {
		return "collections.abc.Callable[..., " + TypeRepr(a.args[1]) + "]"
	}
	parts := make([]string, last)
	for i, arg := range a.args[:last] {
		parts[i] = TypeRepr(arg)
	}
	return "collections.abc.Callable[[" + strings.Join(parts, ", ") + "], " + TypeRepr(a.args[last]) + "]"
}

// TypeRepr is how the repr of a generic alias shows one of its arguments: a
// class by its name, with its module unless that is builtins.
func TypeRepr(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case *py.Class:
		if v.ModuleName() == "builtins" {
			return v.Qualname()
		}
		return v.ModuleName() + "." + v.Qualname()
	case *py.Function:
		return v.QualifiedName()
	case *py.List[any]:
		parts := make([]string, 0, v.Len())
		for item := range v.All() {
			parts = append(parts, TypeRepr(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if v == any(py.Ellipsis) {
		return "..."
	}
	return py.Repr(v)
}
