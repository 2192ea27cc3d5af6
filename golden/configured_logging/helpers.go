package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

var (
	helpersLoaded  bool
	helpersGlobals = py.NewGlobals("helpers", "", "../testdata/configured_logging/helpers.py", nil)
)

var LoudClass any

func loudEmit(self, record any) any {
	py.Print("LOUD", py.CallMethod(py.CallMethod(self, "format", record), "upper"))
	return nil
}

// importHelpers runs the module helpers when it is first imported.
func importHelpers() {
	if helpersLoaded {
		return
	}
	helpersLoaded = true
	helpersGlobals.Set("logging", logging.Module())
	LoudClass = py.NewClass("Loud", []any{logging.Module().Attr("Handler")}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "helpers")
		ns.Set("emit", py.Func("Loud.emit(self, record)", loudEmit))
	})
	helpersGlobals.Set("Loud", LoudClass)
}

var helpersModule = py.ModuleOf(helpersGlobals)
