// Package protocols is Python's module asyncio.protocols.
package protocols

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.protocols.
func Module() *py.Module { return asyncio.Submodule("protocols") }
