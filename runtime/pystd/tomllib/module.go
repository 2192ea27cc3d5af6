// Package tomllib is Python's module tomllib: a reader of TOML 1.0.
// https://docs.python.org/3.13/library/tomllib.html
package tomllib

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var decodeError = py.NewExceptionClass("tomllib", "TOMLDecodeError", py.ValueError)

// Module is the module tomllib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("tomllib", "")
	m.Class(decodeError)
	m.Func("loads(s, /, *, parse_float=)", func(source, float any) any {
		return Loads(py.As[string](py.CallMethod(source, "replace", "\r\n", "\n")), float)
	}, py.FloatClass)
	m.Func("load(fp, /, *, parse_float=)", func(file, float any) any {
		data := py.CallMethod(file, "read")
		if _, isText := py.Payload(data).(string); isText {
			panic(exc.TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`"))
		}
		return Loads(py.Str(py.CallMethod(data, "decode")), float)
	}, py.FloatClass)
	return m
})

// Loads reads a document; float makes the floating-point numbers of their
// texts. It raises TOMLDecodeError.
func Loads(text string, float any) any {
	p := &parser{src: []rune(strings.ReplaceAll(text, "\r\n", "\n")), data: py.DictOf[any, any](), flags: newFlags()}
	p.float = func(text string) any { return py.Call(float, text) }
	if float != any(py.FloatClass) {
		p.float = func(text string) any {
			v := py.Call(float, text)
			if py.IsInstance(v, py.Tuple{py.DictClass, py.ListClass}) {
				panic(exc.ValueError("parse_float must not return dicts or lists"))
			}
			return v
		}
	}
	p.document()
	return p.data
}
