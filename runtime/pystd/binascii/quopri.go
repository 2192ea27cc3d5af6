package binascii

import (
	"bytes"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// quotedWidth is the length of the lines that b2a_qp writes.
const quotedWidth = 76

func isHexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func hexDigit(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}

// fromQuoted is a2b_qp: quoted-printable data, decoded.
func fromQuoted(data string, header bool) py.Bytes {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); {
		c := data[i]
		i++
		switch {
		case header && c == '_':
			out = append(out, ' ')
			continue
		case c != '=':
			out = append(out, c)
			continue
		case i == len(data):
			continue
		}
		switch next := data[i]; {
		case next == '\n' || next == '\r':
			for i < len(data) && data[i] != '\n' {
				i++
			}
			i++
		case next == '=':
			out = append(out, '=')
			i++
		case i+1 < len(data) && isHexDigit(next) && isHexDigit(data[i+1]):
			out = append(out, hexDigit(next)<<4|hexDigit(data[i+1]))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return py.Bytes(out)
}

// quoting says which characters b2a_qp escapes.
type quoting struct{ tabs, text, header bool }

func (q quoting) escapes(data []byte, i, lineLength int) bool {
	c := data[i]
	last := i+1 == len(data)
	switch {
	case c > 126 || c == '=' || q.header && c == '_':
		return true
	case c == '.' && lineLength == 0:
		return last || data[i+1] == '\n' || data[i+1] == '\r' || data[i+1] == 0
	case c == '\r' || c == '\n':
		return !q.text
	case c == '\t' || c == ' ':
		return last || q.tabs
	}
	return c < ' '
}

// toQuoted is b2a_qp.
func toQuoted(text string, q quoting) py.Bytes {
	const digits = "0123456789ABCDEF"
	data := []byte(text)
	lineEnd := "\n"
	if n := bytes.IndexByte(data, '\n'); n > 0 && data[n-1] == '\r' {
		lineEnd = "\r\n"
	}
	var out []byte
	length := 0
	softBreak := func() {
		out = append(append(out, '='), lineEnd...)
		length = 0
	}
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case q.escapes(data, i, length):
			if length+3 >= quotedWidth {
				softBreak()
			}
			out = append(out, '=', digits[c>>4], digits[c&15])
			length += 3
		case q.text && (c == '\n' || c == '\r' && i+1 < len(data) && data[i+1] == '\n'):
			length = 0
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') {
				blank := out[n-1]
				out = append(out[:n-1], '=', digits[blank>>4], digits[blank&15])
			}
			out = append(out, lineEnd...)
			if c == '\r' {
				i++
			}
		default:
			if i+1 != len(data) && data[i+1] != '\n' && length+1 >= quotedWidth {
				softBreak()
			}
			length++
			if q.header && c == ' ' {
				c = '_'
			}
			out = append(out, c)
		}
	}
	return py.Bytes(out)
}

// maxUU is how many bytes a uuencoded line can hold.
const maxUU = 45

// toUU is b2a_uu: one line of uuencoded data.
func toUU(data string, backtick bool) py.Bytes {
	if len(data) > maxUU {
		raise("At most 45 bytes at once")
	}
	char := func(n byte) byte {
		if n == 0 && backtick {
			return '`'
		}
		return ' ' + n
	}
	out := []byte{char(byte(len(data)))}
	for ; data != ""; data = data[min(3, len(data)):] {
		var group [3]byte
		copy(group[:], data)
		out = append(out, char(group[0]>>2), char(group[0]<<4&63|group[1]>>4), char(group[1]<<2&63|group[2]>>6), char(group[2]&63))
	}
	return py.Bytes(append(out, '\n'))
}

// fromUU is a2b_uu. Blanks at the end of the line may be missing.
func fromUU(line string) py.Bytes {
	if line == "" {
		return ""
	}
	want := int((line[0] - ' ') & 63)
	out := make([]byte, 0, want)
	bits, pending, i := uint32(0), 0, 1
	for ; len(out) < want; i++ {
		c := byte(' ')
		if i < len(line) {
			c = line[i]
		}
		if c == '\n' || c == '\r' || c == 0 {
			c = ' '
		} else if c < ' ' || c > ' '+64 {
			raise("Illegal char")
		}
		bits = bits<<6 | uint32((c-' ')&63)
		if pending += 6; pending >= 8 {
			pending -= 8
			out = append(out, byte(bits>>pending))
		}
	}
	for ; i < len(line); i++ {
		if c := line[i]; c != ' ' && c != ' '+64 && c != '\n' && c != '\r' {
			raise("Trailing garbage")
		}
	}
	return py.Bytes(out)
}
