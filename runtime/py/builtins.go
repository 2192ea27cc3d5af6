package py

import (
	"sort"
	"sync"
)

// builtins is the module builtins, which every name that a program does not
// define is looked up in.
var builtins = sync.OnceValue(func() *Module {
	m := NewModule("builtins", "Built-in functions, types, exceptions, and other objects.")
	for _, c := range []*Class{ObjectClass, TypeClass, IntClass, BoolClass, FloatClass, ComplexClass, StrClass,
		BytesClass, ByteArrayClass, MemoryViewClass, TupleClass, ListClass, DictClass, SetClass, FrozenSetClass,
		RangeClass, SliceClass, PropertyClass, ClassMethodClass, StaticMethodClass, SuperClass,
		mapClass, filterClass, zipClass, enumerateClass, reversedClass} {
		m.Class(c)
	}
	for _, c := range exceptionClasses {
		m.Class(c)
	}
	m.Set("EnvironmentError", OSError)
	m.Set("IOError", OSError)
	m.Set("None", nil).Set("True", true).Set("False", false)
	m.Set("Ellipsis", Ellipsis).Set("NotImplemented", NotImplemented).Set("__debug__", true)
	addObjectFunctions(m)
	addNumberFunctions(m)
	addIterationFunctions(m)
	addTextFunctions(m)
	addQuitters(m)
	return m
})

// Builtins is the module builtins.
func Builtins() *Module { return builtins() }

// Builtin returns the builtin name. It panics when there is none: the converter
// knows the names.
func Builtin(name string) any {
	if v, ok := getModuleAttr(builtins(), name); ok {
		return v
	}
	raiseNameError(name)
	return nil
}

// LookupBuiltin is Builtin for a name that may not be one.
func LookupBuiltin(name string) (any, bool) {
	return builtins().attrs.get(name)
}

// BuiltinNames lists the names of builtins in alphabetical order.
func BuiltinNames() []string {
	names := builtins().Names()
	sort.Strings(names)
	return names
}

func addBuiltin(m *Module, spec string, fn any, defaults ...any) *Function {
	f := newBuiltin(spec, fn, defaults)
	m.attrs.set(f.name, f)
	return f
}

func addObjectFunctions(m *Module) {
	addBuiltin(m, "callable(obj, /)", func(o any) any { return callable(o) })
	addBuiltin(m, "getattr(object, name, default=, /)", func(o, name, otherwise any) any {
		n := attributeName(name)
		if otherwise == missing {
			return GetAttr(o, n)
		}
		return GetAttrOr(o, n, otherwise)
	}, missing)
	addBuiltin(m, "setattr(obj, name, value, /)", func(o, name, value any) any {
		SetAttr(o, attributeName(name), value)
		return nil
	})
	addBuiltin(m, "delattr(obj, name, /)", func(o, name any) any {
		DelAttr(o, attributeName(name))
		return nil
	})
	addBuiltin(m, "hasattr(obj, name, /)", func(o, name any) any { return HasAttr(o, attributeName(name)) })
	addBuiltin(m, "hash(obj, /)", func(o any) any { return Hash(o) })
	addBuiltin(m, "id(obj, /)", func(o any) any { return ID(o) })
	addBuiltin(m, "isinstance(obj, class_or_tuple, /)", func(o, cls any) any { return IsInstance(o, cls) })
	addBuiltin(m, "issubclass(cls, class_or_tuple, /)", func(c, cls any) any { return IsSubclass(c, cls) })
	addBuiltin(m, "dir(object=, /)", func(o any) any {
		if o == missing {
			raisef(NewTypeError, "dir() without an argument needs the names of the calling scope")
		}
		return stringList(Dir(o))
	}, missing)
	addBuiltin(m, "vars(object=, /)", func(o any) any {
		if o == missing {
			raisef(NewTypeError, "vars() without an argument needs the names of the calling scope")
		}
		return Vars(o)
	}, missing)
}

// Vars is vars(o): its live __dict__. It raises TypeError when o has none.
func Vars(o any) any {
	d, ok := lookupAttr(o, "__dict__")
	if !ok {
		raisef(NewTypeError, "vars() argument must have __dict__ attribute")
	}
	return d
}

func addNumberFunctions(m *Module) {
	addBuiltin(m, "abs(x, /)", Abs)
	addBuiltin(m, "divmod(x, y, /)", DivMod)
	addBuiltin(m, "pow(base, exp, mod=None)", PowMod)
	addBuiltin(m, "round(number, ndigits=None)", Round)
	addBuiltin(m, "bin(number, /)", func(n any) any { return radixText(n, "#b") })
	addBuiltin(m, "oct(number, /)", func(n any) any { return radixText(n, "#o") })
	addBuiltin(m, "hex(number, /)", func(n any) any { return radixText(n, "#x") })
	addBuiltin(m, "sum(iterable, /, start=0)", func(iterable, start any) any { return Sum(iterable, start) })
	addBuiltin(m, "min(*args, key=None, default=)", func(args, key, otherwise any) any {
		return extreme("min", args.(Tuple), key, otherwise)
	}, missing)
	addBuiltin(m, "max(*args, key=None, default=)", func(args, key, otherwise any) any {
		return extreme("max", args.(Tuple), key, otherwise)
	}, missing)
}

func radixText(n any, spec string) any { return Format(Index(n), spec) }

// Round is round(number, ndigits), with None for no ndigits.
func Round(number, ndigits any) any {
	if isValue(number) {
		if v, ok := valueRound(number, ndigits); ok {
			return v
		}
	} else {
		args := []any{ndigits}
		if ndigits == nil {
			args = nil
		}
		if v, ok := callSpecial(number, "__round__", args...); ok {
			return v
		}
	}
	raisef(NewTypeError, "type %s doesn't define __round__ method", typeName(number))
	return nil
}

// extreme is min(*args, key=, default=) or max.
func extreme(name string, args Tuple, key, otherwise any) any {
	var items any = args
	switch len(args) {
	case 0:
		raisef(NewTypeError, "%s expected at least 1 argument, got 0", name)
	case 1:
		items = args[0]
	default:
		if otherwise != missing {
			raisef(NewTypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
		}
	}
	var best, bestKey any
	found := false
	for v := range iterAll(items) {
		k := v
		if key != nil {
			k = Call(key, v)
		}
		if !found || (name == "min" && Less(k, bestKey)) || (name == "max" && Greater(k, bestKey)) {
			best, bestKey, found = v, k, true
		}
	}
	if !found {
		if otherwise != missing {
			return otherwise
		}
		raisef(NewValueError, "%s() iterable argument is empty", name)
	}
	return best
}

// Min is min(items, key=key): the first of the smallest. It raises ValueError
// when there are none.
func Min(items, key any) any { return extreme("min", Tuple{items}, key, missing) }

// Max is max(items, key=key): the first of the greatest. It raises ValueError
// when there are none.
func Max(items, key any) any { return extreme("max", Tuple{items}, key, missing) }
