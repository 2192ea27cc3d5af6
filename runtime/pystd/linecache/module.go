// Package linecache is Python's module linecache: lines of source files by their
// numbers.
// https://docs.python.org/3.13/library/linecache.html
package linecache

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module linecache.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("linecache", "")
	m.Func("getline(filename, lineno, module_globals=None)", func(filename, line, _ any) any {
		lines := py.SourceLines(py.As[string](filename))
		if n := py.As[int](line); n >= 1 && n <= len(lines) {
			return lines[n-1]
		}
		return ""
	})
	m.Func("getlines(filename, module_globals=None)", func(filename, _ any) any {
		return py.ListOf(boxed(py.SourceLines(py.As[string](filename)))...)
	})
	m.Func("clearcache()", func() any {
		py.ForgetSources()
		return nil
	})
	m.Func("checkcache(filename=None)", func(any) any {
		py.ForgetSources()
		return nil
	})
	return m
})

func boxed(lines []string) []any {
	values := make([]any, len(lines))
	for i, line := range lines {
		values[i] = line
	}
	return values
}
