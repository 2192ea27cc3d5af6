package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func step(ctx context.Context, name string, n int) (string, error) {
	for i := range n {
		fmt.Println(name, i)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return "", err
		}
	}
	return py.StrRepeat(name, n), nil
}

func asyncMain(ctx context.Context) error {
	a := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return step(ctx, "a", 3)
	}).Named("step"), asyncio.Name("first"))
	b := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return step(ctx, "b", 2)
	}).Named("step"))
	py.CallMethod(b, "add_done_callback", py.Func("main.<locals>.<lambda>(task)", func(task any) any {
		py.Print("done:", py.CallMethod(task, "result"))
		return nil
	}))
	py.Print(a.Name(), a.Finished())
	arg, err := a.Await(ctx)
	if err != nil {
		return err
	}
	result, err := b.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(arg, result, a.Finished())
	item := py.CallMethod(asyncio.Module(), "current_task")
	py.Print(py.Contains(py.CallMethod(asyncio.Module(), "all_tasks"), item), py.Len(py.CallMethod(asyncio.Module(), "all_tasks")))
	background := py.SetOf[*asyncio.Task[string]]()
	for range 2 {
		background.Add(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return step(ctx, "c", 1)
		}).Named("step")))
	}
	for task := range background.All() {
		if _, err := task.Await(ctx); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
