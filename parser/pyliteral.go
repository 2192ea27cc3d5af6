package parser

import (
	"bytes"
	"math/big"
	"strings"
	"unicode/utf8"

	gpython "github.com/go-python/gpython/parser"
	"github.com/go-python/gpython/py"
)

// This file is the only one that knows gpython. It takes from it the values of
// numbers, and of string bodies as far as gpython is exact. It is not for
//
//   - \N{...}, which it leaves as it is;
//   - \x, \u and \U: it takes a sign for a digit ("\x+1"), turns lone surrogates
//     into U+FFFD, and words its errors otherwise than CPython;
//   - a backslash at the end, which an f-string may have before a brace, and
//     text with lone surrogates.
//
// Those escape.go decodes by hand.

// intValue returns an int64, or a *big.Int when that is too small. The digits are
// valid for the base and have neither prefix nor underscores.
func intValue(digits string, base int) any {
	value, err := py.IntFromString(digits, base)
	if err != nil {
		panic(err) // the scanner lets no other digits through
	}
	if small, isSmall := value.(py.Int); isSmall {
		return int64(small)
	}
	return (*big.Int)(value.(*py.BigInt))
}

// floatValue converts a decimal float. One that is too large is infinite, as in
// CPython.
func floatValue(digits string) float64 {
	value, err := py.FloatFromString(digits)
	if err != nil {
		panic(err) // the scanner lets no other digits through
	}
	return float64(value.(py.Float))
}

// simpleEscapes decodes the escapes in a body, if all are of the kind that gpython
// gets right.
func simpleEscapes(body string, isBytes bool) (string, bool) {
	for rest := body; ; {
		_, after, found := strings.Cut(rest, `\`)
		if !found {
			break
		}
		if after == "" || after[0] == 'x' || !isBytes && strings.IndexByte("uUN", after[0]) >= 0 {
			return "", false
		}
		rest = after[1:]
	}
	if !utf8.ValidString(body) {
		return "", false
	}
	decoded, err := gpython.DecodeEscape(bytes.NewBufferString(body), isBytes)
	if err != nil {
		return "", false
	}
	return decoded.String(), true
}
