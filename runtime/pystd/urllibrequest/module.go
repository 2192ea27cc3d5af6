// Package urllibrequest is Python's module urllib.request for the schemes http,
// https, file and data, without proxies and the openers of the program.
// https://docs.python.org/3.13/library/urllib.request.html
package urllibrequest

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	_ "github.com/pyasync2go/pyasync2go/runtime/pystd/ssl" // HTTPSConnection asks for its context
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urlliberror"
)

// absent stands for a timeout that was not given.
var absent = py.NewObject(py.ObjectClass)

// Module is the module urllib.request.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("urllib.request", "An extensible library for opening URLs using a variety of protocols")
	m.Class(requestClass)
	m.Func("urlopen(url, data=None, timeout=, *, context=None)", func(url, data, timeout, context any) any {
		return open(url, data, timeout, context)
	}, absent)
	m.Func("urlretrieve(url, filename=None, reporthook=None, data=None)", retrieve)
	return m
})

// retrieve copies what a URL names into a file.
func retrieve(url, filename, hook, data any) any {
	response := open(url, data, absent, nil)
	defer py.CallMethod(response, "close")
	headers := py.CallMethod(response, "info")
	if filename == nil {
		filename = py.Unpack(py.Call(tempfile.Module().Attr("mkstemp")), 2)[1]
	}
	file := io.Open(filename, "wb")
	defer py.CallMethod(file, "close")
	size, read := -1, 0
	if length := py.CallMethod(headers, "get", "Content-Length"); length != nil {
		size = py.As[int](py.Call(py.IntClass, length))
	}
	const block = 8192
	report := func(n int) {
		if hook != nil {
			py.Call(hook, n, block, size)
		}
	}
	report(0)
	for n := 1; ; n++ {
		chunk := py.CallMethod(response, "read", block)
		if !py.Truth(chunk) {
			break
		}
		read += py.Len(chunk)
		py.CallMethod(file, "write", chunk)
		report(n)
	}
	if size >= 0 && read < size {
		py.Raise(py.Call(urlliberror.Module().Attr("ContentTooShortError"),
			"retrieval incomplete: got only "+py.Str(read)+" out of "+py.Str(size)+" bytes", py.Tuple{filename, headers}))
	}
	return py.Tuple{filename, headers}
}
