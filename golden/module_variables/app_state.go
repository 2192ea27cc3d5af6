package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

var (
	appStateLoaded  bool
	appStateGlobals = py.NewGlobals("app.state", "app", "../testdata/module_variables/app/state.py", nil)
)

// importAppState runs the module app.state when it is first imported.
func importAppState() {
	if appStateLoaded {
		return
	}
	appStateLoaded = true
	appStateGlobals.Set("deque", collections.Module().Attr("deque"))

	appStateGlobals.Set("counter", 0)
	appStateGlobals.Annotate("history", py.GetItem(collections.Module().Attr("deque"), py.StrClass))
	appStateGlobals.Set("history", collections.NewBoundedDeque[any](3))

	appStateGlobals.Set("bump", py.Func("bump(by=1)", func(by any) any {
		appStateGlobals.Set("counter", py.IAdd(appStateGlobals.Get("counter"), by))
		py.CallMethod(appStateGlobals.Get("history"), "append", "bump "+py.Format(by, ""))
		return appStateGlobals.Get("counter")
	}))

	appStateGlobals.Set("snapshot", py.Func("snapshot()", func() any {
		return py.DictOf[any, any]("counter", appStateGlobals.Get("counter"), "history", py.ListFrom(py.Items[any](appStateGlobals.Get("history"))))
	}))
}

var appStateModule = py.ModuleOf(appStateGlobals)
