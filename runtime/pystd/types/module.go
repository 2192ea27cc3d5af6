// Package types is Python's module types.
package types

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module returns the module types.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("types", "Define names for built-in types that aren't directly accessible as a builtin.")
	for name, c := range map[string]*py.Class{
		"FunctionType": py.FunctionClass, "LambdaType": py.FunctionClass, "MappingProxyType": py.MappingProxyClass,
		"MethodType": py.MethodClass, "BuiltinFunctionType": py.BuiltinFunctionClass, "BuiltinMethodType": py.BuiltinFunctionClass,
		"MethodDescriptorType": py.MethodDescriptorClass, "GeneratorType": py.GeneratorClass,
		"CoroutineType": py.CoroutineClass, "AsyncGeneratorType": py.AsyncGeneratorClass, "ModuleType": py.ModuleClass,
		"GetSetDescriptorType": py.MemberClass, "MemberDescriptorType": py.SlotClass, "NoneType": py.NoneClass,
		"EllipsisType": py.EllipsisClass, "NotImplementedType": py.NotImplementedClass,
		"GenericAlias": py.GenericAliasClass, "UnionType": py.UnionClass, "TracebackType": py.TracebackClass,
		"FrameType": py.FrameClass, "CodeType": py.CodeClass, "CellType": py.CellClass,
		"WrapperDescriptorType": py.WrapperDescriptorClass, "MethodWrapperType": py.MethodWrapperClass,
		"ClassMethodDescriptorType": py.BuiltinFunctionClass,
	} {
		m.Set(name, c)
	}
	m.Class(simpleNamespace())
	m.Func("get_original_bases(cls, /)", func(cls any) any {
		c, ok := cls.(*py.Class)
		if !ok {
			panic(exc.TypeError("Expected an instance of type, not %s", py.Repr(py.TypeOf(cls).Name())))
		}
		if bases := py.CallMethod(py.GetAttr(c, "__dict__"), "get", "__orig_bases__"); bases != nil {
			return bases
		}
		return py.GetAttr(c, "__bases__")
	})
	m.Func("resolve_bases(bases)", func(bases any) any {
		var resolved py.Tuple
		changed := false
		for b := range py.Iter(bases) {
			hook := any(nil)
			if _, isClass := b.(*py.Class); !isClass {
				hook = py.GetAttrOr(b, "__mro_entries__", nil)
			}
			if hook == nil {
				resolved = append(resolved, b)
				continue
			}
			changed = true
			entries, ok := py.Call(hook, bases).(py.Tuple)
			if !ok {
				panic(exc.TypeError("__mro_entries__ must return a tuple"))
			}
			resolved = append(resolved, entries...)
		}
		if !changed {
			return bases
		}
		return resolved
	})
	m.Func("coroutine(func)", py.IterableCoroutine)
	m.Func("new_class(name, bases=(), kwds=None, exec_body=None)", func(name, bases, kwds, body any) any {
		var kw py.Kwargs
		if kwds != nil {
			kw = py.KwFrom(kwds)
		}
		return py.NewClass(py.Str(name), py.TupleFrom(py.Iter(bases)), kw, func(ns *py.Namespace) {
			if body == nil {
				return
			}
			filled := py.DictOf[any, any]()
			py.Call(body, filled)
			for k, v := range filled.All() {
				ns.Set(py.Str(k), v)
			}
		})
	})
	return m
})

// simpleNamespace returns the class SimpleNamespace.
var simpleNamespace = sync.OnceValue(func() *py.Class {
	attributes := func(self any) *py.Dict[any, any] { return py.GetAttr(self, "__dict__").(*py.Dict[any, any]) }
	var class *py.Class
	active := map[any]bool{}
	class = define.Class("types", "SimpleNamespace", nil, func(b *define.Body) {
		b.Method("__init__(self, mapping_or_iterable=(), /, **kwargs)", func(self, mapping, kwargs any) any {
			py.CallMethod(attributes(self), "update", mapping)
			py.CallMethod(attributes(self), "update", kwargs)
			return nil
		})
		b.Method("__repr__(self)", func(self any) any {
			name := py.TypeOf(self).Name()
			if py.TypeOf(self) == class {
				name = "namespace"
			}
			if active[self] {
				return name + "(...)"
			}
			active[self] = true
			defer delete(active, self)
			var parts []string
			for k, v := range attributes(self).All() {
				parts = append(parts, py.Str(k)+"="+py.Repr(v))
			}
			return name + "(" + strings.Join(parts, ", ") + ")"
		})
		b.Method("__eq__(self, other)", func(self, other any) any {
			if !py.TypeOf(other).IsSubclassOf(class) {
				return py.NotImplemented
			}
			return py.Equal(attributes(self), attributes(other))
		})
		b.Method("__replace__(self, /, **changes)", func(self, changes any) any {
			copied := py.Call(py.TypeOf(self))
			py.CallMethod(attributes(copied), "update", attributes(self))
			py.CallMethod(attributes(copied), "update", changes)
			return copied
		})
	})
	return class.NameInErrors("types.SimpleNamespace")
})
