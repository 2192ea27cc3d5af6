// Package enum is Python's module enum.
package enum

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The classes that enum classes are told apart by, nil until they exist.
var enumType, enumBase, reprEnum, flagClass, boundaryClass *py.Class

// Module returns the module enum.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("enum", "")
	enumType = define.Class("enum", "EnumType", []any{py.TypeClass}, defineMetaclass)
	m.Class(enumType)
	m.Set("EnumMeta", enumType)
	property := propertyClass()
	m.Class(property)
	enumBase = define.ClassWith("enum", "Enum", nil, py.Kwargs{{Name: "metaclass", Value: enumType}},
		func(b *define.Body) { defineEnum(b, property) })
	enumNew = py.GetAttr(enumBase, "__new__")
	reprEnum = define.Class("enum", "ReprEnum", []any{enumBase}, nil)
	m.Class(enumBase)
	m.Class(reprEnum)
	m.Class(define.Class("enum", "IntEnum", []any{py.IntClass, reprEnum}, nil))
	strEnum := define.Class("enum", "StrEnum", []any{py.StrClass, reprEnum}, defineStrEnum)
	m.Class(strEnum)
	boundaryClass = constants(strEnum, "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP")
	bound := func(name string) py.Kwargs {
		return py.Kwargs{{Name: "boundary", Value: py.GetAttr(boundaryClass, name)}}
	}
	flagClass = define.ClassWith("enum", "Flag", []any{enumBase}, bound("STRICT"), defineFlag)
	m.Class(boundaryClass)
	m.Class(flagClass)
	m.Class(define.ClassWith("enum", "IntFlag", []any{py.IntClass, reprEnum, flagClass}, bound("KEEP"), nil))
	checks := constants(strEnum, "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE")
	m.Class(checks)
	for _, class := range []*py.Class{boundaryClass, checks} {
		for _, name := range infoOf(class).names {
			m.Set(name, py.GetAttr(class, name))
		}
	}
	m.Class(autoClass)
	m.Class(memberClass)
	m.Class(nonMemberClass)
	m.Func("unique(enumeration)", unique)
	m.Func("verify(*checks)", func(checks any) any {
		return py.Func("verify(enumeration)", func(class any) any {
			for _, check := range checks.(py.Tuple) {
				verify(infoOf(class), py.Str(py.GetAttr(check, "_name_")))
			}
			return class
		})
	})
	return m
})

// constants makes a StrEnum whose values are its names in lower case.
func constants(base *py.Class, name string, names ...string) *py.Class {
	return define.Class("enum", name, []any{base}, func(b *define.Body) {
		for _, n := range names {
			value := strings.ToLower(n)
			if n == "NAMED_FLAGS" {
				value = "multi-flag aliases may not contain unnamed flags"
			}
			b.Set(n, value)
		}
	})
}

// propertyClass makes enum.property: an attribute of members that the class
// itself does not show.
func propertyClass() *py.Class {
	return define.Class("enum", "property", nil, func(b *define.Body) {
		b.Method("__init__(self, fget=None, fset=None, fdel=None, doc=None)", func(self, get, _, _, _ any) any {
			py.SetAttr(self, "fget", get)
			py.SetAttr(self, "name", py.GetAttrOr(get, "__name__", nil))
			return nil
		})
		b.Method("__set_name__(self, ownerclass, name)", func(self, owner, name any) any {
			py.SetAttr(self, "name", name)
			py.SetAttr(self, "clsname", owner.(*py.Class).Name())
			return nil
		})
		b.Method("__get__(self, instance, ownerclass=None)", func(self, instance, owner any) any {
			if instance == nil {
				panic(exc.AttributeError("%s has no attribute %s", py.Repr(owner), py.Repr(py.GetAttr(self, "name"))))
			}
			return py.Call(py.GetAttr(self, "fget"), instance)
		})
		b.Method("__set__(self, instance, value)", func(self, instance, _ any) any {
			panic(exc.AttributeError("<enum %s> cannot set attribute %s",
				py.Repr(py.GetAttr(self, "clsname")), py.Repr(py.GetAttr(self, "name"))))
		})
		b.Method("__delete__(self, instance)", func(self, instance any) any {
			panic(exc.AttributeError("<enum %s> cannot delete attribute %s",
				py.Repr(py.GetAttr(self, "clsname")), py.Repr(py.GetAttr(self, "name"))))
		})
	})
}

// defineEnum adds the methods of Enum.
func defineEnum(b *define.Body, property *py.Class) {
	b.Set("__new__", b.Func("__new__(cls, value)", func(cls, value any) any { return lookupValue(infoOf(cls), value) }))
	b.Method("__init__(self, *args, **kwds)", func(_, _, _ any) any { return nil })
	b.StaticMethod("_generate_next_value_(name, start, count, last_values)", nextValue)
	b.ClassMethod("_missing_(cls, value)", func(_, _ any) any { return nil })
	for _, name := range []string{"name", "value"} {
		get := b.Func(name+"(self)", func(self any) any { return py.GetAttr(self, "_"+name+"_") })
		b.Set(name, py.Call(property, get))
	}
	b.Method("__repr__(self)", func(self any) any {
		return "<" + py.TypeOf(self).Name() + "." + py.Str(py.GetAttr(self, "_name_")) + ": " +
			py.Repr(py.GetAttr(self, "_value_")) + ">"
	})
	b.Method("__str__(self)", func(self any) any {
		return py.TypeOf(self).Name() + "." + py.Str(py.GetAttr(self, "_name_"))
	})
	b.Method("__format__(self, format_spec)", func(self, spec any) any {
		return py.Format(py.Str(self), py.Str(spec))
	})
	b.Method("__hash__(self)", func(self any) any { return py.Hash(py.GetAttr(self, "_name_")) })
	b.Method("__reduce_ex__(self, proto)", func(self, _ any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{py.GetAttr(self, "_value_")}}
	})
	b.Method("__copy__(self)", func(self any) any { return self })
	b.Method("__deepcopy__(self, memo)", func(self, _ any) any { return self })
}

// nextValue is Enum._generate_next_value_: one more than the greatest value.
func nextValue(_, start, _, lastValues any) any {
	if py.Len(lastValues) == 0 {
		return start
	}
	var last any
	err := py.Try(func() error {
		sorted := py.Sorted(lastValues, nil, false)
		last = sorted.Get(-1)
		return nil
	})
	if err != nil {
		panic(py.From(exc.TypeError("unable to sort non-numeric values"), nil))
	}
	var next any
	err = py.Try(func() error {
		next = py.Add(last, 1)
		return nil
	})
	if err != nil {
		panic(py.From(exc.TypeError("unable to increment %s", py.Repr(last)), nil))
	}
	return next
}

func defineStrEnum(b *define.Body) {
	newString := py.GetAttr(py.StrClass, "__new__")
	b.Set("__new__", b.Func("__new__(cls, *values)", func(cls, values any) any {
		args := values.(py.Tuple)
		if len(args) > 3 {
			panic(exc.TypeError("too many arguments for str(): %s", py.Repr(args)))
		}
		if len(args) == 1 {
			if _, ok := py.Payload(args[0]).(string); !ok {
				panic(exc.TypeError("%s is not a string", py.Repr(args[0])))
			}
		}
		value := py.Call(py.StrClass, args...)
		member := py.Call(newString, cls, value)
		setAttr(member, "_value_", value)
		return member
	}))
	b.StaticMethod("_generate_next_value_(name, start, count, last_values)", func(name, _, _, _ any) any {
		return py.StrLower(name.(string))
	})
}

// unique is the class decorator that refuses aliases.
func unique(class any) any {
	var details []string
	for name, m := range infoOf(class).members.All() {
		if canonical := py.GetAttr(m, "_name_"); !py.Equal(canonical, name) {
			details = append(details, py.Str(name)+" -> "+py.Str(canonical))
		}
	}
	if len(details) > 0 {
		panic(exc.ValueError("duplicate values found in %s: %s", py.Repr(class), strings.Join(details, ", ")))
	}
	return class
}
