package py

import (
	"iter"
	"slices"
)

// List is a list: Python's semantics on a Go slice. A *List[T] of any T is a
// list to the dynamic operations too, which check the types of what they put
// into it.
type List[T any] struct {
	items []T
}

// ListOf makes a list of its arguments.
func ListOf[T any](items ...T) *List[T] {
	return &List[T]{items: items}
}

// NewList is list().
func NewList[T any]() *List[T] { return &List[T]{} }

// ListFrom is list(seq).
func ListFrom[T any](seq iter.Seq[T]) *List[T] {
	l := &List[T]{}
	for v := range seq {
		l.items = append(l.items, v)
	}
	return l
}

// ListRepeat is [v] * n.
func ListRepeat[T any](v T, n int) *List[T] {
	return &List[T]{items: repeatItems([]T{v}, n)}
}

// Len is len(l).
func (l *List[T]) Len() int {
	return len(l.items)
}

// Items returns the list's own storage, for code that reads it at once. It must
// not be kept across a change of the list.
func (l *List[T]) Items() []T {
	return l.items
}

// index checks an index and counts a negative one from the end.
func (l *List[T]) index(i int, fault string) int { return listIndex(i, len(l.items), fault) }

// listIndex is the index of a list of n elements that i means. It raises
// IndexError with the message fault.
func listIndex(i, n int, fault string) int {
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		raisef(NewIndexError, "%s", fault)
	}
	return i
}

// Get is l[i]. It raises IndexError.
func (l *List[T]) Get(i int) T {
	if uint(i) >= uint(len(l.items)) {
		i = readIndex(i, len(l.items))
	}
	return l.items[i]
}

// Set is l[i] = v. It raises IndexError.
func (l *List[T]) Set(i int, v T) {
	if uint(i) >= uint(len(l.items)) {
		i = writeIndex(i, len(l.items))
	}
	l.items[i] = v
}

// readIndex and writeIndex are the indexes of a list of n elements that i means,
// where that is not i itself. They are no methods so that the compiler inlines
// Get and Set.
func readIndex(i, n int) int { return listIndex(i, n, "list index out of range") }

func writeIndex(i, n int) int { return listIndex(i, n, "list assignment index out of range") }

// Delete is del l[i]. It raises IndexError.
func (l *List[T]) Delete(i int) {
	i = l.index(i, "list assignment index out of range")
	l.items = slices.Delete(l.items, i, i+1)
}

// Append is l.append(v).
func (l *List[T]) Append(v T) {
	if len(l.items) == cap(l.items) {
		l.grow()
	}
	l.items = append(l.items, v)
}

// maxDoubled is the length up to which a list that is full doubles its room. Go's
// append makes a quarter of it new from 256 items on, and copies more often.
const maxDoubled = 1 << 20

func (l *List[T]) grow() {
	if n := len(l.items); n >= 8 && n <= maxDoubled {
		l.items = slices.Grow(l.items, n)
	}
}

// Extend is l.extend(seq). Extending a list by itself doubles it.
func (l *List[T]) Extend(seq iter.Seq[T]) {
	for v := range seq {
		l.items = append(l.items, v)
	}
}

// ExtendList is l.extend(other), which takes the items other has now.
func (l *List[T]) ExtendList(other *List[T]) {
	l.items = append(l.items, other.items...)
}

// Insert is l.insert(i, v): i is clamped to the list.
func (l *List[T]) Insert(i int, v T) {
	l.items = slices.Insert(l.items, clampIndex(i, len(l.items), 0, len(l.items)), v)
}

// Pop is l.pop(). It raises IndexError for an empty list.
func (l *List[T]) Pop() T {
	last := len(l.items) - 1
	if last < 0 {
		raisef(NewIndexError, "pop from empty list")
	}
	v := l.items[last]
	clear(l.items[last:])
	l.items = l.items[:last]
	return v
}

// PopAt is l.pop(i). It raises IndexError.
func (l *List[T]) PopAt(i int) T {
	if len(l.items) == 0 {
		raisef(NewIndexError, "pop from empty list")
	}
	i = l.index(i, "pop index out of range")
	v := l.items[i]
	if i == 0 {
		// The front moves up instead of the rest moving down: a list used as
		// a queue costs the same at both ends.
		var zero T
		l.items[0] = zero
		l.items = l.items[1:]
		return v
	}
	l.items = slices.Delete(l.items, i, i+1)
	return v
}

// Remove is l.remove(v). It raises ValueError when v is not in the list.
func (l *List[T]) Remove(v T) {
	i, ok := l.find(v, 0, len(l.items))
	if !ok {
		raisef(NewValueError, "list.remove(x): x not in list")
	}
	l.Delete(i)
}

// Clear is l.clear().
func (l *List[T]) Clear() {
	l.items = nil
}

// find looks for v in l[lo:hi] as it is while comparisons may change it.
func (l *List[T]) find(v T, lo, hi int) (int, bool) {
	equal := keyOpsOf[T]().equal
	for i := lo; i < hi && i < len(l.items); i++ {
		if equal(l.items[i], v) {
			return i, true
		}
	}
	return 0, false
}

// Has is v in l.
func (l *List[T]) Has(v T) bool {
	_, ok := l.find(v, 0, len(l.items))
	return ok
}

// Index is l.index(v, start, stop); the bounds may be left out. It raises
// ValueError when v is not there.
func (l *List[T]) Index(v T, bounds ...int) int {
	lo, hi := 0, len(l.items)
	if len(bounds) > 0 {
		lo = clampIndex(bounds[0], len(l.items), 0, len(l.items))
	}
	if len(bounds) > 1 {
		hi = clampIndex(bounds[1], len(l.items), 0, len(l.items))
	}
	i, ok := l.find(v, lo, hi)
	if !ok {
		raisef(NewValueError, "%s is not in list", Repr(Box(v)))
	}
	return i
}

// Count is l.count(v).
func (l *List[T]) Count(v T) int {
	equal := keyOpsOf[T]().equal
	n := 0
	for i := 0; i < len(l.items); i++ {
		if equal(l.items[i], v) {
			n++
		}
	}
	return n
}

// Reverse is l.reverse().
func (l *List[T]) Reverse() {
	slices.Reverse(l.items)
}

// Copy is l.copy().
func (l *List[T]) Copy() *List[T] {
	return &List[T]{items: slices.Clone(l.items)}
}

// Slice is l[lo:hi:step], a new list; a nil bound is left out. It raises
// ValueError for a step of zero.
func (l *List[T]) Slice(lo, hi, step any) *List[T] {
	s := Slice{lo, hi, step}
	return &List[T]{items: sliceItems(l.items, s.span(len(l.items)))}
}

// SetSlice is l[lo:hi:step] = items. It raises ValueError when the slice has a
// step and another length than items.
func (l *List[T]) SetSlice(lo, hi, step any, items iter.Seq[T]) {
	values := slices.Collect(items)
	l.replace(NewSlice(lo, hi, step).span(len(l.items)), values)
}

// DeleteSlice is del l[lo:hi:step].
func (l *List[T]) DeleteSlice(lo, hi, step any) {
	l.deleteSpan(NewSlice(lo, hi, step).span(len(l.items)))
}

func (l *List[T]) replace(s span, values []T) {
	if s.step == 1 {
		l.items = slices.Replace(l.items, s.start, max(s.start, s.stop), values...)
		return
	}
	if len(values) != s.count {
		raisef(NewValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(values), s.count)
	}
	for i, v := range values {
		l.items[s.start+i*s.step] = v
	}
}

func (l *List[T]) deleteSpan(s span) {
	s = s.ascending()
	if s.count == 0 {
		return
	}
	if s.step == 1 {
		l.items = slices.Delete(l.items, s.start, s.start+s.count)
		return
	}
	kept := l.items[:s.start]
	next, left := s.start, s.count
	for i := s.start; i < len(l.items); i++ {
		if left > 0 && i == next {
			next += s.step
			left--
			continue
		}
		kept = append(kept, l.items[i])
	}
	clear(l.items[len(kept):])
	l.items = kept
}

// Concat is l + other.
func (l *List[T]) Concat(other *List[T]) *List[T] {
	return &List[T]{items: slices.Concat(l.items, other.items)}
}

// Repeat is l * n.
func (l *List[T]) Repeat(n int) *List[T] {
	return &List[T]{items: repeatItems(l.items, n)}
}

// Equal is l == other.
func (l *List[T]) Equal(other *List[T]) bool {
	if len(l.items) != len(other.items) {
		return false
	}
	equal := keyOpsOf[T]().equal
	for i := 0; i < len(l.items) && i < len(other.items); i++ {
		if !equal(l.items[i], other.items[i]) {
			return false
		}
	}
	return len(l.items) == len(other.items)
}

// All iterates over the items as CPython's list iterator does: by index, so
// that it sees what is appended or removed on the way.
func (l *List[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := 0; i < len(l.items); i++ {
			if !yield(l.items[i]) {
				return
			}
		}
	}
}

// Enumerate is enumerate(l).
func (l *List[T]) Enumerate() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := 0; i < len(l.items); i++ {
			if !yield(i, l.items[i]) {
				return
			}
		}
	}
}

// Backward is reversed(l).
func (l *List[T]) Backward() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := len(l.items) - 1; i >= 0 && i < len(l.items); i-- {
			if !yield(l.items[i]) {
				return
			}
		}
	}
}

// String is repr(l).
func (l *List[T]) String() string {
	return listRepr(l)
}
