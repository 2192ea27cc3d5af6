// Package heapq is Python's module heapq.
// https://docs.python.org/3.13/library/heapq.html
package heapq

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

func less(a, b any) bool { return py.Less(a, b) }

func greater(a, b any) bool { return py.Less(b, a) }

// Push is heapq.heappush.
func Push[T any](heap *py.List[T], item T) { push(heap, item, py.LessOf[T]()) }

// Pop is heapq.heappop. It raises IndexError for an empty heap.
func Pop[T any](heap *py.List[T]) T { return pop(heap, py.LessOf[T]()) }

// Replace is heapq.heapreplace. It raises IndexError for an empty heap.
func Replace[T any](heap *py.List[T], item T) T { return replace(heap, item, py.LessOf[T]()) }

// PushPop is heapq.heappushpop.
func PushPop[T any](heap *py.List[T], item T) T { return pushPop(heap, item, py.LessOf[T]()) }

// Heapify is heapq.heapify.
func Heapify[T any](heap *py.List[T]) { heapify(heap, py.LessOf[T]()) }

// withList runs f on the list itself, or on a copy of a list of another
// element type that is written back; argument tells which one of which function it is.
func withList(heap any, argument string, f func(list *py.List[any]) any) any {
	target := py.Payload(heap)
	if list, ok := target.(*py.List[any]); ok {
		return f(list)
	}
	if !py.TypeOf(target).IsSubclassOf(py.ListClass) {
		panic(exc.TypeError("%s must be list, not %s", argument, py.TypeOf(heap).Name()))
	}
	list := py.ListFrom(py.Iter(target))
	result := f(list)
	py.SetItem(target, py.NewSlice(nil, nil, nil), list)
	return result
}

// Module is the module heapq.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("heapq", "Heap queue algorithm (a.k.a. priority queue).")
	m.Builtin("heappush(heap, item, /)", func(heap, item any) any {
		return withList(heap, "heappush() argument 1", func(l *py.List[any]) any {
			Push(l, item)
			return nil
		})
	})
	m.Builtin("heappop(heap, /)", func(heap any) any {
		return withList(heap, "heappop() argument", func(l *py.List[any]) any { return Pop(l) })
	})
	m.Builtin("heapreplace(heap, item, /)", func(heap, item any) any {
		return withList(heap, "heapreplace() argument 1", func(l *py.List[any]) any { return Replace(l, item) })
	})
	m.Builtin("heappushpop(heap, item, /)", func(heap, item any) any {
		return withList(heap, "heappushpop() argument 1", func(l *py.List[any]) any { return PushPop(l, item) })
	})
	m.Builtin("heapify(heap, /)", func(heap any) any {
		return withList(heap, "heapify() argument", func(l *py.List[any]) any {
			Heapify(l)
			return nil
		})
	})
	m.Func("nlargest(n, iterable, key=None)", func(n, iterable, key any) any {
		return first(py.Sorted(iterable, key, true), number.Int(n))
	})
	m.Func("nsmallest(n, iterable, key=None)", func(n, iterable, key any) any {
		return first(py.Sorted(iterable, key, false), number.Int(n))
	})
	m.Set("merge", py.GenFunc("merge(*iterables, key=None, reverse=False)", merge).Module("heapq"))
	return m
})

func first(sorted *py.List[any], n int) *py.List[any] {
	return sorted.Slice(nil, max(n, 0), nil)
}

// A stream is one of the sorted inputs of merge with its next item.
type stream struct {
	key, item any
	index     int
	iterator  any
}

// merge yields the items of sorted iterables in order, equal ones in the order
// of the iterables.
func merge(y *py.Yielder, iterables, key, reverse any) any {
	ordered := less
	if py.Truth(reverse) {
		ordered = greater
	}
	keyOf := func(item any) any {
		if key == nil {
			return item
		}
		return py.Call(key, item)
	}
	heap := py.ListOf[*stream]()
	before := func(a, b *stream) bool {
		if ordered(a.key, b.key) {
			return true
		}
		return a.index < b.index && !ordered(b.key, a.key)
	}
	for i, iterable := range iterables.(py.Tuple) {
		it := py.GetIter(iterable)
		if item, ok := py.Next(it); ok {
			heap.Append(&stream{key: keyOf(item), item: item, index: i, iterator: it})
		}
	}
	heapify(heap, before)
	for heap.Len() > 0 {
		top := heap.Get(0)
		y.Yield(top.item)
		item, ok := py.Next(top.iterator)
		if !ok {
			pop(heap, before)
			continue
		}
		top.item, top.key = item, keyOf(item)
		siftUp(heap, 0, before)
	}
	return nil
}
