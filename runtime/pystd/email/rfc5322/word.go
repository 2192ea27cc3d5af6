package rfc5322

import (
	"encoding/base64"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// unknown8Bit is the charset of bytes of which only the values are known.
const unknown8Bit = "unknown-8bit"

// safeInWord are the characters beside letters and digits that stand for
// themselves in the Q encoding.
const safeInWord = "-!*+/"

func isAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

const upperHex = "0123456789ABCDEF"

// EncodeQ is bytes in the Q encoding of RFC 2047.
func EncodeQ(data string) string {
	var b strings.Builder
	for i := range len(data) {
		switch c := data[i]; {
		case c == ' ':
			b.WriteByte('_')
		case isAlphanumeric(c) || strings.IndexByte(safeInWord, c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('=')
			b.WriteByte(upperHex[c>>4])
			b.WriteByte(upperHex[c&15])
		}
	}
	return b.String()
}

func lengthQ(data string) int {
	n := 0
	for i := range len(data) {
		if c := data[i]; c == ' ' || isAlphanumeric(c) || strings.IndexByte(safeInWord, c) >= 0 {
			n++
		} else {
			n += 3
		}
	}
	return n
}

// CharsetBytes encodes text. It raises UnicodeEncodeError.
func CharsetBytes(text, charset string) string {
	if strings.EqualFold(charset, unknown8Bit) {
		return string(py.StrEncode(text, "ascii", "surrogateescape"))
	}
	return string(py.StrEncode(text, charset, "strict"))
}

// EncodeWord is text as one encoded word, in the shorter of the encodings.
func EncodeWord(text, charset string) string {
	data := CharsetBytes(text, charset)
	if lengthQ(data)-base64.StdEncoding.EncodedLen(len(data)) < 5 {
		return "=?" + charset + "?q?" + EncodeQ(data) + "?="
	}
	return "=?" + charset + "?b?" + base64.StdEncoding.EncodeToString([]byte(data)) + "?="
}

// DecodeQ is the bytes of text in the Q encoding.
func DecodeQ(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '_':
			b.WriteByte(' ')
		case c == '=' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]):
			b.WriteByte(hexValue(text[i+1])<<4 | hexValue(text[i+2]))
			i += 2
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func hexValue(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}

// DecodeB is the bytes of base64 as a tolerant reader takes it: without what is
// not of its alphabet and with the padding that is missing. What cannot be
// decoded at all comes back as it is.
func DecodeB(text string) string {
	var clean []byte
	for i := range len(text) {
		if c := text[i]; isAlphanumeric(c) || c == '+' || c == '/' {
			clean = append(clean, c)
		} else if c == '=' && len(clean)%4 >= 2 {
			// Padding ends the data if it completes a group.
			if missing := 4 - len(clean)%4; strings.Count(text[i:min(i+missing, len(text))], "=") == missing {
				break
			}
		}
	}
	if len(clean)%4 == 1 {
		return text
	}
	data, err := base64.RawStdEncoding.DecodeString(string(clean))
	if err != nil {
		return text
	}
	return string(data)
}

// decodeWord decodes =?charset?encoding?text?=. ok is false if it is none.
func decodeWord(word string) (text string, undecodable, ok bool) {
	fields := strings.Split(word, "?")
	if len(fields) != 5 {
		return "", false, false
	}
	charset, _, _ := strings.Cut(fields[1], "*")
	data := string(py.StrEncode(fields[3], "ascii", "surrogateescape"))
	switch strings.ToLower(fields[2]) {
	case "q":
		data = DecodeQ(data)
	case "b":
		data = DecodeB(data)
	default:
		return "", false, false
	}
	decode := func(charset, errors string) error {
		return py.Try(func() error {
			text = py.BytesDecode(data, charset, errors)
			return nil
		})
	}
	err := decode(charset, "strict")
	switch {
	case err == nil:
		return text, false, true
	case py.Matches(err, py.UnicodeDecodeError):
		if decode(charset, "surrogateescape") == nil {
			return text, true, true
		}
	}
	if err := decode("ascii", "surrogateescape"); err != nil {
		return "", false, false
	}
	return text, HasSurrogates(text), true
}
