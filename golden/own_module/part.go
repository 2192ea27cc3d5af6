package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var (
	partLoaded  bool
	partGlobals = py.NewGlobals("part", "", "../testdata/own_module/part.py", nil)
)

var partModule = py.ModuleOf(partGlobals)

var n any

// importPart runs the module part when it is first imported.
func importPart() {
	if partLoaded {
		return
	}
	partLoaded = true
	partGlobals.Set("sys", sys.Module())

	partGlobals.Set("GREETING", "hi")

	partGlobals.Set("greet", py.Func("greet(name)", func(name any) any {
		return py.Format(partGlobals.Get("GREETING"), "") + " " + py.Format(name, "")
	}))
	partGlobals.Set("find", py.Func("find(name)", func(name any) any { return py.Call(py.Builtin("getattr"), partModule, name) }))
	items := py.ListOf[any]()
	for n := range py.Iter(py.Call(py.Builtin("dir"), partModule)) {
		if !py.Truth(py.CallMethod(n, "startswith", "_")) {
			items.Append(n)
		}
	}
	partGlobals.Set("NAMES", items)
}
