package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func worker(ctx context.Context, name string) (string, error) {
	err := py.Try(func() error {
		err := func() error {
			for {
				if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
					return err
				}
			}
		}()
		if errors.Is(err, asyncio.CancelledError) {
			py.Print(name, "cancelled", py.GetAttr(err, "args"))
		}
		return err
	})
	fmt.Println(name, "cleanup")
	return "", err
}

func stubborn(ctx context.Context) (string, error) {
	if err := asyncio.Sleep(ctx, 10*time.Second); err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return "", err
		}
		fmt.Println("not now")
	}
	return "finished anyway", nil
}

func asyncMain(ctx context.Context) error {
	task := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return worker(ctx, "w1")
	}).Named("worker"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	task.Cancel("stop it")
	if _, err := task.Await(ctx); err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return err
		}
		var value string
		if task.Cancelled() {
			value = "cancelled"
		} else {
			value = "done"
		}
		fmt.Println("w1 is", value)
	}
	task = asyncio.CreateTask(ctx, asyncio.GoValue(stubborn).Named("stubborn"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	py.Print(task.Cancel())
	result, err := task.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result, task.Cancelled(), py.CallMethod(task, "cancelling"))
	never := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return worker(ctx, "w2")
	}).Named("worker"))
	never.Cancel()
	results, err := asyncio.GatherResults[string](ctx, never)
	if err != nil {
		return err
	}
	fmt.Println(py.TypeOf(results.Get(0)).Name())
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
