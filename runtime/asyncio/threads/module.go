// Package threads is Python's module asyncio.threads.
package threads

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.threads.
func Module() *py.Module { return asyncio.Submodule("threads") }
