package enum

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

func replaceCommas(s string) string { return strings.ReplaceAll(s, ",", " ") }

// protoMember stands for a member in the namespace of the class until the class
// exists; type.__new__ then tells it its class.
type protoMember struct {
	value any
}

// PyClass is the class of proto members.
func (*protoMember) PyClass() *py.Class { return protoClass }

var protoClass = py.NewNativeClass("enum", "_proto_member", nil, func(*py.Definition) {})

// SetName makes the member.
func (p *protoMember) SetName(owner *py.Class, name string) {
	infoOf(owner).makeMember(name, p.value)
}

// pending is the enum class whose type.__new__ is running.
var pending []*enumClass

// newEnum is EnumType.__new__.
func newEnum(meta any, name string, bases py.Tuple, ns *namespace, boundary, kwds any) any {
	dataType, first := mixins(name, bases)
	info := &enumClass{dataType: dataType, members: py.DictOf[any, any](), byValue: py.DictOf[any, any]()}
	info.findNew(ns, first)
	if slices.Contains(ns.members, "mro") {
		panic(exc.ValueError("invalid enum member name(s) 'mro'"))
	}
	classdict := py.DictOf[any, any]()
	for k, v := range ns.All() {
		key := k.(string)
		switch {
		case slices.Contains(ns.members, key):
			classdict.Set(key, &protoMember{v})
		case key == "_ignore_" || slices.Contains(ns.ignored, key):
		case key == "__new__" && first != nil:
			classdict.Set("__new_member__", info.newMember)
		default:
			classdict.Set(key, v)
		}
	}
	info.initFlag(name, bases, boundary)
	pending = append(pending, info)
	classdict.Set("_enum_register_", &registration{})
	ordered := py.DictOf[any, any]("_enum_register_", classdict.Pop("_enum_register_"))
	ordered.Update(classdict)
	class := py.CallKw(typeNew, []any{meta, name, bases, ordered}, py.KwFrom(kwds)).(*py.Class)
	info.adoptMethods(ns, first)
	return class
}

// registration is the first name of every enum class: it tells the enum its
// class before the members are made.
type registration struct{}

// PyClass is the class of proto members.
func (*registration) PyClass() *py.Class { return protoClass }

// SetName registers the class.
func (*registration) SetName(owner *py.Class, name string) {
	info := pending[len(pending)-1]
	pending = pending[:len(pending)-1]
	info.class = owner
	infos[owner] = info
	py.Call(typeDelAttr, owner, name)
	info.publish()
}

// publish sets the attributes by which programs reach what the enum knows.
func (info *enumClass) publish() {
	setClassAttr(info.class, "_member_map_", info.members)
	setClassAttr(info.class, "_value2member_map_", info.byValue)
	setClassAttr(info.class, "_member_type_", info.dataType)
	names := py.ListOf[any]()
	setClassAttr(info.class, "_member_names_", names)
}

// findNew finds the function that makes the members.
func (info *enumClass) findNew(ns *namespace, first *py.Class) {
	if own, ok := ns.Lookup("__new__"); ok {
		if py.TypeOf(own) == py.StaticMethodClass {
			own = py.GetAttr(own, "__func__")
		}
		info.newMember, info.useArgs = own, first != nil
		return
	}
	info.newMember = objectNew
	for _, method := range []string{"__new_member__", "__new__"} {
		for _, possible := range []*py.Class{info.dataType, first} {
			if possible == nil {
				continue
			}
			target := py.GetAttrOr(possible, method, nil)
			if target != nil && target != objectNew && target != enumNew {
				info.newMember, info.useArgs = target, first != nil
				return
			}
		}
	}
}

// enumNew is Enum.__new__, once the class Enum has been made.
var enumNew any

// makeMember makes the member called name of a value, or an alias of a member
// that has the same value.
func (info *enumClass) makeMember(name string, value any) {
	args, isTuple := value.(py.Tuple)
	if !isTuple || info.dataType == py.TupleClass {
		args = py.Tuple{value}
	}
	var member any
	if info.useArgs {
		member = py.Call(info.newMember, append([]any{info.class}, args...)...)
	} else {
		member = py.Call(info.newMember, info.class)
	}
	if given := py.GetAttrOr(member, "_value_", unset); given != unset {
		value = given
	} else {
		if info.dataType != py.ObjectClass {
			value = info.convert(args)
		}
		setAttr(member, "_value_", value)
	}
	setAttr(member, "_name_", name)
	setAttr(member, "__objclass__", info.class)
	if init, ok := info.class.Lookup("__init__"); ok {
		if f, isFunction := init.(*py.Function); isFunction && py.TypeOf(f) == py.FunctionClass {
			py.Call(f, append([]any{member}, args...)...)
		}
	}
	value = py.GetAttr(member, "_value_")
	setAttr(member, "_sort_order_", len(info.names))
	info.addMember(name, member, value)
}

// setAttr sets an attribute of a member, past a __setattr__ of the program.
func setAttr(member any, name string, v any) { py.SetAttr(member, name, v) }

// convert makes the value of a member from the arguments of its data type.
func (info *enumClass) convert(args py.Tuple) (value any) {
	err := py.Try(func() error {
		value = py.Call(info.dataType, args...)
		return nil
	})
	if err != nil {
		panic(py.From(exc.TypeError("_value_ not set in __new__, unable to create it"), err))
	}
	return value
}

// addMember enters a member, or finds the one it is an alias of.
func (info *enumClass) addMember(name string, member, value any) {
	if known := info.find(value); known != nil {
		member = known
	} else {
		if info.flag == nil || isSingleBit(value) {
			info.names = append(info.names, name)
			py.CallMethod(py.GetAttr(info.class, "_member_names_"), "append", name)
		}
		if info.flag != nil {
			info.flag.include(value)
		}
	}
	info.members.Set(name, member)
	setClassAttr(info.class, name, member)
	err := py.Try(func() error {
		info.byValue.SetDefault(value, member)
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.TypeError) {
			panic(err)
		}
		info.unhashable = append(info.unhashable, member)
	}
}

// find looks a member up by its value; nil if there is none.
func (info *enumClass) find(value any) any {
	var found any
	err := py.Try(func() error {
		if m, ok := info.byValue.Lookup(value); ok {
			found = m
		}
		return nil
	})
	if err == nil {
		return found
	}
	if !py.Matches(err, py.TypeError) {
		panic(err)
	}
	for _, m := range info.unhashable {
		if py.Equal(py.GetAttr(m, "_value_"), value) {
			return m
		}
	}
	return nil
}

var methodNames = []string{"__repr__", "__str__", "__format__", "__reduce_ex__"}

// adoptMethods gives the class the methods of its first enum in place of those
// that the data type brought along.
func (info *enumClass) adoptMethods(ns *namespace, first *py.Class) {
	if first == nil {
		return
	}
	class := info.class
	if reprEnum != nil && slices.Contains(class.Bases(), reprEnum) {
		if info.dataType == py.ObjectClass {
			panic(exc.TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)"))
		}
		if !ns.Has("__format__") {
			setClassAttr(class, "__format__", py.GetAttr(info.dataType, "__format__"))
		}
		if !ns.Has("__str__") {
			method := py.GetAttr(info.dataType, "__str__")
			if method == py.GetAttr(py.ObjectClass, "__str__") {
				method = py.GetAttr(info.dataType, "__repr__")
			}
			setClassAttr(class, "__str__", method)
		}
	}
	for _, name := range methodNames {
		own, ok := class.Lookup(name)
		if !ok || ns.Has(name) {
			continue
		}
		object, _ := py.ObjectClass.Lookup(name)
		data, _ := info.dataType.Lookup(name)
		if reprEnum != nil && slices.Contains(class.Bases(), reprEnum) && (name == "__format__" || name == "__str__") {
			continue
		}
		if own == object || own == data {
			if method, ok := first.Lookup(name); ok {
				setClassAttr(class, name, method)
			}
		}
	}
	if info.flag != nil && flagClass != nil {
		for _, name := range []string{"__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"} {
			if !ns.Has(name) {
				method, _ := flagClass.Lookup(name)
				setClassAttr(class, name, method)
			}
		}
	}
}
