// Package futuresthread is Python's module concurrent.futures.thread.
package futuresthread

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
)

// Module is the Python module concurrent.futures.thread.
func Module() *py.Module { return concurrentfutures.Submodule("thread") }
