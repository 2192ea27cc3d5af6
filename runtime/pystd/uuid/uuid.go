// Package uuid is Python's module uuid: identifiers of RFC 4122.
// https://docs.python.org/3.13/library/uuid.html
package uuid

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"math/big"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// A UUID is a uuid.UUID. It never changes after it is made.
type UUID struct {
	octets [16]byte
	safe   any // a member of SafeUUID
}

// PyClass is the class UUID.
func (*UUID) PyClass() *py.Class { return uuidClass }

// String is the identifier as text: 8-4-4-4-12 hexadecimal digits.
func (u *UUID) String() string {
	h := u.hex()
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

func (u *UUID) hex() string { return hex.EncodeToString(u.octets[:]) }

func (u *UUID) number() any { return py.NormInt(new(big.Int).SetBytes(u.octets[:])) }

// littleEndian is bytes_le: the first three fields with their bytes reversed.
func littleEndian(b []byte) []byte {
	b = slices.Clone(b)
	slices.Reverse(b[:4])
	slices.Reverse(b[4:6])
	slices.Reverse(b[6:8])
	return b
}

func (u *UUID) timeLow() int { return int(binary.BigEndian.Uint32(u.octets[:])) }
func (u *UUID) timeMid() int { return int(binary.BigEndian.Uint16(u.octets[4:])) }
func (u *UUID) timeHigh() int {
	return int(binary.BigEndian.Uint16(u.octets[6:]))
}
func (u *UUID) node() int {
	return int(binary.BigEndian.Uint16(u.octets[10:]))<<32 | int(binary.BigEndian.Uint32(u.octets[12:]))
}

const rfc4122 = "specified in RFC 4122"

// variant is the name of the layout.
func (u *UUID) variant() string {
	switch b := u.octets[8]; {
	case b&0x80 == 0:
		return "reserved for NCS compatibility"
	case b&0x40 == 0:
		return rfc4122
	case b&0x20 == 0:
		return "reserved for Microsoft compatibility"
	}
	return "reserved for future definition"
}

// setVersion makes it a UUID of RFC 4122 of a version.
func (u *UUID) setVersion(version int) {
	u.octets[8] = u.octets[8]&0x3f | 0x80
	u.octets[6] = u.octets[6]&0x0f | byte(version)<<4
}

// parse reads the hexadecimal text of a UUID. It raises ValueError.
func parse(text string) [16]byte {
	text = strings.ReplaceAll(text, "urn:", "")
	text = strings.ReplaceAll(text, "uuid:", "")
	text = strings.ReplaceAll(strings.Trim(text, "{}"), "-", "")
	if py.StrLen(text) != 32 {
		panic(exc.ValueError("badly formed hexadecimal UUID string"))
	}
	return fromInt(py.Call(py.IntClass, text, 16))
}

// fromInt is the UUID of a 128-bit number. It raises ValueError.
func fromInt(v any) (octets [16]byte) {
	n := number.Big(v)
	if n.Sign() < 0 || n.BitLen() > 128 {
		panic(exc.ValueError("int is out of range (need a 128-bit value)"))
	}
	n.FillBytes(octets[:])
	return octets
}

// bytesOf is an argument of 16 bytes. It raises ValueError.
func bytesOf(v any, name string) []byte {
	if py.Len(v) != 16 {
		panic(exc.ValueError("%s is not a 16-char string", name))
	}
	b, ok := py.Payload(v).(py.Bytes)
	if !ok {
		panic(exc.AssertionError("%s", py.Repr(v)))
	}
	return []byte(b)
}

// fromFields is the UUID of six numbers. It raises ValueError.
func fromFields(v any) (octets [16]byte) {
	if py.Len(v) != 6 {
		panic(exc.ValueError("fields is not a 6-tuple"))
	}
	var b bytes.Buffer
	for i, field := range py.Unpack(v, 6) {
		bits := []int{32, 16, 16, 8, 8, 48}[i]
		article := "a"
		if bits == 8 {
			article = "an"
		}
		n := number.Big(field)
		if n.Sign() < 0 || n.BitLen() > bits {
			panic(exc.ValueError("field %d out of range (need %s %d-bit value)", i+1, article, bits))
		}
		b.Write(n.FillBytes(make([]byte, bits/8)))
	}
	copy(octets[:], b.Bytes())
	return octets
}

// create is UUID(hex, bytes, bytes_le, fields, int, version, is_safe).
func create(args []any) any {
	given := 0
	for _, v := range args[:5] {
		if v != nil {
			given++
		}
	}
	if given != 1 {
		panic(exc.TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given"))
	}
	u := &UUID{safe: args[6]}
	if u.safe == py.NotImplemented {
		u.safe = unknownSafety()
	}
	switch {
	case args[0] != nil:
		text, ok := py.Payload(args[0]).(string)
		if !ok {
			py.GetAttr(args[0], "replace")
			panic(exc.TypeError("replace() argument 1 must be str"))
		}
		u.octets = parse(text)
	case args[1] != nil:
		copy(u.octets[:], bytesOf(args[1], "bytes"))
	case args[2] != nil:
		copy(u.octets[:], littleEndian(bytesOf(args[2], "bytes_le")))
	case args[3] != nil:
		u.octets = fromFields(args[3])
	default:
		u.octets = fromInt(args[4])
	}
	if args[5] != nil {
		version := number.Int(args[5])
		if version < 1 || version > 5 {
			panic(exc.ValueError("illegal version number"))
		}
		u.setVersion(version)
	}
	return u
}
