// Package queues is Python's module asyncio.queues.
package queues

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.queues.
func Module() *py.Module { return asyncio.Submodule("queues") }
