// The lines of the program that reprs of tasks, futures and handles show.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

func show(label string, value any) {
	text := py.As[string](py.CallMethod(re.Module(), "sub", `(?:/\S*)?/([\w.]+\.py:\d+)`, "\\1", py.Repr(value)))
	fmt.Println(label + ": " + py.Format(py.CallMethod(re.Module(), "sub", "0x[0-9a-f]+", "ADDR", text), ""))
}

func leaf(ctx context.Context, n int) (int, error) {
	if err := asyncio.Sleep(ctx, asyncio.Seconds(0.001*float64(n))); err != nil {
		return 0, err
	}
	return n, nil
}

func branch(ctx context.Context, n int) (int, error) {
	total := 0
	for i := range n {
		leafResult, err := leaf(ctx, i+1)
		if err != nil {
			return 0, err
		}
		total += leafResult
	}
	if total != 0 {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return 0, err
		}
	}
	return total, nil
}

func traced(f any) any {
	wrapper := py.Call(py.CallMethod(functools.Module(), "wraps", f), py.AsyncFunc("traced.<locals>.wrapper(*args)", func(ctx context.Context, args any) (any, error) {
		return asyncio.Await(ctx, py.CallStar(f, args, nil))
	}))
	return wrapper
}

var tracedFunc any

var decorated any

type Door struct {
	task *asyncio.Task[asyncio.None]
}

func newDoor() *Door {
	return &Door{task: nil}
}

func (d *Door) enterAsync(ctx context.Context) (*Door, error) {
	show("entering", py.Box(d.task))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return d, nil
}

func (d *Door) exitAsync(ctx context.Context) error {
	show("leaving", py.Box(d.task))
	return asyncio.Sleep(ctx, 0)
}

func (d *Door) passThrough(ctx context.Context, lock *asyncio.Lock) error {
	if _, err := d.enterAsync(ctx); err != nil {
		return err
	}
	err := py.Try(func() error {
		return lock.With(ctx, func(ctx context.Context) error {
			if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
				return err
			}
			show("inside", py.Box(d.task))
			return nil
		})
	})
	if err := d.exitAsync(ctx); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		err := py.Try(func() error {
			return py.NewValueError("no")
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	return err
}

func (d *Door) opened(args any) {}

type Ticks struct {
	n int
}

func newTicks(n int) *Ticks {
	return &Ticks{n: n}
}

func (t *Ticks) iterateAsync() *Ticks {
	return t
}

func (t *Ticks) nextAsync(ctx context.Context) (int, error) {
	if t.n == 0 {
		return 0, py.NewStopAsyncIteration()
	}
	t.n--
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return t.n, nil
}

func ticking(ctx context.Context) (*py.List[any], error) {
	it := py.AIter(newTicks(2))
	for {
		n, ok, err := py.ANext(ctx, it)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		if py.Truth(py.Eq(n, 0)) {
			show("self", py.CallMethod(asyncio.Module(), "current_task"))
		}
	}
	items := py.ListOf[any]()
	it2 := py.AIter(newTicks(1))
	for {
		n, ok, err := py.ANext(ctx, it2)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		items.Append(n)
	}
	return items, nil
}

func waitsFor(ctx context.Context, lock *asyncio.Lock, queue *asyncio.Queue[int]) (int, error) {
	var item int
	err := lock.With(ctx, func(ctx context.Context) error {
		result, err := queue.Get(ctx)
		if err != nil {
			return err
		}
		item = result
		return nil
	})
	if err != nil {
		return 0, err
	}
	return item, nil
}

func fails(ctx context.Context) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	return py.NewKeyError("lost")
}

func steps(ctx context.Context) error {
	door := newDoor()
	lock := asyncio.NewLock()
	value := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return door.passThrough(ctx, lock)
	}).Named("Door.pass_through"), asyncio.Name("door"))
	task := value
	door.task = value
	for !task.Finished() {
		show("door", task)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		if strings.Contains(py.Repr(task), "wait_for") {
			if err := asyncio.Sleep(ctx, 100*time.Millisecond); err != nil {
				return err
			}
		}
	}
	show("door", task)
	return nil
}

func tasks(ctx context.Context) error {
	event, lock, queue := asyncio.NewEvent(), asyncio.NewLock(), asyncio.NewQueue[int](0)
	made := py.ListOf[any](asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return branch(ctx, 2)
	}).Named("branch"), asyncio.Name("branch")), py.CallMethodKw(asyncio.Module(), "create_task", []any{py.Call(decorated, event)}, py.Kwargs{{Name: "name", Value: "decorated"}}), asyncio.CreateTask(ctx, asyncio.GoValue(ticking).Named("ticking"), asyncio.Name("ticking")), asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return waitsFor(ctx, lock, queue)
	}).Named("waits_for"), asyncio.Name("first")), asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return waitsFor(ctx, lock, queue)
	}).Named("waits_for"), asyncio.Name("second")), asyncio.CreateTask(ctx, asyncio.Go(fails).Named("fails"), asyncio.Name("fails")), asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return asyncio.Sleep(ctx, time.Second)
	}).Named("sleep"), asyncio.Name("library")))
	for t := range made.All() {
		show("new", t)
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	for t := range made.All() {
		show("begun", t)
	}
	py.CallMethod(made.Get(4), "cancel")
	show("cancelling", made.Get(4))
	event.Set()
	if err := queue.PutNowait(5); err != nil {
		return err
	}
	py.CallMethod(made.Get(6), "cancel")
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait", made)); err != nil {
		return err
	}
	for t := range made.All() {
		show("done", t)
	}
	items := py.ListOf[any]()
	for t := range made.All() {
		if !py.Truth(py.CallMethod(t, "cancelled")) {
			items.Append(py.CallMethod(t, "exception"))
		}
	}
	fmt.Println(items.Len())
	return nil
}

func callbacks(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	door := newDoor()

	var handle any
	var local any = py.Func("callbacks.<locals>.local(*args)", func(args any) any {
		show("local", handle)
		return nil
	})

	handle = py.CallMethod(loop, "call_soon", local, 1, 2)
	show("handle", handle)
	show("lambda", py.CallMethod(loop, "call_soon", py.Func("callbacks.<locals>.<lambda>()", func() any { return nil })))
	show("partial", py.MethodOf(loop, "call_soon").Call(py.CallMethod(functools.Module(), "partial", local, 3)))
	show("method", py.CallMethod(loop, "call_soon", py.GetAttr(door, "opened"), 1))
	show("builtin", py.CallMethod(loop, "call_soon", py.Builtin("len"), ""))
	timer := py.CallMethod(loop, "call_at", 5e+09, local)
	show("timer", timer)
	py.CallMethod(timer, "cancel")
	show("timer", timer)
	future := asyncio.FutureOn[any](loop)
	py.CallMethod(future, "add_done_callback", py.Func("callbacks.<locals>.<lambda>(f)", func(f any) any {
		show("called", f)
		return nil
	}))
	show("future", future)
	py.CallMethod(future, "add_done_callback", local)
	show("future", future)
	py.CallMethod(future, "add_done_callback", py.GetAttr(door, "opened"))
	show("future", future)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	future.SetResult(1)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	both := py.CallMethod(asyncio.Module(), "gather", asyncio.GoValue(func(ctx context.Context) (int, error) {
		return leaf(ctx, 1)
	}).Named("leaf"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return leaf(ctx, 2)
	}).Named("leaf"))
	for t := range py.Iter(py.CallKw(py.Builtin("sorted"), []any{py.CallMethod(asyncio.Module(), "all_tasks")}, py.Kwargs{{Name: "key", Value: py.Func("callbacks.<locals>.<lambda>(t)", func(t any) any {
		return py.Int(py.GetItem(py.CallMethod(py.CallMethod(t, "get_name"), "split", "-"), 1))
	})}})) {
		show("all", t)
	}
	if _, err := asyncio.Await(ctx, both); err != nil {
		return err
	}
	err := asyncio.WithTaskGroup(ctx, func(ctx context.Context, group *asyncio.TaskGroup) error {
		task := asyncio.CreateTaskIn(group, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return leaf(ctx, 1)
		}).Named("leaf"), asyncio.Name("in group"))
		show("group", task)
		return nil
	})
	if err != nil {
		return err
	}
	shielded := asyncio.Shield(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return leaf(ctx, 3)
	}).Named("leaf"))
	items := py.ListOf[any]()
	for t := range py.Iter(py.CallMethod(asyncio.Module(), "all_tasks")) {
		if !py.Is(t, py.CallMethod(asyncio.Module(), "current_task")) {
			items.Append(t)
		}
	}
	show("shield", items)
	if _, err := shielded.Await(ctx); err != nil {
		return err
	}
	waited := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return leaf(ctx, 3)
	}).Named("leaf"), asyncio.Name("waited for"))
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait_for", py.CallMethod(asyncio.Module(), "gather", waited), 1)); err != nil {
		return err
	}
	show("main", py.CallMethod(asyncio.Module(), "current_task"))
	return nil
}

func asyncMain(ctx context.Context) error {
	if err := steps(ctx); err != nil {
		return err
	}
	if err := tasks(ctx); err != nil {
		return err
	}
	return callbacks(ctx)
}

func main() {
	py.Main(func() error {
		tracedFunc = py.Func("traced(f)", traced)
		decorated = py.Call(tracedFunc, py.AsyncFunc("decorated(event)", func(ctx context.Context, event any) (any, error) {
			if _, err := asyncio.Await(ctx, py.CallMethod(event, "wait")); err != nil {
				return nil, err
			}
			return nil, nil
		}))
		py.StructClass[Door]("Door", nil, py.Kw{Name: "opened", Value: py.Func("Door.opened(self, *args)", (*Door).opened)})
		py.StructClass[Ticks](
			"Ticks",
			nil,
			py.Kw{Name: "__aiter__", Value: py.Func("Ticks.__aiter__(self)", (*Ticks).iterateAsync)},
			py.Kw{Name: "__anext__", Value: py.AsyncFunc("Ticks.__anext__(self)", (*Ticks).nextAsync)},
		)

		return asyncio.RunFunc(asyncMain)
	})
}
