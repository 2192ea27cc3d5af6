package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Slow any

func slowTime(self any) any {
	return py.Add(py.CallMethod(py.Super(Slow, self), "time"), 1000.0)
}

func asyncMain(ctx context.Context) error {
	loop := py.CallMethod(asyncio.Module(), "get_running_loop")
	py.Print(py.TypeOf(loop).Name(), py.Gt(py.CallMethod(loop, "time"), 1000.0))
	fut := py.CallMethod(loop, "create_future")
	py.CallMethod(loop, "call_soon", py.GetAttr(fut, "set_result"), 3)
	result, err := asyncio.Await(ctx, fut)
	if err != nil {
		return err
	}
	py.Print(result)
	return nil
}

func main() {
	py.Main(func() error {
		Slow = py.NewClass("Slow", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("time", py.Func("Slow.time(self)", slowTime))
		})

		manager := py.CallMethodKw(asyncio.Module(), "Runner", nil, py.Kwargs{{Name: "loop_factory", Value: Slow}})
		runner := py.EnterContext(manager)
		err := py.Try(func() error {
			py.MethodOf(runner, "run").Call(asyncio.Go(asyncMain).Named("main"))
			return nil
		})
		return py.ExitContext(manager, err)
	})
}
