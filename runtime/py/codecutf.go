package py

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const byteOrderMark = "\uFEFF"

const (
	reasonSurrogates = "surrogates not allowed"
	reasonEnd        = "unexpected end of data"
	reasonTruncated  = "truncated data"
)

func encodeUTF8(e *encoding) {
	put := func(r rune) bool {
		if isSurrogate(r) {
			return false
		}
		e.out = appendRune(e.out, r)
		return true
	}
	for at := 0; at < len(e.text); {
		if put(e.text[at]) {
			at++
			continue
		}
		end := at + 1
		for end < len(e.text) && isSurrogate(e.text[end]) {
			end++
		}
		at = e.fail(at, end, reasonSurrogates, put)
	}
}

func encodeUTF8Sig(e *encoding) {
	e.out = append(e.out, byteOrderMark...)
	encodeUTF8(e)
}

func decodeUTF8Sig(d *decoding) {
	d.data = strings.TrimPrefix(d.data, byteOrderMark)
	decodeUTF8(d)
}

func decodeUTF8(d *decoding) {
	if utf8.ValidString(d.data) {
		d.out = append(d.out, d.data...)
		return
	}
	for at := 0; at < len(d.data); {
		r, n := utf8.DecodeRuneInString(d.data[at:])
		if r != utf8.RuneError || n > 1 {
			d.out = append(d.out, d.data[at:at+n]...)
			at += n
			continue
		}
		length, reason := malformedUTF8(d.data[at:])
		at = d.fail(at, at+length, reason)
	}
}

// malformedUTF8 says how many bytes of a series that is no UTF-8 belong to its
// first error, and what is wrong.
func malformedUTF8(s string) (int, string) {
	var need int
	low, high := byte(0x80), byte(0xBF)
	switch c := s[0]; {
	case c < 0xC2 || c > 0xF4:
		return 1, "invalid start byte"
	case c < 0xE0:
		need = 1
	case c < 0xF0:
		need = 2
		if c == 0xE0 {
			low = 0xA0
		} else if c == 0xED {
			high = 0x9F
		}
	default:
		need = 3
		if c == 0xF0 {
			low = 0x90
		} else if c == 0xF4 {
			high = 0x8F
		}
	}
	for i := 1; i <= need; i++ {
		if i == len(s) {
			return i, reasonEnd
		}
		if s[i] < low || s[i] > high {
			return i, "invalid continuation byte"
		}
		low, high = 0x80, 0xBF
	}
	return need + 1, "invalid continuation byte"
}

// wideOrder puts and takes the units of UTF-16 and UTF-32.
type wideOrder struct {
	big bool
}

func (o wideOrder) append(b []byte, unit uint32, size int) []byte {
	for i := range size {
		shift := 8 * i
		if o.big {
			shift = 8 * (size - 1 - i)
		}
		b = append(b, byte(unit>>shift))
	}
	return b
}

func (o wideOrder) unit(s string, size int) uint32 {
	var u uint32
	for i := range size {
		shift := 8 * i
		if o.big {
			shift = 8 * (size - 1 - i)
		}
		u |= uint32(s[i]) << shift
	}
	return u
}

func encodeWide(e *encoding, o wideOrder, size int) {
	put := func(r rune) bool {
		switch {
		case isSurrogate(r):
			return false
		case size == 2 && r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			e.out = o.append(o.append(e.out, uint32(high), 2), uint32(low), 2)
		default:
			e.out = o.append(e.out, uint32(r), size)
		}
		return true
	}
	for at := 0; at < len(e.text); {
		if put(e.text[at]) {
			at++
		} else {
			at = e.fail(at, at+1, reasonSurrogates, put)
		}
	}
}

func encodeUTF16(e *encoding) {
	e.out = append(e.out, 0xFF, 0xFE)
	encodeWide(e, wideOrder{}, 2)
}

func encodeUTF16LE(e *encoding) { encodeWide(e, wideOrder{}, 2) }

func encodeUTF16BE(e *encoding) { encodeWide(e, wideOrder{big: true}, 2) }

func encodeUTF32(e *encoding) {
	e.out = append(e.out, 0xFF, 0xFE, 0, 0)
	encodeWide(e, wideOrder{}, 4)
}

func encodeUTF32LE(e *encoding) { encodeWide(e, wideOrder{}, 4) }

func encodeUTF32BE(e *encoding) { encodeWide(e, wideOrder{big: true}, 4) }

func decodeUTF16(d *decoding) {
	d.name = "utf-16-le"
	switch {
	case strings.HasPrefix(d.data, "\xFF\xFE"):
		decodeUTF16From(d, 2, wideOrder{})
	case strings.HasPrefix(d.data, "\xFE\xFF"):
		d.name = "utf-16-be"
		decodeUTF16From(d, 2, wideOrder{big: true})
	default:
		decodeUTF16From(d, 0, wideOrder{})
	}
}

func decodeUTF16LE(d *decoding) { decodeUTF16From(d, 0, wideOrder{}) }

func decodeUTF16BE(d *decoding) { decodeUTF16From(d, 0, wideOrder{big: true}) }

func decodeUTF16From(d *decoding, at int, o wideOrder) {
	for at < len(d.data) {
		rest := d.data[at:]
		if len(rest) < 2 {
			at = d.fail(at, len(d.data), reasonTruncated)
			continue
		}
		r := rune(o.unit(rest, 2))
		switch {
		case !isSurrogate(r):
			d.out = appendRune(d.out, r)
			at += 2
		case r >= 0xDC00:
			at = d.fail(at, at+2, "illegal encoding")
		case len(rest) < 4:
			at = d.fail(at, len(d.data), reasonEnd)
		default:
			low := rune(o.unit(rest[2:], 2))
			if low < 0xDC00 || low > 0xDFFF {
				at = d.fail(at, at+2, "illegal UTF-16 surrogate")
				continue
			}
			d.out = appendRune(d.out, utf16.DecodeRune(r, low))
			at += 4
		}
	}
}

func decodeUTF32(d *decoding) {
	d.name = "utf-32-le"
	switch {
	case strings.HasPrefix(d.data, "\xFF\xFE\x00\x00"):
		decodeUTF32From(d, 4, wideOrder{})
	case strings.HasPrefix(d.data, "\x00\x00\xFE\xFF"):
		d.name = "utf-32-be"
		decodeUTF32From(d, 4, wideOrder{big: true})
	default:
		decodeUTF32From(d, 0, wideOrder{})
	}
}

func decodeUTF32LE(d *decoding) { decodeUTF32From(d, 0, wideOrder{}) }

func decodeUTF32BE(d *decoding) { decodeUTF32From(d, 0, wideOrder{big: true}) }

func decodeUTF32From(d *decoding, at int, o wideOrder) {
	for at < len(d.data) {
		if len(d.data)-at < 4 {
			at = d.fail(at, len(d.data), reasonTruncated)
			continue
		}
		u := o.unit(d.data[at:], 4)
		switch {
		case u > utf8.MaxRune:
			at = d.fail(at, at+4, "code point not in range(0x110000)")
		case isSurrogate(rune(u)):
			at = d.fail(at, at+4, "code point in surrogate code point range(0xd800, 0xe000)")
		default:
			d.out = appendRune(d.out, rune(u))
			at += 4
		}
	}
}
