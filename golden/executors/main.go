package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

func blocking(n any) any {
	py.CallMethod(time.Module(), "sleep", py.Mul(0.01, n))
	return py.Mul(n, n)
}

var blockingFunc any

func broken() error {
	return py.NewOSError("disk on fire")
}

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	result, err := asyncio.Await(ctx, py.CallMethod(loop, "run_in_executor", nil, blockingFunc, 3))
	if err != nil {
		return err
	}
	py.Print(result)
	manager := py.CallKw(concurrentfutures.Module().Attr("ThreadPoolExecutor"), nil, py.Kwargs{{Name: "max_workers", Value: 2}})
	pool := py.EnterContext(manager)
	err = py.Try(func() error {
		futures := py.ListOf[any]()
		for n := range 4 {
			futures.Append(py.CallMethod(loop, "run_in_executor", pool, blockingFunc, n))
		}
		result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "gather", py.StarArgs(py.Star(futures))...))
		if err != nil {
			return err
		}
		py.Print(result)
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	err = py.Try(func() error {
		_, err := asyncio.ToThreadErr(broken).Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.OSError) {
			return err
		}
		fmt.Println("from a thread:", err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		blockingFunc = py.Func("blocking(n)", blocking)

		return asyncio.RunFunc(asyncMain)
	})
}
