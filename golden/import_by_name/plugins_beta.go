package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	pluginsBetaLoaded   bool
	pluginsBetaRegister any
	pluginsBetaGlobals  = py.NewGlobals("plugins.beta", "plugins", "../testdata/import_by_name/plugins/beta.py", nil)
)

// importPluginsBeta runs the module plugins.beta when it is first imported.
func importPluginsBeta() {
	if pluginsBetaLoaded {
		return
	}
	pluginsBetaLoaded = true
	importPlugins()
	pluginsBetaRegister = pluginsGlobals.Get("register")
	pluginsBetaGlobals.Set("register", pluginsBetaRegister)
	pluginsBetaGlobals.Set("run", py.Call(py.Call(pluginsBetaRegister, "beta"), py.AsyncFunc("run(x)", func(ctx context.Context, x any) (any, error) {
		return py.Mul(x, 2), nil
	})))
	pluginsBetaGlobals.Set("NAME", "b")
}

var pluginsBetaModule = py.ModuleOf(pluginsBetaGlobals)
