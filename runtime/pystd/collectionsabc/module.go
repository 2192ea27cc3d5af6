// Package collectionsabc is Python's module collections.abc: the abstract base
// classes of containers, with the methods they add to classes that define the
// abstract ones.
package collectionsabc

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

const module = "collections.abc"

// Module returns the module collections.abc.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(module, "")
	for _, c := range built().made {
		m.Class(c)
	}
	return m
})

// Class returns the abstract class of the given name.
func Class(name string) *py.Class { return built().byName[name] }

// built makes all classes at the first use of one. It is assigned by init
// because methods of the classes refer to other classes by name.
var built func() *builder

func init() {
	built = sync.OnceValue(func() *builder {
		b := &builder{byName: map[string]*py.Class{}}
		b.addAwaitables()
		b.addIterables()
		b.addSequences()
		b.addSets()
		b.addMappings()
		b.registerBuiltins()
		return b
	})
}

// builder makes the classes one after the other.
type builder struct {
	made   []*py.Class
	byName map[string]*py.Class
}

// class makes an abstract class. body adds its methods and may be nil.
func (b *builder) class(name string, bases []string, body func(d *define.Body)) *py.Class {
	var parents []any
	for _, base := range bases {
		parents = append(parents, b.byName[base])
	}
	var kw py.Kwargs
	if len(parents) == 0 {
		kw = py.Kwargs{{Name: "metaclass", Value: abc.Meta()}}
	}
	c := define.ClassWith(module, name, parents, kw, func(d *define.Body) {
		d.Set("__slots__", py.Tuple{})
		if body != nil {
			body(d)
		}
	})
	b.made = append(b.made, c)
	b.byName[name] = c
	return c
}

// protocol adds abstract methods and a __subclasshook__ that accepts every
// class which has them.
func (b *builder) protocol(d *define.Body, name string, abstract []string, methods ...string) {
	for _, spec := range abstract {
		abc.AbstractMethod(d.Method(spec, func([]any) any { return nil }))
	}
	d.ClassMethod("__subclasshook__(cls, C)", func(cls, c any) any {
		if cls != any(b.byName[name]) {
			return py.NotImplemented
		}
		return hasMethods(c.(*py.Class), methods)
	})
}

// generic makes a class subscriptable.
func generic(d *define.Body) {
	d.ClassMethod("__class_getitem__(cls, args)", func(cls, args any) any {
		return py.Call(py.GenericAliasClass, cls, args)
	})
}

// hasMethods reports whether a class defines all methods; one that is None
// counts as absent.
func hasMethods(c *py.Class, methods []string) any {
	for _, m := range methods {
		if v, ok := c.Lookup(m); !ok || v == nil {
			return py.NotImplemented
		}
	}
	return true
}

func abstractMethod(d *define.Body, spec string, newException func() any) {
	abc.AbstractMethod(d.Method(spec, func([]any) any {
		if newException != nil {
			py.Raise(newException())
		}
		return nil
	}))
}

func raiseKeyError() any   { return py.NewKeyError() }
func raiseIndexError() any { return py.NewIndexError() }

func raiseNotImplemented() any { return exc.NotImplementedError("") }

func (b *builder) registerBuiltins() {
	for name, builtins := range map[string][]*py.Class{
		"Sequence":        {py.TupleClass, py.StrClass, py.RangeClass, py.MemoryViewClass, py.BytesClass},
		"MutableSequence": {py.ListClass, py.ByteArrayClass},
		"Set":             {py.FrozenSetClass},
		"MutableSet":      {py.SetClass},
		"Mapping":         {py.MappingProxyClass},
		"MutableMapping":  {py.DictClass},
		"KeysView":        {py.DictKeysClass},
		"ItemsView":       {py.DictItemsClass},
		"ValuesView":      {py.DictValuesClass},
		"Generator":       {py.GeneratorClass},
		"Coroutine":       {py.CoroutineClass},
		"AsyncGenerator":  {py.AsyncGeneratorClass},
		"Iterator": {py.ListIteratorClass, py.TupleIteratorClass, py.StrIteratorClass, py.BytesIteratorClass,
			py.RangeIteratorClass, py.SetIteratorClass, py.DictKeyIteratorClass, py.DictValueIteratorClass,
			py.DictItemIteratorClass},
		"ByteString": {py.BytesClass, py.ByteArrayClass},
		"Buffer":     {py.BytesClass, py.ByteArrayClass, py.MemoryViewClass},
	} {
		for _, c := range builtins {
			abc.Register(b.byName[name], c)
		}
	}
}
