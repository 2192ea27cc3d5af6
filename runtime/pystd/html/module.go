// Package html is Python's module html.
package html

import (
	gohtml "html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	basic  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	quoted = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#x27;")

	reference = regexp.MustCompile(`&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)`)
)

// Escape is html.escape(s, quote).
func Escape(s string, quote bool) string {
	if quote {
		return quoted.Replace(s)
	}
	return basic.Replace(s)
}

// Unescape is html.unescape(s).
func Unescape(s string) string {
	return reference.ReplaceAllStringFunc(s, func(text string) string {
		if text[1] != '#' {
			return gohtml.UnescapeString(text)
		}
		digits, base := strings.TrimSuffix(text[2:], ";"), 10
		if digits[0] == 'x' || digits[0] == 'X' {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseInt(digits, base, 32)
		switch {
		case err != nil || n > 0x10FFFF || 0xD800 <= n && n <= 0xDFFF:
			return "\uFFFD"
		case n == 0x81 || n == 0x8d || n == 0x8f || n == 0x90 || n == 0x9d:
			return string(rune(n))
		case n == 0 || n == '\r' || 0x80 <= n && n <= 0x9f:
			return windows(n)
		case isInvalid(n):
			return ""
		}
		return string(rune(n))
	})
}

// windows is the character of a reference into the code page 1252.
func windows(n int64) string {
	if n == '\r' {
		return "\r"
	}
	return gohtml.UnescapeString("&#" + strconv.FormatInt(n, 10) + ";")
}

// isInvalid tells of a code that stands for no character.
func isInvalid(n int64) bool {
	return n < 9 || n == 0xb || 0xe <= n && n < 0x20 || 0x7f <= n && n < 0xa0 ||
		0xfdd0 <= n && n <= 0xfdef || slices.Contains([]int64{0xfffe, 0xffff}, n&0xffff)
}

// Module is the module html.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("html", "General functions for HTML manipulation.")
	m.Func("escape(s, quote=True)", func(s, quote any) any { return Escape(py.As[string](s), py.Truth(quote)) })
	m.Func("unescape(s)", func(s any) any { return Unescape(py.As[string](s)) })
	return m
})
