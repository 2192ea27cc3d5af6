// Package weakref is Python's module weakref. An object counts as dropped when
// nothing that the program can reach refers to it: Go's collector is asked each
// time that the program could tell.
// https://docs.python.org/3.13/library/weakref.html
package weakref

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module weakref.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("weakref", "")
	m.Set("ref", referenceClass).Set("ReferenceType", referenceClass)
	m.Set("ProxyType", proxyClass).Set("CallableProxyType", callableProxyClass)
	m.Set("ProxyTypes", py.Tuple{proxyClass, callableProxyClass})
	m.Class(weakMethod)
	m.Class(finalizeClass)
	m.Class(newMapping("WeakValueDictionary", false))
	m.Class(newMapping("WeakKeyDictionary", true))
	m.Class(newSet())
	m.Builtin("proxy(object, callback=None, /)", newProxy)
	m.Builtin("getweakrefcount(object, /)", func(o any) any { return references(o).Len() })
	m.Builtin("getweakrefs(object, /)", func(o any) any { return references(o) })
	return m
})

// references are the weak references to an object that are known: the one without
// a callback.
func references(o any) *py.List[any] {
	all := py.ListOf[any]()
	if w, ok := py.WeakTo(o); ok && plain[w] != nil {
		all.Append(plain[w])
	}
	return all
}
