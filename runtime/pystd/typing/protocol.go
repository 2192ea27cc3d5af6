package typing

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// excludedAttributes are attributes of a protocol class that are no members of
// the protocol.
var excludedAttributes = strings.Fields(`__abstractmethods__ __annotations__ __dict__ __doc__ __init__
	__module__ __new__ __slots__ __subclasshook__ __weakref__ __class_getitem__ __match_args__
	__static_attributes__ __firstlineno__ __orig_bases__ __parameters__ _is_protocol _is_runtime_protocol
	__protocol_attrs__ __non_callable_proto_members__ __type_params__ __qualname__ __orig_class__
	__init_subclass__ __hash__ __annotate__`)

// protocolMembers lists the members of a protocol class and of the protocols it
// derives from.
func protocolMembers(cls *py.Class) []string {
	var names []string
	add := func(name string) {
		if !strings.HasPrefix(name, "_abc_") && !slices.Contains(excludedAttributes, name) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, base := range cls.MRO() {
		if base == py.ObjectClass || base.ModuleName() == "typing" && (base.Name() == "Protocol" || base.Name() == "Generic") {
			continue
		}
		dict := py.GetAttr(base, "__dict__")
		for name := range py.Iter(dict) {
			if s := name.(string); s != "__hash__" || py.GetItem(dict, name) != nil {
				add(s)
			}
		}
		if annotations := py.CallMethod(dict, "get", "__annotations__"); annotations != nil {
			for name := range py.Iter(annotations) {
				add(name.(string))
			}
		}
	}
	return names
}

var protocolMeta = sync.OnceValue(func() *py.Class {
	return define.Class("typing", "_ProtocolMeta", []any{abc.Meta()}, func(b *define.Body) {
		meta := func() *py.Class { return abc.Meta() }
		b.Method("__instancecheck__(cls, instance)", func(cls, instance any) any {
			class := cls.(*py.Class)
			nominal := func() bool {
				return py.Truth(py.Call(py.GetAttr(meta(), "__instancecheck__"), class, instance))
			}
			if !isProtocol(class) {
				return nominal()
			}
			requireRuntimeProtocol(class)
			return nominal() || hasMembers(instance, class)
		})
		b.Method("__subclasscheck__(cls, other)", func(cls, other any) any {
			class := cls.(*py.Class)
			if isProtocol(class) {
				if _, ok := other.(*py.Class); !ok {
					panic(exc.TypeError("issubclass() arg 1 must be a class"))
				}
				requireRuntimeProtocol(class)
				if data := dataMembers(class); len(data) > 0 {
					panic(exc.TypeError("Protocols with non-method members don't support issubclass(). Non-method members: %s.",
						strings.Join(data, ", ")))
				}
			}
			return py.Call(py.GetAttr(meta(), "__subclasscheck__"), class, other)
		})
	})
})

func isProtocol(class *py.Class) bool {
	v, _ := class.Lookup("_is_protocol")
	return py.Truth(v)
}

func requireRuntimeProtocol(class *py.Class) {
	if v, ok := class.Lookup("_is_runtime_protocol"); !ok || !py.Truth(v) {
		panic(exc.TypeError("Instance and class checks can only be used with @runtime_checkable protocols"))
	}
}

// dataMembers lists the members of a protocol that are no methods, quoted.
func dataMembers(class *py.Class) []string {
	var data []string
	for _, name := range membersOf(class) {
		if v, ok := class.Lookup(name); !ok || !py.Callable(v) {
			data = append(data, py.Repr(name))
		}
	}
	slices.Sort(data)
	return data
}

func membersOf(class *py.Class) []string {
	var names []string
	for name := range py.Iter(py.GetAttr(class, "__protocol_attrs__")) {
		names = append(names, name.(string))
	}
	return names
}

// hasMembers reports whether an instance has all members of a protocol. A
// method that is None counts as absent.
func hasMembers(instance any, class *py.Class) bool {
	for _, name := range membersOf(class) {
		v, ok := staticAttr(instance, name)
		if !ok {
			return false
		}
		if declared, _ := class.Lookup(name); v == nil && py.Callable(declared) {
			return false
		}
	}
	return true
}

// staticAttr finds an attribute without running code of the program.
func staticAttr(o any, name string) (any, bool) {
	if dict, ok := py.GetAttrOr(o, "__dict__", nil).(*py.Dict[any, any]); ok {
		if v, ok := dict.Lookup(name); ok {
			return v, true
		}
	}
	if class, ok := o.(*py.Class); ok {
		if v, ok := class.Lookup(name); ok {
			return v, true
		}
	}
	v, ok := py.TypeOf(o).Lookup(name)
	if ok && py.TypeOf(v) == py.SlotClass {
		return nil, py.HasAttr(o, name)
	}
	return v, ok
}

// Protocol returns the class Protocol.
func Protocol() *py.Class { return protocolClass() }

var protocolClass = sync.OnceValue(func() *py.Class {
	var class *py.Class
	generic := genericClass()
	objectInit, _ := py.ObjectClass.Lookup("__init__")
	kw := py.Kwargs{{Name: "metaclass", Value: protocolMeta()}}
	class = define.ClassWith("typing", "Protocol", []any{generic}, kw, func(b *define.Body) {
		b.Set("__slots__", py.Tuple{})
		b.Set("_is_protocol", true)
		b.Set("_is_runtime_protocol", false)
		refuse := b.Func("_no_init_or_replace_init(self, *args, **kwargs)", func(self, args, kwargs any) any {
			if isProtocol(py.TypeOf(self)) {
				panic(exc.TypeError("Protocols cannot be instantiated"))
			}
			return py.CallKw(objectInit, append([]any{self}, args.(py.Tuple)...), py.KwFrom(kwargs))
		})
		b.ClassMethod("__init_subclass__(cls, *args, **kwargs)", func(cls, args, kwargs any) any {
			c := cls.(*py.Class)
			py.CallKw(py.GetAttr(py.Super(class, cls), "__init_subclass__"), args.(py.Tuple), py.KwFrom(kwargs))
			initProtocol(c, class, refuse)
			return nil
		})
		b.ClassMethod("__class_getitem__(cls, params)", func(cls, params any) any {
			return subscriptClass(cls.(*py.Class), params, generic)
		})
		b.ClassMethod("__subclasshook__(cls, other)", func(cls, other any) any {
			return protocolHook(cls.(*py.Class), other.(*py.Class))
		})
	})
	return class
})

// initProtocol tells whether a class derived from Protocol is a protocol
// itself, and finds its members if so.
func initProtocol(cls, protocol *py.Class, refuse any) {
	is := slices.Contains(cls.Bases(), protocol)
	dict := py.GetAttr(cls, "__dict__")
	if !py.Contains(dict, "_is_protocol") {
		py.SetAttr(cls, "_is_protocol", is)
	}
	if !is {
		return
	}
	for _, base := range cls.Bases() {
		known := base == py.ObjectClass || base.ModuleName() == "typing" || base.ModuleName() == "collections.abc"
		if !known && !isProtocol(base) {
			panic(exc.TypeError("Protocols can only inherit from other protocols, got %s", py.Repr(base)))
		}
	}
	names := py.SetOf[any]()
	for _, name := range protocolMembers(cls) {
		names.Add(name)
	}
	py.SetAttr(cls, "__protocol_attrs__", names)
	inherited := py.ObjectClass
	if init, _ := cls.Lookup("__init__"); init != nil {
		own, _ := inherited.Lookup("__init__")
		if init == own || isRefusal(init) {
			py.SetAttr(cls, "__init__", refuse)
		}
	}
}

func isRefusal(init any) bool {
	f, ok := init.(*py.Function)
	return ok && f.Name() == "_no_init_or_replace_init"
}

// protocolHook is the __subclasshook__ of protocols: a class that defines all
// members is a subclass.
func protocolHook(cls, other *py.Class) any {
	if !isProtocol(cls) || !py.Contains(py.GetAttr(cls, "__dict__"), "__protocol_attrs__") {
		return py.NotImplemented
	}
	for _, name := range membersOf(cls) {
		if v, ok := other.Lookup(name); !ok || v == nil {
			return py.NotImplemented
		}
	}
	return true
}
