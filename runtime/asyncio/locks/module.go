// Package locks is Python's module asyncio.locks.
package locks

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.locks.
func Module() *py.Module { return asyncio.Submodule("locks") }
