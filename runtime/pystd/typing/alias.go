package typing

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Alias is a subscripted generic of the module: List[int], Optional[str],
// Stack[T], ClassVar[int], ...
type Alias struct {
	py.Attributes
	origin any
	args   py.Tuple
	// name is the part of the repr before the bracket for the generics of the
	// module itself, "" for others.
	name string
	// metadata is that of Annotated.
	metadata py.Tuple
}

// PyClass is _GenericAlias or one of its kinds.
func (a *Alias) PyClass() *py.Class {
	switch a.name {
	case "Union", "Optional":
		return unionAliasClass
	case "Literal":
		return literalAliasClass
	case "Annotated":
		return annotatedAliasClass
	}
	return aliasClass
}

// String is repr(a).
func (a *Alias) String() string {
	switch a.name {
	case "Union":
		if len(a.args) == 2 {
			for i, arg := range a.args {
				if arg == any(py.NoneClass) {
					return "typing.Optional[" + typeRepr(a.args[1-i]) + "]"
				}
			}
		}
	case "Literal":
		parts := make([]string, len(a.args))
		for i, v := range a.args {
			parts[i] = py.Repr(v)
		}
		return "typing.Literal[" + strings.Join(parts, ", ") + "]"
	case "Annotated":
		parts := []string{typeRepr(a.origin)}
		for _, v := range a.metadata {
			parts = append(parts, py.Repr(v))
		}
		return "typing.Annotated[" + strings.Join(parts, ", ") + "]"
	case "Callable":
		return callableRepr(a.args)
	}
	name := "typing." + a.name
	if a.name == "" {
		name = typeRepr(a.origin)
	}
	if len(a.args) == 0 {
		return name + "[()]"
	}
	return name + "[" + joinTypes(a.args) + "]"
}

func joinTypes(args py.Tuple) string {
	parts := make([]string, len(args))
	for i, arg := range args {
		parts[i] = typeRepr(arg)
	}
	return strings.Join(parts, ", ")
}

func typeRepr(v any) string { return collectionsabc.TypeRepr(v) }

func callableRepr(args py.Tuple) string {
	last := len(args) - 1
	result := typeRepr(args[last])
	if last == 1 {
		if args[0] == any(py.Ellipsis) {
			return "typing.Callable[..., " + result + "]"
		}
		if _, ok := args[0].(*TypeVar); ok && args[0].(*TypeVar).kind == paramSpec {
			return "typing.Callable[" + typeRepr(args[0]) + ", " + result + "]"
		}
	}
	return "typing.Callable[[" + joinTypes(args[:last]) + "], " + result + "]"
}

// parameters lists the type variables of an alias in order.
func (a *Alias) parameters() py.Tuple { return typeVariables(a.args) }

func typeVariables(args []any) py.Tuple {
	found := py.Tuple{}
	add := func(v any) {
		for _, seen := range found {
			if seen == v {
				return
			}
		}
		found = append(found, v)
	}
	for _, arg := range args {
		switch arg := arg.(type) {
		case *TypeVar:
			add(arg)
		case *Alias:
			for _, v := range arg.parameters() {
				add(v)
			}
		case *py.Class, nil:
		case py.Tuple:
			for _, v := range typeVariables(arg) {
				add(v)
			}
		default:
			if inner, ok := py.GetAttrOr(arg, "__parameters__", nil).(py.Tuple); ok {
				for _, v := range inner {
					add(v)
				}
			}
		}
	}
	return found
}

// substitute replaces the type variables of an alias.
func (a *Alias) substitute(params py.Tuple, values []any) *Alias {
	replaced := *a
	replaced.args = make(py.Tuple, len(a.args))
	for i, arg := range a.args {
		replaced.args[i] = substituteIn(arg, params, values)
	}
	if a.name == "Annotated" {
		replaced.origin = replaced.args[0]
	}
	return &replaced
}

func substituteIn(arg any, params py.Tuple, values []any) any {
	switch arg := arg.(type) {
	case *TypeVar:
		for i, p := range params {
			if p == any(arg) {
				return values[i]
			}
		}
	case *Alias:
		return arg.substitute(params, values)
	case nil, *py.Class:
	default:
		inner, ok := py.GetAttrOr(arg, "__parameters__", nil).(py.Tuple)
		if ok && len(inner) > 0 {
			chosen := make(py.Tuple, len(inner))
			for i, p := range inner {
				chosen[i] = substituteIn(p, params, values)
			}
			return py.GetItem(arg, chosen)
		}
	}
	return arg
}

// subscript is a[params]: it fills in the type variables.
func (a *Alias) subscript(params any) any {
	if a.name == "" && a.origin == any(Generic()) || a.origin == any(Protocol()) {
		panic(exc.TypeError("Cannot subscript already-subscripted %s", a))
	}
	variables := a.parameters()
	if len(variables) == 0 {
		panic(exc.TypeError("%s is not a generic class", a))
	}
	values := typeArguments(params)
	checkArity(a.String(), len(variables), len(values))
	return a.substitute(variables, values)
}

func checkArity(name string, want, got int) {
	if want == got {
		return
	}
	amount := "few"
	if got > want {
		amount = "many"
	}
	panic(exc.TypeError("Too %s arguments for %s; actual %d, expected %d", amount, name, got, want))
}

// typeArguments converts the subscript of a generic to its arguments.
func typeArguments(params any) py.Tuple {
	items, ok := params.(py.Tuple)
	if !ok {
		items = py.Tuple{params}
	}
	args := make(py.Tuple, len(items))
	for i, item := range items {
		args[i] = typeArgument(item, "Parameters to generic types must be types.")
	}
	return args
}

// typeArgument checks one argument: None stands for its type, a string for a
// forward reference. It raises TypeError for what is no type.
func typeArgument(v any, message string) any {
	switch v := v.(type) {
	case nil:
		return py.NoneClass
	case string:
		return &ForwardRef{text: v}
	case *py.Class, *Alias, *TypeVar, *Form, *ForwardRef, *NewTypeObject, *TypeAlias:
		return v
	case *py.List[any], py.Tuple:
		return v
	}
	if v == any(py.Ellipsis) {
		return v
	}
	switch py.TypeOf(v) {
	case py.GenericAliasClass, py.UnionClass:
		return v
	}
	if !py.Callable(v) {
		panic(exc.TypeError("%s Got %s.", message, py.Repr(v)))
	}
	return v
}

// aliasClass and its kinds are made by init, because aliases refer to them.
var aliasClass, unionAliasClass, literalAliasClass, annotatedAliasClass *py.Class

func init() {
	aliasClass = py.NewNativeClass("typing", "_GenericAlias", nil, defineAlias)
	kind := func(name string) *py.Class {
		return py.NewNativeClass("typing", name, []*py.Class{aliasClass}, func(*py.Definition) {})
	}
	unionAliasClass = kind("_UnionGenericAlias")
	literalAliasClass = kind("_LiteralGenericAlias")
	annotatedAliasClass = kind("_AnnotatedAlias")
}

func defineAlias(d *py.Definition) {
	of := py.PayloadAs[*Alias]
	d.Getter("__origin__", func(self any) any { return originOf(of(self)) })
	d.Getter("__args__", func(self any) any { return of(self).args })
	d.Getter("__parameters__", func(self any) any { return of(self).parameters() })
	d.Getter("__metadata__", func(self any) any {
		if of(self).name != "Annotated" {
			panic(exc.AttributeError("'_GenericAlias' object has no attribute '__metadata__'"))
		}
		return of(self).metadata
	})
	d.Getter("__name__", func(self any) any {
		if a := of(self); a.name == "" {
			return py.GetAttr(a.origin, "__name__")
		}
		return of(self).name
	})
	d.Method("__repr__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__getitem__(self, params, /)", func(self, params any) any { return of(self).subscript(params) })
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		b, ok := other.(*Alias)
		if !ok {
			return py.NotImplemented
		}
		return of(self).equal(b)
	})
	d.Method("__hash__(self, /)", func(self any) any { return of(self).hash() })
	d.Method("__or__(self, other, /)", func(self, other any) any { return Union(self, other) })
	d.Method("__ror__(self, other, /)", func(self, other any) any { return Union(other, self) })
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return of(self).instantiate(args.(py.Tuple), py.KwFrom(kwargs))
	})
	d.Method("__mro_entries__(self, bases, /)", func(self, bases any) any { return of(self).mroEntries(bases.(py.Tuple)) })
	d.Method("__instancecheck__(self, obj, /)", func(self, o any) any {
		if a := of(self); a.name == "Union" {
			return isAnyOf(a.args, func(t any) bool { return py.IsInstance(o, t) })
		}
		panic(exc.TypeError("Subscripted generics cannot be used with class and instance checks"))
	})
	d.Method("__subclasscheck__(self, cls, /)", func(self, cls any) any {
		if a := of(self); a.name == "Union" {
			return isAnyOf(a.args, func(t any) bool { return py.IsSubclass(cls, t) })
		}
		panic(exc.TypeError("Subscripted generics cannot be used with class and instance checks"))
	})
	d.Method("__getattr__(self, name, /)", func(self, name any) any {
		n := name.(string)
		if strings.HasPrefix(n, "__") && strings.HasSuffix(n, "__") {
			panic(exc.AttributeError("'%s' object has no attribute '%s'", py.TypeOf(self).Name(), n))
		}
		return py.GetAttr(of(self).origin, n)
	})
}

func isAnyOf(types py.Tuple, holds func(t any) bool) bool {
	for _, t := range types {
		if holds(t) {
			return true
		}
	}
	return false
}

// originOf is __origin__: the union has the form itself.
func originOf(a *Alias) any {
	return a.origin
}

func (a *Alias) equal(b *Alias) bool {
	if a.name != b.name || !py.Equal(a.origin, b.origin) {
		return false
	}
	if a.name == "Union" {
		return py.Equal(py.SetOf[any](a.args...), py.SetOf[any](b.args...))
	}
	return py.Equal(a.args, b.args) && py.Equal(a.metadata, b.metadata)
}

func (a *Alias) hash() int {
	if a.name == "Union" {
		return py.Hash(py.FrozenSetOf[any](a.args...))
	}
	return py.Hash(py.Tuple{a.origin, a.args})
}

// instantiable reports whether the generic form of a class makes instances of it.
func instantiable(class *py.Class) bool {
	switch class {
	case collections.DequeClass, collections.DefaultDictClass, collections.OrderedDictClass, collections.CounterClass:
		return true
	}
	return false
}

// instantiate is a(*args): it makes an instance of the origin.
func (a *Alias) instantiate(args []any, kw py.Kwargs) any {
	class, ok := a.origin.(*py.Class)
	if a.name != "" && !(ok && instantiable(class)) {
		if ok {
			panic(exc.TypeError("Type %s cannot be instantiated; use %s() instead", a.name, class.Name()))
		}
		panic(exc.TypeError("Cannot instantiate %s", a))
	}
	o := py.CallKw(a.origin, args, kw)
	err := py.Try(func() error {
		py.SetAttr(o, "__orig_class__", a)
		return nil
	})
	if err != nil && !py.Matches(err, py.Tuple{py.AttributeError, py.TypeError}) {
		panic(err)
	}
	return o
}

// mroEntries is what stands for the alias among the bases of a class.
func (a *Alias) mroEntries(bases py.Tuple) any {
	if a.name == "" {
		if a.origin == any(Generic()) {
			for _, b := range bases {
				if other, ok := b.(*Alias); ok && other != a && other.name == "" && other.origin != any(Generic()) {
					return py.Tuple{}
				}
			}
		}
		return py.Tuple{a.origin}
	}
	class, ok := a.origin.(*py.Class)
	if !ok {
		panic(exc.TypeError("Cannot subclass %s", a))
	}
	entries := py.Tuple{}
	if !containsClass(bases, class) {
		entries = append(entries, class)
	}
	for _, b := range bases {
		if other, ok := b.(*Alias); ok && other.name == "" {
			return entries
		}
		if c, ok := b.(*py.Class); ok && c.IsSubclassOf(Generic()) {
			return entries
		}
	}
	return append(entries, Generic())
}

func containsClass(bases py.Tuple, class *py.Class) bool {
	for _, b := range bases {
		if b == any(class) {
			return true
		}
	}
	return false
}
