// Package transports is Python's module asyncio.transports.
package transports

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.transports.
func Module() *py.Module { return asyncio.Submodule("transports") }
