package py

import (
	"strings"
	"unicode/utf8"
)

// strRepr is repr(s): in single quotes unless only double ones avoid escapes.
func strRepr(s string) string {
	return quoteStr(s, isPrintable)
}

func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

func quoteStr(s string, printable func(rune) bool) string {
	quote := quoteFor(s)
	b := make([]byte, 0, len(s)+2)
	b = append(b, quote)
	for len(s) > 0 {
		r, n := decodeRune(s)
		switch {
		case r == rune(quote) || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= ' ' && r < 0x7F:
			b = append(b, byte(r))
		case r >= utf8.RuneSelf && printable(r):
			b = append(b, s[:n]...)
		default:
			b = appendEscape(b, r)
		}
		s = s[n:]
	}
	return string(append(b, quote))
}

// appendEscape appends the shortest backslash escape of a character.
func appendEscape(b []byte, r rune) []byte {
	switch {
	case r == '\n':
		return append(b, `\n`...)
	case r == '\r':
		return append(b, `\r`...)
	case r == '\t':
		return append(b, `\t`...)
	case r < 0x100:
		return appendHex(append(b, `\x`...), r, 2)
	case r < 0x10000:
		return appendHex(append(b, `\u`...), r, 4)
	}
	return appendHex(append(b, `\U`...), r, 8)
}

func appendHex(b []byte, r rune, width int) []byte {
	const digits = "0123456789abcdef"
	for shift := 4 * (width - 1); shift >= 0; shift -= 4 {
		b = append(b, digits[r>>shift&0xF])
	}
	return b
}

// bytesRepr is repr of bytes.
func bytesRepr(s string) string {
	return quoteBytes(s, quoteFor(s))
}

// byteArrayRepr is repr of a bytearray, which escapes a single quote even
// between double ones.
func byteArrayRepr(s string) string {
	text := quoteBytes(s, quoteFor(s))
	if text[1] == '"' {
		text = strings.ReplaceAll(text, "'", `\'`)
	}
	return "bytearray(" + text + ")"
}

func quoteBytes(s string, quote byte) string {
	b := make([]byte, 0, len(s)+3)
	b = append(b, 'b', quote)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == quote || c == '\\':
			b = append(b, '\\', c)
		case c >= ' ' && c < 0x7F:
			b = append(b, c)
		default:
			b = appendEscape(b, rune(c))
		}
	}
	return string(append(b, quote))
}
