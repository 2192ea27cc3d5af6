package urllibparse

import (
	"encoding/hex"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

const alwaysSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"

// Quote is quote(s, safe).
func Quote(s, safe string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c < 0x80 && (strings.IndexByte(alwaysSafe, c) >= 0 || strings.IndexByte(safe, c) >= 0) {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		}
	}
	return b.String()
}

// QuotePlus is quote_plus(s, safe).
func QuotePlus(s, safe string) string {
	if !strings.Contains(s, " ") {
		return Quote(s, safe)
	}
	return strings.ReplaceAll(Quote(s, safe+" "), " ", "+")
}

// quoteValue applies a quoting function to a str, encoded, or to bytes.
func quoteValue(v, safe, encoding, errors any, quote func(s, safe string) string) any {
	if s, ok := py.Payload(v).(string); ok {
		return quote(string(py.StrEncode(s, textOr(encoding, "utf-8"), textOr(errors, "strict"))), safeText(safe))
	}
	for name, given := range map[string]any{"encoding": encoding, "errors": errors} {
		if given != nil {
			panic(exc.TypeError("quote() doesn't support '%s' for bytes", name))
		}
	}
	return quote(bytesOf(v), safeText(safe))
}

func bytesOf(v any) string {
	switch py.Payload(v).(type) {
	case py.Bytes, *py.ByteArray:
		return py.BytesLike(v)
	}
	panic(exc.TypeError("quote_from_bytes() expected bytes"))
}

func safeText(v any) string {
	if s, ok := py.Payload(v).(string); ok {
		return s
	}
	return py.BytesLike(v)
}

func textOr(v any, otherwise string) string {
	if v == nil {
		return otherwise
	}
	return py.As[string](v)
}

// unquoteBytes replaces %xx by the byte.
func unquoteBytes(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := hex.DecodeString(s[i+1 : i+3]); err == nil {
				b.Write(c)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// Unquote is unquote(s): runs of ASCII characters are unquoted and decoded;
// other characters stay.
func Unquote(s, encoding, errors string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		end := strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 })
		if end < 0 {
			end = len(s)
		}
		if end > 0 {
			b.WriteString(py.BytesDecode(unquoteBytes(s[:end]), encoding, errors))
		}
		s = s[end:]
		next := strings.IndexFunc(s, func(r rune) bool { return r < 0x80 })
		if next < 0 {
			next = len(s)
		}
		b.WriteString(s[:next])
		s = s[next:]
	}
	return b.String()
}

// unquoteValue is unquote(v) of a str or bytes.
func unquoteValue(v, encoding, errors any) any {
	e, how := textOr(encoding, "utf-8"), textOr(errors, "replace")
	if s, ok := py.Payload(v).(string); ok {
		return Unquote(s, e, how)
	}
	return py.BytesDecode(unquoteBytes(py.BytesLike(v)), e, how)
}
