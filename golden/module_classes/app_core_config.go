package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

var appCoreConfigLoaded bool

var (
	ConfigClass any
	ConfigValue any
)

// importAppCoreConfig runs the module app.core.config when it is first imported.
func importAppCoreConfig() {
	if appCoreConfigLoaded {
		return
	}
	appCoreConfigLoaded = true
	decorator := dataclasses.Module().Attr("dataclass")
	ConfigClass = py.NewClass("Config", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.core.config")
		ns.Annotate("name", py.StrClass)
		ns.Annotate("level", py.IntClass)
		ns.Set("level", 1)
	})
	ConfigValue = py.Call(decorator, ConfigClass)
}
