// Package streams is Python's module asyncio.streams.
package streams

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.streams.
func Module() *py.Module { return asyncio.Submodule("streams") }
