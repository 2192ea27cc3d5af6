package enum

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// namespace is the payload of the dict in which the body of an enum class runs:
// it tells members from other names and computes the values of auto().
type namespace struct {
	*py.Dict[any, any]
	class      string
	members    []string
	lastValues []any
	ignored    []string
	autoCalled bool
	// next is _generate_next_value_, nil for a class without bases.
	next any
}

var namespaceClass *py.Class

func init() {
	namespaceClass = py.NewNativeClass("enum", "EnumDict", []*py.Class{py.DictClass}, func(d *py.Definition) {
		d.Method("__setitem__(self, key, value, /)", func(self, key, value any) any {
			py.PayloadAs[*namespace](self).assign(key.(string), value)
			return nil
		})
	})
}

func newNamespace(class string, next any) *py.Object {
	o := py.NewObject(namespaceClass)
	o.Native = &namespace{Dict: py.DictOf[any, any](), class: class, next: next}
	return o
}

// automatic is enum.auto().
type automatic struct {
	value any
}

// memberValue and nonMember are enum.member(x) and enum.nonmember(x).
type (
	memberValue struct{ value any }
	nonMember   struct{ value any }
)

var (
	autoClass = py.NewNativeClass("enum", "auto", nil, func(d *py.Definition) {
		d.New("auto(value=)", func(v any) any { return &automatic{v} }, unset)
		d.Getter("value", func(self any) any { return self.(*automatic).value })
		d.Method("__repr__(self, /)", func(self any) any {
			v := self.(*automatic).value
			if v == unset {
				return "auto(<object object>)"
			}
			return "auto(" + py.Repr(v) + ")"
		})
	})
	memberClass = py.NewNativeClass("enum", "member", nil, func(d *py.Definition) {
		d.New("member(value)", func(v any) any { return &memberValue{v} })
		d.Getter("value", func(self any) any { return self.(*memberValue).value })
	})
	nonMemberClass = py.NewNativeClass("enum", "nonmember", nil, func(d *py.Definition) {
		d.New("nonmember(value)", func(v any) any { return &nonMember{v} })
		d.Getter("value", func(self any) any { return self.(*nonMember).value })
	})
)

// unset is the default of parameters whose absence matters.
var unset any = &struct{ name string }{"unset"}

// PyClass is the class auto.
func (*automatic) PyClass() *py.Class { return autoClass }

// PyClass is the class member.
func (*memberValue) PyClass() *py.Class { return memberClass }

// PyClass is the class nonmember.
func (*nonMember) PyClass() *py.Class { return nonMemberClass }

func isDunder(name string) bool {
	return len(name) > 4 && strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") &&
		name[2] != '_' && name[len(name)-3] != '_'
}

func isSunder(name string) bool {
	return len(name) > 2 && name[0] == '_' && name[len(name)-1] == '_' && name[1] != '_' && name[len(name)-2] != '_'
}

func isPrivate(class, name string) bool {
	prefix := "_" + class + "__"
	return len(name) > len(prefix) && strings.HasPrefix(name, prefix) && !strings.HasSuffix(name, "__")
}

// reservedNames are the names of the form _name_ that a class may define.
var reservedNames = strings.Fields(`_order_ _generate_next_value_ _numeric_repr_ _missing_ _ignore_
	_iter_member_ _iter_member_by_value_ _iter_member_by_def_ _add_alias_ _add_value_alias_
	_use_args_ _member_type_ _new_member_ _value_repr_`)

// isDescriptor reports whether a value is a method, a property or the like.
func isDescriptor(v any) bool {
	switch v.(type) {
	case *py.Class, *py.Object:
	case *py.Function:
		return py.TypeOf(v) == py.FunctionClass
	case py.Descriptor:
		return true
	}
	switch py.TypeOf(v) {
	case py.PropertyClass, py.ClassMethodClass, py.StaticMethodClass:
		return true
	}
	for _, method := range []string{"__get__", "__set__", "__delete__"} {
		if _, ok := py.TypeOf(v).Lookup(method); ok {
			return true
		}
	}
	return false
}

// isInnerClass reports whether v is a class defined in the body of class.
func isInnerClass(class string, v any) bool {
	c, ok := v.(*py.Class)
	return ok && (strings.Contains(c.Qualname(), "."+class+".") || strings.HasPrefix(c.Qualname(), class+"."))
}

// assign binds a name in the class body.
func (ns *namespace) assign(key string, value any) {
	switch {
	case isPrivate(ns.class, key):
	case isSunder(key):
		value = ns.assignReserved(key, value)
	case isDunder(key):
	case slices.Contains(ns.members, key):
		panic(exc.TypeError("%s already defined as %s", py.Repr(key), py.Repr(ns.Get(key))))
	case slices.Contains(ns.ignored, key):
	default:
		switch v := value.(type) {
		case *nonMember:
			value = v.value
		case *memberValue:
			value = ns.addMember(key, v.value)
		default:
			if !isDescriptor(value) && !isInnerClass(ns.class, value) {
				value = ns.addMember(key, value)
			}
		}
	}
	ns.Set(key, value)
}

func (ns *namespace) assignReserved(key string, value any) any {
	if !slices.Contains(reservedNames, key) {
		panic(exc.ValueError("_sunder_ names, such as %s, are reserved for future Enum use", py.Repr(key)))
	}
	switch key {
	case "_generate_next_value_":
		if ns.autoCalled {
			panic(exc.TypeError("_generate_next_value_ must be defined before members"))
		}
		ns.next = value
		if py.TypeOf(value) == py.StaticMethodClass {
			ns.next = py.GetAttr(value, "__func__")
		} else {
			value = py.StaticMethod(value)
		}
	case "_ignore_":
		if s, ok := value.(string); ok {
			ns.ignored = strings.Fields(strings.ReplaceAll(s, ",", " "))
		} else {
			for name := range py.Iter(value) {
				ns.ignored = append(ns.ignored, py.Str(name))
			}
		}
		for _, name := range ns.ignored {
			if slices.Contains(ns.members, name) {
				panic(exc.ValueError("_ignore_ cannot specify already set names: %s", py.Repr(py.SetOf[any](name))))
			}
		}
	}
	return value
}

// addMember records a member and returns its value with auto() filled in.
func (ns *namespace) addMember(key string, value any) any {
	if old, ok := ns.Lookup(key); ok {
		panic(exc.TypeError("%s already defined as %s", py.Repr(key), py.Repr(old)))
	}
	switch v := value.(type) {
	case *automatic:
		value = ns.automaticValue(key, v)
	case py.Tuple:
		if slices.ContainsFunc(v, isAutomatic) {
			items := slices.Clone(v)
			for i, item := range items {
				if a, ok := item.(*automatic); ok {
					items[i] = ns.automaticValue(key, a)
				}
			}
			value = items
		}
	}
	ns.members = append(ns.members, key)
	ns.lastValues = append(ns.lastValues, value)
	return value
}

func isAutomatic(v any) bool {
	_, ok := v.(*automatic)
	return ok
}

func (ns *namespace) automaticValue(key string, a *automatic) any {
	if a.value == unset {
		ns.autoCalled = true
		a.value = py.Call(ns.next, key, 1, len(ns.members), py.ListOf(ns.lastValues...))
	}
	return a.value
}
