package typing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A lazy value is evaluated when it is first asked for, as the bounds and
// defaults of type parameters and the values of type aliases are.
type lazy struct {
	value     any
	evaluate  func() any
	evaluated bool
}

func (l *lazy) get() any {
	if !l.evaluated {
		if l.evaluate != nil {
			l.value = l.evaluate()
		}
		l.evaluated = true
	}
	return l.value
}

// TypeParam makes the type variable of a type parameter list, such as T in
// class C[T: bound = fallback]. bound and fallback may be nil; a bound that is a
// tuple holds constraints.
// https://docs.python.org/3.13/reference/compound_stmts.html#type-parameter-lists
func TypeParam(name string, constrained bool, bound, fallback func() any) *TypeVar {
	v := &TypeVar{name: name, infer: true, lazyFallback: fallback, fallback: noDefault}
	if constrained {
		v.lazyConstraints = bound
	} else {
		v.lazyBound = bound
	}
	return v
}

// ParamSpecParam makes the parameter **P of a type parameter list.
func ParamSpecParam(name string, fallback func() any) *TypeVar {
	return &TypeVar{kind: paramSpec, name: name, infer: true, lazyFallback: fallback, fallback: noDefault}
}

// TypeVarTupleParam makes the parameter *Ts of a type parameter list.
func TypeVarTupleParam(name string, fallback func() any) *TypeVar {
	return &TypeVar{kind: typeVarTuple, name: name, infer: true, lazyFallback: fallback, fallback: noDefault}
}

func (v *TypeVar) getBound() any {
	if v.lazyBound != nil {
		v.bound, v.lazyBound = v.lazyBound(), nil
	}
	return v.bound
}

func (v *TypeVar) getConstraints() py.Tuple {
	if v.lazyConstraints != nil {
		v.constraints = v.lazyConstraints().(py.Tuple)
		v.lazyConstraints = nil
	}
	return v.constraints
}

func (v *TypeVar) getDefault() any {
	if v.lazyFallback != nil {
		v.fallback, v.lazyFallback = v.lazyFallback(), nil
	}
	return v.fallback
}

func (v *TypeVar) hasDefault() bool { return v.lazyFallback != nil || v.fallback != noDefault }

// TypeAlias is what the statement type X = ... binds.
// https://docs.python.org/3.13/library/typing.html#typing.TypeAliasType
type TypeAlias struct {
	name   string
	module string
	params py.Tuple
	value  lazy
}

// NewTypeAlias makes the type alias of a type statement, whose value is
// evaluated when it is first asked for.
func NewTypeAlias(name, module string, params []any, value func() any) *TypeAlias {
	return &TypeAlias{name: name, module: module, params: params, value: lazy{evaluate: value}}
}

// PyClass is typing.TypeAliasType.
func (*TypeAlias) PyClass() *py.Class { return typeAliasClass }

var typeAliasClass = py.NewNativeClass("typing", "TypeAliasType", nil, defineTypeAlias).NameInErrors("typing.TypeAliasType")

func defineTypeAlias(d *py.Definition) {
	of := py.PayloadAs[*TypeAlias]
	d.New("TypeAliasType(name, value, *, type_params=())", func(name, value, params any) any {
		text, ok := name.(string)
		if !ok {
			panic(exc.TypeError("typealias() argument 'name' must be str, not %s", py.TypeOf(name).Name()))
		}
		variables, ok := params.(py.Tuple)
		if !ok {
			panic(exc.TypeError("type_params must be a tuple"))
		}
		return &TypeAlias{name: text, module: "__main__", params: variables, value: lazy{value: value, evaluated: true}}
	}, py.Tuple{})
	d.Getter("__name__", func(self any) any { return of(self).name })
	d.Getter("__module__", func(self any) any { return of(self).module })
	d.Getter("__value__", func(self any) any { return of(self).value.get() })
	params := func(self any) any {
		if of(self).params == nil {
			return py.Tuple{}
		}
		return of(self).params
	}
	d.Getter("__type_params__", params)
	d.Getter("__parameters__", params)
	d.Method("__repr__(self, /)", func(self any) any { return of(self).name })
	d.Method("__getitem__(self, key, /)", func(self, key any) any {
		if len(of(self).params) == 0 {
			panic(exc.TypeError("Only generic type aliases are subscriptable"))
		}
		return py.NewGenericAlias(self, key)
	})
	d.Method("__or__(self, value, /)", func(self, other any) any { return py.NewUnion(self, other) })
	d.Method("__ror__(self, value, /)", func(self, other any) any { return py.NewUnion(other, self) })
}
