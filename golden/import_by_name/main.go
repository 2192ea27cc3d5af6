package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

func asyncMain(ctx context.Context) error {
	for _, name := range []string{"alpha", "beta"} {
		mod := py.CallMethod(importlib.Module(), "import_module", "plugins."+name)
		arg := py.GetAttr(mod, "__name__")
		arg2 := py.GetAttr(mod, "NAME")
		result, err := asyncio.Await(ctx, py.CallMethod(mod, "run", 5))
		if err != nil {
			return err
		}
		py.Print(arg, arg2, result)
	}
	arg := py.SortedList(py.Items[any](pluginsGlobals.Get("REGISTRY")))
	items := py.ListOf[any]()
	for f := range py.Iter(py.CallMethod(pluginsGlobals.Get("REGISTRY"), "values")) {
		result, err := asyncio.Await(ctx, py.Call(f, 10))
		if err != nil {
			return err
		}
		items.Append(result)
	}
	fmt.Println(arg, items)
	j := py.CallMethod(importlib.Module(), "import_module", "json")
	py.Print(py.CallMethod(j, "dumps", py.ListOf[any](1)))
	rel := py.CallMethodKw(importlib.Module(), "import_module", []any{".alpha"}, py.Kwargs{{Name: "package", Value: "plugins"}})
	py.Print(py.GetAttr(rel, "NAME"), py.Is(rel, py.CallMethod(importlib.Module(), "import_module", "plugins.alpha")))
	err := py.Try(func() error {
		py.CallMethod(importlib.Module(), "import_module", "plugins.gamma")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ModuleNotFoundError) {
			return err
		}
		e := err
		py.Print(e, py.GetAttr(e, "name"))
	}
	err = py.Try(func() error {
		py.CallMethod(importlib.Module(), "import_module", "nothing_here")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ImportError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		importlib.Provide("json", json.Module)
		importlib.Provide("plugins", func() *py.Module {
			importPlugins()
			return pluginsModule
		})
		importlib.Provide("plugins.alpha", func() *py.Module {
			importPluginsAlpha()
			return pluginsAlphaModule
		})
		importlib.Provide("plugins.beta", func() *py.Module {
			importPluginsBeta()
			return pluginsBetaModule
		})
		importPlugins()
		return asyncio.RunFunc(asyncMain)
	})
}
