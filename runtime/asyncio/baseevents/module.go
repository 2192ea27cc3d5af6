// Package baseevents is Python's module asyncio.base_events.
package baseevents

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.base_events.
func Module() *py.Module { return asyncio.Submodule("base_events") }
