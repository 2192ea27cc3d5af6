package base64

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

const (
	base85Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
	z85Alphabet    = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
	ascii85        = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu"
)

// A base85 is how bytes are written in base 85; nulls and spaces may have a
// short form.
type base85 struct {
	alphabet     string
	pad          bool
	nulls, space bool
}

func (e base85) encode(data string) string {
	padding := (4 - len(data)%4) % 4
	data += strings.Repeat("\x00", padding)
	var b strings.Builder
	for i := 0; i < len(data); i += 4 {
		word := binary.BigEndian.Uint32([]byte(data[i:]))
		var chunk string
		switch {
		case e.nulls && word == 0:
			chunk = "z"
		case e.space && word == 0x20202020:
			chunk = "y"
		default:
			var digits [5]byte
			for j := 4; j >= 0; j-- {
				digits[j] = e.alphabet[word%85]
				word /= 85
			}
			chunk = string(digits[:])
		}
		if padding > 0 && !e.pad && i+4 == len(data) {
			if chunk == "z" {
				chunk = strings.Repeat(e.alphabet[:1], 5)
			}
			chunk = chunk[:max(len(chunk)-padding, 0)]
		}
		b.WriteString(chunk)
	}
	return b.String()
}

// decodeBase85 decodes digits of an alphabet; kind names it in messages.
func decodeBase85(text, alphabet, kind string) py.Bytes {
	padding := (5 - len(text)%5) % 5
	padded := text + strings.Repeat(alphabet[84:], padding)
	var out []byte
	for i := 0; i < len(padded); i += 5 {
		var acc uint64
		for j := range 5 {
			v := strings.IndexByte(alphabet, padded[i+j])
			if v < 0 {
				panic(exc.ValueError("bad %s character at position %d", kind, i+j))
			}
			acc = acc*85 + uint64(v)
		}
		if acc > math.MaxUint32 {
			panic(exc.ValueError("%s overflow in hunk starting at byte %d", kind, i))
		}
		out = binary.BigEndian.AppendUint32(out, uint32(acc))
	}
	return py.Bytes(out[:len(out)-padding])
}

// addBase85 adds the functions of base 85 in its three spellings.
func addBase85(m *py.Module) {
	m.Func("b85encode(b, pad=False)", func(b, pad any) any {
		return py.Bytes(base85{alphabet: base85Alphabet, pad: py.Truth(pad)}.encode(viewOf(b)))
	})
	m.Func("b85decode(b)", func(b any) any { return decodeBase85(source(b), base85Alphabet, "base85") })
	m.Func("z85encode(s)", func(s any) any { return py.Bytes(base85{alphabet: z85Alphabet}.encode(viewOf(s))) })
	m.Func("z85decode(s)", func(s any) any { return decodeBase85(source(s), z85Alphabet, "z85") })
	m.Func("a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False)", func(b, spaces, wrap, pad, adobe any) any {
		text := base85{ascii85, py.Truth(pad), true, py.Truth(spaces)}.encode(viewOf(b))
		return py.Bytes(framed(text, number.Int(wrap), py.Truth(adobe)))
	})
	m.Func("a85decode(b, *, foldspaces=False, adobe=False, ignorechars=)", func(b, spaces, adobe, ignored any) any {
		text := source(b)
		if py.Truth(adobe) {
			if !strings.HasSuffix(text, "~>") {
				panic(exc.ValueError("Ascii85 encoded byte sequences must end with b'~>'"))
			}
			text = strings.TrimPrefix(text[:len(text)-2], "<~")
		}
		return decodeASCII85(text, py.Truth(spaces), py.BytesLike(ignored))
	}, py.Bytes(" \t\n\r\v"))
}

// framed is Ascii85 in lines, between Adobe's marks if wanted.
func framed(text string, wrap int, adobe bool) string {
	if adobe {
		text = "<~" + text
	}
	if wrap != 0 {
		wrap = max(wrap, 1)
		if adobe {
			wrap = max(wrap, 2)
		}
		var lines []string
		for ; text != ""; text = text[min(wrap, len(text)):] {
			lines = append(lines, text[:min(wrap, len(text))])
		}
		if adobe && len(lines[len(lines)-1])+2 > wrap {
			lines = append(lines, "")
		}
		text = strings.Join(lines, "\n")
	}
	if adobe {
		text += "~>"
	}
	return text
}

func decodeASCII85(text string, spaces bool, ignored string) py.Bytes {
	var out []byte
	var acc uint64
	n := 0
	for _, c := range []byte(text + "uuuu") {
		switch {
		case '!' <= c && c <= 'u':
			acc = acc*85 + uint64(c-'!')
			if n++; n == 5 {
				if acc > math.MaxUint32 {
					panic(exc.ValueError("Ascii85 overflow"))
				}
				out = binary.BigEndian.AppendUint32(out, uint32(acc))
				acc, n = 0, 0
			}
		case c == 'z' || spaces && c == 'y':
			if n > 0 {
				panic(exc.ValueError("%c inside Ascii85 5-tuple", c))
			}
			if c == 'z' {
				out = append(out, 0, 0, 0, 0)
			} else {
				out = append(out, "    "...)
			}
		case strings.IndexByte(ignored, c) >= 0:
		default:
			panic(exc.ValueError("Non-Ascii85 digit found: %c", c))
		}
	}
	return py.Bytes(out[:len(out)-(4-n)])
}
