// Package jsonencoder is Python's module json.encoder.
package jsonencoder

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

// Module is the Python module json.encoder.
func Module() *py.Module { return json.Submodule("encoder") }
