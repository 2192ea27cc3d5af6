package collections

import (
	"iter"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Deque is collections.deque: a list that grows and shrinks at both ends in
// constant time. A deque with a maximum length drops items at the other end.
type Deque[T any] struct {
	// buf is a ring: the n items begin at head. Its length is a power of two.
	buf    []T
	head   int
	n      int
	maxLen int // -1: no limit
	// changes counts what changed the deque, for iterators to notice.
	changes int
}

// NewDeque makes a deque of items without a maximum length.
func NewDeque[T any](items ...T) *Deque[T] {
	d := &Deque[T]{maxLen: -1}
	for _, v := range items {
		d.Append(v)
	}
	return d
}

// NewBoundedDeque makes a deque that keeps at most maxLen items. It raises
// ValueError for a negative maxLen.
func NewBoundedDeque[T any](maxLen int, items ...T) *Deque[T] {
	if maxLen < 0 {
		panic(exc.ValueError("maxlen must be non-negative"))
	}
	d := &Deque[T]{maxLen: maxLen}
	for _, v := range items {
		d.Append(v)
	}
	return d
}

// DequeFrom makes a deque of what seq yields.
func DequeFrom[T any](seq iter.Seq[T]) *Deque[T] {
	d := NewDeque[T]()
	d.Extend(seq)
	return d
}

// BoundedDequeFrom makes a deque of what seq yields, of which it keeps the last
// maxLen items. It raises ValueError for a negative maxLen.
func BoundedDequeFrom[T any](seq iter.Seq[T], maxLen int) *Deque[T] {
	d := NewBoundedDeque[T](maxLen)
	d.Extend(seq)
	return d
}

// RetypedDeque gives the items of a deque that nothing else refers to as a deque
// of U. It raises TypeError for an item of another type, as py.As does.
func RetypedDeque[U, T any](d *Deque[T]) *Deque[U] {
	out := &Deque[U]{maxLen: d.maxLen}
	out.Extend(py.Retyped[U](d.All()))
	return out
}

// PyClass is the class deque.
func (d *Deque[T]) PyClass() *py.Class { return DequeClass }

// Len is len(d).
func (d *Deque[T]) Len() int { return d.n }

// MaxLen is d.maxlen, -1 for none.
func (d *Deque[T]) MaxLen() int { return d.maxLen }

func (d *Deque[T]) slot(i int) *T { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

func (d *Deque[T]) grow() {
	if d.n < len(d.buf) {
		return
	}
	buf := make([]T, max(8, 2*len(d.buf)))
	for i := range d.n {
		buf[i] = *d.slot(i)
	}
	d.buf, d.head = buf, 0
}

// Append adds v at the right end.
func (d *Deque[T]) Append(v T) {
	d.changes++
	if d.maxLen == 0 {
		return
	}
	if d.n == d.maxLen {
		d.PopLeft()
	}
	d.grow()
	d.n++
	*d.slot(d.n - 1) = v
}

// AppendLeft adds v at the left end.
func (d *Deque[T]) AppendLeft(v T) {
	d.changes++
	if d.maxLen == 0 {
		return
	}
	if d.n == d.maxLen {
		d.Pop()
	}
	d.grow()
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.n++
	*d.slot(0) = v
}

// Pop removes and returns the rightmost item. It raises IndexError.
func (d *Deque[T]) Pop() T {
	if d.n == 0 {
		panic(exc.IndexError("pop from an empty deque"))
	}
	d.changes++
	var zero T
	at := d.slot(d.n - 1)
	v := *at
	*at = zero
	d.n--
	return v
}

// PopLeft removes and returns the leftmost item. It raises IndexError.
func (d *Deque[T]) PopLeft() T {
	if d.n == 0 {
		panic(exc.IndexError("pop from an empty deque"))
	}
	d.changes++
	var zero T
	at := d.slot(0)
	v := *at
	*at = zero
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	return v
}

// Extend appends what seq yields.
func (d *Deque[T]) Extend(seq iter.Seq[T]) {
	for v := range seq {
		d.Append(v)
	}
}

// ExtendLeft appends at the left what seq yields, which reverses its order.
func (d *Deque[T]) ExtendLeft(seq iter.Seq[T]) {
	for v := range seq {
		d.AppendLeft(v)
	}
}

// Clear removes all items.
func (d *Deque[T]) Clear() {
	d.changes++
	d.buf, d.head, d.n = nil, 0, 0
}

// Copy is a shallow copy with the same maximum length.
func (d *Deque[T]) Copy() *Deque[T] {
	c := &Deque[T]{maxLen: d.maxLen}
	for i := range d.n {
		c.Append(*d.slot(i))
	}
	return c
}

func (d *Deque[T]) position(i int, fault string) int {
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		panic(exc.IndexError("%s", fault))
	}
	return i
}

// Get is d[i]. It raises IndexError.
func (d *Deque[T]) Get(i int) T { return *d.slot(d.position(i, "deque index out of range")) }

// Set is d[i] = v. It raises IndexError.
func (d *Deque[T]) Set(i int, v T) { *d.slot(d.position(i, "deque index out of range")) = v }

// Delete is del d[i]. It raises IndexError.
func (d *Deque[T]) Delete(i int) {
	i = d.position(i, "deque index out of range")
	d.changes++
	for ; i < d.n-1; i++ {
		*d.slot(i) = *d.slot(i + 1)
	}
	var zero T
	*d.slot(d.n - 1) = zero
	d.n--
}

// Insert puts v before the item at i. It raises IndexError when the deque is at
// its maximum length.
func (d *Deque[T]) Insert(i int, v T) {
	if d.n == d.maxLen {
		panic(exc.IndexError("deque already at its maximum size"))
	}
	if i < 0 {
		i = max(i+d.n, 0)
	}
	i = min(i, d.n)
	d.Append(v)
	for k := d.n - 1; k > i; k-- {
		*d.slot(k) = *d.slot(k - 1)
	}
	*d.slot(i) = v
}

// Rotate moves the items n places to the right, or to the left when n is
// negative.
func (d *Deque[T]) Rotate(n int) {
	if d.n < 2 {
		return
	}
	d.changes++
	n %= d.n
	if n < 0 {
		n += d.n
	}
	if n > d.n/2 {
		for range d.n - n {
			v := d.PopLeft()
			d.grow()
			d.n++
			*d.slot(d.n - 1) = v
		}
		return
	}
	for range n {
		v := d.Pop()
		d.grow()
		d.head = (d.head - 1) & (len(d.buf) - 1)
		d.n++
		*d.slot(0) = v
	}
}

// Reverse reverses the items in place.
func (d *Deque[T]) Reverse() {
	d.changes++
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		a, b := d.slot(i), d.slot(j)
		*a, *b = *b, *a
	}
}

// Find is the index of the first item equal to v in [lo, hi), or -1.
func (d *Deque[T]) find(v any, lo, hi int) int {
	changes := d.changes
	for i := lo; i < hi && i < d.n; i++ {
		item := py.Box(*d.slot(i))
		if py.Is(item, v) || py.Equal(item, v) {
			return i
		}
		if changes != d.changes {
			panic(exc.RuntimeError("deque mutated during iteration"))
		}
	}
	return -1
}

// Has is v in d.
func (d *Deque[T]) Has(v T) bool { return d.find(py.Box(v), 0, d.n) >= 0 }

// Index is d.index(v). It raises ValueError.
func (d *Deque[T]) Index(v T) int {
	i := d.find(py.Box(v), 0, d.n)
	if i < 0 {
		panic(exc.ValueError("%s is not in deque", py.Repr(py.Box(v))))
	}
	return i
}

// Count is d.count(v).
func (d *Deque[T]) Count(v T) int { return d.count(py.Box(v)) }

func (d *Deque[T]) count(v any) int {
	n := 0
	for i := 0; i < d.n; i++ {
		item := py.Box(*d.slot(i))
		if py.Is(item, v) || py.Equal(item, v) {
			n++
		}
	}
	return n
}

// Remove removes the first item equal to v. It raises ValueError.
func (d *Deque[T]) Remove(v T) { d.remove(py.Box(v)) }

func (d *Deque[T]) remove(v any) {
	n := d.n
	i := d.find(v, 0, d.n)
	if n != d.n {
		panic(exc.IndexError("deque mutated during remove()."))
	}
	if i < 0 {
		panic(exc.ValueError("%s is not in deque", py.Repr(v)))
	}
	d.Delete(i)
}

// All yields the items from left to right. It raises RuntimeError when the
// deque changes meanwhile.
func (d *Deque[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		changes := d.changes
		for i := 0; i < d.n; i++ {
			if !yield(*d.slot(i)) {
				return
			}
			if changes != d.changes {
				panic(exc.RuntimeError("deque mutated during iteration"))
			}
		}
	}
}

// Backward yields the items from right to left.
func (d *Deque[T]) Backward() iter.Seq[T] {
	return func(yield func(T) bool) {
		changes := d.changes
		for i := d.n - 1; i >= 0; i-- {
			if !yield(*d.slot(i)) {
				return
			}
			if changes != d.changes {
				panic(exc.RuntimeError("deque mutated during iteration"))
			}
		}
	}
}

// String is repr(d).
func (d *Deque[T]) String() string { return dequeRepr("deque", d) }

func dequeRepr(name string, d dequeValue) string {
	items := py.ListOf[any]()
	for i := range d.Len() {
		items.Append(d.item(i))
	}
	text := name + "(" + items.String()
	if d.MaxLen() >= 0 {
		text += ", maxlen=" + strconv.Itoa(d.MaxLen())
	}
	return text + ")"
}
