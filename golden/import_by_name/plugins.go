package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

var (
	pluginsLoaded  bool
	pluginsGlobals = py.NewGlobals("plugins", "plugins", "../testdata/import_by_name/plugins/__init__.py", nil)
)

// importPlugins runs the module plugins when it is first imported.
func importPlugins() {
	if pluginsLoaded {
		return
	}
	pluginsLoaded = true
	pluginsGlobals.Set("REGISTRY", py.DictOf[any, any]())
	pluginsGlobals.Set("register", py.Func("register(name)", func(name any) any {
		var deco any = py.Func("register.<locals>.deco(f)", func(f any) any {
			py.SetItem(pluginsGlobals.Get("REGISTRY"), name, f)
			return f
		})
		return deco
	}))
}

var pluginsModule = py.ModuleOf(pluginsGlobals)
