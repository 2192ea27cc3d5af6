package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var quad any

func show(mod any, name string) any {
	return py.GetAttr(mod, name)
}

func asyncMain(ctx context.Context) error {
	py.Print(py.Call(helpersGlobals.Get("bump")), helpersGlobals.Get("counter"))
	py.Print(show(helpersModule, "counter"))
	py.Call(helpersGlobals.Get("bump"))
	py.Print(show(helpersModule, "counter"), helpersGlobals.Get("counter"))
	py.Call(py.Builtin("setattr"), helpersModule, "LIMIT", 1)
	py.Print(py.Call(helpersGlobals.Get("over")))
	helpersGlobals.Set("double", py.Func("main.<locals>.<lambda>(x)", func(x any) any { return py.Neg(x) }))
	py.Print(py.Call(quad, 3), py.Call(helpersGlobals.Get("quad"), 3), py.Call(helpersGlobals.Get("double"), 1))
	py.Call(py.Builtin("setattr"), helpersModule, "double", py.Func("main.<locals>.<lambda>(x)", func(x any) any { return py.Add(x, 100) }))
	py.Print(py.Call(quad, 3), py.CallMethod(py.Call(helpersGlobals.Get("Thing")), "go"))
	items := py.ListOf[any]()
	for n := range py.Iter(py.Call(py.Builtin("vars"), helpersModule)) {
		if !py.Truth(py.CallMethod(n, "startswith", "_")) {
			items.Append(n)
		}
	}
	fmt.Println(py.SortedList(items.All()))
	m := helpersModule
	py.SetAttr(m, "counter", 50)
	py.Print(helpersGlobals.Get("counter"), py.Call(helpersGlobals.Get("bump")))
	return nil
}

func main() {
	py.Main(func() error {
		importHelpers()
		importHelpers()
		quad = helpersGlobals.Get("quad")
		return asyncio.RunFunc(asyncMain)
	})
}
