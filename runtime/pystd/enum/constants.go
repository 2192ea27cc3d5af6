package enum

import (
	"reflect"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Constant is a member of an enumeration that is a constant of a Go type, whose
// values are strings or ints.
type Constant interface {
	py.Classed
	Name() string
}

// Register makes the class of an enumeration whose members are constants of a Go
// type. The name begins with the module and a dot if that is not the script; attrs are
// its methods and properties.
func Register[T Constant](name string, members []T, attrs ...py.Kw) *py.Class {
	base := Module().Attr("Enum")
	module, name := py.SplitFullName(name)
	class := define.Class(module, name, []any{base}, func(b *define.Body) {
		for _, a := range attrs {
			b.Set(a.Name, a.Value)
		}
	})
	info := infos[class]
	order := map[any]int{}
	for i, m := range members {
		order[m] = i
	}
	for attr, get := range map[string]func(m any) any{
		"_name_":       func(m any) any { return m.(T).Name() },
		"_value_":      valueOf,
		"_sort_order_": func(m any) any { return order[m] },
	} {
		setClassAttr(class, attr, py.Property(py.Func(attr+"(self)", get), nil, nil, nil))
	}
	for _, m := range members {
		info.addMember(m.Name(), m, valueOf(m))
	}
	return class
}

// valueOf is the value of a member that is a constant.
func valueOf(m any) any {
	v := reflect.ValueOf(m)
	if v.Kind() == reflect.String {
		return v.String()
	}
	return int(v.Int())
}

// Invalid is the ValueError that a class raises when it is called with what is
// the value of none of its members.
func Invalid(class string, value any) error {
	return exc.ValueError("%s is not a valid %s", py.Repr(value), class)
}

// RegisterIntEnum is [Register] for a class derived from IntEnum. Dynamic operations
// know its members as objects that are ints.
func RegisterIntEnum[T Constant](name string, members []T, attrs ...py.Kw) *py.Class {
	return registerMixed(name, []any{Module().Attr("IntEnum")}, members, attrs)
}

// RegisterStrEnum is [Register] for a class derived from StrEnum. Dynamic operations
// know its members as objects that are strings.
func RegisterStrEnum[T Constant](name string, members []T, attrs ...py.Kw) *py.Class {
	return registerMixed(name, []any{Module().Attr("StrEnum")}, members, attrs)
}

// RegisterInt is RegisterIntEnum for a class derived from int and Enum.
func RegisterInt[T Constant](name string, members []T, attrs ...py.Kw) *py.Class {
	return registerMixed(name, []any{py.IntClass, Module().Attr("Enum")}, members, attrs)
}

// RegisterStr is RegisterStrEnum for a class derived from str and Enum.
func RegisterStr[T Constant](name string, members []T, attrs ...py.Kw) *py.Class {
	return registerMixed(name, []any{py.StrClass, Module().Attr("Enum")}, members, attrs)
}

func registerMixed[T Constant](name string, bases []any, members []T, attrs []py.Kw) *py.Class {
	module, name := py.SplitFullName(name)
	return define.Class(module, name, bases, func(b *define.Body) {
		for _, a := range attrs {
			b.Set(a.Name, a.Value)
		}
		for _, m := range members {
			b.Set(m.Name(), valueOf(m))
		}
	})
}

// Member is the object that dynamic operations know a member as, of a class that
// RegisterIntEnum and the like made.
func Member(class *py.Class, m any) any {
	member, _ := infos[class].byValue.Lookup(valueOf(m))
	return member
}
