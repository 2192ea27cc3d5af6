// Package pools is Python's module multiprocessing.pool.
package pools

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/multiprocessing"
)

// Module is the Python module multiprocessing.pool.
func Module() *py.Module { return multiprocessing.Submodule("pool") }
