// Package subprocess is Python's module asyncio.subprocess.
package subprocess

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.subprocess.
func Module() *py.Module { return asyncio.SubprocessModule() }
