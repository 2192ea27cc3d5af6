package py

import (
	"iter"
	"math"
	"math/big"
)

// Range is a range object. Its ends and step are ints of any size.
type Range struct {
	start, stop, step any
	length            any
}

// NewRange makes range(start, stop, step). It raises ValueError for a step of
// zero and TypeError for arguments that are no index.
func NewRange(start, stop, step any) *Range {
	r := &Range{rangeIndex(start), rangeIndex(stop), rangeIndex(step), 0}
	switch intSign(r.step) {
	case 0:
		raisef(NewValueError, "range() arg 3 must not be zero")
	case 1:
		if intCmp(r.start, r.stop) < 0 {
			r.length = intAdd(intFloorDiv(intSub(intSub(r.stop, r.start), 1), r.step), 1)
		}
	default:
		if intCmp(r.start, r.stop) > 0 {
			r.length = intAdd(intFloorDiv(intSub(intSub(r.start, r.stop), 1), intNeg(r.step)), 1)
		}
	}
	return r
}

func rangeIndex(v any) any {
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(v))
	}
	return i
}

// RangeOf iterates over range(lo, hi, step). It raises ValueError for a step
// of zero.
func RangeOf(lo, hi, step int) iter.Seq[int] {
	if step == 0 {
		raisef(NewValueError, "range() arg 3 must not be zero")
	}
	return func(yield func(int) bool) {
		if step > 0 {
			for i := lo; i < hi; i += step {
				if !yield(i) || i > hi-step {
					return
				}
			}
			return
		}
		for i := lo; i > hi; i += step {
			if !yield(i) || i < hi-step {
				return
			}
		}
	}
}

// RangeStep is step, the third argument of a range over which a loop counts
// upwards. It raises ValueError if it is zero.
func RangeStep(step int) int {
	if step == 0 {
		raisef(NewValueError, "range() arg 3 must not be zero")
	}
	return step
}

// Len is len(r). It raises OverflowError for a length that is no int of Go.
func (r *Range) Len() int {
	n, ok := r.length.(int)
	if !ok {
		raisef(NewOverflowError, "Python int too large to convert to C ssize_t")
	}
	return n
}

// item is the value at an index that is known to be in range.
func (r *Range) item(i any) any {
	return intAdd(r.start, intMul(i, r.step))
}

// Get is r[i]. It raises IndexError.
func (r *Range) Get(i any) any {
	if intSign(i) < 0 {
		i = intAdd(i, r.length)
	}
	if intSign(i) < 0 || intCmp(i, r.length) >= 0 {
		raisef(NewIndexError, "range object index out of range")
	}
	return r.item(i)
}

// Slice is r[lo:hi:step], a range again.
func (r *Range) Slice(lo, hi, step any) *Range {
	s := NewSlice(lo, hi, step).span(r.Len())
	return NewRange(r.item(s.start), r.item(s.stop), intMul(r.step, s.step))
}

// indexOf is the index of the int v, or nil when it is not in the range.
func (r *Range) indexOf(v any) any {
	low, high := r.start, r.stop
	if intSign(r.step) > 0 {
		if intCmp(v, low) < 0 || intCmp(v, high) >= 0 {
			return nil
		}
	} else if intCmp(v, low) > 0 || intCmp(v, high) <= 0 {
		return nil
	}
	q, m := intDivMod(intSub(v, low), r.step)
	if intSign(m) != 0 {
		return nil
	}
	return q
}

// Has is v in r.
func (r *Range) Has(v any) bool {
	switch v.(type) {
	case int, bool, *big.Int:
		i, _ := intOf(v)
		return r.indexOf(i) != nil
	}
	return r.search(v) != nil
}

// search finds what is not an int by comparing it with each item.
func (r *Range) search(v any) any {
	if f, ok := v.(float64); ok {
		i, ok := floatIndex(f)
		if !ok {
			return nil
		}
		return r.indexOf(i)
	}
	for i := any(0); intCmp(i, r.length) < 0; i = intAdd(i, 1) {
		if equalAny(r.item(i), v) {
			return i
		}
	}
	return nil
}

// Equal reports whether two ranges have the same items.
func (r *Range) equal(other *Range) bool {
	if intCmp(r.length, other.length) != 0 {
		return false
	}
	if intSign(r.length) == 0 {
		return true
	}
	return intCmp(r.start, other.start) == 0 && (intCmp(r.length, 1) == 0 || intCmp(r.step, other.step) == 0)
}

func (r *Range) hash() int {
	switch {
	case intSign(r.length) == 0:
		return hashTuple([]any{0, nil, nil})
	case intCmp(r.length, 1) == 0:
		return hashTuple([]any{1, r.start, nil})
	}
	return hashTuple([]any{r.length, r.start, r.step})
}

// All iterates over the items.
func (r *Range) All() iter.Seq[any] {
	return func(yield func(any) bool) {
		for it := r.iterator(); ; {
			v, ok := it.Next()
			if !ok || !yield(v) {
				return
			}
		}
	}
}

// String is repr(r).
func (r *Range) String() string {
	text := "range(" + intRepr(r.start) + ", " + intRepr(r.stop)
	if intCmp(r.step, 1) != 0 {
		text += ", " + intRepr(r.step)
	}
	return text + ")"
}

// rangeIterator walks a range of ints of any size.
type rangeIterator struct {
	next, left, step any
}

// smallRangeIterator walks a range whose items are all ints of Go.
type smallRangeIterator struct {
	next, left, step int
}

func newRangeIterator(first, length, step any) Iterator {
	start, okStart := first.(int)
	n, okLength := length.(int)
	by, okStep := step.(int)
	if okStart && okLength && okStep {
		if _, fits := mulInt(n, by); fits {
			if _, ok := AddInt(start, n*by).(int); ok {
				return &smallRangeIterator{start, n, by}
			}
		}
	}
	return &rangeIterator{first, length, step}
}

func (r *Range) iterator() Iterator {
	return newRangeIterator(r.start, r.length, r.step)
}

func (r *Range) reversed() Iterator {
	return newRangeIterator(r.item(intSub(r.length, 1)), r.length, intNeg(r.step))
}

// Next returns the next item, false at the end.
func (it *rangeIterator) Next() (any, bool) {
	if intSign(it.left) == 0 {
		return nil, false
	}
	v := it.next
	it.next = intAdd(v, it.step)
	it.left = intSub(it.left, 1)
	return v, true
}

// Next returns the next item, false at the end.
func (it *smallRangeIterator) Next() (any, bool) {
	if it.left == 0 {
		return nil, false
	}
	v := it.next
	it.next += it.step
	it.left--
	return v, true
}

// floatIndex is the int that a whole float equals.
func floatIndex(f float64) (any, bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) || f != math.Trunc(f) {
		return nil, false
	}
	return floatToInt(f), true
}
