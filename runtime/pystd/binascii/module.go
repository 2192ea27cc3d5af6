// Package binascii is Python's module binascii: bytes as hexadecimal digits
// and base 64, and checksums.
// https://docs.python.org/3.13/library/binascii.html
package binascii

import (
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// Error is the class binascii.Error.
var Error = py.NewExceptionClass("binascii", "Error", py.ValueError)

func raise(text string) { py.Raise(py.NewException(Error, text)) }

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// DecodeBase64 is binascii.a2b_base64. Unless strict, it skips what is not of
// the alphabet. It raises Error for wrong padding.
func DecodeBase64(s string, strict bool) py.Bytes {
	if strict {
		checkStrict(s)
	}
	var out []byte
	var left byte
	quad, pads := 0, 0
	for i := range len(s) {
		if s[i] == '=' {
			if pads++; quad >= 2 && quad+pads >= 4 {
				return py.Bytes(out)
			}
			continue
		}
		v := strings.IndexByte(alphabet, s[i])
		if v < 0 {
			continue
		}
		pads = 0
		switch quad {
		case 0:
			left = byte(v)
		case 1:
			out = append(out, left<<2|byte(v)>>4)
			left = byte(v) & 0xf
		case 2:
			out = append(out, left<<4|byte(v)>>2)
			left = byte(v) & 3
		case 3:
			out = append(out, left<<6|byte(v))
		}
		quad = (quad + 1) % 4
	}
	switch quad {
	case 0:
	case 1:
		raise("Invalid base64-encoded string: number of data characters (" + py.Str(len(out)/3*4+1) +
			") cannot be 1 more than a multiple of 4")
	default:
		raise("Incorrect padding")
	}
	return py.Bytes(out)
}

// checkStrict refuses what b64decode(validate=True) does.
func checkStrict(s string) {
	if s != "" && s[0] == '=' {
		raise("Leading padding not allowed")
	}
	quad, pads, padding := 0, 0, false
	for i := range len(s) {
		if s[i] == '=' {
			padding = true
			if quad < 2 {
				continue
			}
			if pads++; quad+pads < 4 {
				continue
			}
			if i+1 < len(s) {
				raise("Excess data after padding")
			}
			return
		}
		switch {
		case strings.IndexByte(alphabet, s[i]) < 0:
			raise("Only base64 data is allowed")
		case padding:
			raise("Discontinuous padding not allowed")
		}
		quad = (quad + 1) % 4
	}
}

func ascii(o any) string {
	if text, ok := py.Payload(o).(string); ok {
		if !py.StrIsASCII(text) {
			panic(exc.ValueError("string argument should contain only ASCII characters"))
		}
		return text
	}
	return py.BytesLike(o)
}

func fromHex(o any) any {
	text := ascii(o)
	if len(text)%2 != 0 {
		raise("Odd-length string")
	}
	b, err := hex.DecodeString(text)
	if err != nil {
		raise("Non-hexadecimal digit found")
	}
	return py.Bytes(b)
}

// Module is the module binascii.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("binascii", "Conversion between binary data and ASCII")
	m.Class(Error)
	for _, name := range []string{"hexlify", "b2a_hex"} {
		m.Builtin(name+"(data, sep=, bytes_per_sep=1)", func(data, separator, group any) any {
			b := py.Bytes(py.BytesLike(data))
			if separator == nil {
				return py.Bytes(hex.EncodeToString([]byte(b)))
			}
			return py.StrEncode(py.Str(py.CallMethod(b, "hex", separator, group)), "ascii", "strict")
		}, nil)
	}
	m.Builtin("unhexlify(hexstr, /)", fromHex)
	m.Builtin("a2b_hex(hexstr, /)", fromHex)
	m.Builtin("b2a_base64(data, /, *, newline=True)", func(data, newline any) any {
		text := base64.StdEncoding.EncodeToString([]byte(py.BytesLike(data)))
		if py.Truth(newline) {
			text += "\n"
		}
		return py.Bytes(text)
	})
	m.Builtin("a2b_base64(data, /, *, strict_mode=False)", func(data, strict any) any {
		return DecodeBase64(ascii(data), py.Truth(strict))
	})
	m.Builtin("crc32(data, crc=0, /)", func(data, crc any) any {
		return int(crc32.Update(uint32(number.Int(crc)), crc32.IEEETable, []byte(py.BytesLike(data))))
	})
	m.Builtin("crc_hqx(data, crc, /)", func(data, crc any) any {
		return crcHQX(py.BytesLike(data), uint16(number.Int(crc)))
	})
	m.Builtin("a2b_qp(data, header=False)", func(data, header any) any { return fromQuoted(ascii(data), py.Truth(header)) })
	m.Builtin("b2a_qp(data, quotetabs=False, istext=True, header=False)", func(data, tabs, text, header any) any {
		return toQuoted(py.BytesLike(data), quoting{py.Truth(tabs), py.Truth(text), py.Truth(header)})
	})
	m.Builtin("a2b_uu(data, /)", func(data any) any { return fromUU(ascii(data)) })
	m.Builtin("b2a_uu(data, /, *, backtick=False)", func(data, backtick any) any {
		return toUU(py.BytesLike(data), py.Truth(backtick))
	})
	m.Class(incomplete)
	return m
})

// incomplete is the class binascii.Incomplete.
var incomplete = py.NewExceptionClass("binascii", "Incomplete", py.ExceptionClass)

// crcHQX is the checksum CRC-CCITT of data, begun with crc.
func crcHQX(data string, crc uint16) int {
	const polynomial = 0x1021
	for i := range len(data) {
		crc ^= uint16(data[i]) << 8
		for range 8 {
			carry := crc&0x8000 != 0
			if crc <<= 1; carry {
				crc ^= polynomial
			}
		}
	}
	return int(crc)
}
