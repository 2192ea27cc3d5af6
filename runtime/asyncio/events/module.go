// Package events is Python's module asyncio.events.
package events

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.events.
func Module() *py.Module { return asyncio.Submodule("events") }
