package py

// lengthHint is how many items the iterator of a builtin value has left; false
// for iterators that cannot tell.
func lengthHint(it any) (n any, ok bool) {
	switch i := it.(type) {
	case *listIterator:
		if i.list == nil {
			return 0, true
		}
		return max(0, i.list.Len()-i.next), true
	case *listReverseIterator:
		if i.list == nil {
			return 0, true
		}
		return i.next + 1, true
	case *tupleIterator:
		return max(0, len(i.items)-i.next), true
	case *strIterator:
		return StrLen(i.text), true
	case *bytesIterator:
		return max(0, len(i.bytes)-i.next), true
	case *rangeIterator:
		return i.left, true
	case *smallRangeIterator:
		return i.left, true
	case *reverseIterator:
		return i.next + 1, true
	}
	return nil, false
}

// addLengthHint adds __length_hint__ to the class of such an iterator.
func addLengthHint(d *Definition) {
	d.Method("__length_hint__(self, /)", func(self any) any {
		n, _ := lengthHint(self)
		return n
	})
}

func init() {
	for _, c := range []*Class{ListIteratorClass, ListReverseIteratorClass, TupleIteratorClass, StrIteratorClass,
		StrASCIIIteratorClass, BytesIteratorClass, RangeIteratorClass, reversedClass} {
		c.define(addLengthHint)
	}
}
