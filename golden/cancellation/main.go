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

// The lines of main.py, which reprs of tasks show.
func init() {
	py.Source("main.go", "../testdata/cancellation/main.py", `
13-29 4 worker
31-39 15 stubborn
41-81 23 main
42-44 -
71-73 -
14:5 16:6 17:7 20:6 21:5 23:9 24:5 27:12 28:5 32:16 36:19 37:16 38:20 42:24 45:25 48:26 49:27 53:30
60:27 61:31 62:32 65:33 66:34 71:35 74:36 75:37 79:38 84:41`)
}
