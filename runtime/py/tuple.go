package py

import "iter"

// Tuple is a tuple. It is never changed after it is made.
type Tuple []any

// TupleOf makes a tuple of its arguments.
func TupleOf(items ...any) Tuple {
	return Tuple(items)
}

// TupleFrom is tuple(seq).
func TupleFrom[T any](seq iter.Seq[T]) Tuple {
	t := Tuple{}
	for v := range seq {
		t = append(t, Box(v))
	}
	return t
}

// TupleItems goes over the items of a tuple that all are of type T.
func TupleItems[T any](t Tuple) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, item := range t {
			if !yield(As[T](item)) {
				return
			}
		}
	}
}

// Len is len(t).
func (t Tuple) Len() int {
	return len(t)
}

// Get is t[i], counting from the end for a negative i. It raises IndexError.
func (t Tuple) Get(i int) any {
	if i < 0 {
		i += len(t)
	}
	if i < 0 || i >= len(t) {
		raisef(NewIndexError, "tuple index out of range")
	}
	return t[i]
}

// Slice is t[lo:hi:step]; a nil bound is left out.
func (t Tuple) Slice(lo, hi, step any) Tuple {
	return Tuple(sliceItems(t, NewSlice(lo, hi, step).span(len(t))))
}

// Has is v in t.
func (t Tuple) Has(v any) bool {
	for _, item := range t {
		if equalAny(item, v) {
			return true
		}
	}
	return false
}

// Count is t.count(v).
func (t Tuple) Count(v any) int {
	n := 0
	for _, item := range t {
		if equalAny(item, v) {
			n++
		}
	}
	return n
}

// Index is t.index(v). It raises ValueError when v is not in t.
func (t Tuple) Index(v any) int {
	for i, item := range t {
		if equalAny(item, v) {
			return i
		}
	}
	raisef(NewValueError, "tuple.index(x): x not in tuple")
	return -1
}

// Concat is t + other.
func (t Tuple) Concat(other Tuple) Tuple {
	return append(t[:len(t):len(t)], other...)
}

// Repeat is t * n.
func (t Tuple) Repeat(n int) Tuple {
	return Tuple(repeatItems(t, n))
}

// All iterates over the items.
func (t Tuple) All() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, item := range t {
			if !yield(item) {
				return
			}
		}
	}
}

// String is repr(t).
func (t Tuple) String() string {
	return tupleRepr(t)
}

// tupleIterator is the object iter(tuple) makes.
type tupleIterator struct {
	items Tuple
	next  int
}

// Next returns the next item, false at the end.
func (it *tupleIterator) Next() (any, bool) {
	if it.next >= len(it.items) {
		return nil, false
	}
	it.next++
	return it.items[it.next-1], true
}

func repeatItems[T any](items []T, n int) []T {
	if n <= 0 || len(items) == 0 {
		return []T{}
	}
	if total, ok := mulInt(len(items), n); !ok || total > 1<<48 {
		raisef(NewMemoryError, "")
	}
	out := make([]T, len(items)*n)
	for done := copy(out, items); done < len(out); done *= 2 {
		copy(out[done:], out[:done])
	}
	return out
}
