package py

import "strings"

// encodeRange encodes what put takes and hands runs of the rest to the error
// handler.
func encodeRange(e *encoding, reason string, put func(r rune) bool, known func(r rune) bool) {
	for at := 0; at < len(e.text); {
		if put(e.text[at]) {
			at++
			continue
		}
		end := at + 1
		for end < len(e.text) && !known(e.text[end]) {
			end++
		}
		at = e.fail(at, end, reason, put)
	}
}

func encodeBelow(e *encoding, limit rune, reason string) {
	known := func(r rune) bool { return r < limit }
	encodeRange(e, reason, func(r rune) bool {
		if !known(r) {
			return false
		}
		e.out = append(e.out, byte(r))
		return true
	}, known)
}

func encodeASCII(e *encoding) { encodeBelow(e, 128, "ordinal not in range(128)") }

func encodeLatin1(e *encoding) { encodeBelow(e, 256, "ordinal not in range(256)") }

func decodeASCII(d *decoding) {
	for at := 0; at < len(d.data); {
		if c := d.data[at]; c < 0x80 {
			d.out = append(d.out, c)
			at++
		} else {
			at = d.fail(at, at+1, "ordinal not in range(128)")
		}
	}
}

func decodeLatin1(d *decoding) {
	for i := 0; i < len(d.data); i++ {
		d.out = appendRune(d.out, rune(d.data[i]))
	}
}

// undefinedByte marks a byte without a character in charmaps.
const undefinedByte = '\uFFFE'

// charmapCodec makes the codec of an encoding of which the upper half is a
// table.
func charmapCodec(key string) *codec {
	upper := []rune(charmaps[key])
	toByte := make(map[rune]byte, len(upper))
	for i, r := range upper {
		if r != undefinedByte {
			toByte[r] = byte(0x80 + i)
		}
	}
	const reason = "character maps to <undefined>"
	known := func(r rune) bool {
		_, ok := toByte[r]
		return r < 0x80 || ok
	}
	return &codec{
		name: "charmap",
		encode: func(e *encoding) {
			encodeRange(e, reason, func(r rune) bool {
				if r < 0x80 {
					e.out = append(e.out, byte(r))
					return true
				}
				c, ok := toByte[r]
				if ok {
					e.out = append(e.out, c)
				}
				return ok
			}, known)
		},
		decode: func(d *decoding) {
			for at := 0; at < len(d.data); {
				c := d.data[at]
				switch {
				case c < 0x80:
					d.out = append(d.out, c)
				case upper[c-0x80] == undefinedByte:
					at = d.fail(at, at+1, reason)
					continue
				default:
					d.out = appendRune(d.out, upper[c-0x80])
				}
				at++
			}
		},
	}
}

func encodeUnicodeEscape(e *encoding) {
	for _, r := range e.text {
		switch {
		case r == '\\':
			e.out = append(e.out, `\\`...)
		case r >= ' ' && r < 0x7F:
			e.out = append(e.out, byte(r))
		default:
			e.out = appendEscape(e.out, r)
		}
	}
}

func encodeRawUnicodeEscape(e *encoding) {
	for _, r := range e.text {
		if r < 0x100 {
			e.out = append(e.out, byte(r))
		} else {
			e.out = appendEscape(e.out, r)
		}
	}
}

func decodeUnicodeEscape(d *decoding) { decodeEscapes(d, true) }

func decodeRawUnicodeEscape(d *decoding) { decodeEscapes(d, false) }

// simpleEscapes are the escapes of one letter and their characters.
const simpleEscapes = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v"

// decodeEscapes reads backslash escapes: all of them, or \u and \U only.
func decodeEscapes(d *decoding, all bool) {
	for at := 0; at < len(d.data); {
		c := d.data[at]
		if c != '\\' || at+1 == len(d.data) {
			if c == '\\' && all {
				at = d.fail(at, at+1, "\\ at end of string")
				continue
			}
			d.out = appendRune(d.out, rune(c))
			at++
			continue
		}
		letter := d.data[at+1]
		width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[letter]
		switch {
		case width > 0 && (all || letter != 'x'):
			at = decodeHexEscape(d, at, width)
		case !all:
			d.out = append(d.out, '\\')
			at++
		case '0' <= letter && letter <= '7':
			r, end := rune(0), at+1
			for end < len(d.data) && end < at+4 && '0' <= d.data[end] && d.data[end] <= '7' {
				r = r<<3 | rune(d.data[end]-'0')
				end++
			}
			d.out = appendRune(d.out, r)
			at = end
		case letter == '\n':
			at += 2
		default:
			if i := strings.IndexByte(simpleEscapes, letter); i >= 0 && i%2 == 0 {
				d.out = append(d.out, simpleEscapes[i+1])
			} else {
				d.out = appendRune(append(d.out, '\\'), rune(letter))
			}
			at += 2
		}
	}
}

// decodeHexEscape reads the digits of \x, \u or \U at d.data[at:].
func decodeHexEscape(d *decoding, at, width int) int {
	end, r := at+2, rune(0)
	for end < len(d.data) && end < at+2+width && digitValue(d.data[end]) < 16 {
		r = r<<4 | rune(digitValue(d.data[end]))
		end++
	}
	if end < at+2+width {
		return d.fail(at, end, map[int]string{2: "truncated \\xXX escape", 4: "truncated \\uXXXX escape", 8: "truncated \\UXXXXXXXX escape"}[width])
	}
	if r < 0 || r > 0x10FFFF {
		return d.fail(at, end, "illegal Unicode character")
	}
	d.out = appendRune(d.out, r)
	return end
}
