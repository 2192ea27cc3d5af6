package main

import (
	"context"
	"fmt"
	"strconv"

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
	tasks := py.ListOf[any]()
	for i := 1; i < 4; i++ {
		name := "j" + strconv.Itoa(i)
		delay := 0.2 * float64(i)
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return job(ctx, name, delay)
		}).Named("job")))
	}
	result, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "wait", []any{tasks}, py.Kwargs{{Name: "return_when", Value: asyncio.Module().Attr("FIRST_COMPLETED")}}))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	done, pending := values[0], values[1]
	items := py.ListOf[any]()
	for t := range py.Iter(done) {
		items.Append(py.CallMethod(t, "result"))
	}
	fmt.Println(items, py.Len(pending))
	result2, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "wait", []any{pending}, py.Kwargs{{Name: "timeout", Value: 5}}))
	if err != nil {
		return err
	}
	values2 := py.Unpack(result2, 2)
	done = values2[0]
	pending = values2[1]
	items2 := py.ListOf[any]()
	for t := range py.Iter(done) {
		items2.Append(py.CallMethod(t, "result"))
	}
	fmt.Println(py.SortedList(items2.All()), py.Len(pending))
	tasks = py.ListOf[any](asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "bad", 0.01)
	}).Named("job")), asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "good", 1)
	}).Named("job")))
	result3, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "wait", []any{tasks}, py.Kwargs{{Name: "return_when", Value: asyncio.Module().Attr("FIRST_EXCEPTION")}}))
	if err != nil {
		return err
	}
	values3 := py.Unpack(result3, 2)
	done = values3[0]
	pending = values3[1]
	for task := range py.Iter(done) {
		fmt.Println(py.Repr(py.CallMethod(task, "exception")))
	}
	for task := range py.Iter(pending) {
		py.CallMethod(task, "cancel")
	}
	for nextDone := range py.Iter(py.CallMethod(asyncio.Module(), "as_completed", py.ListOf[any](asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "late", 0.3)
	}).Named("job"), asyncio.GoValue(func(ctx context.Context) (string, error) {
		return job(ctx, "soon", 0.05)
	}).Named("job")))) {
		result, err := asyncio.Await(ctx, nextDone)
		if err != nil {
			return err
		}
		py.Print(result)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
