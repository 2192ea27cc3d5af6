// Package builtins is Python's module builtins: what names mean that nothing
// else defines.
// https://docs.python.org/3.13/library/builtins.html
package builtins

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// Module is the module builtins.
var Module = sync.OnceValue(func() *py.Module {
	return py.Builtins().Set("open", io.Module().Attr("open"))
})
