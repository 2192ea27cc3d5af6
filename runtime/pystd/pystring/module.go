// Package pystring is Python's module string: constants, templates, and the
// class behind str.format.
// https://docs.python.org/3.13/library/string.html
package pystring

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const (
	whitespace  = " \t\n\r\v\f"
	lowercase   = "abcdefghijklmnopqrstuvwxyz"
	uppercase   = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits      = "0123456789"
	punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
)

// Module is the module string.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("string", "A collection of string constants.")
	m.Set("whitespace", whitespace)
	m.Set("ascii_lowercase", lowercase)
	m.Set("ascii_uppercase", uppercase)
	m.Set("ascii_letters", lowercase+uppercase)
	m.Set("digits", digits)
	m.Set("hexdigits", digits+"abcdef"+"ABCDEF")
	m.Set("octdigits", "01234567")
	m.Set("punctuation", punctuation)
	m.Set("printable", digits+lowercase+uppercase+punctuation+whitespace)
	m.Func("capwords(s, sep=None)", func(s, sep any) any {
		text := py.As[string](s)
		if sep == nil || !py.Truth(sep) {
			words := py.ListOf[string]()
			for word := range py.StrFields(text).All() {
				words.Append(py.StrCapitalize(word))
			}
			return py.StrJoinList(" ", words)
		}
		words := strings.Split(text, py.As[string](sep))
		for i, word := range words {
			words[i] = py.StrCapitalize(word)
		}
		return strings.Join(words, py.As[string](sep))
	})
	m.Class(templateClass())
	m.Class(formatterClass())
	return m
})
