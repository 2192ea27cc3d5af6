package parser

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// unescape replaces the escape sequences in the body of a literal. Sequences that
// Python does not know stay as they are; it only warns about them.
func unescape(body string, isBytes bool) (string, *literalFault) {
	next := strings.IndexByte(body, '\\')
	if next < 0 {
		return body, nil
	}
	if decoded, ok := simpleEscapes(body, isBytes); ok {
		return decoded, nil
	}
	out := make([]byte, 0, len(body))
	rest := body
	for next >= 0 {
		out = append(out, rest[:next]...)
		rest = rest[next+1:]
		if rest == "" {
			// Only before a brace of an f-string can a backslash come last.
			out = append(out, '\\')
			break
		}
		var fault *literalFault
		if out, rest, fault = escapeSequence(out, body, rest, isBytes); fault != nil {
			return "", fault
		}
		next = strings.IndexByte(rest, '\\')
	}
	return string(append(out, rest...)), nil
}

var oneLetterEscapes = [256]byte{
	'\\': '\\', '\'': '\'', '"': '"', 'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11,
}

// escapeSequence appends the value of the sequence that rest starts with, whose
// backslash has been read.
func escapeSequence(out []byte, body, rest string, isBytes bool) ([]byte, string, *literalFault) {
	c := rest[0]
	if simple := oneLetterEscapes[c]; simple != 0 {
		return append(out, simple), rest[1:], nil
	}
	switch {
	case c == '\n':
		return out, rest[1:], nil
	case '0' <= c && c <= '7':
		value, n := 0, 0
		for n < 3 && n < len(rest) && '0' <= rest[n] && rest[n] <= '7' {
			value = value*8 + int(rest[n]-'0')
			n++
		}
		if isBytes {
			return append(out, byte(value)), rest[n:], nil
		}
		return utf8.AppendRune(out, rune(value)), rest[n:], nil
	case c == 'x' && isBytes:
		value, n := hexDigits(rest[1:], 2)
		if n < 2 {
			return nil, "", &literalFault{message: fmt.Sprintf("(value error) invalid \\x escape at position %d", len(body)-len(rest)-1)}
		}
		return append(out, byte(value)), rest[3:], nil
	case c == 'x' && !isBytes:
		return hexEscape(out, body, rest, 2, `truncated \xXX escape`)
	case c == 'u' && !isBytes:
		return hexEscape(out, body, rest, 4, `truncated \uXXXX escape`)
	case c == 'U' && !isBytes:
		return hexEscape(out, body, rest, 8, `truncated \UXXXXXXXX escape`)
	case c == 'N' && !isBytes:
		return namedEscape(out, body, rest)
	}
	return append(out, '\\'), rest, nil
}

func hexEscape(out []byte, body, rest string, width int, truncated string) ([]byte, string, *literalFault) {
	value, n := hexDigits(rest[1:], width)
	if n < width {
		return nil, "", escapeFault(body, rest, n+1, truncated)
	}
	if value > utf8.MaxRune {
		return nil, "", escapeFault(body, rest, n+1, "illegal Unicode character")
	}
	return appendCodePoint(out, rune(value)), rest[1+width:], nil
}

// hexDigits reads up to width hexadecimal digits.
func hexDigits(text string, width int) (value int64, n int) {
	for n < width && n < len(text) {
		c := text[n]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return value, n
		}
		value = value<<4 | int64(c)
		n++
	}
	return value, n
}

// appendCodePoint appends a code point, a lone surrogate included, by UTF-8's rule.
func appendCodePoint(out []byte, r rune) []byte {
	if 0xd800 <= r && r <= 0xdfff {
		return append(out, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(out, r)
}

func namedEscape(out []byte, body, rest string) ([]byte, string, *literalFault) {
	if len(rest) < 2 || rest[1] != '{' {
		return nil, "", escapeFault(body, rest, 1, `malformed \N character escape`)
	}
	end := strings.IndexByte(rest, '}')
	if end < 0 {
		return nil, "", escapeFault(body, rest, len(rest), `malformed \N character escape`)
	}
	if end == 2 {
		return nil, "", escapeFault(body, rest, end, `malformed \N character escape`)
	}
	r, known := runeByName(rest[2:end])
	if !known {
		return nil, "", escapeFault(body, rest, end+1, "unknown Unicode character name")
	}
	return utf8.AppendRune(out, r), rest[end+1:], nil
}

// escapeFault words the error of CPython's escape decoder for the sequence that
// rest starts with, of which it has read n characters. The decoder sees every
// character outside ASCII as ten, \UXXXXXXXX, and counts so.
func escapeFault(body, rest string, n int, reason string) *literalFault {
	position := 0
	for _, r := range body[:len(body)-len(rest)-1] {
		if r < utf8.RuneSelf {
			position++
		} else {
			position += 10
		}
	}
	return &literalFault{message: fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s",
		position, position+n, reason)}
}
