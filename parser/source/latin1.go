package source

import (
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// latin1 is Python's iso-8859-1, each byte the code point of the same number,
// or its ascii, which stops at 127. (The WHATWG's index, which x/text follows,
// means windows-1252 by both names.)
type latin1 struct{ asciiOnly bool }

var errNotASCII = errors.New("byte outside ASCII")

// NewDecoder returns a decoder to UTF-8.
func (l latin1) NewDecoder() *encoding.Decoder { return &encoding.Decoder{Transformer: l} }

// NewEncoder is required by encoding.Encoding; source text is never encoded.
func (latin1) NewEncoder() *encoding.Encoder { return encoding.Nop.NewEncoder() }

// Reset does nothing: the decoder keeps no state.
func (latin1) Reset() {}

// Transform decodes src into dst.
func (l latin1) Transform(dst, src []byte, _ bool) (written, read int, err error) {
	for read < len(src) {
		b := src[read]
		if b >= utf8.RuneSelf && l.asciiOnly {
			return written, read, errNotASCII
		}
		if written+utf8.RuneLen(rune(b)) > len(dst) {
			return written, read, transform.ErrShortDst
		}
		written += utf8.EncodeRune(dst[written:], rune(b))
		read++
	}
	return written, read, nil
}
