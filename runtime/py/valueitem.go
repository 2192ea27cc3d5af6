package py

import "math/big"

// valueLen is len(a) of a builtin value; false for what has no length.
func valueLen(a any) (int, bool) {
	switch x := a.(type) {
	case string:
		return StrLen(x), true
	case Bytes:
		return len(x), true
	case interface{ Len() int }:
		return x.Len(), true
	}
	return 0, false
}

// valueTruth is bool(a) of a builtin value; false for other types.
func valueTruth(a any) (truth, ok bool) {
	switch x := a.(type) {
	case nil:
		return false, true
	case bool:
		return x, true
	case int:
		return x != 0, true
	case string:
		return x != "", true
	case float64:
		return x != 0, true
	case complex128:
		return x != 0, true
	case *big.Int:
		return true, true
	case *Range:
		return intSign(x.length) != 0, true
	}
	n, ok := valueLen(a)
	return n != 0, ok
}

// itemIndex is the position k means in a sequence of n items. It raises
// IndexError with the given text, and reports false when k is no index.
func itemIndex(k any, n int, fault string) (int, bool) {
	i, ok := k.(int)
	if !ok {
		index, isIndex := toIndex(k)
		if !isIndex {
			return 0, false
		}
		if i, ok = index.(int); !ok {
			raisef(NewIndexError, "cannot fit '%s' into an index-sized integer", typeName(k))
		}
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		raisef(NewIndexError, "%s", fault)
	}
	return i, true
}

// valueGetItem is o[k] of a builtin value; false for what has no items. It does
// not call __missing__.
func valueGetItem(o, k any) (any, bool) {
	switch x := o.(type) {
	case listValue:
		if s, ok := k.(*Slice); ok {
			return x.sliceList(s.span(x.Len())), true
		}
		i, ok := itemIndex(k, x.Len(), "list index out of range")
		if !ok {
			raisef(NewTypeError, "list indices must be integers or slices, not %s", typeName(k))
		}
		return x.item(i), true
	case dictValue:
		v, ok := x.lookupItem(k)
		if !ok {
			Raise(NewKeyError(k))
		}
		return v, true
	case string:
		return strGetItem(x, k), true
	case Tuple:
		if s, ok := k.(*Slice); ok {
			return Tuple(sliceItems(x, s.span(len(x)))), true
		}
		i, ok := itemIndex(k, len(x), "tuple index out of range")
		if !ok {
			raisef(NewTypeError, "tuple indices must be integers or slices, not %s", typeName(k))
		}
		return x[i], true
	case Bytes:
		if s, ok := k.(*Slice); ok {
			return Bytes(sliceItems([]byte(x), s.span(len(x)))), true
		}
		i, ok := itemIndex(k, len(x), "index out of range")
		if !ok {
			raisef(NewTypeError, "byte indices must be integers or slices, not %s", typeName(k))
		}
		return int(x[i]), true
	case *ByteArray:
		if s, ok := k.(*Slice); ok {
			return &ByteArray{data: sliceItems(x.data, s.span(len(x.data)))}, true
		}
		i, ok := itemIndex(k, len(x.data), "bytearray index out of range")
		if !ok {
			raisef(NewTypeError, "bytearray indices must be integers or slices, not %s", typeName(k))
		}
		return int(x.data[i]), true
	case *MemoryView:
		return x.getItem(k), true
	case *Range:
		if s, ok := k.(*Slice); ok {
			return x.Slice(s.Start, s.Stop, s.Step), true
		}
		i, ok := toIndex(k)
		if !ok {
			raisef(NewTypeError, "range indices must be integers or slices, not %s", typeName(k))
		}
		return x.Get(i), true
	}
	return nil, false
}

// valueSetItem is o[k] = v of a builtin value; false for what takes no items.
func valueSetItem(o, k, v any) bool {
	switch x := o.(type) {
	case listValue:
		if s, ok := k.(*Slice); ok {
			assignListSlice(x, s, v)
			return true
		}
		i, ok := itemIndex(k, x.Len(), "list assignment index out of range")
		if !ok {
			raisef(NewTypeError, "list indices must be integers or slices, not %s", typeName(k))
		}
		x.setItem(i, v)
		return true
	case dictValue:
		x.setItem(k, v)
		return true
	case *ByteArray:
		x.assign(k, v)
		return true
	case *MemoryView:
		x.assign(k, v)
		return true
	}
	return false
}

func assignListSlice(l listValue, s *Slice, v any) {
	s.span(l.Len())
	if !iterable(v) {
		raisef(NewTypeError, "must assign iterable to extended slice")
	}
	// The items are collected before the list changes: they may be its own.
	values := collect(v)
	l.replaceItems(s.span(l.Len()), values)
}

// drain collects what is left of an iterator.
func drain(it any) []any {
	var values []any
	for {
		v, ok := Next(it)
		if !ok {
			return values
		}
		values = append(values, v)
	}
}

// collect is the values of v as a slice of its own. As PySequence_Fast, it asks the
// iterator for the length.
func collect(v any) []any {
	switch x := v.(type) {
	case listValue:
		return x.snapshot()
	case Tuple:
		return append([]any(nil), x...)
	}
	it := GetIter(v)
	askLength(it)
	return drain(it)
}

// valueDelItem is del o[k] of a builtin value; false for what has no items to
// delete.
func valueDelItem(o, k any) bool {
	switch x := o.(type) {
	case listValue:
		if s, ok := k.(*Slice); ok {
			x.deleteSpan(s.span(x.Len()))
			return true
		}
		i, ok := itemIndex(k, x.Len(), "list assignment index out of range")
		if !ok {
			raisef(NewTypeError, "list indices must be integers or slices, not %s", typeName(k))
		}
		x.deleteSpan(span{i, i + 1, 1, 1})
		return true
	case dictValue:
		if _, ok := x.deleteItem(k); !ok {
			Raise(NewKeyError(k))
		}
		return true
	case *ByteArray:
		x.delete(k)
		return true
	case *MemoryView:
		raisef(NewTypeError, "cannot delete memory")
	}
	return false
}

// valueContains is "item in o" of a builtin value; ok is false for other types.
func valueContains(o, item any) (found, ok bool) {
	switch x := o.(type) {
	case string:
		sub, isStr := Payload(item).(string)
		if !isStr {
			raisef(NewTypeError, "'in <string>' requires string as left operand, not %s", typeName(item))
		}
		return StrContains(x, sub), true
	case listValue:
		for i := 0; i < x.Len(); i++ {
			if equalAny(x.item(i), item) {
				return true, true
			}
		}
		return false, true
	case Tuple:
		return x.Has(item), true
	case dictValue:
		_, found := x.lookupItem(item)
		return found, true
	case setValue:
		return x.hasItem(setKey(item)), true
	case *DictView:
		return x.has(item), true
	case *Range:
		return x.Has(item), true
	case Bytes:
		return bytesContain(string(x), item), true
	case *ByteArray:
		return bytesContain(string(x.data), item), true
	}
	return false, false
}

// setKey makes a set that is looked for in a set a frozenset.
func setKey(item any) any {
	if s, ok := item.(mutableSetValue); ok {
		return &FrozenSet[any]{*s.anyTable()}
	}
	return item
}

// valueIter is iter(o) of a builtin value; false for what is not iterable.
func valueIter(o any) (any, bool) {
	switch x := o.(type) {
	case listValue:
		return &listIterator{list: x}, true
	case Tuple:
		return &tupleIterator{items: x}, true
	case dictValue:
		return newDictIterator(x, dictKeys, false), true
	case string:
		return &strIterator{text: x}, true
	case setValue:
		return newSetIterator(x), true
	case *DictView:
		return x.iterator(false), true
	case *Range:
		return x.iterator(), true
	case Bytes:
		return &bytesIterator{bytes: x}, true
	case *ByteArray:
		return &byteArrayIterator{array: x}, true
	case *MemoryView:
		return x.iterator(), true
	}
	return nil, false
}

// valueReversed is reversed(o) of a builtin value; false for what is not
// reversible.
func valueReversed(o any) (any, bool) {
	switch x := o.(type) {
	case listValue:
		return &listReverseIterator{x, x.Len() - 1}, true
	case dictValue:
		return newDictIterator(x, dictKeys, true), true
	case *DictView:
		return x.iterator(true), true
	case *Range:
		return x.reversed(), true
	}
	return nil, false
}
