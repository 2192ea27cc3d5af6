package main

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func job(ctx context.Context, name string, delay any) (string, error) {
	if err := asyncio.SleepAny(ctx, delay); err != nil {
		return "", err
	}
	if name == "bad" {
		return "", py.NewValueError("bad job")
	}
	return name, nil
}

func asyncMain(ctx context.Context) error {
	tasks := py.ListOf[*asyncio.Task[string]]()
	for i := 1; i < 4; i++ {
		name := "j" + strconv.Itoa(i)
		delay := 0.2 * float64(i)
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return job(ctx, name, delay)
		}).Named("job")))
	}
	done, pending, err := asyncio.Wait(ctx, tasks, asyncio.ReturnWhen(asyncio.FirstCompleted))
	if err != nil {
		return err
	}
	items := py.ListOf[string]()
	for t := range done.All() {
		result, err := t.Result()
		if err != nil {
			return err
		}
		items.Append(result)
	}
	fmt.Println(items, pending.Len())
	done2, pending2, err := asyncio.Wait(ctx, pending, asyncio.Within(5*time.Second))
	if err != nil {
		return err
	}
	done = done2
	pending = pending2
	items2 := py.ListOf[string]()
	for t := range done.All() {
		result, err := t.Result()
		if err != nil {
			return err
		}
		items2.Append(result)
	}
	fmt.Println(py.SortedList(items2.All()), pending.Len())
	tasks = py.ListOf[*asyncio.Task[string]](asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "bad", 0.01)
	}).Named("job")), asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "good", 1)
	}).Named("job")))
	done3, pending3, err := asyncio.Wait(ctx, tasks, asyncio.ReturnWhen(asyncio.FirstException))
	if err != nil {
		return err
	}
	done = done3
	pending = pending3
	for task := range done.All() {
		fmt.Println(py.Repr(asyncio.ExceptionOf(task)))
	}
	for task := range pending.All() {
		task.Cancel()
	}
	for nextDone := range asyncio.AsCompleted(ctx, asyncio.Awaitables[string](py.ListOf[*asyncio.Coroutine[string]](asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "late", 0.3)
	}).Named("job"), asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "soon", 0.05)
	}).Named("job")))) {
		result, err := nextDone.Await(ctx)
		if err != nil {
			return err
		}
		fmt.Println(result)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
