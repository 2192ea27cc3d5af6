package py

// The classes of the objects that iter() and reversed() make of builtin values.
var (
	ListIteratorClass        = newFinalClass("list_iterator")
	ListReverseIteratorClass = newFinalClass("list_reverseiterator")
	TupleIteratorClass       = newFinalClass("tuple_iterator")
	StrIteratorClass         = newFinalClass("str_iterator")
	StrASCIIIteratorClass    = newFinalClass("str_ascii_iterator")
	BytesIteratorClass       = newFinalClass("bytes_iterator")
	ByteArrayIteratorClass   = newFinalClass("bytearray_iterator")
	MemoryViewIteratorClass  = newFinalClass("memory_iterator")
	RangeIteratorClass       = newFinalClass("range_iterator")
	LongRangeIteratorClass   = newFinalClass("longrange_iterator")
	SetIteratorClass         = newFinalClass("set_iterator")

	DictKeyIteratorClass   = newFinalClass("dict_keyiterator")
	DictValueIteratorClass = newFinalClass("dict_valueiterator")
	DictItemIteratorClass  = newFinalClass("dict_itemiterator")

	DictReverseKeyIteratorClass   = newFinalClass("dict_reversekeyiterator")
	DictReverseValueIteratorClass = newFinalClass("dict_reversevalueiterator")
	DictReverseItemIteratorClass  = newFinalClass("dict_reverseitemiterator")
)

// PyClass is list.
func (*List[T]) PyClass() *Class { return ListClass }

// PyClass is dict.
func (*Dict[K, V]) PyClass() *Class { return DictClass }

// PyClass is set.
func (*Set[T]) PyClass() *Class { return SetClass }

// PyClass is frozenset.
func (*FrozenSet[T]) PyClass() *Class { return FrozenSetClass }

// PyClass is tuple.
func (Tuple) PyClass() *Class { return TupleClass }

// PyClass is range.
func (*Range) PyClass() *Class { return RangeClass }

// PyClass is slice.
func (*Slice) PyClass() *Class { return SliceClass }

// PyClass is dict_keys, dict_values or dict_items.
func (v *DictView) PyClass() *Class {
	return [...]*Class{DictKeysClass, DictValuesClass, DictItemsClass}[v.part]
}

// PyClass is list_iterator.
func (*listIterator) PyClass() *Class { return ListIteratorClass }

// PyClass is list_reverseiterator.
func (*listReverseIterator) PyClass() *Class { return ListReverseIteratorClass }

// PyClass is tuple_iterator.
func (*tupleIterator) PyClass() *Class { return TupleIteratorClass }

// PyClass is str_iterator, or str_ascii_iterator for a text of ASCII.
func (it *strIterator) PyClass() *Class {
	if isASCII(it.text) {
		return StrASCIIIteratorClass
	}
	return StrIteratorClass
}

// PyClass is bytes_iterator.
func (*bytesIterator) PyClass() *Class { return BytesIteratorClass }

// PyClass is bytearray_iterator.
func (*byteArrayIterator) PyClass() *Class { return ByteArrayIteratorClass }

// PyClass is memory_iterator.
func (*memoryViewIterator) PyClass() *Class { return MemoryViewIteratorClass }

// PyClass is longrange_iterator.
func (*rangeIterator) PyClass() *Class { return LongRangeIteratorClass }

// PyClass is range_iterator.
func (*smallRangeIterator) PyClass() *Class { return RangeIteratorClass }

// PyClass is set_iterator.
func (*setIterator) PyClass() *Class { return SetIteratorClass }

// PyClass is dict_keyiterator or one of its like.
func (it *dictIterator) PyClass() *Class {
	if it.reverse {
		return [...]*Class{DictReverseKeyIteratorClass, DictReverseValueIteratorClass, DictReverseItemIteratorClass}[it.part]
	}
	return [...]*Class{DictKeyIteratorClass, DictValueIteratorClass, DictItemIteratorClass}[it.part]
}
