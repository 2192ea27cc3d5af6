package functools

import (
	"container/list"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// cacheInfoClass is the named tuple that cache_info() returns.
var cacheInfoClass = collections.NamedTuple("CacheInfo", []string{"hits", "misses", "maxsize", "currsize"}, nil, "functools")

// cache is a function whose results are remembered: what lru_cache makes.
type cache struct {
	py.Attributes
	function any
	// maxSize limits the number of results; nil means no limit.
	maxSize      any
	typed        bool
	hits, misses int
	results      *py.Dict[any, any]
	// order lists the entries from the one used last to the oldest.
	order *list.List
}

type cacheEntry struct {
	key   any
	value any
}

var cacheClass = py.NewNativeClass("functools", "_lru_cache_wrapper", nil, func(d *py.Definition) {
	of := py.PayloadAs[*cache]
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return of(self).PyCall(args.(py.Tuple), py.KwFrom(kwargs))
	})
	d.Method("cache_info(self, /)", func(self any) any {
		c := of(self)
		return py.Call(cacheInfoClass, c.hits, c.misses, c.maxSize, c.results.Len())
	})
	d.Method("cache_clear(self, /)", func(self any) any {
		of(self).clear()
		return nil
	})
	d.Method("__repr__(self, /)", func(self any) any {
		return "<functools._lru_cache_wrapper object at " + py.Str(py.Format(py.ID(self), "#x")) + ">"
	})
}).NameInErrors("functools._lru_cache_wrapper")

// newCache wraps function.
func newCache(function, maxSize any, typed bool) *cache {
	c := &cache{function: function, maxSize: maxSize, typed: typed}
	c.clear()
	wrap(c, function)
	py.SetAttr(c, "cache_parameters", py.Func("<lambda>()", func() any {
		return py.DictOf[any, any]("maxsize", maxSize, "typed", typed)
	}))
	return c
}

// PyClass is the class of cached functions.
func (c *cache) PyClass() *py.Class { return cacheClass }

// DescriptorGet makes a method of a cached function in a class.
func (c *cache) DescriptorGet(instance any, _ *py.Class) any {
	if instance == nil {
		return c
	}
	return py.NewMethod(c, instance)
}

func (c *cache) clear() {
	c.hits, c.misses = 0, 0
	c.results, c.order = py.DictOf[any, any](), list.New()
}

// keywordMark separates the keyword arguments in a key.
var keywordMark any = &struct{ name string }{"kwd_mark"}

// key is what the arguments of a call are remembered by.
func (c *cache) key(args []any, kw py.Kwargs) any {
	if len(kw) == 0 && !c.typed && len(args) == 1 {
		switch args[0].(type) {
		case int, string:
			return args[0]
		}
	}
	key := make(py.Tuple, 0, len(args)+1+2*len(kw))
	key = append(key, args...)
	if len(kw) > 0 {
		key = append(key, keywordMark)
		for _, k := range kw {
			key = append(key, k.Name, k.Value)
		}
	}
	if c.typed {
		for _, a := range args {
			key = append(key, py.TypeOf(a))
		}
		for _, k := range kw {
			key = append(key, py.TypeOf(k.Value))
		}
	}
	return key
}

// PyCall returns the remembered result or computes it. It raises TypeError for
// arguments that cannot be hashed.
func (c *cache) PyCall(args []any, kw py.Kwargs) any {
	limit, limited := c.maxSize.(int)
	if limited && limit == 0 {
		c.misses++
		return py.CallKw(c.function, args, kw)
	}
	key := c.key(args, kw)
	if found, ok := c.results.Lookup(key); ok {
		c.hits++
		at := found.(*list.Element)
		if limited {
			c.order.MoveToFront(at)
		}
		return at.Value.(*cacheEntry).value
	}
	c.misses++
	value := py.CallKw(c.function, args, kw)
	if c.results.Has(key) {
		return value
	}
	if limited && c.results.Len() >= limit {
		oldest := c.order.Back()
		c.results.Delete(oldest.Value.(*cacheEntry).key)
		c.order.Remove(oldest)
	}
	c.results.Set(key, c.order.PushFront(&cacheEntry{key, value}))
	return value
}

// lruCache is the decorator lru_cache, with or without arguments.
func lruCache(maxSize, typed any) any {
	switch limit := maxSize.(type) {
	case nil:
	case int:
		maxSize = max(limit, 0)
	default:
		if py.Callable(maxSize) {
			return newCache(maxSize, 128, py.Truth(typed))
		}
		panic(exc.TypeError("Expected first argument to be an integer, a callable, or None"))
	}
	return py.Func("decorating_function(user_function)", func(function any) any {
		return newCache(function, maxSize, py.Truth(typed))
	})
}
