// Package timeouts is Python's module asyncio.timeouts.
package timeouts

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.timeouts.
func Module() *py.Module { return asyncio.Submodule("timeouts") }
