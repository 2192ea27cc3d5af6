// Tasks that run in the background, and waiting for them.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/itertools"
)

// A job that cannot be done.
type JobFailed struct {
	py.Exception
}

var jobFailedClass = py.StructClass[JobFailed]("JobFailed", []any{py.ExceptionClass})

// Keeps a strong reference to each task until it is done.
type Runner struct {
	ids      any
	running  *py.Set[*asyncio.Task[int]]
	finished *py.List[*asyncio.Task[int]]
}

func newRunner() *Runner {
	return &Runner{ids: itertools.Count(1, 1), running: py.SetOf[*asyncio.Task[int]](), finished: py.ListOf[*asyncio.Task[int]]()}
}

func (r *Runner) job(ctx context.Context, id, size int) (int, error) {
	for range size {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return 0, err
		}
	}
	if size == 3 {
		return 0, &JobFailed{Exception: py.ExceptionOf(jobFailedClass, "job "+strconv.Itoa(id)+" of size "+strconv.Itoa(size))}
	}
	return size * 10, nil
}

func (r *Runner) submit(size int) int {
	id := py.NextItem[int](r.ids)
	task := asyncio.CreateTask(asyncio.Context(), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return r.job(ctx, id, size)
	}).Named("Runner._job"), asyncio.Name("job-"+strconv.Itoa(id)))
	r.running.Add(task)
	task.AddDoneCallback(r.running.Discard)
	task.AddDoneCallback(r.finished.Append)
	return id
}

func (r *Runner) drain(ctx context.Context) error {
	if r.running.Len() > 0 {
		done, pending, err := asyncio.Wait(ctx, r.running, asyncio.Within(5*time.Second))
		if err != nil {
			return err
		}
		fmt.Println("drained", done.Len(), "left", pending.Len())
	}
	return nil
}

func value(ctx context.Context, n int) (int, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return n, nil
}

func firstOf(ctx context.Context, sizes *py.List[int]) error {
	tasks := py.ListOf[any]()
	for n := range sizes.All() {
		tasks.Append(asyncio.EnsureTask(asyncio.GoValue(func(ctx context.Context) (int, error) {
			return value(ctx, n)
		}).Restartable().Named("value")))
	}
	tasks.Append(py.CallMethod(asyncio.Module(), "create_task", py.CallMethod(asyncio.Module(), "sleep", 60, 0)))
	result, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "wait", []any{tasks.Slice(nil, 1, nil).Concat(tasks.Slice(-1, nil, nil))}, py.Kwargs{{Name: "return_when", Value: asyncio.FirstCompleted}}))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	done, pending := values[0], values[1]
	items := py.ListOf[any]()
	for t := range py.Iter(done) {
		items.Append(py.CallMethod(t, "result"))
	}
	fmt.Println("first", items, "pending", py.Len(pending))
	for t := range py.Iter(pending) {
		py.CallMethod(t, "cancel")
	}
	callee := asyncio.Module().Attr("gather")
	results, err := asyncio.Await(ctx, py.CallStar(callee, pending, py.Kwargs{{Name: "return_exceptions", Value: true}}))
	if err != nil {
		return err
	}
	items2 := py.ListOf[string]()
	for r := range py.Iter(results) {
		items2.Append(py.TypeOf(r).Name())
	}
	fmt.Println(items2)
	return nil
}

func refused(ctx context.Context, mode string) error {
	task := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return value(ctx, 1)
	}).Named("value"))
	nothing := py.ListOf[*asyncio.Task[asyncio.None]]()
	err := py.Try(func() error {
		_, _, err := asyncio.Wait(ctx, nothing)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		_, _, err := asyncio.Wait(ctx, py.ListOf[*asyncio.Task[int]](task), asyncio.ReturnWhen(mode))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	if _, _, err := asyncio.Wait(ctx, py.ListOf[*asyncio.Task[int]](task)); err != nil {
		return err
	}
	result, err := task.Result()
	if err != nil {
		return err
	}
	fmt.Println(result)
	return nil
}

func protected(ctx context.Context) error {
	inner := asyncio.EnsureTask(asyncio.GoValue(func(ctx context.Context) (int, error) {
		return value(ctx, 7)
	}).Named("value"))
	err := py.Try(func() error {
		_, err := asyncio.WaitFor(ctx, asyncio.Shield(ctx, inner), 0)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		py.Print("no time", inner.Finished())
	}
	result, err := asyncio.Shield(ctx, inner).Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result, py.Is(inner, inner))
	result2, err := asyncio.Shield(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return value(ctx, 8)
	}).Named("value")).Await(ctx)
	if err != nil {
		return err
	}
	fmt.Println(result2)
	loop := asyncio.GetRunningLoop()
	futures := py.ListOf[*asyncio.Future[string]]()
	for range 2 {
		futures.Append(asyncio.FutureOn[string](loop))
	}
	futures.Get(0).SetResult("early")
	done, late, err := asyncio.Wait(ctx, futures, asyncio.Within(0))
	if err != nil {
		return err
	}
	items := py.ListOf[string]()
	for f := range done.All() {
		result, err := f.Result()
		if err != nil {
			return err
		}
		items.Append(result)
	}
	fmt.Println(items, late.Len())
	return nil
}

func inOrderOfCompletion(ctx context.Context) error {
	tasks := py.ListOf[*asyncio.Task[int]]()
	for _, n := range []int{3, 4} {
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return value(ctx, n)
		}).Restartable().Named("value")))
	}
	if _, _, err := asyncio.Wait(ctx, tasks); err != nil {
		return err
	}
	total := 0
	for nextOne := range asyncio.AsCompleted(ctx, asyncio.Awaitables[int](tasks)) {
		result, err := nextOne.Await(ctx)
		if err != nil {
			return err
		}
		total += result
	}
	for n, nextOne := range py.Enumerate(asyncio.AsCompleted(ctx, asyncio.Awaitables[int](py.ListOf[*asyncio.Coroutine[int]](asyncio.GoValue(func(ctx context.Context) (int, error) {
		return value(ctx, 5)
	}).Restartable().Named("value"))), time.Second)) {
		result, err := nextOne.Await(ctx)
		if err != nil {
			return err
		}
		fmt.Println(n, result, total)
	}
	it := py.AIter(py.CallMethod(asyncio.Module(), "as_completed", py.ListOf[*asyncio.Task[int]](tasks.Get(0))))
	defer asyncio.DropAsyncGenerator(it)
	for {
		task, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		py.Print(py.CallMethod(task, "result"))
	}
	asyncio.DropAsyncGenerator(it)
	return nil
}

func asyncMain(ctx context.Context) error {
	runner := newRunner()
	items := py.ListOf[int]()
	for _, size := range []int{2, 3, 1} {
		items.Append(runner.submit(size))
	}
	fmt.Println(items)
	if err := runner.drain(ctx); err != nil {
		return err
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	for task := range runner.finished.All() {
		errorValue := asyncio.ExceptionOf(task)
		arg := task.Name()
		var value any
		if py.Truth(errorValue) {
			value = errorValue
		} else {
			result, err := task.Result()
			if err != nil {
				return err
			}
			value = result
		}
		py.Print(arg, value)
	}
	for i := range itertools.Numbers(10, 5) {
		if i > 20 {
			break
		}
		py.PrintWith([]any{i}, py.PrintOptions{End: " "})
	}
	fmt.Println(py.ListFrom(py.Items[int](py.CallMethod(itertools.Module(), "islice", itertools.Count(2, 1), 2))))
	if err := firstOf(ctx, py.ListOf[int](1, 2)); err != nil {
		return err
	}
	if err := refused(ctx, "SOMETIME"); err != nil {
		return err
	}
	if err := protected(ctx); err != nil {
		return err
	}
	return inOrderOfCompletion(ctx)
}

func main() {
	asyncio.Main(asyncMain)
}
