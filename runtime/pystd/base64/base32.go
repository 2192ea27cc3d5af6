package base64

import (
	"encoding/base32"
	"encoding/hex"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const (
	base32Alphabet    = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	base32HexAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
)

// addBase32 adds the functions of the bases 32 and 16.
func addBase32(m *py.Module) {
	m.Func("b32encode(s)", func(s any) any {
		return py.Bytes(base32.StdEncoding.EncodeToString([]byte(viewOf(s))))
	})
	m.Func("b32hexencode(s)", func(s any) any {
		return py.Bytes(base32.HexEncoding.EncodeToString([]byte(viewOf(s))))
	})
	m.Func("b32decode(s, casefold=False, map01=None)", func(s, fold, map01 any) any {
		text := source(s)
		checkBase32Length(text)
		if map01 != nil {
			letter := source(map01)
			if len(letter) != 1 {
				py.Raise(py.NewAssertionError(py.Repr(py.Bytes(letter))))
			}
			text = translated(text, "01", "O"+letter)
		}
		return decodeBase32(text, base32Alphabet, py.Truth(fold))
	})
	m.Func("b32hexdecode(s, casefold=False)", func(s, fold any) any {
		text := source(s)
		checkBase32Length(text)
		return decodeBase32(text, base32HexAlphabet, py.Truth(fold))
	})
	m.Func("b16encode(s)", func(s any) any {
		return py.Bytes(strings.ToUpper(hex.EncodeToString([]byte(bytesOf(s)))))
	})
	m.Func("b16decode(s, casefold=False)", func(s, fold any) any {
		text := source(s)
		if py.Truth(fold) {
			text = strings.ToUpper(text)
		}
		for i := range len(text) {
			if strings.IndexByte("0123456789ABCDEF", text[i]) < 0 {
				fail("Non-base16 digit found")
			}
		}
		b, err := hex.DecodeString(text)
		if err != nil {
			fail("Odd-length string")
		}
		return py.Bytes(b)
	})
}

func checkBase32Length(s string) {
	if len(s)%8 != 0 {
		fail("Incorrect padding")
	}
}

// decodeBase32 decodes a text whose length is a multiple of 8.
func decodeBase32(s, alphabet string, fold bool) py.Bytes {
	if fold {
		s = strings.ToUpper(s)
	}
	digits := strings.TrimRight(s, "=")
	pads := len(s) - len(digits)
	var out []byte
	var acc uint64
	for i := 0; i < len(digits); i += 8 {
		acc = 0
		group := digits[i:min(i+8, len(digits))]
		for j := range len(group) {
			v := strings.IndexByte(alphabet, group[j])
			if v < 0 {
				fail("Non-base32 digit found")
			}
			acc = acc<<5 | uint64(v)
		}
		out = appendBase32(out, acc)
	}
	left, ok := map[int]int{0: 5, 1: 4, 3: 3, 4: 2, 6: 1}[pads]
	if !ok {
		fail("Incorrect padding")
	}
	if pads > 0 && len(out) > 0 {
		last := appendBase32(nil, acc<<(5*pads))
		out = append(out[:len(out)-5], last[:left]...)
	}
	return py.Bytes(out)
}

// appendBase32 appends the 40 bits of a group.
func appendBase32(b []byte, acc uint64) []byte {
	return append(b, byte(acc>>32), byte(acc>>24), byte(acc>>16), byte(acc>>8), byte(acc))
}
