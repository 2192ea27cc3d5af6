// Package abc is Python's module abc: abstract base classes.
package abc

import (
	"sort"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// registry is what ABCMeta knows of one abstract class.
type registry struct {
	// virtual are the classes that were registered.
	virtual []*py.Class
	// verdicts caches answers; the negative ones hold until any class
	// registers another.
	verdicts   map[*py.Class]bool
	generation int
}

var (
	registries = struct {
		sync.Mutex
		of map[*py.Class]*registry
	}{of: map[*py.Class]*registry{}}
	generation int
)

func registryOf(c *py.Class) *registry {
	registries.Lock()
	defer registries.Unlock()
	r := registries.of[c]
	if r == nil {
		r = &registry{verdicts: map[*py.Class]bool{}}
		registries.of[c] = r
	}
	return r
}

// Meta returns the class ABCMeta.
var Meta = sync.OnceValue(func() *py.Class {
	typeNew := py.GetAttr(py.TypeClass, "__new__")
	return define.Class("abc", "ABCMeta", []any{py.TypeClass}, func(b *define.Body) {
		b.Method("__new__(mcls, name, bases, namespace, /, **kwargs)", func(args []any) any {
			cls := py.CallKw(typeNew, args[:4], py.KwFrom(args[4]))
			if c, ok := cls.(*py.Class); ok {
				updateAbstractMethods(c)
			}
			return cls
		})
		b.Method("register(cls, subclass)", func(cls, subclass any) any {
			Register(cls.(*py.Class), subclass)
			return subclass
		})
		b.Method("__instancecheck__(cls, instance)", func(cls, instance any) any {
			return instanceCheck(cls.(*py.Class), instance)
		})
		b.Method("__subclasscheck__(cls, subclass)", func(cls, subclass any) any {
			c, ok := subclass.(*py.Class)
			if !ok {
				panic(exc.TypeError("issubclass() arg 1 must be a class"))
			}
			return subclassCheck(cls.(*py.Class), c)
		})
	})
})

// Base returns the class ABC.
var Base = sync.OnceValue(func() *py.Class {
	return define.ClassWith("abc", "ABC", nil, py.Kwargs{{Name: "metaclass", Value: Meta()}}, func(b *define.Body) {
		b.Doc("Helper class that provides a standard way to create an ABC using\n    inheritance.\n    ")
		b.Set("__slots__", py.Tuple{})
	})
})

// Register makes subclass a virtual subclass of the abstract class cls. It
// raises TypeError when subclass is no class and RuntimeError when that would
// make a circle.
func Register(cls *py.Class, subclass any) {
	sub, ok := subclass.(*py.Class)
	if !ok {
		panic(exc.TypeError("Can only register classes"))
	}
	if py.IsSubclass(sub, cls) {
		return
	}
	if py.IsSubclass(cls, sub) {
		panic(exc.RuntimeError("Refusing to create an inheritance cycle"))
	}
	r := registryOf(cls)
	r.virtual = append(r.virtual, sub)
	generation++
}

func instanceCheck(cls *py.Class, instance any) bool {
	class := py.TypeOf(instance)
	if subclassCheck(cls, class) {
		return true
	}
	if _, ok := instance.(*py.Object); !ok {
		return false
	}
	claimed, ok := py.GetAttrOr(instance, "__class__", nil).(*py.Class)
	return ok && claimed != class && subclassCheck(cls, claimed)
}

func subclassCheck(cls, sub *py.Class) bool {
	r := registryOf(cls)
	if verdict, ok := r.verdicts[sub]; ok && (verdict || r.generation == generation) {
		return verdict
	}
	if r.generation != generation {
		for k, verdict := range r.verdicts {
			if !verdict {
				delete(r.verdicts, k)
			}
		}
		r.generation = generation
	}
	verdict := decideSubclass(cls, sub, r)
	r.verdicts[sub] = verdict
	return verdict
}

func decideSubclass(cls, sub *py.Class, r *registry) bool {
	if hook, ok := cls.Lookup("__subclasshook__"); ok && hook != nil {
		if verdict := py.CallMethod(cls, "__subclasshook__", sub); verdict != any(py.NotImplemented) {
			return py.Truth(verdict)
		}
	}
	if sub.IsSubclassOf(cls) {
		return true
	}
	for _, k := range r.virtual {
		if py.IsSubclass(sub, k) {
			return true
		}
	}
	for k := range py.Iter(py.CallMethod(cls, "__subclasses__")) {
		if py.IsSubclass(sub, k) {
			return true
		}
	}
	return false
}

// updateAbstractMethods computes __abstractmethods__ of a class.
func updateAbstractMethods(cls *py.Class) {
	abstract := map[string]bool{}
	namespace := py.GetAttr(cls, "__dict__")
	for pair := range py.Iter(py.CallMethod(namespace, "items")) {
		item := py.Unpack(pair, 2)
		if isAbstract(item[1]) {
			abstract[item[0].(string)] = true
		}
	}
	for _, base := range cls.Bases() {
		inherited, ok := base.Lookup("__abstractmethods__")
		if !ok {
			continue
		}
		for name := range py.Iter(inherited) {
			if v, ok := cls.Lookup(name.(string)); ok && isAbstract(v) {
				abstract[name.(string)] = true
			}
		}
	}
	names := make([]string, 0, len(abstract))
	for name := range abstract {
		names = append(names, name)
	}
	sort.Strings(names)
	set := py.FrozenSetOf[any]()
	if len(names) > 0 {
		items := make([]any, len(names))
		for i, name := range names {
			items[i] = name
		}
		set = py.FrozenSetOf(items...)
	}
	py.SetAttr(cls, "__abstractmethods__", set)
}

func isAbstract(v any) bool {
	switch v.(type) {
	case nil, bool, int, float64, string, *py.Class:
		return false
	}
	switch py.TypeOf(v) {
	case py.PropertyClass:
		return isAbstract(py.GetAttr(v, "fget")) || isAbstract(py.GetAttr(v, "fset")) || isAbstract(py.GetAttr(v, "fdel"))
	case py.ClassMethodClass, py.StaticMethodClass:
		return isAbstract(py.GetAttr(v, "__func__"))
	}
	return py.Truth(py.GetAttrOr(v, "__isabstractmethod__", false))
}
