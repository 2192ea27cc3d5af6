package py

import "slices"

// listValue is what a *List[T] of any T is to the dynamic operations. Values
// that come in are checked against T.
type listValue interface {
	Len() int
	Clear()
	Reverse()
	item(i int) any
	setItem(i int, v any)
	appendItem(v any)
	insertItem(i int, v any)
	popItem(i int) any
	sliceList(s span) any
	copyList() any
	replaceItems(s span, values []any)
	deleteSpan(s span)
	extendItems(values []any)
	concatList(other listValue) any
	repeatList(n int) any
	repeatInPlace(n int)
	snapshot() []any
	sortItems(key any, reverse bool)
}

// anySlice gives the storage of a list of any itself.
func anySlice[T any](items *[]T) (*[]any, bool) {
	p, ok := any(items).(*[]any)
	return p, ok
}

func (l *List[T]) item(i int) any {
	if p, ok := anySlice(&l.items); ok {
		return (*p)[i]
	}
	return Box(l.items[i])
}

func (l *List[T]) setItem(i int, v any) {
	l.items[i] = unboxItem[T](v)
}

func (l *List[T]) appendItem(v any) {
	l.items = append(l.items, unboxItem[T](v))
}

func (l *List[T]) insertItem(i int, v any) {
	l.Insert(i, unboxItem[T](v))
}

func (l *List[T]) popItem(i int) any {
	return Box(l.PopAt(i))
}

func (l *List[T]) sliceList(s span) any {
	return &List[T]{items: sliceItems(l.items, s)}
}

func (l *List[T]) copyList() any {
	return l.Copy()
}

func (l *List[T]) replaceItems(s span, values []any) {
	l.replace(s, unboxAll[T](values))
}

func (l *List[T]) extendItems(values []any) {
	l.items = append(l.items, unboxAll[T](values)...)
}

// concatList keeps the element type when both lists have the same.
func (l *List[T]) concatList(other listValue) any {
	if same, ok := other.(*List[T]); ok {
		return l.Concat(same)
	}
	return &List[any]{items: slices.Concat(l.snapshot(), other.snapshot())}
}

func (l *List[T]) repeatList(n int) any {
	return l.Repeat(n)
}

func (l *List[T]) repeatInPlace(n int) {
	l.items = repeatItems(l.items, n)
}

// snapshot returns the items now, in a slice of their own.
func (l *List[T]) snapshot() []any {
	if p, ok := anySlice(&l.items); ok {
		return slices.Clone(*p)
	}
	out := make([]any, len(l.items))
	for i, v := range l.items {
		out[i] = Box(v)
	}
	return out
}

// unboxItem is As, without a detour for containers of any.
func unboxItem[T any](v any) T {
	if p, ok := any(&v).(*T); ok {
		return *p
	}
	return As[T](v)
}

func unboxAll[T any](values []any) []T {
	if p, ok := any(values).([]T); ok {
		return slices.Clone(p)
	}
	out := make([]T, len(values))
	for i, v := range values {
		out[i] = unboxItem[T](v)
	}
	return out
}

// listIterator is the object iter(list) makes. It is live, and once at the end
// it stays there.
type listIterator struct {
	list listValue
	next int
}

// Next returns the next item, false at the end.
func (it *listIterator) Next() (any, bool) {
	if it.list == nil {
		return nil, false
	}
	if it.next >= it.list.Len() {
		it.list = nil
		return nil, false
	}
	v := it.list.item(it.next)
	it.next++
	return v, true
}

// listReverseIterator is the object reversed(list) makes.
type listReverseIterator struct {
	list listValue
	next int
}

// Next returns the next item, false at the end.
func (it *listReverseIterator) Next() (any, bool) {
	if it.list == nil {
		return nil, false
	}
	if it.next < 0 || it.next >= it.list.Len() {
		it.list = nil
		return nil, false
	}
	v := it.list.item(it.next)
	it.next--
	return v, true
}
