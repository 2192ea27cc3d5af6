// Package futures is Python's module asyncio.futures.
package futures

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.futures.
func Module() *py.Module { return asyncio.Submodule("futures") }
