// Package exceptions is Python's module asyncio.exceptions.
package exceptions

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.exceptions.
func Module() *py.Module { return asyncio.Submodule("exceptions") }
