package heapq

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// An order tells which of two items comes first in a heap.
type order[T any] func(a, b T) bool

func siftDown[T any](heap *py.List[T], start, pos int, before order[T]) {
	item := heap.Get(pos)
	for pos > start {
		parent := (pos - 1) >> 1
		above := heap.Get(parent)
		if !before(item, above) {
			break
		}
		heap.Set(pos, above)
		pos = parent
	}
	heap.Set(pos, item)
}

func siftUp[T any](heap *py.List[T], pos int, before order[T]) {
	end, start := heap.Len(), pos
	item := heap.Get(pos)
	child := 2*pos + 1
	for child < end {
		if right := child + 1; right < end && !before(heap.Get(child), heap.Get(right)) {
			child = right
		}
		heap.Set(pos, heap.Get(child))
		pos = child
		child = 2*pos + 1
	}
	heap.Set(pos, item)
	siftDown(heap, start, pos, before)
}

func push[T any](heap *py.List[T], item T, before order[T]) {
	heap.Append(item)
	siftDown(heap, 0, heap.Len()-1, before)
}

func pop[T any](heap *py.List[T], before order[T]) T {
	if heap.Len() == 0 {
		py.Raise(py.NewIndexError("index out of range"))
	}
	last := heap.Pop()
	if heap.Len() == 0 {
		return last
	}
	first := heap.Get(0)
	heap.Set(0, last)
	siftUp(heap, 0, before)
	return first
}

func replace[T any](heap *py.List[T], item T, before order[T]) T {
	if heap.Len() == 0 {
		py.Raise(py.NewIndexError("index out of range"))
	}
	first := heap.Get(0)
	heap.Set(0, item)
	siftUp(heap, 0, before)
	return first
}

func pushPop[T any](heap *py.List[T], item T, before order[T]) T {
	if heap.Len() > 0 && before(heap.Get(0), item) {
		return replace(heap, item, before)
	}
	return item
}

func heapify[T any](heap *py.List[T], before order[T]) {
	for i := heap.Len()/2 - 1; i >= 0; i-- {
		siftUp(heap, i, before)
	}
}
