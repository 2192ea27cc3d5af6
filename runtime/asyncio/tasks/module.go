// Package tasks is Python's module asyncio.tasks.
package tasks

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.tasks.
func Module() *py.Module { return asyncio.Submodule("tasks") }
