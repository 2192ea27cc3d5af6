package enum

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// enumClass is what EnumType knows of one enum class.
type enumClass struct {
	class *py.Class
	// dataType is the type that is mixed in, object if there is none.
	dataType *py.Class
	names    []string
	members  *py.Dict[any, any]
	byValue  *py.Dict[any, any]
	// unhashable are the members whose values cannot be keys.
	unhashable []any
	newMember  any
	useArgs    bool
	flag       *flagMasks
}

// infos are the enum classes by their class.
var infos = map[*py.Class]*enumClass{}

// infoOf finds what is known of the class of an enum.
func infoOf(class any) *enumClass {
	c, _ := class.(*py.Class)
	if info := infos[c]; info != nil {
		return info
	}
	panic(exc.TypeError("%s is not an enum", py.Repr(class)))
}

var (
	typeNew     = py.GetAttr(py.TypeClass, "__new__")
	typeSetAttr = py.GetAttr(py.TypeClass, "__setattr__")
	typeDelAttr = py.GetAttr(py.TypeClass, "__delattr__")
	objectNew   = py.GetAttr(py.ObjectClass, "__new__")
)

func setClassAttr(class *py.Class, name string, v any) { py.Call(typeSetAttr, class, name, v) }

func isEnumClass(c *py.Class) bool { return infos[c] != nil }

func defineMetaclass(b *define.Body) {
	b.ClassMethod("__prepare__(metacls, cls, bases, **kwds)", func(_, name, bases, _ any) any {
		class := name.(string)
		checkNotExtended(class, bases.(py.Tuple))
		_, first := mixins(class, bases.(py.Tuple))
		var next any
		if first != nil {
			next = py.GetAttr(first, "_generate_next_value_")
		}
		return newNamespace(class, next)
	})
	b.Method("__new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds)", func(args []any) any {
		return newEnum(args[0], args[1].(string), args[2].(py.Tuple), py.PayloadAs[*namespace](args[3]), args[4], args[6])
	})
	b.Method("__init__(cls, *args, **kwds)", func(_, _, _ any) any { return nil })
	b.Method("__call__(cls, value=, names=, *values, module=None, qualname=None, type=None, start=1, boundary=None)",
		callEnum, unset, unset)
	b.Method("__bool__(self)", func(any) any { return true })
	b.Method("__contains__(cls, value)", containsValue)
	b.Method("__iter__(cls)", func(cls any) any { return iterate(infoOf(cls), false) })
	b.Method("__reversed__(cls)", func(cls any) any { return iterate(infoOf(cls), true) })
	b.Method("__len__(cls)", func(cls any) any { return len(infoOf(cls).names) })
	b.Method("__getitem__(cls, name)", func(cls, name any) any { return infoOf(cls).members.Get(name) })
	b.Property("__members__", func(cls any) any { return py.NewMappingProxy(infoOf(cls).members) })
	b.Method("__repr__(cls)", func(cls any) any {
		if infoOf(cls).flag != nil {
			return "<flag " + py.Repr(cls.(*py.Class).Name()) + ">"
		}
		return "<enum " + py.Repr(cls.(*py.Class).Name()) + ">"
	})
	b.Method("__setattr__(cls, name, value)", func(cls, name, value any) any {
		if info := infos[cls.(*py.Class)]; info != nil && info.members.Has(name) {
			panic(exc.AttributeError("cannot reassign member %s", py.Repr(name)))
		}
		return py.Call(typeSetAttr, cls, name, value)
	})
	b.Method("__delattr__(cls, attr)", func(cls, name any) any {
		if info := infos[cls.(*py.Class)]; info != nil && info.members.Has(name) {
			panic(exc.AttributeError("%s cannot delete member %s.", py.Repr(cls.(*py.Class).Name()), py.Repr(name)))
		}
		return py.Call(typeDelAttr, cls, name)
	})
	b.Method("__dir__(cls)", func(cls any) any {
		names := py.SetOf[any]()
		for _, name := range []string{"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
			"__len__", "__members__", "__module__", "__name__", "__qualname__"} {
			names.Add(name)
		}
		for _, name := range infoOf(cls).names {
			names.Add(name)
		}
		return py.Sorted(names, nil, false)
	})
}

func iterate(info *enumClass, backward bool) any {
	members := make(py.Tuple, len(info.names))
	for i, name := range info.names {
		members[i] = info.members.Get(name)
	}
	if backward {
		slices.Reverse(members)
	}
	return py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for _, m := range members {
			y.Yield(m)
		}
		return nil
	})
}

// checkNotExtended raises TypeError when a base has members.
func checkNotExtended(class string, bases py.Tuple) {
	for _, chain := range bases {
		for _, base := range chain.(*py.Class).MRO() {
			if info := infos[base]; info != nil && len(info.names) > 0 {
				panic(exc.TypeError("<enum %s> cannot extend %s", py.Repr(class), py.Repr(base)))
			}
		}
	}
}

// mixins finds the data type among the bases and the enum they end with.
func mixins(class string, bases py.Tuple) (dataType, first *py.Class) {
	if len(bases) == 0 {
		return py.ObjectClass, nil
	}
	first = bases[len(bases)-1].(*py.Class)
	if !isEnumClass(first) {
		panic(exc.TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"))
	}
	var found []*py.Class
	add := func(c *py.Class) {
		if !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	for _, chain := range bases {
		var candidate *py.Class
		for _, base := range chain.(*py.Class).MRO() {
			if base == py.ObjectClass {
				continue
			}
			if info := infos[base]; info != nil {
				if info.dataType != py.ObjectClass {
					add(info.dataType)
					break
				}
				continue
			}
			if candidate == nil {
				candidate = base
			}
			dict := py.GetAttr(base, "__dict__")
			if py.Contains(dict, "__new__") || py.Contains(dict, "__dataclass_fields__") {
				add(candidate)
				break
			}
		}
	}
	if len(found) > 1 {
		names := py.SetOf[any]()
		for _, c := range found {
			names.Add(c)
		}
		panic(exc.TypeError("too many data types for %s: %s", py.Repr(class), py.Repr(names)))
	}
	if len(found) == 1 {
		return found[0], first
	}
	return py.ObjectClass, first
}

// callEnum is cls(value), the lookup of a member, or the functional form that
// makes a new enum.
func callEnum(args []any) any {
	cls, value, names, more := args[0].(*py.Class), args[1], args[2], args[3].(py.Tuple)
	info := infoOf(cls)
	if info.members.Len() > 0 {
		if value == unset {
			panic(exc.TypeError("EnumType.__call__() missing 1 required positional argument: 'value'"))
		}
		if names != unset {
			value = append(py.Tuple{value, names}, more...)
		}
		return lookupValue(info, value)
	}
	if value == unset {
		panic(exc.TypeError("EnumType.__call__() missing 1 required positional argument: 'value'"))
	}
	if names == unset && args[6] == nil {
		panic(exc.TypeError("%s has no members; specify `names=()` if you meant to create a new, empty, enum", py.Repr(cls)))
	}
	return createEnum(cls, py.Str(value), names, args[4], args[5], args[6], args[7], args[8])
}

// createEnum makes an enum from a list of names, of pairs, or a mapping.
func createEnum(cls *py.Class, name string, names, module, qualname, mixin, start, boundary any) any {
	bases := py.Tuple{cls}
	if mixin != nil {
		bases = py.Tuple{mixin, cls}
	}
	_, first := mixins(name, bases)
	next := py.GetAttr(first, "_generate_next_value_")
	ns := newNamespace(name, next)
	if s, ok := names.(string); ok {
		names = py.StrFields(replaceCommas(s))
	}
	last := py.ListOf[any]()
	count := 0
	mapping := py.IsInstance(names, py.DictClass)
	for item := range py.Iter(names) {
		var memberName, value any
		switch _, isName := item.(string); {
		case mapping:
			memberName, value = item, py.GetItem(names, item)
		case isName:
			memberName, value = item, py.Call(next, item, start, count, last.Copy())
		default:
			pair := py.Unpack(item, 2)
			memberName, value = pair[0], pair[1]
		}
		last.Append(value)
		count++
		py.SetItem(ns, memberName, value)
	}
	ns.Native.(*namespace).Set("__module__", "__main__")
	if s, ok := module.(string); ok {
		ns.Native.(*namespace).Set("__module__", s)
	}
	if qualname != nil {
		ns.Native.(*namespace).Set("__qualname__", qualname)
	}
	return py.CallKw(py.TypeOf(cls), []any{name, bases, ns}, py.Kwargs{{Name: "boundary", Value: boundary}})
}

func containsValue(cls, value any) any {
	class := cls.(*py.Class)
	if py.TypeOf(value).IsSubclassOf(class) {
		return true
	}
	err := py.Try(func() error {
		lookupValue(infoOf(class), value)
		return nil
	})
	if err == nil {
		return true
	}
	if !py.Matches(err, py.ValueError) {
		panic(err)
	}
	return false
}
