// Package contextvars is Python's module contextvars. Its types belong to
// package asyncio, whose tasks each run in a context.
package contextvars

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module contextvars.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("contextvars", "")
	m.Class(asyncio.VarsClass)
	m.Class(asyncio.ContextVarClass)
	m.Class(asyncio.TokenClass)
	m.Builtin("copy_context()", func() any { return asyncio.CopyContext() }).Module("_contextvars")
	return m
})
