// The names of the library's coroutines, and where they wait.
package main

import (
	"context"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

func show(x any) {
	py.Print(py.CallMethod(re.Module(), "sub", ` at 0x\w+| at \S*/lib/python3.13/(asyncio/\w+.py)`, " at \\1", py.Repr(x)))
}

func asyncMain(ctx context.Context) error {
	queue, last, lock, event := asyncio.NewQueue[int](0), asyncio.NewPriorityQueue[any](0), asyncio.NewLock(), asyncio.NewEvent()
	semaphore, condition, barrier := py.CallMethod(asyncio.Module(), "BoundedSemaphore", 1), asyncio.NewCondition(), asyncio.NewBarrier(2)
	arg := asyncio.GoValue(func(ctx context.Context) (any, error) {
		result, err := queue.Get(ctx)
		if err != nil {
			return nil, err
		}
		return result, nil
	}).Named("Queue.get")
	arg2 := asyncio.GoValue(func(ctx context.Context) (any, error) {
		return last.Get(ctx)
	}).Named("Queue.get")
	arg3 := asyncio.GoValue(func(ctx context.Context) (any, error) {
		if err := lock.Acquire(ctx); err != nil {
			return nil, err
		}
		return true, nil
	}).Named("Lock.acquire")
	arg4 := py.CallMethod(semaphore, "acquire")
	arg5 := asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := event.Wait(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("Event.wait")
	arg6 := asyncio.GoValue(func(ctx context.Context) (int, error) {
		return barrier.Wait(ctx)
	}).Named("Barrier.wait")
	arg7 := asyncio.Go(func(ctx context.Context) error {
		return asyncio.Sleep(ctx, time.Second)
	}).Named("sleep")
	arg8 := asyncio.Go(func(ctx context.Context) error {
		return queue.Join(ctx)
	}).Named("Queue.join")
	arg9 := asyncio.Go(func(ctx context.Context) error {
		return queue.Put(ctx, 3)
	}).Named("Queue.put")
	arg10 := asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := condition.Acquire(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("Lock.acquire")
	fut := asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := event.Wait(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("Event.wait")
	coroutines := py.ListOf[any](arg, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		return asyncio.WaitFor(ctx, fut, 5*time.Second)
	}).Named("wait_for"), asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := condition.Wait(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("Condition.wait"))
	tasks := py.ListOf[any]()
	for c := range coroutines.All() {
		py.Print(py.GetAttr(c, "__name__"), py.GetAttr(c, "__qualname__"))
		tasks.Append(py.CallMethodKw(asyncio.Module(), "create_task", []any{c}, py.Kwargs{{Name: "name", Value: py.GetAttr(c, "__qualname__")}}))
		show(tasks.Get(-1))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	for t := range tasks.All() {
		show(t)
		py.CallMethod(t, "cancel")
	}
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait", tasks)); err != nil {
		return err
	}
	waits := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := lock.Acquire(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("Lock.acquire"), asyncio.Name("waits"))
	show(waits)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	show(waits)
	waits.Cancel()
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
