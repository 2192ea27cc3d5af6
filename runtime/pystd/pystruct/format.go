package pystruct

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// An order is how the bytes of a number follow each other.
type order interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

// A field is a part of a format: count values with one code. For the codes s
// and p count is the length of the one value.
type field struct {
	code   byte
	offset int
	size   int
	count  int
}

// values is how many values the field takes.
func (f *field) values() int {
	switch f.code {
	case 's', 'p':
		return 1
	case 'x':
		return 0
	}
	return f.count
}

// A layout is a compiled format.
type layout struct {
	order  order
	native bool
	fields []field
	size   int
	values int
}

// standardSizes are the sizes of numbers in formats with a byte order;
// nativeSizes those without, which are also their alignment.
var (
	standardSizes = map[byte]int{
		'x': 1, 'c': 1, 's': 1, 'p': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4,
		'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8,
	}
	nativeSizes = map[byte]int{
		'x': 1, 'c': 1, 's': 1, 'p': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8,
		'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'P': 8, 'e': 2, 'f': 4, 'd': 8,
	}
)

// compileLayout reads a format. It raises struct.error.
func compileLayout(format string) *layout {
	l := &layout{order: binary.NativeEndian, native: true}
	sizes, align := nativeSizes, true
	if format != "" {
		switch format[0] {
		case '<':
			l.order = binary.LittleEndian
		case '>', '!':
			l.order = binary.BigEndian
		}
		if strings.IndexByte("<>!=", format[0]) >= 0 {
			l.native, sizes, align = false, standardSizes, false
		}
		if strings.IndexByte("<>!=@", format[0]) >= 0 {
			format = format[1:]
		}
	}
	for at := 0; at < len(format); at++ {
		c := format[at]
		if strings.IndexByte(" \t\n\r\v\f", c) >= 0 {
			continue
		}
		count := 1
		if '0' <= c && c <= '9' {
			count = 0
			for ; at < len(format) && '0' <= format[at] && format[at] <= '9'; at++ {
				if count > (math.MaxInt-9)/10 {
					raise("total struct size too long")
				}
				count = count*10 + int(format[at]-'0')
			}
			if at == len(format) {
				raise("repeat count given without format specifier")
			}
			c = format[at]
		}
		size, ok := sizes[c]
		if !ok {
			raise("bad char in struct format")
		}
		if align {
			l.size = (l.size + size - 1) / size * size
		}
		if count > (math.MaxInt-l.size-8)/size {
			raise("total struct size too long")
		}
		f := field{code: c, offset: l.size, size: size, count: count}
		l.size += size * count
		l.values += f.values()
		l.fields = append(l.fields, f)
	}
	return l
}

// unpack reads the values from data, which has the size of the layout.
func (l *layout) unpack(data string) py.Tuple {
	values := make(py.Tuple, 0, l.values)
	for i := range l.fields {
		f := &l.fields[i]
		switch f.code {
		case 'x':
		case 's':
			values = append(values, py.Bytes(data[f.offset:f.offset+f.count]))
		case 'p':
			text := data[f.offset : f.offset+f.count]
			if text != "" {
				text = text[1:min(len(text), 1+int(text[0]))]
			}
			values = append(values, py.Bytes(text))
		default:
			for at := f.offset; at < f.offset+f.count*f.size; at += f.size {
				values = append(values, l.read(f, data[at:at+f.size]))
			}
		}
	}
	return values
}

// read is the value of a number, a bool or a single byte.
func (l *layout) read(f *field, data string) any {
	switch f.code {
	case 'c':
		return py.Bytes(data)
	case '?':
		return data[0] != 0
	}
	var bits uint64
	b := []byte(data)
	switch f.size {
	case 1:
		bits = uint64(b[0])
	case 2:
		bits = uint64(l.order.Uint16(b))
	case 4:
		bits = uint64(l.order.Uint32(b))
	default:
		bits = l.order.Uint64(b)
	}
	switch f.code {
	case 'e':
		return halfFloat(uint16(bits))
	case 'f':
		return float64(math.Float32frombits(uint32(bits)))
	case 'd':
		return math.Float64frombits(bits)
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := 64 - 8*f.size
		return int(int64(bits<<shift) >> shift)
	}
	if bits <= math.MaxInt64 {
		return int(bits)
	}
	return py.Box(bits)
}

// halfFloat is a binary16 as a float.
func halfFloat(bits uint16) float64 {
	sign := 1.0
	if bits&0x8000 != 0 {
		sign = -1
	}
	exponent, fraction := int(bits>>10&0x1f), float64(bits&0x3ff)
	switch exponent {
	case 0:
		return sign * math.Ldexp(fraction, -24)
	case 0x1f:
		if fraction == 0 {
			return sign * math.Inf(1)
		}
		return math.NaN()
	}
	return sign * math.Ldexp(1024+fraction, exponent-25)
}
