// Package fnmatch is Python's module fnmatch: names that match patterns of the
// shell.
// https://docs.python.org/3.13/library/fnmatch.html
package fnmatch

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// matcher is a pattern compiled. It raises TypeError for what is neither str
// nor bytes.
func matcher(pattern any) *re.Pattern {
	if b, ok := py.Payload(pattern).(py.Bytes); ok {
		source := Translate(py.BytesDecode(string(b), "latin-1", "strict"))
		return re.CompileBytes(py.StrEncode(source, "latin-1", "strict"))
	}
	return re.Compile(Translate(py.As[string](pattern)))
}

func matches(name, pattern any) bool { return matcher(pattern).Matches(name) }

// normcase is os.path.normcase, which on a POSIX system returns what it gets.
func normcase(path any) any { return py.Call(ospath.Module().Attr("normcase"), path) }

// Module is the module fnmatch.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("fnmatch", "Filename matching with shell patterns.")
	m.Func("fnmatch(name, pat)", func(name, pattern any) any {
		return matches(normcase(name), normcase(pattern))
	})
	m.Func("fnmatchcase(name, pat)", func(name, pattern any) any { return matches(name, pattern) })
	m.Func("filter(names, pat)", func(names, pattern any) any {
		p := matcher(normcase(pattern))
		found := py.ListOf[any]()
		for name := range py.Iter(names) {
			if p.Matches(name) {
				found.Append(name)
			}
		}
		return found
	})
	m.Func("translate(pat)", func(pattern any) any { return Translate(py.As[string](pattern)) })
	return m
})
