package py

import (
	"math/big"
	"reflect"
)

// Box returns o in the form that dynamic operations expect: nil for a typed nil
// pointer and for an empty struct, int, float64 and string for the other Go
// types of these kinds.
func Box(o any) any {
	switch v := o.(type) {
	case nil, bool, int, string, float64, complex128, Tuple, Bytes:
		return o
	case *Object:
		if v == nil {
			return nil
		}
		return v
	case *Class:
		if v == nil {
			return nil
		}
		return v
	case *big.Int:
		if v == nil {
			return nil
		}
		return NormInt(v)
	case struct{}:
		return nil
	case int64:
		return int(v)
	case int32:
		return int(v)
	case uint8:
		return int(v)
	case float32:
		return float64(v)
	case []byte:
		return Bytes(v)
	}
	return boxReflect(o)
}

func boxReflect(o any) any {
	if b, ok := o.(Boxer); ok {
		return b.PyBox()
	}
	v := reflect.ValueOf(o)
	switch v.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Func, reflect.Chan:
		if v.IsNil() {
			return nil
		}
	case reflect.Int, reflect.Int8, reflect.Int16:
		if _, ok := o.(Classed); !ok {
			return int(v.Int())
		}
	case reflect.Uint, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if _, ok := o.(Classed); !ok {
			return NormInt(new(big.Int).SetUint64(v.Uint()))
		}
	case reflect.String:
		if _, ok := o.(Classed); !ok {
			return v.String()
		}
	case reflect.Struct:
		if s, ok := o.(interface{ Tuple() Tuple }); ok {
			return s.Tuple()
		}
	}
	return o
}

// OrNil puts a pointer that may be nil, for None, into an interface that is then nil.
func OrNil[I, T any](p *T) I {
	var out I
	if p != nil {
		out = any(p).(I)
	}
	return out
}

// NotNone is x, of which an attribute is read. It raises AttributeError for None.
func NotNone[T comparable](x T, attr string) T {
	var none T
	if x == none {
		GetAttr(nil, attr)
	}
	return x
}

// NotNoneToSet is NotNone for an attribute that is assigned.
func NotNoneToSet[T comparable](x T, attr string) T {
	var none T
	if x == none {
		SetAttr(nil, attr, nil)
	}
	return x
}

// As converts a dynamic value to the static type T. It raises TypeError when
// the value is none.
func As[T any](o any) T {
	if v, ok := o.(T); ok {
		return v
	}
	var zero T
	if o == nil {
		switch reflect.TypeFor[T]().Kind() {
		case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Func, reflect.Slice:
			return zero
		}
		if _, ok := any(zero).(struct{}); ok {
			return zero
		}
	}
	if t, ok := o.(Tuple); ok {
		if s, ok := any(&zero).(tupleStruct); ok && s.set(t) {
			return zero
		}
	}
	if i, ok := o.(int); ok {
		if f, ok := any(&zero).(*float64); ok {
			*f = float64(i)
			return zero
		}
	}
	if o == nil {
		raiseMistyped(reflect.TypeFor[T](), o)
	}
	return unboxValue(o, reflect.TypeFor[T]()).Interface().(T)
}

// Boxer is implemented by Go types whose values dynamic operations know as others.
type Boxer interface{ PyBox() any }
