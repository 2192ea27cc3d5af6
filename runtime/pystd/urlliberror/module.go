// Package urlliberror is Python's module urllib.error.
// https://docs.python.org/3.13/library/urllib.error.html
package urlliberror

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// The exceptions of the module.
var (
	URLError = define.Class("urllib.error", "URLError", []any{py.OSError}, func(b *define.Body) {
		b.Method("__init__(self, reason, filename=None)", func(self, reason, filename any) any {
			py.SetAttr(self, "args", py.Tuple{reason})
			py.SetAttr(self, "reason", reason)
			if filename != nil {
				py.SetAttr(self, "filename", filename)
			}
			return nil
		})
		b.Method("__str__(self)", func(self any) any { return "<urlopen error " + py.Str(py.GetAttr(self, "reason")) + ">" })
	})
	// HTTPError is also the response that was an error.
	HTTPError = define.Class("urllib.error", "HTTPError", []any{URLError}, func(b *define.Body) {
		b.Method("__init__(self, url, code, msg, hdrs, fp)", func(self, url, code, message, headers, file any) any {
			for _, a := range []struct {
				name  string
				value any
			}{{"code", code}, {"msg", message}, {"hdrs", headers}, {"fp", file}, {"filename", url}, {"url", url}} {
				py.SetAttr(self, a.name, a.value)
			}
			py.SetAttr(self, "args", py.Tuple{})
			return nil
		})
		alias := func(name, of string) {
			b.Property(name, func(self any) any { return py.GetAttr(self, of) })
		}
		alias("reason", "msg")
		alias("headers", "hdrs")
		alias("status", "code")
		b.Method("__str__(self)", func(self any) any {
			return "HTTP Error " + py.Str(py.GetAttr(self, "code")) + ": " + py.Str(py.GetAttr(self, "msg"))
		})
		b.Method("__repr__(self)", func(self any) any {
			return "<HTTPError " + py.Str(py.GetAttr(self, "code")) + ": " + py.Repr(py.GetAttr(self, "msg")) + ">"
		})
		for _, name := range []string{"read", "readline", "close", "getheader", "getheaders"} {
			b.Method(name+"(self, *args)", func(self, args any) any {
				return py.CallMethod(py.GetAttr(self, "fp"), name, args.(py.Tuple)...)
			})
		}
		b.Method("info(self)", func(self any) any { return py.GetAttr(self, "hdrs") })
		b.Method("geturl(self)", func(self any) any { return py.GetAttr(self, "url") })
		b.Method("getcode(self)", func(self any) any { return py.GetAttr(self, "code") })
		b.Method("__enter__(self)", func(self any) any { return self })
		b.Method("__exit__(self, *args)", func(self, _ any) any {
			py.CallMethod(self, "close")
			return nil
		})
	})
	contentTooShort = define.Class("urllib.error", "ContentTooShortError", []any{URLError}, func(b *define.Body) {
		b.Method("__init__(self, message, content)", func(self, message, content any) any {
			py.SetAttr(self, "args", py.Tuple{message})
			py.SetAttr(self, "reason", message)
			py.SetAttr(self, "content", content)
			return nil
		})
	})
)

// Module is the module urllib.error.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("urllib.error", "Exception classes raised by urllib.")
	m.Class(URLError)
	m.Class(HTTPError)
	m.Class(contentTooShort)
	return m
})
