package py

import (
	"errors"
	"iter"
)

// Iterator is implemented by the Go types that are Python iterators: Next
// returns false at the end, and again each time after that.
type Iterator interface {
	Next() (any, bool)
}

// GetIter is iter(o). It raises TypeError when o is not iterable.
func GetIter(o any) any {
	it, ok := getIter(o)
	if !ok {
		raisef(NewTypeError, "'%s' object is not iterable", typeName(o))
	}
	return it
}

// getIter makes the iterator of o and reports whether o is iterable.
func getIter(o any) (any, bool) {
	if isValue(o) {
		return valueIter(o)
	}
	if it, ok := o.(Iterator); ok {
		return it, true
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__iter__"); ok {
		if method == nil {
			return nil, false
		}
		it := callBound(method, o, class, nil, nil)
		if !isIterator(it) {
			raisef(NewTypeError, "iter() returned non-iterator of type '%s'", typeName(it))
		}
		return it, true
	}
	if _, ok := class.lookup("__getitem__"); ok {
		return &sequenceIterator{sequence: o}, true
	}
	return nil, false
}

// iterable reports whether iter(o) works.
func iterable(o any) bool {
	switch o.(type) {
	case nil, int, bool, float64:
		return false
	case string, Tuple, listValue, dictValue, setValue, Iterator:
		return true
	}
	if isValue(o) {
		_, ok := valueIter(o)
		return ok
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__iter__"); ok {
		return method != nil
	}
	_, ok := class.lookup("__getitem__")
	return ok
}

// isIterator reports whether next(o) works.
func isIterator(o any) bool {
	if _, ok := o.(Iterator); ok {
		return true
	}
	if isValue(o) {
		return false
	}
	_, ok := TypeOf(o).lookup("__next__")
	return ok
}

// Next is next(it): false at StopIteration. It raises TypeError when it is no
// iterator.
func Next(it any) (any, bool) {
	if i, ok := it.(Iterator); ok {
		return i.Next()
	}
	if !isIterator(it) {
		raisef(NewTypeError, "'%s' object is not an iterator", typeName(it))
	}
	return nextOf(it)
}

// NextItem is next(it) of an iterator whose elements are of type T.
func NextItem[T any](it any) T { return As[T](NextOr(it, missing)) }

// nextOf calls __next__.
func nextOf(it any) (v any, ok bool) {
	err := Try(func() error {
		v = callNext(it)
		return nil
	})
	if err == nil {
		return v, true
	}
	if errors.Is(err, StopIteration) {
		return nil, false
	}
	panic(err)
}

func callNext(it any) any {
	class := TypeOf(it)
	method, ok := class.lookup("__next__")
	if !ok {
		raisef(NewTypeError, "'%s' object is not an iterator", class.name)
	}
	return callBound(method, it, class, nil, nil)
}

// Iter returns the values of o for a for loop: lazily and live, as CPython's
// iterators are.
func Iter(o any) iter.Seq[any] {
	it := GetIter(o)
	return func(yield func(any) bool) {
		if i, ok := it.(Iterator); ok {
			for {
				v, ok := i.Next()
				if !ok || !yield(v) {
					return
				}
			}
		}
		for {
			v, ok := nextOf(it)
			if !ok || !yield(v) {
				return
			}
		}
	}
}

// iterAll is Iter for what takes all values, whatever happens between: a
// generator that may run on the stack of a loop does.
func iterAll(o any) iter.Seq[any] {
	if g, ok := o.(*Generator); ok && g.streams && g.state == frameCreated {
		return g.stream
	}
	return Iter(o)
}

// Items is Iter for an iterable all of whose elements are T, and of which a list
// is made: it is asked for its length, and gone through to its end.
func Items[T any](o any) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range iterSized(o) {
			if !yield(As[T](v)) {
				return
			}
		}
	}
}

// IterOnce is Iter for an iterable that nothing else refers to, as in
// for x in generate(): a generator is closed when the loop ends early, because
// CPython frees it there.
func IterOnce(o any) iter.Seq[any] {
	g, ok := o.(*Generator)
	if !ok {
		if _, holds := o.(holder); !holds {
			return Iter(o)
		}
		return func(yield func(any) bool) {
			defer Drop(o)
			Iter(o)(yield)
		}
	}
	return func(yield func(any) bool) {
		if g.streams && g.state == frameCreated {
			g.stream(yield)
			return
		}
		done := false
		defer func() {
			if !done {
				Drop(g)
			}
		}()
		for {
			v, ok := g.Next()
			if !ok {
				done = true
				return
			}
			if !yield(v) {
				return
			}
		}
	}
}

// Unpack is the assignment of o to n targets. It raises ValueError when o has
// fewer or more values.
func Unpack(o any, n int) []any {
	if t, ok := o.(Tuple); ok && len(t) == n {
		return t
	}
	it, ok := getIter(o)
	if !ok {
		raisef(NewTypeError, "cannot unpack non-iterable %s object", typeName(o))
	}
	values := make([]any, 0, n)
	for range n {
		v, ok := Next(it)
		if !ok {
			dropUnheld(o)
			raisef(NewValueError, "not enough values to unpack (expected %d, got %d)", n, len(values))
		}
		values = append(values, v)
	}
	if _, more := Next(it); more {
		dropUnheld(o)
		raisef(NewValueError, "too many values to unpack (expected %d)", n)
	}
	return values
}

// UnpackStar is the assignment of o to before targets, one starred target and
// after more targets. The value of the starred target is a *List[any].
func UnpackStar(o any, before, after int) []any {
	it, ok := getIter(o)
	if !ok {
		raisef(NewTypeError, "cannot unpack non-iterable %s object", typeName(o))
	}
	var all []any
	for v := range iterSized(it) {
		all = append(all, v)
	}
	if len(all) < before+after {
		raisef(NewValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(all))
	}
	values := make([]any, 0, before+after+1)
	values = append(values, all[:before]...)
	values = append(values, ListOf(append([]any{}, all[before:len(all)-after]...)...))
	return append(values, all[len(all)-after:]...)
}

// sequenceIterator iterates by __getitem__ from 0 until IndexError.
type sequenceIterator struct {
	sequence any
	next     int
}

var sequenceIteratorClass = newFinalClass("iterator")

func (it *sequenceIterator) PyClass() *Class { return sequenceIteratorClass }

// Next returns the next item.
func (it *sequenceIterator) Next() (v any, ok bool) {
	if it.sequence == nil {
		return nil, false
	}
	err := Try(func() error {
		v = GetItem(it.sequence, it.next)
		return nil
	})
	if err == nil {
		it.next++
		return v, true
	}
	if errors.Is(err, IndexError) || errors.Is(err, StopIteration) {
		it.sequence = nil
		return nil, false
	}
	panic(err)
}
