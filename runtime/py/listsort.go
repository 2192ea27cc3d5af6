package py

import "slices"

// Sort is l.sort(): stable, by Python's "<". A list of ints or strings needs no
// more than Go's order.
func (l *List[T]) Sort() {
	sortNatural(l.items)
}

// SortReverse is l.sort(reverse=True): equal items keep their order.
func (l *List[T]) SortReverse() {
	slices.Reverse(l.items)
	sortNatural(l.items)
	slices.Reverse(l.items)
}

// SortFunc sorts by a "less than" of Go; it is stable and calls less as often
// and in the same order as CPython calls __lt__.
func (l *List[T]) SortFunc(less func(a, b T) bool) {
	mergeSort[T, struct{}](l.items, nil, less)
}

// SortKey is l.sort(key=key). It calls key once for each item.
func SortKey[T, K any](l *List[T], key func(T) K, reverse bool) {
	sortByKey(l.items, key, reverse)
}

// SortedKey is sorted(seq, key=key, reverse=reverse) of the items of l.
func SortedKey[T, K any](l *List[T], key func(T) K, reverse bool) *List[T] {
	out := l.Copy()
	sortByKey(out.items, key, reverse)
	return out
}

// Sorted is sorted(l), a new list.
func (l *List[T]) Sorted() *List[T] {
	out := l.Copy()
	out.Sort()
	return out
}

func sortNatural[T any](items []T) {
	switch s := any(items).(type) {
	case []int:
		slices.Sort(s)
	case []string:
		slices.Sort(s)
	case []float64:
		mergeSort[float64, struct{}](s, nil, func(a, b float64) bool { return a < b })
	case []any:
		mergeSort[any, struct{}](s, nil, lessAny)
	case []Tuple:
		if !sortByPrefix(s, s, lessTuples) {
			mergeSort[Tuple, struct{}](s, nil, lessTuples)
		}
	default:
		mergeSort[T, struct{}](items, nil, LessOf[T]())
	}
}

func sortByKey[T, K any](items []T, key func(T) K, reverse bool) {
	keys := make([]K, len(items))
	for i, v := range items {
		keys[i] = key(v)
	}
	if reverse {
		slices.Reverse(keys)
		slices.Reverse(items)
		defer slices.Reverse(items)
	}
	less := LessOf[K]()
	if !sortByPrefix(keys, items, less) {
		mergeSort(keys, items, less)
	}
}

func lessAny(a, b any) bool {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return x < y
		}
	case string:
		if y, ok := b.(string); ok {
			return x < y
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x < y
		}
	case Tuple:
		if y, ok := b.(Tuple); ok {
			return lessTuples(x, y)
		}
	}
	return Less(a, b)
}

// sortItems is list.sort as dynamic code calls it: key and the comparisons run
// while the list looks empty, and must leave it so.
func (l *List[T]) sortItems(key any, reverse bool) {
	items := l.items
	l.items = nil
	modified := false
	func() {
		defer func() {
			modified = l.items != nil
			l.items = items
		}()
		if key != nil {
			sortByKey(items, func(v T) any { return Call(key, Box(v)) }, reverse)
			return
		}
		if reverse {
			slices.Reverse(items)
			defer slices.Reverse(items)
		}
		sortNatural(items)
	}()
	if modified {
		raisef(NewValueError, "list modified during sort")
	}
}
