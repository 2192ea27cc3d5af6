// Package importlibmetadata is Python's module importlib.metadata: what is known
// of installed packages. A converted program has none.
// https://docs.python.org/3.13/library/importlib.metadata.html
package importlibmetadata

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var notFound = define.Class("importlib.metadata", "PackageNotFoundError", []any{py.ModuleNotFoundError}, func(b *define.Body) {
	b.Doc("The package was not found.")
	b.Method("__str__(self)", func(self any) any {
		return "No package metadata was found for " + py.Str(py.GetAttr(self, "name"))
	})
	b.Property("name", func(self any) any { return py.GetItem(py.GetAttr(self, "args"), 0) })
})

func missing(name any) any {
	if !py.Truth(name) {
		panic(exc.ValueError("A distribution name is required."))
	}
	py.Raise(py.Call(notFound, name))
	return nil
}

// Module is the module importlib.metadata.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("importlib.metadata", "")
	m.Class(notFound)
	m.Func("version(distribution_name)", missing)
	m.Func("metadata(distribution_name)", missing)
	m.Func("distribution(distribution_name)", missing)
	m.Func("files(distribution_name)", missing)
	m.Func("requires(distribution_name)", missing)
	m.Func("distributions(**kwargs)", func(any) any { return py.GetIter(py.Tuple{}) })
	return m
})
