// Package trsock is Python's module asyncio.trsock.
package trsock

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.trsock.
func Module() *py.Module { return asyncio.Submodule("trsock") }
