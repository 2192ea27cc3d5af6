package abc

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module returns the module abc.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("abc", "Abstract Base Classes (ABCs) according to PEP 3119.")
	m.Class(Meta())
	m.Class(Base())
	m.Func("abstractmethod(funcobj)", AbstractMethod)
	abstract := func(name string, base *py.Class) {
		m.Class(py.NewClass(name, []any{base}, nil, func(ns *py.Namespace) {
			ns.Set("__module__", "abc")
			ns.Set("__isabstractmethod__", true)
		}).(*py.Class))
	}
	abstract("abstractproperty", py.PropertyClass)
	abstract("abstractclassmethod", py.Builtin("classmethod").(*py.Class))
	abstract("abstractstaticmethod", py.Builtin("staticmethod").(*py.Class))
	m.Func("update_abstractmethods(cls)", func(cls any) any {
		if c, ok := cls.(*py.Class); ok && py.HasAttr(c, "__abstractmethods__") {
			updateAbstractMethods(c)
		}
		return cls
	})
	m.Func("get_cache_token()", func() any { return generation })
	return m
})

// AbstractMethod is the decorator abstractmethod.
func AbstractMethod(f any) any {
	py.SetAttr(f, "__isabstractmethod__", true)
	return f
}
