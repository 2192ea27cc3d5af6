package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
)

var appPluginsLoaded bool

var Plugin any

func pluginOnEvent(self, event any) any {
	return nil
}

func pluginStr(self any) any {
	return "<" + py.Format(py.GetAttr(self, "name"), "") + ">"
}

var Upper any

func upperOnEvent(self, event any) any {
	return py.CallMethod(py.GetAttr(event, "kind"), "upper")
}

var Count any

func countInit(self any) any {
	py.SetAttr(self, "seen", 0)
	return nil
}

func countOnEvent(self, event any) any {
	py.SetAttr(self, "seen", py.IAdd(py.GetAttr(self, "seen"), py.GetAttr(event, "size")))
	return py.Str(py.GetAttr(self, "seen"))
}

func loadAll() *py.List[any] {
	return py.ListOf[any](py.Call(Upper), py.Call(Count))
}

// importAppPlugins runs the module app.plugins when it is first imported.
func importAppPlugins() {
	if appPluginsLoaded {
		return
	}
	appPluginsLoaded = true

	importApp()
	importAppStorage()
	importAppStorageBase()
	Plugin = py.NewClass("Plugin", []any{abc.Module().Attr("ABC")}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.plugins")
		ns.Set("name", "plugin")

		ns.Set("on_event", py.Call(abc.Module().Attr("abstractmethod"), py.Func("Plugin.on_event(self, event)", pluginOnEvent)))

		ns.Set("__str__", py.Func("Plugin.__str__(self)", pluginStr))
	})
	Upper = py.NewClass("Upper", []any{Plugin}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.plugins")
		ns.Set("name", "upper")

		ns.Set("on_event", py.Func("Upper.on_event(self, event)", upperOnEvent))
	})
	Count = py.NewClass("Count", []any{Plugin}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.plugins")
		ns.Set("name", "count")

		ns.Set("__init__", py.Func("Count.__init__(self)", countInit))

		ns.Set("on_event", py.Func("Count.on_event(self, event)", countOnEvent))
	})
}
