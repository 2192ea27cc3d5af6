package pystruct

import (
	"math"
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// pack writes as many values as the layout has to data, which has its size and
// is zero. It raises struct.error.
func (l *layout) pack(data []byte, values []any) {
	for i := range l.fields {
		f := &l.fields[i]
		switch f.code {
		case 'x':
			continue
		case 's':
			copy(data[f.offset:f.offset+f.count], byteString(values[0], f.code))
			values = values[1:]
			continue
		case 'p':
			text := byteString(values[0], f.code)
			if f.count > 0 {
				n := copy(data[f.offset+1:f.offset+f.count], text)
				data[f.offset] = byte(min(n, 255))
			}
			values = values[1:]
			continue
		}
		for j, v := range values[:f.count] {
			at := f.offset + j*f.size
			l.write(f, data[at:at+f.size], v)
		}
		values = values[f.count:]
	}
}

// byteString is the value of a field of bytes.
func byteString(v any, code byte) string {
	switch b := py.Payload(v).(type) {
	case py.Bytes:
		return string(b)
	case *py.ByteArray:
		return string(b.Data())
	}
	raise("argument for '" + string(code) + "' must be a bytes object")
	return ""
}

// write puts a number, a bool or a single byte.
func (l *layout) write(f *field, data []byte, v any) {
	var bits uint64
	switch f.code {
	case 'c':
		b, ok := py.Payload(v).(py.Bytes)
		if !ok || len(b) != 1 {
			raise("char format requires a bytes object of length 1")
		}
		bits = uint64(b[0])
	case '?':
		if py.Truth(v) {
			bits = 1
		}
	case 'e':
		half, ok := halfBits(float(v))
		if !ok {
			panic(exc.OverflowError("float too large to pack with e format"))
		}
		bits = uint64(half)
	case 'f':
		number := float(v)
		single := float32(number)
		if math.IsInf(float64(single), 0) && !math.IsInf(number, 0) && !l.native {
			panic(exc.OverflowError("float too large to pack with f format"))
		}
		bits = uint64(math.Float32bits(single))
	case 'd':
		bits = doubleBits(float(v))
	default:
		bits = integerBits(f, v)
	}
	switch f.size {
	case 1:
		data[0] = byte(bits)
	case 2:
		l.order.PutUint16(data, uint16(bits))
	case 4:
		l.order.PutUint32(data, uint32(bits))
	default:
		l.order.PutUint64(data, bits)
	}
}

// doubleBits is a float as a binary64. Go's NaN has a bit that CPython's lacks.
func doubleBits(f float64) uint64 {
	bits := math.Float64bits(f)
	if bits == math.Float64bits(math.NaN()) {
		bits &^= 1
	}
	return bits
}

// float is a value as a float. It raises struct.error if it is none.
func float(v any) float64 {
	if f, ok := v.(float64); ok {
		return f
	}
	var f float64
	err := py.Try(func() error {
		if _, ok := py.Payload(v).(string); ok {
			raise("required argument is not a float")
		}
		f = py.Float(v)
		return nil
	})
	if err != nil {
		if py.Matches(err, py.TypeError) {
			raise("required argument is not a float")
		}
		panic(err)
	}
	return f
}

// integerBits are the bits of an integer in the range of its field. It raises
// struct.error for others.
func integerBits(f *field, v any) uint64 {
	n, small := v.(int)
	var large *big.Int
	if !small {
		if !py.HasAttr(v, "__index__") {
			raise("required argument is not an integer")
		}
		index := py.Index(v)
		if n, small = index.(int); !small {
			large = py.BigInt(index)
		}
	}
	unsigned := f.code >= 'A' && f.code <= 'Z'
	bits := 8 * f.size
	switch {
	case f.code == 'P':
		if small {
			return uint64(n)
		}
		if large.IsUint64() {
			return large.Uint64()
		}
		raise("int too large to convert")
	case small && unsigned && n >= 0 && (bits == 64 || n>>bits == 0):
		return uint64(n)
	case small && !unsigned && (bits == 64 || n>>(bits-1) == 0 || n>>(bits-1) == -1):
		return uint64(n)
	case !small && unsigned && bits == 64 && large.IsUint64():
		return large.Uint64()
	}
	raiseRange(f.code, unsigned, bits)
	return 0
}

func raiseRange(code byte, unsigned bool, bits int) {
	low, high := "0", py.Str(py.Sub(py.LShift(1, bits), 1))
	if !unsigned {
		low, high = py.Str(py.Neg(py.LShift(1, bits-1))), py.Str(py.Sub(py.LShift(1, bits-1), 1))
	}
	raise("'" + string(code) + "' format requires " + low + " <= number <= " + high)
}

// halfBits is a float as a binary16, rounded to even; false if it is too large.
func halfBits(f float64) (uint16, bool) {
	var sign uint16
	if math.Signbit(f) {
		sign, f = 0x8000, -f
	}
	switch {
	case f == 0:
		return sign, true
	case math.IsInf(f, 1):
		return sign | 0x7c00, true
	case math.IsNaN(f):
		return sign | 0x7e00, true
	}
	_, exponent := math.Frexp(f)
	if exponent--; exponent > 15 {
		return 0, false
	}
	if exponent < -14 {
		return sign | uint16(math.RoundToEven(math.Ldexp(f, 24))), true
	}
	// The fraction of 10 bits is rounded; a carry goes into the exponent.
	bits := (exponent+15)<<10 + int(math.RoundToEven(math.Ldexp(f, 10-exponent))) - 1<<10
	return sign | uint16(bits), bits < 0x1f<<10
}
