package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	pluginsAlphaLoaded  bool
	register            any
	pluginsAlphaGlobals = py.NewGlobals("plugins.alpha", "plugins", "../testdata/import_by_name/plugins/alpha.py", nil)
)

// importPluginsAlpha runs the module plugins.alpha when it is first imported.
func importPluginsAlpha() {
	if pluginsAlphaLoaded {
		return
	}
	pluginsAlphaLoaded = true
	importPlugins()
	register = pluginsGlobals.Get("register")
	pluginsAlphaGlobals.Set("register", register)
	pluginsAlphaGlobals.Set("run", py.Call(py.Call(register, "alpha"), py.AsyncFunc("run(x)", func(ctx context.Context, x any) (any, error) {
		return py.Add(x, 1), nil
	})))
	pluginsAlphaGlobals.Set("NAME", "a")
}

var pluginsAlphaModule = py.ModuleOf(pluginsAlphaGlobals)
