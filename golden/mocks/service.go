package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

var (
	serviceLoaded  bool
	serviceGlobals = py.NewGlobals("service", "", "../testdata/mocks/service.py", nil)
)

var ServiceClass any

func serviceInit(self, store, retries any) any {
	py.SetAttr(self, "store", store)
	py.SetAttr(self, "retries", retries)
	return nil
}

func serviceNameOf(ctx context.Context, self, uid any) (any, error) {
	for range py.Iter(py.Call(py.Builtin("range"), py.GetAttr(self, "retries"))) {
		var result any
		err := py.Try(func() error {
			user, err := asyncio.Await(ctx, py.CallMethod(py.GetAttr(self, "store"), "fetch", uid))
			if err != nil {
				return err
			}
			result = py.CallMethod(py.GetItem(user, "name"), "title")
			return nil
		})
		if err == nil {
			return result, nil
		}
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.ConnectionError) {
				return err
			}
			_, err2 := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 0.5))
			return err2
		})
		if raised != nil {
			return nil, raised
		}
	}
	return "?", nil
}

func serviceStamp(self any) any {
	return py.Int(py.CallMethod(time.Module(), "time"))
}

// importService runs the module service when it is first imported.
func importService() {
	if serviceLoaded {
		return
	}
	serviceLoaded = true
	serviceGlobals.Set("asyncio", asyncio.Module())
	serviceGlobals.Set("time", time.Module())
	importStore()
	serviceGlobals.Set("load_user", loadUserFunc)
	serviceGlobals.Set("Store", Store)
	ServiceClass = py.NewClass("Service", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "service")
		ns.Set("__init__", py.Func("Service.__init__(self, store, retries=2)", serviceInit))

		ns.Set("name_of", py.AsyncFunc("Service.name_of(self, uid)", serviceNameOf))

		ns.Set("stamp", py.Func("Service.stamp(self)", serviceStamp))
	})
	serviceGlobals.Set("Service", ServiceClass)

	serviceGlobals.Set("greet", py.AsyncFunc("greet(uid)", func(ctx context.Context, uid any) (any, error) {
		user, err := asyncio.Await(ctx, py.Call(serviceGlobals.Get("load_user"), uid))
		if err != nil {
			return nil, err
		}
		return "hello " + py.Format(user, ""), nil
	}))

	serviceGlobals.Set("ask", py.Func("ask()", func() any {
		return py.CallMethod(py.Call(builtins.Module().Attr("input"), "name? "), "strip")
	}))

	serviceGlobals.Set("read_config", py.Func("read_config(path)", func(path any) any {
		manager := py.Call(builtins.Module().Attr("open"), path)
		f := py.EnterContext(manager)
		var returned bool
		var result any
		err := py.Try(func() error {
			items := py.ListOf[any]()
			for line := range py.Iter(f) {
				items.Append(py.CallMethod(line, "strip"))
			}
			result = items
			returned = true
			return nil
		})
		py.Check(py.ExitContext(manager, err))
		if returned {
			return result
		}
		return nil
	}))
}

var serviceModule = py.ModuleOf(serviceGlobals)
