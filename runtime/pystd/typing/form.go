package typing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Form is a special form or an unsubscripted generic of the module: Optional,
// Any's kin, List, Callable, ...
type Form struct {
	name string
	// origin is the class that a generic like List stands for, nil for others.
	origin *py.Class
	// subscript makes form[params]; nil when the form takes none.
	subscript func(f *Form, params any) any
}

// PyClass is the class of the form.
func (f *Form) PyClass() *py.Class {
	if f.origin != nil {
		return specialGenericAliasClass
	}
	return specialFormClass
}

// String is repr(f).
func (f *Form) String() string { return "typing." + f.name }

var specialFormClass, specialGenericAliasClass *py.Class

func init() {
	specialFormClass = py.NewNativeClass("typing", "_SpecialForm", nil, defineForm)
	specialGenericAliasClass = py.NewNativeClass("typing", "_SpecialGenericAlias", nil, func(d *py.Definition) {
		defineForm(d)
		of := py.PayloadAs[*Form]
		d.Getter("__origin__", func(self any) any { return of(self).origin })
		d.Method("__mro_entries__(self, bases, /)", func(self, bases any) any {
			return (&Alias{origin: of(self).origin, name: of(self).name}).mroEntries(bases.(py.Tuple))
		})
		d.Method("__getattr__(self, name, /)", func(self, name any) any {
			return py.GetAttr(of(self).origin, name.(string))
		})
	})
}

func defineForm(d *py.Definition) {
	of := py.PayloadAs[*Form]
	d.Getter("__name__", func(self any) any { return of(self).name })
	d.Getter("_name", func(self any) any { return of(self).name })
	d.Getter("__module__", func(any) any { return "typing" })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__getitem__(self, params, /)", func(self, params any) any {
		f := of(self)
		if f.subscript == nil {
			panic(exc.TypeError("%s is not subscriptable", f))
		}
		return f.subscript(f, params)
	})
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		f := of(self)
		if f.origin != nil && instantiable(f.origin) {
			return py.CallKw(f.origin, args.(py.Tuple), py.KwFrom(kwargs))
		}
		if f.origin != nil {
			panic(exc.TypeError("Type %s cannot be instantiated; use %s() instead", f.name, f.origin.Name()))
		}
		panic(exc.TypeError("Cannot instantiate %s", f))
	})
	d.Method("__or__(self, other, /)", func(self, other any) any { return Union(self, other) })
	d.Method("__ror__(self, other, /)", func(self, other any) any { return Union(other, self) })
	d.Method("__instancecheck__(self, obj, /)", func(self, o any) any {
		f := of(self)
		if f.origin == nil {
			panic(exc.TypeError("%s cannot be used with isinstance()", f))
		}
		return py.IsInstance(o, f.origin)
	})
	d.Method("__subclasscheck__(self, cls, /)", func(self, cls any) any {
		f := of(self)
		if f.origin == nil {
			panic(exc.TypeError("%s cannot be used with issubclass()", f))
		}
		return py.IsSubclass(cls, f.origin)
	})
}

// The special forms.
var (
	unionForm     = &Form{name: "Union"}
	optionalForm  = &Form{name: "Optional"}
	literalForm   = &Form{name: "Literal", subscript: func(f *Form, params any) any { return literal(f, params) }}
	annotatedForm = &Form{name: "Annotated", subscript: func(f *Form, params any) any { return annotated(params) }}
	classVarForm  = &Form{name: "ClassVar", subscript: wrapOne}
	finalForm     = &Form{name: "Final", subscript: wrapOne}
)

func init() {
	unionForm.subscript = func(_ *Form, params any) any { return subscriptUnion(params) }
	optionalForm.subscript = func(_ *Form, param any) any {
		return Union(typeArgument(param, "Optional[t] requires a single type."), py.NoneClass)
	}
}

// otherForms are those that wrap one type, or several, or none.
var otherForms = []*Form{
	{name: "Required", subscript: wrapOne}, {name: "NotRequired", subscript: wrapOne}, {name: "ReadOnly", subscript: wrapOne},
	{name: "TypeGuard", subscript: wrapOne}, {name: "TypeIs", subscript: wrapOne}, {name: "Unpack", subscript: wrapOne},
	{name: "Concatenate", subscript: wrapAll},
	{name: "NoReturn"}, {name: "Never"}, {name: "Self"}, {name: "LiteralString"}, {name: "TypeAlias"},
}

// wrapOne is ClassVar[int] and the like.
func wrapOne(f *Form, param any) any {
	if t, ok := param.(py.Tuple); ok {
		panic(exc.TypeError("%s accepts only single type. Got %s.", f, py.Repr(t)))
	}
	return &Alias{origin: f, name: f.name, args: py.Tuple{typeArgument(param, f.String()+" accepts only single type.")}}
}

func wrapAll(f *Form, params any) any {
	return &Alias{origin: f, name: f.name, args: typeArguments(params)}
}

// IsClassVar reports whether an annotation is ClassVar or ClassVar[...].
func IsClassVar(annotation any) bool {
	switch a := annotation.(type) {
	case *Form:
		return a == classVarForm
	case *Alias:
		return a.origin == any(classVarForm)
	}
	return false
}

// Union is Union[types]: nested unions are flattened and types that occur
// twice dropped; one type alone is itself.
func Union(types ...any) any {
	var flat py.Tuple
	add := func(t any) {
		for _, seen := range flat {
			if py.Is(seen, t) || py.Equal(seen, t) {
				return
			}
		}
		flat = append(flat, t)
	}
	for _, t := range types {
		t = typeArgument(t, "Union[arg, ...]: each arg must be a type.")
		if a, ok := t.(*Alias); ok && a.name == "Union" {
			for _, inner := range a.args {
				add(inner)
			}
			continue
		}
		if py.TypeOf(t) == py.UnionClass {
			for inner := range py.Iter(py.GetAttr(t, "__args__")) {
				add(typeArgument(inner, ""))
			}
			continue
		}
		add(t)
	}
	if len(flat) == 1 {
		return flat[0]
	}
	return &Alias{origin: unionForm, name: "Union", args: flat}
}

func subscriptUnion(params any) any {
	items, ok := params.(py.Tuple)
	if !ok {
		items = py.Tuple{params}
	}
	if len(items) == 0 {
		panic(exc.TypeError("Cannot take a Union of no types."))
	}
	return Union(items...)
}

// literal is Literal[values]; nested literals are flattened, values that occur
// twice with the same type dropped.
func literal(f *Form, params any) any {
	items, ok := params.(py.Tuple)
	if !ok {
		items = py.Tuple{params}
	}
	var values py.Tuple
	add := func(v any) {
		for _, seen := range values {
			if py.TypeOf(seen) == py.TypeOf(v) && py.Equal(seen, v) {
				return
			}
		}
		values = append(values, v)
	}
	for _, v := range items {
		if a, ok := v.(*Alias); ok && a.name == "Literal" {
			for _, inner := range a.args {
				add(inner)
			}
			continue
		}
		add(v)
	}
	return &Alias{origin: f, name: "Literal", args: values}
}

func annotated(params any) any {
	items, ok := params.(py.Tuple)
	if !ok || len(items) < 2 {
		panic(exc.TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation)."))
	}
	t := typeArgument(items[0], "Annotated[t, ...]: t must be a type.")
	metadata := append(py.Tuple{}, items[1:]...)
	if inner, ok := t.(*Alias); ok && inner.name == "Annotated" {
		t, metadata = inner.origin, append(append(py.Tuple{}, inner.metadata...), metadata...)
	}
	return &Alias{origin: t, name: "Annotated", args: py.Tuple{t}, metadata: metadata}
}
