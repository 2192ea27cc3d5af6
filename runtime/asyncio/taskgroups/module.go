// Package taskgroups is Python's module asyncio.taskgroups.
package taskgroups

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.taskgroups.
func Module() *py.Module { return asyncio.Submodule("taskgroups") }
