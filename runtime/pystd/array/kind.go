package array

import (
	"encoding/binary"
	"math"
	"math/big"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// typeCodes are the codes of all kinds in the order of array.typecodes.
const typeCodes = "bBuwhHiIlLqQfd"

// A kind is what the items of an array are in C.
type kind struct {
	code string
	size int
}

// kinds are those of 64-bit Unix, by code.
var kinds = func() map[string]*kind {
	sizes := map[byte]int{'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
	m := map[string]*kind{}
	for code, size := range sizes {
		m[string(code)] = &kind{string(code), size}
	}
	return m
}()

// kindOf is the kind with a code, nil if there is none.
func kindOf(code string) *kind { return kinds[code] }

func (k *kind) text() bool { return k.code == "u" || k.code == "w" }

// bits is an item as a number without a sign.
func (k *kind) bits(item []byte) uint64 {
	switch k.size {
	case 1:
		return uint64(item[0])
	case 2:
		return uint64(binary.NativeEndian.Uint16(item))
	case 4:
		return uint64(binary.NativeEndian.Uint32(item))
	}
	return binary.NativeEndian.Uint64(item)
}

// read is an item as Python has it.
func (k *kind) read(item []byte) any {
	bits := k.bits(item)
	switch k.code {
	case "u", "w":
		return string(rune(bits))
	case "f":
		return float64(math.Float32frombits(uint32(bits)))
	case "d":
		return math.Float64frombits(bits)
	case "B", "H", "I":
		return int(bits)
	case "L", "Q":
		return py.NormInt(new(big.Int).SetUint64(bits))
	}
	unused := 64 - 8*k.size
	return int(int64(bits<<unused) >> unused)
}

// write stores v, or raises TypeError or OverflowError.
func (k *kind) write(item []byte, v any) {
	bits := k.encode(v)
	switch k.size {
	case 1:
		item[0] = byte(bits)
	case 2:
		binary.NativeEndian.PutUint16(item, uint16(bits))
	case 4:
		binary.NativeEndian.PutUint32(item, uint32(bits))
	default:
		binary.NativeEndian.PutUint64(item, bits)
	}
}

func (k *kind) encode(v any) uint64 {
	switch k.code {
	case "u", "w":
		s, ok := py.Payload(v).(string)
		r, n := utf8.DecodeRuneInString(s)
		if !ok || n == 0 || n != len(s) {
			panic(exc.TypeError("array item must be unicode character"))
		}
		return uint64(r)
	case "f":
		return uint64(math.Float32bits(float32(number.Real(v))))
	case "d":
		return math.Float64bits(number.Real(v))
	}
	if _, ok := py.Payload(v).(float64); ok || !py.HasAttr(v, "__index__") {
		panic(exc.TypeError("'%s' object cannot be interpreted as an integer", py.TypeOf(v).Name()))
	}
	return k.integer(number.Big(v))
}

// ranges are the C types of up to 16 bits: their own bounds, and those of the
// type that the argument is parsed as.
var ranges = map[string]struct {
	low, high       int64
	name            string
	lowArg, highArg int64
	nameOfArg       string
}{
	"b": {math.MinInt8, math.MaxInt8, "signed char", math.MinInt16, math.MaxInt16, "signed short integer"},
	"B": {0, math.MaxUint8, "unsigned byte integer", 0, math.MaxUint8, "unsigned byte integer"},
	"h": {math.MinInt16, math.MaxInt16, "signed short integer", math.MinInt16, math.MaxInt16, "signed short integer"},
	"H": {0, math.MaxUint16, "unsigned short", math.MinInt32, math.MaxInt32, "signed integer"},
	"i": {math.MinInt32, math.MaxInt32, "signed integer", math.MinInt32, math.MaxInt32, "signed integer"},
}

// integer is n in the bits of an integer kind, or OverflowError.
func (k *kind) integer(n *big.Int) uint64 {
	switch k.code {
	case "I", "L":
		if n.Sign() < 0 {
			panic(exc.OverflowError("can't convert negative value to unsigned int"))
		}
		if !n.IsUint64() {
			panic(exc.OverflowError("Python int too large to convert to C unsigned long"))
		}
		if k.code == "I" && n.Uint64() > math.MaxUint32 {
			panic(exc.OverflowError("unsigned int is greater than maximum"))
		}
		return n.Uint64()
	case "Q":
		if n.Sign() < 0 {
			panic(exc.OverflowError("can't convert negative int to unsigned"))
		}
		if !n.IsUint64() {
			panic(exc.OverflowError("int too big to convert"))
		}
		return n.Uint64()
	}
	if !n.IsInt64() {
		if k.code == "q" {
			panic(exc.OverflowError("int too big to convert"))
		}
		panic(exc.OverflowError("Python int too large to convert to C long"))
	}
	v := n.Int64()
	if r, ok := ranges[k.code]; ok {
		inRange(v, r.lowArg, r.highArg, r.nameOfArg)
		inRange(v, r.low, r.high, r.name)
	}
	return uint64(v)
}

func inRange(v, low, high int64, name string) {
	if v < low {
		panic(exc.OverflowError("%s is less than minimum", name))
	}
	if v > high {
		panic(exc.OverflowError("%s is greater than maximum", name))
	}
}
