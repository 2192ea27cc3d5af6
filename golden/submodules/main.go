// Names imported from the modules that define them, not from their packages.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/baseevents"
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/unixevents"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures/futuresbase"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures/futuresprocess"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures/futuresthread"
)

func square(n any) any {
	return py.Mul(n, n)
}

var squareFunc any

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	py.Print(py.IsInstance(loop, baseevents.Module().Attr("BaseEventLoop")), py.IsInstance(loop, unixevents.Module().Attr("SelectorEventLoop")))
	manager := py.Call(futuresthread.Module().Attr("ThreadPoolExecutor"), 1)
	threads := py.EnterContext(manager)
	err := py.Try(func() error {
		job := py.CallMethod(threads, "submit", squareFunc, 3)
		arg := py.IsInstance(job, futuresbase.Module().Attr("Future"))
		result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wrap_future", job))
		if err != nil {
			return err
		}
		py.Print(arg, result)
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	manager2 := py.Call(futuresprocess.Module().Attr("ProcessPoolExecutor"), 1)
	processes := py.EnterContext(manager2)
	err = py.Try(func() error {
		result, err := asyncio.Await(ctx, py.CallMethod(loop, "run_in_executor", processes, squareFunc, 4))
		if err != nil {
			return err
		}
		py.Print(result)
		return nil
	})
	if err := py.ExitContext(manager2, err); err != nil {
		return err
	}
	py.Print(py.Is(futuresbase.Module().Attr("TimeoutError"), asyncio.TimeoutError), py.IsSubclass(futuresprocess.Module().Attr("BrokenProcessPool"), py.RuntimeError), py.GetAttr(futuresprocess.Module().Attr("BrokenProcessPool"), "__module__"))
	return nil
}

func main() {
	py.Main(func() error {
		squareFunc = py.Func("square(n)", square)

		return asyncio.RunFunc(asyncMain)
	})
}
