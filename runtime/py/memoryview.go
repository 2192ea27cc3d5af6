package py

import (
	endian "encoding/binary"
	"fmt"
	"math"
	"weak"
)

// MemoryView is a one-dimensional memoryview of a bytes or bytearray.
type MemoryView struct {
	// base is the object viewed; data is its storage from which start, step
	// and count, in items of size bytes, select.
	base     any
	data     func() []byte
	start    int
	step     int
	count    int
	format   byte
	size     int
	readOnly bool
	released bool
}

// PyClass is memoryview.
func (*MemoryView) PyClass() *Class { return MemoryViewClass }

// NewMemoryView is memoryview(v). It raises TypeError for what is not
// bytes-like.
func NewMemoryView(v any) *MemoryView {
	m := &MemoryView{base: v, step: 1, format: 'B', size: 1}
	switch x := Payload(v).(type) {
	case Bytes:
		data := []byte(x)
		m.data, m.count, m.readOnly = func() []byte { return data }, len(x), true
	case *ByteArray:
		x.views = append(x.views, weak.Make(m))
		m.data, m.count = func() []byte { return x.data }, len(x.data)
	case Buffer:
		m.data, m.count = x.PyBuffer, len(x.PyBuffer())
	case *MemoryView:
		x.check()
		return x.view(span{0, x.count, 1, x.count})
	default:
		raisef(NewTypeError, "memoryview: a bytes-like object is required, not '%s'", typeName(v))
	}
	return m
}

func (m *MemoryView) check() {
	if m.released {
		raisef(NewValueError, "operation forbidden on released memoryview object")
	}
}

// view is a part of the view, which shares the memory.
func (m *MemoryView) view(s span) *MemoryView {
	m.check()
	out := *m
	out.start += s.start * m.step
	out.step *= s.step
	out.count = s.count
	if a, ok := Payload(m.base).(*ByteArray); ok {
		a.views = append(a.views, weak.Make(&out))
	}
	return &out
}

// release gives the memory back.
func (m *MemoryView) release() {
	m.released = true
}

// Len is len(m).
func (m *MemoryView) Len() int {
	m.check()
	return m.count
}

func (m *MemoryView) at(i int) []byte {
	from := (m.start + i*m.step) * m.size
	return m.data()[from : from+m.size]
}

// Writable is the memory itself; false if it is read-only or not in one piece.
func (m *MemoryView) Writable() ([]byte, bool) {
	m.check()
	if m.readOnly || m.step != 1 {
		return nil, false
	}
	from := m.start * m.size
	return m.data()[from : from+m.count*m.size], true
}

// bytes copies the viewed bytes.
func (m *MemoryView) bytes() []byte {
	m.check()
	out := make([]byte, 0, m.count*m.size)
	for i := range m.count {
		out = append(out, m.at(i)...)
	}
	return out
}

func (m *MemoryView) item(i int) any {
	b := m.at(i)
	switch m.format {
	case 'B':
		return int(b[0])
	case 'b':
		return int(int8(b[0]))
	case 'c':
		return Bytes(b)
	case '?':
		return b[0] != 0
	case 'h':
		return int(int16(endian.NativeEndian.Uint16(b)))
	case 'H':
		return int(endian.NativeEndian.Uint16(b))
	case 'i':
		return int(int32(endian.NativeEndian.Uint32(b)))
	case 'I':
		return int(endian.NativeEndian.Uint32(b))
	case 'f':
		return float64(math.Float32frombits(endian.NativeEndian.Uint32(b)))
	case 'd':
		return math.Float64frombits(endian.NativeEndian.Uint64(b))
	}
	u := endian.NativeEndian.Uint64(b)
	if m.format == 'Q' || m.format == 'L' {
		return intOr(intLsh(int(u>>32), 32), int(u&0xFFFFFFFF))
	}
	return int(u)
}

// setItem stores a value. It raises TypeError and ValueError for values that
// the format does not hold.
func (m *MemoryView) setItem(i int, v any) {
	b := m.at(i)
	switch m.format {
	case 'c':
		s, ok := v.(Bytes)
		if !ok {
			m.raiseType()
		}
		if len(s) != 1 {
			m.raiseValue()
		}
		b[0] = s[0]
		return
	case '?':
		b[0] = byte(boolInt(Truth(v)))
		return
	case 'f', 'd':
		f, ok := floatOf(v)
		if !ok {
			m.raiseType()
		}
		if m.format == 'f' {
			endian.NativeEndian.PutUint32(b, math.Float32bits(float32(f)))
		} else {
			endian.NativeEndian.PutUint64(b, math.Float64bits(f))
		}
		return
	}
	index, ok := toIndex(v)
	if !ok {
		m.raiseType()
	}
	signed := m.format >= 'a'
	bits := 8 * m.size
	low, high := any(0), intSub(intLsh(1, bits), 1)
	if signed {
		low, high = intNeg(intLsh(1, bits-1)), intSub(intLsh(1, bits-1), 1)
	}
	if intCmp(index, low) < 0 || intCmp(index, high) > 0 {
		m.raiseValue()
	}
	u := BigInt(intAnd(index, intSub(intLsh(1, bits), 1))).Uint64()
	switch m.size {
	case 1:
		b[0] = byte(u)
	case 2:
		endian.NativeEndian.PutUint16(b, uint16(u))
	case 4:
		endian.NativeEndian.PutUint32(b, uint32(u))
	default:
		endian.NativeEndian.PutUint64(b, u)
	}
}

func (m *MemoryView) raiseType() {
	raisef(NewTypeError, "memoryview: invalid type for format '%c'", m.format)
}

func (m *MemoryView) raiseValue() {
	raisef(NewValueError, "memoryview: invalid value for format '%c'", m.format)
}

func (m *MemoryView) getItem(k any) any {
	m.check()
	if s, ok := k.(*Slice); ok {
		return m.view(s.span(m.count))
	}
	i, ok := itemIndex(k, m.count, "index out of bounds on dimension 1")
	if !ok {
		raisef(NewTypeError, "memoryview: invalid slice key")
	}
	return m.item(i)
}

// assign is m[k] = v. A slice takes a bytes-like object of its own size.
func (m *MemoryView) assign(k, v any) {
	m.check()
	if m.readOnly {
		raisef(NewTypeError, "cannot modify read-only memory")
	}
	if s, ok := k.(*Slice); ok {
		part := m.view(s.span(m.count))
		defer part.release()
		values := BytesLike(v)
		if len(values) != part.count*part.size {
			raisef(NewValueError, "memoryview assignment: lvalue and rvalue have different structures")
		}
		for i := range part.count {
			copy(part.at(i), values[i*part.size:])
		}
		return
	}
	i, ok := itemIndex(k, m.count, "index out of bounds on dimension 1")
	if !ok {
		raisef(NewTypeError, "memoryview: invalid slice key")
	}
	m.setItem(i, v)
}

// cast is m.cast(format).
func (m *MemoryView) cast(format string) *MemoryView {
	m.check()
	if len(format) == 2 && format[0] == '@' {
		format = format[1:]
	}
	sizes := map[string]int{"B": 1, "b": 1, "c": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8, "n": 8, "N": 8}
	size, ok := sizes[format]
	if !ok {
		raisef(NewValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	if m.step != 1 {
		raisef(NewTypeError, "memoryview: casts are restricted to C-contiguous views")
	}
	if m.size != 1 && size != 1 {
		raisef(NewTypeError, "memoryview: cannot cast between two non-byte formats")
	}
	total := m.count * m.size
	if total%size != 0 {
		raisef(NewTypeError, "memoryview: length is not a multiple of itemsize")
	}
	out := m.view(span{0, m.count, 1, m.count})
	base := m.data
	from := m.start * m.size
	out.data = func() []byte { return base()[from : from+total] }
	out.start, out.count, out.size, out.format = 0, total/size, size, format[0]
	return out
}

func (m *MemoryView) hash() int {
	m.check()
	if !m.readOnly {
		raisef(NewValueError, "cannot hash writable memoryview object")
	}
	return hashString(string(m.bytes()))
}

// String is repr(m).
func (m *MemoryView) String() string {
	if m.released {
		return fmt.Sprintf("<released memory at %#x>", ID(m))
	}
	return fmt.Sprintf("<memory at %#x>", ID(m))
}

func (m *MemoryView) iterator() *memoryViewIterator {
	m.check()
	return &memoryViewIterator{view: m}
}

// memoryViewIterator is the object iter(memoryview) makes.
type memoryViewIterator struct {
	view *MemoryView
	next int
}

// Next returns the next item, false at the end.
func (it *memoryViewIterator) Next() (any, bool) {
	if it.next >= it.view.Len() {
		return nil, false
	}
	it.next++
	return it.view.item(it.next - 1), true
}
