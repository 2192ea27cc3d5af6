package collections

import (
	"iter"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// NewCounter makes an empty Counter: a dict of counts in which missing keys
// count zero.
func NewCounter() *py.Object { return dictObject(CounterClass, py.DictOf[any, any]()) }

func counterFunc(name, params string, fn any, defaults ...any) *py.Function {
	return py.Func(name+params, fn, defaults...).Qualname("Counter." + name).Module("collections")
}

func defineCounter(d *py.Definition) {
	method := func(name, params string, fn any, defaults ...any) {
		d.Set(name, counterFunc(name, params, fn, defaults...))
	}
	d.Alloc(func() any { return NewCounter() })
	method("__reduce__", "(self)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{py.Call(py.DictClass, self)}}
	})
	method("__init__", "(self, iterable=None, /, **kwds)", func(self, iterable, kwds any) any {
		updateCounter(self, iterable, kwds, 1)
		return nil
	})
	method("__missing__", "(self, key)", func(_, _ any) any { return 0 })
	method("update", "(self, iterable=None, /, **kwds)", func(self, iterable, kwds any) any {
		updateCounter(self, iterable, kwds, 1)
		return nil
	})
	method("subtract", "(self, iterable=None, /, **kwds)", func(self, iterable, kwds any) any {
		updateCounter(self, iterable, kwds, -1)
		return nil
	})
	method("most_common", "(self, n=None)", mostCommon)
	method("elements", "(self)", func(self any) any {
		return py.NewGenerator("elements", func(y *py.Yielder) any {
			for k, n := range counts(self) {
				for range max(py.As[int](n), 0) {
					y.Yield(k)
				}
			}
			return nil
		})
	})
	method("total", "(self)", func(self any) any {
		var sum any = 0
		for _, n := range counts(self) {
			sum = py.Add(sum, n)
		}
		return sum
	})
	copyCounter := func(self any) any { return py.Call(py.TypeOf(self), self) }
	method("copy", "(self)", copyCounter)
	method("__copy__", "(self)", copyCounter)
	d.ClassMethod("fromkeys(cls, iterable, v=None)", func(_, _, _ any) any {
		panic(exc.NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead."))
	})
	method("__delitem__", "(self, elem)", func(self, key any) any {
		if py.Contains(self, key) {
			dictMethod("__delitem__", self, key)
		}
		return nil
	})
	method("__repr__", "(self)", func(self any) any {
		return counterRepr(plainDict(self), py.TypeOf(self).Name())
	})
	defineCounterComparisons(method)
	defineCounterOperators(method)
}

// counts yields the items of a counter.
func counts(self any) iter.Seq2[any, any] {
	return func(yield func(any, any) bool) {
		for pair := range py.Iter(py.CallMethod(self, "items")) {
			item := pair.(py.Tuple)
			if !yield(item[0], item[1]) {
				return
			}
		}
	}
}

// updateCounter adds the counts of a mapping, or one for each element of an
// iterable, sign times.
func updateCounter(self, iterable, kwds any, sign int) {
	add := func(key, n any) {
		old := py.CallMethod(self, "get", key, 0)
		if sign < 0 {
			py.SetItem(self, key, py.Sub(old, n))
		} else {
			py.SetItem(self, key, py.Add(n, old))
		}
	}
	if iterable != nil {
		if py.IsInstance(iterable, collectionsabc.Class("Mapping")) {
			if sign > 0 && py.Len(self) == 0 {
				dictMethod("update", self, iterable)
			} else {
				for k, n := range counts(iterable) {
					add(k, n)
				}
			}
		} else {
			for k := range py.Iter(iterable) {
				add(k, 1)
			}
		}
	}
	for k, n := range kwds.(*py.Dict[any, any]).All() {
		add(k, n)
	}
}

func sortedCounts(self any) []py.Tuple {
	var items []py.Tuple
	for k, n := range counts(self) {
		items = append(items, py.Tuple{k, n})
	}
	slices.SortStableFunc(items, func(a, b py.Tuple) int {
		switch {
		case py.Less(b[1], a[1]):
			return -1
		case py.Less(a[1], b[1]):
			return 1
		}
		return 0
	})
	return items
}

func mostCommon(self, n any) any {
	items := sortedCounts(self)
	if n != nil {
		items = items[:min(max(py.As[int](n), 0), len(items))]
	}
	list := py.ListOf[any]()
	for _, item := range items {
		list.Append(item)
	}
	return list
}

func counterRepr(c *py.Dict[any, any], name string) string {
	if c.Len() == 0 {
		return name + "()"
	}
	var items []py.Tuple
	err := py.Try(func() error {
		items = sortedCounts(c)
		return nil
	})
	if err != nil {
		return name + "(" + py.Repr(c) + ")"
	}
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = py.Repr(item[0]) + ": " + py.Repr(item[1])
	}
	return name + "({" + strings.Join(parts, ", ") + "})"
}
