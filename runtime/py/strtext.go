package py

import (
	endian "encoding/binary"
	"iter"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// A str is a Go string in UTF-8. A lone surrogate, which UTF-8 has no form for,
// is kept as the three bytes the scheme would give it; the functions here read
// those as one code point where Go's own see three errors.

// isASCII reports whether every byte is ASCII, so that code points are bytes.
func isASCII(s string) bool {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for len(b) >= 8 {
		if endian.NativeEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodeRune is utf8.DecodeRuneInString that knows lone surrogates.
func decodeRune(s string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s)
	if size == 1 && r == utf8.RuneError && isSurrogateAt(s) {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, size
}

func isSurrogateAt(s string) bool {
	return len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] <= 0xBF && s[2]&0xC0 == 0x80
}

// appendRune is utf8.AppendRune that knows lone surrogates.
func appendRune(b []byte, r rune) []byte {
	if isSurrogate(r) {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

func isSurrogate(r rune) bool {
	return 0xD800 <= r && r <= 0xDFFF
}

// runeString is chr(r).
func runeString(r rune) string {
	return string(appendRune(nil, r))
}

// runesOf splits text into its code points.
func runesOf(s string) []rune {
	out := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, n := decodeRune(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

// stringOf joins code points.
func stringOf(runes []rune) string {
	b := make([]byte, 0, len(runes))
	for _, r := range runes {
		b = appendRune(b, r)
	}
	return string(b)
}

// mapRunes replaces each code point by what f appends for it.
func mapRunes(s string, f func(b []byte, r rune) []byte) string {
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, n := decodeRune(s)
		b = f(b, r)
		s = s[n:]
	}
	return string(b)
}

// countRunes counts the code points of s.
func countRunes(s string) int {
	n := len(s)
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for len(b) >= 8 {
		// A continuation byte has the top bit set and the next one clear.
		w := endian.NativeEndian.Uint64(b)
		n -= bits.OnesCount64(w & ^(w << 1) & 0x8080808080808080)
		b = b[8:]
	}
	for _, c := range b {
		if c&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// singleBytes are the strings of one ASCII character, which indexing returns
// without an allocation.
var singleBytes = func() (t [utf8.RuneSelf]string) {
	for i := range t {
		t[i] = string(rune(i))
	}
	return t
}()

// StrIndex is s[i], counting from the end for a negative i. It raises
// IndexError.
func StrIndex(s string, i int) string {
	if textIsASCII(s) {
		if i < 0 {
			i += len(s)
		}
		if uint(i) >= uint(len(s)) {
			raisef(NewIndexError, "string index out of range")
		}
		return singleBytes[s[i]]
	}
	length := StrLen(s)
	if i < 0 {
		i += length
	}
	if i < 0 || i >= length {
		raisef(NewIndexError, "string index out of range")
	}
	at := byteOffset(s, i)
	_, n := decodeRune(s[at:])
	return s[at : at+n]
}

// StrSlice is s[lo:hi:step]; a nil bound is left out. It raises ValueError for
// a step of zero.
func StrSlice(s string, lo, hi, step any) string {
	sl := Slice{lo, hi, step}
	return strSlice(s, &sl)
}

func strSlice(s string, sl *Slice) string {
	if textIsASCII(s) {
		sp := sl.span(len(s))
		if sp.step == 1 {
			return s[sp.start : sp.start+sp.count]
		}
		b := make([]byte, sp.count)
		for i := range b {
			b[i] = s[sp.start+i*sp.step]
		}
		return string(b)
	}
	n := StrLen(s)
	sp := sl.span(n)
	if sp.step == 1 {
		from := byteOffset(s, sp.start)
		if sp.start+sp.count == n {
			return s[from:]
		}
		return s[from : from+byteOffset(s[from:], sp.count)]
	}
	return stringOf(sliceItems(runesOf(s), sp))
}

// substring is s[lo:hi] of code points for bounds in range.
func substring(s string, lo, hi int) string {
	from := byteOffset(s, lo)
	return s[from : from+byteOffset(s[from:], hi-lo)]
}

func strGetItem(s string, k any) any {
	if sl, ok := k.(*Slice); ok {
		return strSlice(s, sl)
	}
	i, ok := k.(int)
	if !ok {
		index, isIndex := toIndex(k)
		if !isIndex {
			raisef(NewTypeError, "string indices must be integers, not '%s'", typeName(k))
		}
		if i, ok = index.(int); !ok {
			raisef(NewIndexError, "cannot fit '%s' into an index-sized integer", typeName(k))
		}
	}
	return StrIndex(s, i)
}

// StrIter iterates over the characters of s.
func StrIter(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := s; len(rest) > 0; {
			c, n := firstChar(rest)
			if !yield(c) {
				return
			}
			rest = rest[n:]
		}
	}
}

func firstChar(s string) (string, int) {
	if s[0] < utf8.RuneSelf {
		return singleBytes[s[0]], 1
	}
	_, n := decodeRune(s)
	return s[:n], n
}

// strIterator is the object iter(str) makes.
type strIterator struct {
	text string
}

// Next returns the next character, false at the end.
func (it *strIterator) Next() (any, bool) {
	if it.text == "" {
		return nil, false
	}
	c, n := firstChar(it.text)
	it.text = it.text[n:]
	return c, true
}

// StrRepeat is s * n.
func StrRepeat(s string, n int) string {
	if n <= 0 || s == "" {
		return ""
	}
	if total, ok := mulInt(len(s), n); !ok || total > 1<<48 {
		raisef(NewMemoryError, "")
	}
	return strings.Repeat(s, n)
}
