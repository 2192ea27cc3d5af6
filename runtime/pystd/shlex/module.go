// Package shlex is Python's module shlex: text in words as a shell splits it.
// https://docs.python.org/3.13/library/shlex.html
package shlex

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module is the module shlex.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("shlex", "A lexical analyzer class for simple shell-like syntaxes.")
	m.Class(lexerClass)
	m.Func("split(s, comments=False, posix=True)", func(s, comments, posix any) any {
		if s == nil {
			panic(exc.ValueError("s argument must not be None"))
		}
		l := newLexer(s, nil, py.Truth(posix), "")
		l.whitespaceSplit = true
		if !py.Truth(comments) {
			l.commenters = ""
		}
		words := py.ListOf[any]()
		for word, ok := l.token(); ok; word, ok = l.token() {
			words.Append(word)
		}
		return words
	})
	m.Func("join(split_command)", func(words any) any {
		var quoted []string
		for word := range py.Iter(words) {
			quoted = append(quoted, Quote(py.As[string](word)))
		}
		return strings.Join(quoted, " ")
	})
	m.Func("quote(s)", func(s any) any {
		if !py.Truth(s) {
			return "''"
		}
		text, ok := py.Payload(s).(string)
		if !ok {
			panic(exc.TypeError("expected string or bytes-like object, got '%s'", py.TypeOf(s).Name()))
		}
		return Quote(text)
	})
	return m
})

// Quote is shlex.quote: s as one word of a shell.
func Quote(s string) string {
	if s == "" {
		return "''"
	}
	safe := strings.IndexFunc(s, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("_@%+=:,./-", r))
	}) < 0
	if safe {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'"'"'`) + "'"
}
