package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

var (
	helpersLoaded  bool
	helpersGlobals = py.NewGlobals("helpers", "", "../testdata/modules_as_values/helpers.py", nil)
	ThingClass     any
)

func thingGo(self any) any {
	return py.PercentFormat("went %s", py.Call(helpersGlobals.Get("double"), 4))
}

// importHelpers runs the module helpers when it is first imported.
func importHelpers() {
	if helpersLoaded {
		return
	}
	helpersLoaded = true
	helpersGlobals.Set("counter", 0)
	helpersGlobals.Set("LIMIT", 3)
	helpersGlobals.Set("bump", py.Func("bump()", func() any {
		helpersGlobals.Set("counter", py.IAdd(helpersGlobals.Get("counter"), 1))
		return helpersGlobals.Get("counter")
	}))
	helpersGlobals.Set("double", py.Func("double(x)", func(x any) any { return py.Mul(x, 2) }))
	helpersGlobals.Set("quad", py.Func("quad(x)", func(x any) any {
		return py.Call(helpersGlobals.Get("double"), py.Call(helpersGlobals.Get("double"), x))
	}))
	helpersGlobals.Set("over", py.Func("over()", func() any {
		return py.Gt(helpersGlobals.Get("counter"), helpersGlobals.Get("LIMIT"))
	}))
	ThingClass = py.NewClass("Thing", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "helpers")
		ns.Set("go", py.Func("Thing.go(self)", thingGo))
	})
	helpersGlobals.Set("Thing", ThingClass)
}

var helpersModule = py.ModuleOf(helpersGlobals)
