// Package unixevents is Python's module asyncio.unix_events.
package unixevents

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.unix_events.
func Module() *py.Module { return asyncio.Submodule("unix_events") }
