// Package futuresprocess is Python's module concurrent.futures.process.
package futuresprocess

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
)

// Module is the Python module concurrent.futures.process.
func Module() *py.Module { return concurrentfutures.Submodule("process") }
