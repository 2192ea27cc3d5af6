package asyncio

// The algorithms of Python's heapq, step for step: which of several equal items
// comes out first can be seen by programs.

func heapPush[T any](heap []T, item T, less func(a, b T) bool) []T {
	heap = append(heap, item)
	heapSiftDown(heap, 0, len(heap)-1, less)
	return heap
}

func heapPop[T any](heap []T, less func(a, b T) bool) ([]T, T) {
	n := len(heap) - 1
	last := heap[n]
	var zero T
	heap[n] = zero
	heap = heap[:n]
	if n == 0 {
		return heap, last
	}
	top := heap[0]
	heap[0] = last
	heapSiftUp(heap, 0, less)
	return heap, top
}

func heapify[T any](heap []T, less func(a, b T) bool) {
	for i := len(heap)/2 - 1; i >= 0; i-- {
		heapSiftUp(heap, i, less)
	}
}

func heapSiftDown[T any](heap []T, start, pos int, less func(a, b T) bool) {
	item := heap[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		if !less(item, heap[parent]) {
			break
		}
		heap[pos] = heap[parent]
		pos = parent
	}
	heap[pos] = item
}

func heapSiftUp[T any](heap []T, pos int, less func(a, b T) bool) {
	end, start := len(heap), pos
	item := heap[pos]
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end && !less(heap[child], heap[right]) {
			child = right
		}
		heap[pos] = heap[child]
		pos = child
	}
	heap[pos] = item
	heapSiftDown(heap, start, pos, less)
}
