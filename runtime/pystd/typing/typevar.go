package typing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// variableKind tells TypeVar, ParamSpec and TypeVarTuple apart.
type variableKind int

const (
	typeVar variableKind = iota
	paramSpec
	typeVarTuple
)

// TypeVar is a TypeVar, ParamSpec or TypeVarTuple.
type TypeVar struct {
	py.Attributes
	kind                     variableKind
	name                     string
	bound                    any
	constraints              py.Tuple
	covariant, contravariant bool
	infer                    bool
	fallback                 any
	// What a type parameter list says is evaluated when it is asked for.
	lazyBound, lazyConstraints, lazyFallback func() any
}

// noDefault is typing.NoDefault.
var noDefault any = &Form{name: "NoDefault"}

// PyClass is TypeVar, ParamSpec or TypeVarTuple.
func (v *TypeVar) PyClass() *py.Class { return typeVarClasses[v.kind] }

// String is repr(v).
func (v *TypeVar) String() string {
	switch {
	case v.infer || v.kind == typeVarTuple:
		return v.name
	case v.covariant:
		return "+" + v.name
	case v.contravariant:
		return "-" + v.name
	}
	return "~" + v.name
}

var typeVarClasses [3]*py.Class

func init() {
	typeVarClasses[typeVar] = py.NewNativeClass("typing", "TypeVar", nil, func(d *py.Definition) {
		d.New("TypeVar(name, *constraints, bound=None, default=, covariant=False, contravariant=False, infer_variance=False)",
			newTypeVar, noDefault)
		defineTypeVar(d)
	})
	typeVarClasses[paramSpec] = py.NewNativeClass("typing", "ParamSpec", nil, func(d *py.Definition) {
		d.New("ParamSpec(name, *, bound=None, default=, covariant=False, contravariant=False, infer_variance=False)",
			func(name, bound, fallback, covariant, contravariant, infer any) any {
				return &TypeVar{kind: paramSpec, name: name.(string), bound: bound, fallback: fallback,
					covariant: py.Truth(covariant), contravariant: py.Truth(contravariant), infer: py.Truth(infer)}
			}, noDefault)
		defineTypeVar(d)
		d.Getter("args", func(self any) any { return &Form{name: py.Str(self) + ".args"} })
		d.Getter("kwargs", func(self any) any { return &Form{name: py.Str(self) + ".kwargs"} })
	})
	typeVarClasses[typeVarTuple] = py.NewNativeClass("typing", "TypeVarTuple", nil, func(d *py.Definition) {
		d.New("TypeVarTuple(name, *, default=)", func(name, fallback any) any {
			return &TypeVar{kind: typeVarTuple, name: name.(string), fallback: fallback}
		}, noDefault)
		defineTypeVar(d)
		d.Method("__iter__(self, /)", func(self any) any {
			unpacked := &Alias{origin: formNamed("Unpack"), name: "Unpack", args: py.Tuple{self}}
			return py.GetIter(py.Tuple{unpacked})
		})
	})
}

func newTypeVar(args []any) any {
	name, ok := args[0].(string)
	if !ok {
		panic(exc.TypeError("typevar() argument 'name' must be str, not %s", py.TypeOf(args[0]).Name()))
	}
	v := &TypeVar{name: name, fallback: args[3], covariant: py.Truth(args[4]), contravariant: py.Truth(args[5]), infer: py.Truth(args[6])}
	if v.covariant && v.contravariant {
		panic(exc.ValueError("Bivariant types are not supported."))
	}
	constraints := args[1].(py.Tuple)
	if len(constraints) == 1 {
		panic(exc.TypeError("A single constraint is not allowed"))
	}
	for _, c := range constraints {
		v.constraints = append(v.constraints, typeArgument(c, "TypeVar(name, constraint, ...): constraints must be types."))
	}
	if args[2] != nil {
		if len(constraints) > 0 {
			panic(exc.TypeError("Constraints cannot be combined with bound=..."))
		}
		v.bound = typeArgument(args[2], "Bound must be a type.")
	}
	return v
}

func defineTypeVar(d *py.Definition) {
	of := py.PayloadAs[*TypeVar]
	d.Getter("__name__", func(self any) any { return of(self).name })
	d.Getter("__bound__", func(self any) any { return of(self).getBound() })
	d.Getter("__constraints__", func(self any) any {
		if c := of(self).getConstraints(); c != nil {
			return c
		}
		return py.Tuple{}
	})
	d.Getter("__covariant__", func(self any) any { return of(self).covariant })
	d.Getter("__contravariant__", func(self any) any { return of(self).contravariant })
	d.Getter("__infer_variance__", func(self any) any { return of(self).infer })
	d.Getter("__default__", func(self any) any { return of(self).getDefault() })
	d.Method("has_default(self, /)", func(self any) any { return of(self).hasDefault() })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__or__(self, other, /)", func(self, other any) any { return Union(self, other) })
	d.Method("__ror__(self, other, /)", func(self, other any) any { return Union(other, self) })
	d.Method("__mro_entries__(self, bases, /)", func(self, _ any) any {
		panic(exc.TypeError("Cannot subclass an instance of %s", py.TypeOf(self).Name()))
	})
}

// ForwardRef is a type that is named by a string.
type ForwardRef struct {
	text   string
	module string // where its names are looked up, "" if that is left open
}

var forwardRefClass = py.NewNativeClass("typing", "ForwardRef", nil, func(d *py.Definition) {
	of := py.PayloadAs[*ForwardRef]
	d.New("ForwardRef(arg, is_argument=True, module=None, *, is_class=False)", func(arg, _, _, _ any) any {
		s, ok := arg.(string)
		if !ok {
			panic(exc.TypeError("Forward reference must be a string -- got %s", py.Repr(arg)))
		}
		return &ForwardRef{text: s}
	})
	d.Getter("__forward_arg__", func(self any) any { return of(self).text })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).String() })
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		b, ok := other.(*ForwardRef)
		if !ok {
			return py.NotImplemented
		}
		return *of(self) == *b
	})
	d.Method("__hash__(self, /)", func(self any) any { return py.Hash(of(self).text) })
	d.Method("__or__(self, other, /)", func(self, other any) any { return Union(self, other) })
	d.Method("__ror__(self, other, /)", func(self, other any) any { return Union(other, self) })
})

// PyClass is the class ForwardRef.
func (*ForwardRef) PyClass() *py.Class { return forwardRefClass }

// String is repr(r).
func (r *ForwardRef) String() string {
	if r.module != "" {
		return "ForwardRef(" + py.Repr(r.text) + ", module=" + py.Repr(r.module) + ")"
	}
	return "ForwardRef(" + py.Repr(r.text) + ")"
}

// NewTypeObject is what NewType makes: a function that returns its argument.
type NewTypeObject struct {
	py.Attributes
	name      string
	module    string
	supertype any
}

// PyClass is the class NewType.
func (*NewTypeObject) PyClass() *py.Class { return newTypeClass }

// PyCall returns the argument.
func (*NewTypeObject) PyCall(args []any, kw py.Kwargs) any {
	if len(args) != 1 || len(kw) > 0 {
		panic(exc.TypeError("NewType.__call__() takes 2 positional arguments but %d were given", len(args)+1))
	}
	return args[0]
}

var newTypeClass = py.NewNativeClass("typing", "NewType", nil, func(d *py.Definition) {
	of := py.PayloadAs[*NewTypeObject]
	d.New("NewType(name, tp)", func(name, t any) any {
		return &NewTypeObject{name: name.(string), module: "__main__", supertype: t}
	})
	d.Getter("__name__", func(self any) any { return of(self).name })
	d.Getter("__qualname__", func(self any) any { return of(self).name })
	d.Getter("__module__", func(self any) any { return of(self).module })
	d.Getter("__supertype__", func(self any) any { return of(self).supertype })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).module + "." + of(self).name })
	d.Method("__or__(self, other, /)", func(self, other any) any { return Union(self, other) })
	d.Method("__ror__(self, other, /)", func(self, other any) any { return Union(other, self) })
})
