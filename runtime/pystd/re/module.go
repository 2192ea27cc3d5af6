// Package re is Python's module re: a backtracking matcher with Python's syntax
// and semantics. It keeps its own stack, so that long texts do not exhaust Go's.
// https://docs.python.org/3.13/library/re.html
package re

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// cacheSize is how many compiled patterns are kept.
const cacheSize = 512

type cacheKey struct {
	source string
	bytes  bool
	flags  int
}

var cache = map[cacheKey]*Pattern{}

// Compile is re.compile of a text. It raises PatternError.
func Compile(pattern string) *Pattern { return compile(pattern, 0) }

// CompileFlags is re.compile(pattern, flags).
func CompileFlags(pattern string, flags int) *Pattern { return compile(pattern, flags) }

// CompileBytes is re.compile of a pattern for bytes. It raises PatternError.
func CompileBytes(pattern py.Bytes) *Pattern { return compile(pattern, 0) }

// Search is re.search: the first match, or nil.
func Search(pattern, text string) *Match { return Compile(pattern).Search(text) }

// Sub is re.sub with a template.
func Sub(pattern, replacement, text string) string {
	result, _ := Compile(pattern).Sub(replacement, text, 0)
	return result.(string)
}

// compile finds a pattern in the cache or compiles it. It raises TypeError and
// PatternError.
func compile(pattern any, flags int) *Pattern {
	if p, ok := pattern.(*Pattern); ok {
		if flags != 0 {
			panic(exc.ValueError("cannot process flags argument with a compiled pattern"))
		}
		return p
	}
	key := cacheKey{flags: flags}
	switch v := py.Payload(pattern).(type) {
	case string:
		key.source = v
	case py.Bytes:
		key.source, key.bytes = string(v), true
	default:
		panic(exc.TypeError("first argument must be string or compiled pattern"))
	}
	if p, ok := cache[key]; ok {
		return p
	}
	p := newPattern(pattern, flags)
	if len(cache) >= cacheSize {
		clear(cache)
	}
	cache[key] = p
	return p
}

// Escape is re.escape of a text.
func Escape(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if strings.IndexByte("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", text[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// Module is the module re.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("re", "Support for regular expressions (RE).")
	m.Class(PatternClass)
	m.Class(MatchClass)
	m.Class(PatternError)
	m.Set("error", PatternError)
	addFlags(m)
	m.Func("compile(pattern, flags=0)", func(pattern, flags any) any { return compile(pattern, number.Int(flags)) })
	method := func(spec, name string) {
		m.Func(spec, func(pattern, text, flags any) any {
			return py.CallMethod(compile(pattern, number.Int(flags)), name, text)
		})
	}
	for _, name := range []string{"search", "match", "fullmatch", "findall", "finditer"} {
		method(name+"(pattern, string, flags=0)", name)
	}
	m.Func("sub(pattern, repl, string, count=0, flags=0)", func(pattern, replacement, text, count, flags any) any {
		result, _ := compile(pattern, number.Int(flags)).Sub(replacement, text, number.Int(count))
		return result
	})
	m.Func("subn(pattern, repl, string, count=0, flags=0)", func(pattern, replacement, text, count, flags any) any {
		result, n := compile(pattern, number.Int(flags)).Sub(replacement, text, number.Int(count))
		return py.Tuple{result, n}
	})
	m.Func("split(pattern, string, maxsplit=0, flags=0)", func(pattern, text, maxSplit, flags any) any {
		return compile(pattern, number.Int(flags)).Split(text, number.Int(maxSplit))
	})
	m.Func("escape(pattern)", func(pattern any) any {
		if text, ok := py.Payload(pattern).(string); ok {
			return Escape(text)
		}
		return py.Bytes(Escape(py.BytesLike(pattern)))
	})
	m.Func("purge()", func() any {
		clear(cache)
		return nil
	})
	return m
})
