package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func setLater(ctx context.Context, future *asyncio.Future[string], value string) error {
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}
	future.SetResult(value)
	return nil
}

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	future := asyncio.FutureOn[string](loop)
	task := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return setLater(ctx, future, "here")
	}).Named("set_later"))
	py.Print(future.Finished())
	result, err := future.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result, future.Finished())
	if _, err := task.Await(ctx); err != nil {
		return err
	}
	err = py.Try(func() error {
		future.SetResult("again")
		return nil
	})
	if err != nil {
		if !errors.Is(err, asyncio.InvalidStateError) {
			return err
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
	failed := asyncio.FutureOn[int](loop)
	failed.SetExceptionAny(py.Call(py.ValueError, "nope"))
	err = py.Try(func() error {
		_, err := failed.Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println("future raised", err)
	}
	order := py.ListOf[string]()
	py.CallMethod(loop, "call_soon", py.GetAttr(order, "append"), "soon")
	py.CallMethod(loop, "call_later", 0.01, py.GetAttr(order, "append"), "later")
	if err := asyncio.Sleep(ctx, 30*time.Millisecond); err != nil {
		return err
	}
	fmt.Println(order)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
