package queue

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

func dequeClass() any { return collections.Module().Attr("deque") }

// heapPush and heapPop are those of Python's heapq, step for step: which of
// several equal items comes out first can be seen by programs.

func heapPush(heap *py.List[any], item any) {
	heap.Append(item)
	siftDown(heap, 0, heap.Len()-1)
}

func heapPop(heap *py.List[any]) any {
	last := heap.Pop()
	if heap.Len() == 0 {
		return last
	}
	top := heap.Get(0)
	heap.Set(0, last)
	siftUp(heap, 0)
	return top
}

func siftDown(heap *py.List[any], start, pos int) {
	item := heap.Get(pos)
	for pos > start {
		parent := (pos - 1) >> 1
		if !py.Less(item, heap.Get(parent)) {
			break
		}
		heap.Set(pos, heap.Get(parent))
		pos = parent
	}
	heap.Set(pos, item)
}

func siftUp(heap *py.List[any], pos int) {
	end, start := heap.Len(), pos
	item := heap.Get(pos)
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end && !py.Less(heap.Get(child), heap.Get(right)) {
			child = right
		}
		heap.Set(pos, heap.Get(child))
		pos = child
	}
	heap.Set(pos, item)
	siftDown(heap, start, pos)
}
