// Package runners is Python's module asyncio.runners.
package runners

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.runners.
func Module() *py.Module { return asyncio.Submodule("runners") }
