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

// lengthHinter is an iterator that knows how many items are left.
type lengthHinter interface {
	lengthHint() any
}

func init() {
	for _, class := range []*Class{
		ListIteratorClass, ListReverseIteratorClass, TupleIteratorClass, StrIteratorClass, StrASCIIIteratorClass,
		BytesIteratorClass, ByteArrayIteratorClass, RangeIteratorClass, LongRangeIteratorClass, SetIteratorClass,
		DictKeyIteratorClass, DictValueIteratorClass, DictItemIteratorClass,
		DictReverseKeyIteratorClass, DictReverseValueIteratorClass, DictReverseItemIteratorClass, reversedClass,
	} {
		class.define(func(d *Definition) {
			d.Method("__length_hint__(self, /)", func(self any) any { return self.(lengthHinter).lengthHint() })
		})
	}
}

func (it *listIterator) lengthHint() any {
	if it.list == nil {
		return 0
	}
	return max(it.list.Len()-it.next, 0)
}

func (it *listReverseIterator) lengthHint() any {
	if it.list == nil || it.next >= it.list.Len() {
		return 0
	}
	return it.next + 1
}

func (it *tupleIterator) lengthHint() any { return len(it.items) - it.next }

func (it *strIterator) lengthHint() any { return StrLen(it.text) }

func (it *bytesIterator) lengthHint() any { return len(it.bytes) - it.next }

func (it *byteArrayIterator) lengthHint() any {
	if it.array == nil {
		return 0
	}
	return max(len(it.array.data)-it.next, 0)
}

func (it *rangeIterator) lengthHint() any { return it.left }

func (it *smallRangeIterator) lengthHint() any { return it.left }

func (it *reverseIterator) lengthHint() any { return it.next + 1 }

func (it *setIterator) lengthHint() any {
	if it.set == nil || it.used != it.set.Len() {
		return 0
	}
	return it.used - it.seen
}

func (it *dictIterator) lengthHint() any {
	if it.cursor.done || it.cursor.used != it.dict.Len() {
		return 0
	}
	return it.cursor.left
}

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

// PyClass is dict_keys, dict_values or dict_items, or a class derived from it.
func (v *DictView) PyClass() *Class {
	if v.class != nil {
		return v.class
	}
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
