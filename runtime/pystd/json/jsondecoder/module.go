// Package jsondecoder is Python's module json.decoder.
package jsondecoder

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

// Module is the Python module json.decoder.
func Module() *py.Module { return json.Submodule("decoder") }
