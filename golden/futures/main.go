package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func setLater(ctx context.Context, future any, value string) error {
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}
	py.CallMethod(future, "set_result", value)
	return nil
}

func asyncMain(ctx context.Context) error {
	loop := py.CallMethod(asyncio.Module(), "get_running_loop")
	future := py.CallMethod(loop, "create_future")
	task := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return setLater(ctx, future, "here")
	}).Named("set_later"))
	py.Print(py.CallMethod(future, "done"))
	result, err := asyncio.Await(ctx, future)
	if err != nil {
		return err
	}
	py.Print(result, py.CallMethod(future, "done"))
	if _, err := task.Await(ctx); err != nil {
		return err
	}
	err = py.Try(func() error {
		py.CallMethod(future, "set_result", "again")
		return nil
	})
	if err != nil {
		if !errors.Is(err, asyncio.InvalidStateError) {
			return err
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
	failed := py.CallMethod(loop, "create_future")
	py.CallMethod(failed, "set_exception", py.Call(py.ValueError, "nope"))
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, failed)
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
