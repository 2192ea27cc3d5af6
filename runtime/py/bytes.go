package py

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"weak"
)

// Bytes is bytes: an immutable string of bytes.
type Bytes string

// PyClass is bytes.
func (Bytes) PyClass() *Class { return BytesClass }

// ByteArray is bytearray.
type ByteArray struct {
	data []byte
	// views are the memoryviews that keep the array from being resized.
	views []weak.Pointer[MemoryView]
}

// NewByteArray makes a bytearray with a copy of the bytes of s.
func NewByteArray(s string) *ByteArray {
	return &ByteArray{data: []byte(s)}
}

// PyClass is bytearray.
func (*ByteArray) PyClass() *Class { return ByteArrayClass }

// Len is len(b).
func (b *ByteArray) Len() int {
	return len(b.data)
}

// Data returns the array's own storage. It must not be kept across a change of
// the array.
func (b *ByteArray) Data() []byte {
	return b.data
}

// Resize makes data, of another length, the content of the array. It raises
// BufferError while a memoryview of the array is in use.
func (b *ByteArray) Resize(data []byte) {
	b.resizable()
	b.data = data
}

// SetData makes data the content of the array.
func (b *ByteArray) SetData(data []byte) {
	b.data = data
}

// String is repr(b).
func (b *ByteArray) String() string {
	return byteArrayRepr(string(b.data))
}

// String is repr(b).
func (b Bytes) String() string {
	return bytesRepr(string(b))
}

// bytesOf returns the bytes of a bytes-like object.
func bytesOf(v any) (string, bool) {
	switch x := Payload(v).(type) {
	case Bytes:
		return string(x), true
	case *ByteArray:
		return string(x.data), true
	case *MemoryView:
		return string(x.bytes()), true
	case Buffer:
		return string(x.PyBuffer()), true
	}
	return "", false
}

// Buffer is implemented by types of other packages that are bytes-like, as
// array.array is.
type Buffer interface {
	PyBuffer() []byte
}

// BytesLike returns the bytes of a bytes-like object. Anything else is a
// TypeError.
func BytesLike(v any) string {
	s, ok := bytesOf(v)
	if !ok {
		raisef(NewTypeError, "a bytes-like object is required, not '%s'", typeName(v))
	}
	return s
}

func compareBytes(op compareOp, a, b any) (any, bool) {
	x, _ := bytesOf(a)
	y, ok := bytesOf(b)
	if !ok {
		return nil, false
	}
	_, viewA := a.(*MemoryView)
	_, viewB := b.(*MemoryView)
	if (viewA || viewB) && op != cmpEq && op != cmpNe {
		return nil, false
	}
	return op.holds(strings.Compare(x, y)), true
}

// byteValue is v as an item of a bytes-like object.
func byteValue(v any) byte {
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(v))
	}
	n, ok := i.(int)
	if !ok || n < 0 || n > 255 {
		raisef(NewValueError, "byte must be in range(0, 256)")
	}
	return byte(n)
}

func bytesContain(s string, item any) bool {
	if sub, ok := bytesOf(item); ok {
		return strings.Contains(s, sub)
	}
	if _, ok := toIndex(item); !ok {
		raisef(NewTypeError, "a bytes-like object is required, not '%s'", typeName(item))
	}
	return strings.IndexByte(s, byteValue(item)) >= 0
}

// resizable raises BufferError while a memoryview of the array is in use.
// CPython frees a view that nothing refers to at once; here the garbage
// collector is asked before a view counts.
func (b *ByteArray) resizable() {
	if !b.viewed() {
		return
	}
	runtime.GC()
	if b.viewed() {
		raisef(NewBufferError, "Existing exports of data: object cannot be re-sized")
	}
}

// viewed reports whether there are views, and forgets those that are gone.
func (b *ByteArray) viewed() bool {
	b.views = slices.DeleteFunc(b.views, func(p weak.Pointer[MemoryView]) bool {
		view := p.Value()
		return view == nil || view.released
	})
	return len(b.views) > 0
}

// assign is b[k] = v.
func (b *ByteArray) assign(k, v any) {
	if s, ok := k.(*Slice); ok {
		b.assignSlice(s, v)
		return
	}
	i, ok := itemIndex(k, len(b.data), "bytearray index out of range")
	if !ok {
		raisef(NewTypeError, "bytearray indices must be integers or slices, not %s", typeName(k))
	}
	b.data[i] = byteValue(v)
}

func (b *ByteArray) assignSlice(s *Slice, v any) {
	values, ok := bytesOf(v)
	if !ok {
		if _, isStr := v.(string); isStr || !iterable(v) {
			raisef(NewTypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		values = bytesFromIterable(v)
	}
	l := &List[byte]{items: b.data}
	sp := s.span(len(b.data))
	if sp.step != 1 && len(values) != sp.count {
		raisef(NewValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(values), sp.count)
	}
	if len(values) != sp.count {
		b.resizable()
	}
	l.replace(sp, []byte(values))
	b.data = l.items
}

// delete is del b[k].
func (b *ByteArray) delete(k any) {
	b.resizable()
	l := &List[byte]{items: b.data}
	if s, ok := k.(*Slice); ok {
		l.deleteSpan(s.span(len(b.data)))
	} else {
		i, ok := itemIndex(k, len(b.data), "bytearray index out of range")
		if !ok {
			raisef(NewTypeError, "bytearray indices must be integers or slices, not %s", typeName(k))
		}
		l.deleteSpan(span{i, i + 1, 1, 1})
	}
	b.data = l.items
}

// bytesFromIterable is bytes(items).
func bytesFromIterable(items any) string {
	var b bytes.Buffer
	for v := range iterSized(items) {
		b.WriteByte(byteConversion(v))
	}
	return b.String()
}

// byteConversion is byteValue with the message of the constructor of bytes.
func byteConversion(v any) byte {
	if i, ok := toIndex(v); ok {
		if n, ok := i.(int); !ok || n < 0 || n > 255 {
			raisef(NewValueError, "bytes must be in range(0, 256)")
		}
	}
	return byteValue(v)
}

// bytesIterator is the object iter(bytes) makes.
type bytesIterator struct {
	bytes Bytes
	next  int
}

// Next returns the next byte, false at the end.
func (it *bytesIterator) Next() (any, bool) {
	if it.next >= len(it.bytes) {
		return nil, false
	}
	it.next++
	return int(it.bytes[it.next-1]), true
}

// byteArrayIterator is the object iter(bytearray) makes.
type byteArrayIterator struct {
	array *ByteArray
	next  int
}

// Next returns the next byte, false at the end.
func (it *byteArrayIterator) Next() (any, bool) {
	if it.array == nil || it.next >= len(it.array.data) {
		it.array = nil
		return nil, false
	}
	it.next++
	return int(it.array.data[it.next-1]), true
}
