// The lines of tasks that wait at the first await of their coroutines.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

func quiet(ctx context.Context) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return nil, nil
}

func loud(ctx context.Context) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return 1, nil
}

func show(t *asyncio.Task[any]) {
	text := py.Repr(t)
	py.Print(py.CallMethod(re.Module(), "sub", "/[^ ]*/", "", text))
}

func asyncMain(ctx context.Context) error {
	ts := py.ListOf[*asyncio.Task[any]]()
	for _, c := range []*asyncio.Coroutine[any]{asyncio.GoValue(func(ctx context.Context) (any, error) {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return nil, err
		}
		return nil, nil
	}).Named("sleep"), asyncio.GoValue(quiet).Restartable().Named("quiet"), asyncio.GoValue(loud).Restartable().Named("loud")} {
		ts.Append(asyncio.CreateTask(ctx, c, asyncio.Name("t")))
	}
	for t := range ts.All() {
		show(t)
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	for t := range ts.All() {
		show(t)
	}
	if err := asyncio.GatherAll(ctx, asyncio.Waitables(ts)...); err != nil {
		return err
	}
	for t := range ts.All() {
		show(t)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
