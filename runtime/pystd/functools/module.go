// Package functools is Python's module functools.
package functools

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// absent is the default of parameters whose absence matters.
var absent any = &struct{ name string }{"absent"}

// Module returns the module functools.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("functools", "functools.py - Tools for working with functions and callable objects\n")
	m.Class(PartialClass)
	m.Class(cachedPropertyClass)
	m.Class(partialMethodClass)
	m.Class(singleDispatchMethodClass)
	m.Set("WRAPPER_ASSIGNMENTS", namesTuple(wrapperAssignments))
	m.Set("WRAPPER_UPDATES", namesTuple(wrapperUpdates))
	m.Builtin("reduce(function, iterable, initial=, /)", Reduce, absent)
	m.Builtin("cmp_to_key(mycmp)", CmpToKey)
	m.Func("update_wrapper(wrapper, wrapped, assigned=, updated=)", UpdateWrapper,
		namesTuple(wrapperAssignments), namesTuple(wrapperUpdates))
	m.Func("wraps(wrapped, assigned=, updated=)", func(wrapped, assigned, updated any) any {
		return NewPartial(m.Attr("update_wrapper"), nil, py.Kwargs{
			{Name: "wrapped", Value: wrapped}, {Name: "assigned", Value: assigned}, {Name: "updated", Value: updated},
		})
	}, namesTuple(wrapperAssignments), namesTuple(wrapperUpdates))
	m.Func("total_ordering(cls)", TotalOrdering)
	m.Func("lru_cache(maxsize=128, typed=False)", lruCache)
	m.Func("cache(user_function, /)", func(f any) any { return newCache(f, nil, false) })
	m.Func("singledispatch(func)", SingleDispatch)
	return m
})

// Reduce is functools.reduce. It raises TypeError for an empty iterable
// without an initial value.
func Reduce(function, iterable, initial any) any {
	total, first := initial, initial == absent
	for v := range py.Iter(iterable) {
		if first {
			total, first = v, false
		} else {
			total = py.Call(function, total, v)
		}
	}
	if first {
		panic(exc.TypeError("reduce() of empty iterable with no initial value"))
	}
	return total
}

// comparisonKey is what cmp_to_key makes of a value.
type comparisonKey struct {
	compare any
	object  any
}

var comparisonKeyClass = py.NewNativeClass("functools", "KeyWrapper", nil, func(d *py.Definition) {
	d.Getter("obj", func(self any) any { return self.(*comparisonKey).object })
	order := func(name string, holds func(a, b any) any) {
		d.Method(name+"(self, other, /)", func(self, other any) any {
			a := self.(*comparisonKey)
			b, ok := other.(*comparisonKey)
			if !ok {
				panic(exc.TypeError("other argument must be K instance"))
			}
			return holds(py.Call(a.compare, a.object, b.object), 0)
		})
	}
	order("__lt__", py.Lt)
	order("__le__", py.Le)
	order("__eq__", py.Eq)
	order("__gt__", py.Gt)
	order("__ge__", py.Ge)
	d.Set("__hash__", nil)
})

// PyClass is the class of keys.
func (k *comparisonKey) PyClass() *py.Class { return comparisonKeyClass }

// CmpToKey is functools.cmp_to_key.
func CmpToKey(compare any) any {
	return py.BuiltinFunc("K(obj)", func(object any) any { return &comparisonKey{compare, object} })
}
