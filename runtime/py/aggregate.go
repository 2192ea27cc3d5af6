package py

import (
	"iter"
	"reflect"
)

// SumInts is sum(seq) of ints whose sum is known to fit.
func SumInts(seq iter.Seq[int]) int {
	total := 0
	for v := range seq {
		total += v
	}
	return total
}

// SumExact is sum(seq) of ints whose sum may not fit Go's int.
func SumExact(seq iter.Seq[int]) any {
	var total any = 0
	small := 0
	for v := range seq {
		sum := small + v
		if (small^sum)&(v^sum) < 0 { // overflow
			total, sum = Add(total, small), v
		}
		small = sum
	}
	return Add(total, small)
}

// SumAny is sum(seq) of ints of any size.
func SumAny(seq iter.Seq[any]) any {
	var total any = 0
	for v := range seq {
		total = Add(total, v)
	}
	return total
}

// CountTrue is sum(seq) of bools.
func CountTrue(seq iter.Seq[bool]) int {
	n := 0
	for v := range seq {
		if v {
			n++
		}
	}
	return n
}

// SumFloats is sum(seq) of floats, with CPython's compensation. Of no floats it
// is the int 0, as in Python.
func SumFloats(seq iter.Seq[float64]) any {
	var sum floatSum
	empty := true
	for v := range seq {
		empty = false
		sum.addFloat(v)
	}
	if empty {
		return 0
	}
	return sum.value()
}

// SumFloatsFrom is sum(seq, start) of floats.
func SumFloatsFrom(seq iter.Seq[float64], start float64) float64 {
	sum := floatSum{high: start}
	for v := range seq {
		sum.addFloat(v)
	}
	return sum.value()
}

// MinOf is min(seq): the first of the smallest. It raises ValueError when there
// are none.
func MinOf[T any](seq iter.Seq[T]) T {
	less := LessOf[T]()
	return selected("min", seq, func(v, best T) bool { return less(v, best) })
}

// MaxOf is max(seq): the first of the greatest. It raises ValueError when there
// are none.
func MaxOf[T any](seq iter.Seq[T]) T {
	less := LessOf[T]()
	return selected("max", seq, func(v, best T) bool { return less(best, v) })
}

// MinOr is min(seq, default=otherwise).
func MinOr[T any](seq iter.Seq[T], otherwise T) T {
	less := LessOf[T]()
	if best, ok := best(seq, func(v, best T) bool { return less(v, best) }); ok {
		return best
	}
	return otherwise
}

// MaxOr is max(seq, default=otherwise).
func MaxOr[T any](seq iter.Seq[T], otherwise T) T {
	less := LessOf[T]()
	if best, ok := best(seq, func(v, best T) bool { return less(best, v) }); ok {
		return best
	}
	return otherwise
}

// MinBy is min(seq, key=key). It raises ValueError when there are no items.
func MinBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	less := LessOf[K]()
	return selectedBy("min", seq, key, func(k, best K) bool { return less(k, best) })
}

// MaxBy is max(seq, key=key). It raises ValueError when there are no items.
func MaxBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	less := LessOf[K]()
	return selectedBy("max", seq, key, func(k, best K) bool { return less(best, k) })
}

// best is the first item that no other is better than.
func best[T any](seq iter.Seq[T], better func(v, best T) bool) (best T, found bool) {
	for v := range seq {
		if !found || better(v, best) {
			best, found = v, true
		}
	}
	return best, found
}

func selected[T any](name string, seq iter.Seq[T], better func(v, best T) bool) T {
	v, found := best(seq, better)
	if !found {
		raisef(NewValueError, "%s() iterable argument is empty", name)
	}
	return v
}

func selectedBy[T, K any](name string, seq iter.Seq[T], key func(T) K, better func(k, best K) bool) T {
	var best T
	var bestKey K
	found := false
	for v := range seq {
		if k := key(v); !found || better(k, bestKey) {
			best, bestKey, found = v, k, true
		}
	}
	if !found {
		raisef(NewValueError, "%s() iterable argument is empty", name)
	}
	return best
}

// LessOf is "<" for values of type T.
func LessOf[T any]() func(a, b T) bool {
	var less any
	switch any((*T)(nil)).(type) {
	case *int:
		less = func(a, b int) bool { return a < b }
	case *string:
		less = func(a, b string) bool { return a < b }
	case *float64:
		less = func(a, b float64) bool { return a < b }
	case *Tuple:
		less = lessTuples
	case *any:
		less = lessAny
	case *Pair[int, int]:
		less = lessIntPairs
	default:
		if s := operationsOf((*T)(nil)); s != nil {
			return s.less.(func(a, b T) bool)
		}
		if o := fieldOrderOf(reflect.TypeFor[T]()); o != nil {
			return lessByFields[T](o)
		}
		less = func(a, b T) bool { return Less(Box(a), Box(b)) }
	}
	return less.(func(a, b T) bool)
}

// SortedList is sorted(seq).
func SortedList[T any](seq iter.Seq[T]) *List[T] {
	l := ListFrom(seq)
	l.Sort()
	return l
}

// SortedListReverse is sorted(seq, reverse=reverse).
func SortedListReverse[T any](seq iter.Seq[T], reverse bool) *List[T] {
	if !reverse {
		return SortedList(seq)
	}
	l := ListFrom(seq)
	l.SortReverse()
	return l
}

// SortedItems is Sorted for an iterable all of whose elements are T.
func SortedItems[T any](o, key any, reverse bool) *List[T] {
	sorted := Sorted(o, key, reverse)
	if l, ok := any(sorted).(*List[T]); ok {
		return l
	}
	return ListFrom(Items[T](sorted))
}

// SortedListBy is sorted(seq, key=key, reverse=reverse). It calls key once for
// each item.
func SortedListBy[T, K any](seq iter.Seq[T], key func(T) K, reverse bool) *List[T] {
	l := ListFrom(seq)
	SortKey(l, key, reverse)
	return l
}

// Enumerate is enumerate(seq, start).
func Enumerate[T any](seq iter.Seq[T], start ...int) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		if len(start) > 0 {
			i = start[0]
		}
		for v := range seq {
			if !yield(i, v) {
				return
			}
			i++
		}
	}
}

// Zip is zip(a, b) of two lists.
func Zip[A, B any](a *List[A], b *List[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := 0; i < len(a.items) && i < len(b.items); i++ {
			if !yield(a.items[i], b.items[i]) {
				return
			}
		}
	}
}

// Pairs gives the pairs of a sequence as tuples.
func Pairs[A, B any](seq iter.Seq2[A, B]) iter.Seq[Tuple] {
	return func(yield func(Tuple) bool) {
		for a, b := range seq {
			if !yield(Tuple{Box(a), Box(b)}) {
				return
			}
		}
	}
}
