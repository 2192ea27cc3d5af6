// Package coroutines is Python's module asyncio.coroutines.
package coroutines

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.coroutines.
func Module() *py.Module { return asyncio.Submodule("coroutines") }
