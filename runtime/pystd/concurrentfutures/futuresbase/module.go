// Package futuresbase is Python's module concurrent.futures._base.
package futuresbase

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
)

// Module is the Python module concurrent.futures._base.
func Module() *py.Module { return concurrentfutures.Submodule("_base") }
