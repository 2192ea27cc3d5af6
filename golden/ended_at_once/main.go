// A task that ends before it is given to anyone, and a server that starts after its end.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func immediate(ctx context.Context) (int, error) {
	return 42, nil
}

func later(ctx context.Context) error {
	return asyncio.Sleep(ctx, 0)
}

func asyncMain(ctx context.Context) error {
	py.CallMethod(asyncio.GetRunningLoop(), "set_task_factory", asyncio.Module().Attr("eager_task_factory"))
	done := asyncio.CreateTask(ctx, asyncio.GoValue(immediate).Named("immediate"), asyncio.Name("done"))
	py.Print(py.CallMethod(done, "get_coro"), py.Str(done))
	going := asyncio.CreateTask(ctx, asyncio.Go(later).Named("later"), asyncio.Name("going"))
	py.Print(py.GetAttr(py.CallMethod(going, "get_coro"), "__name__"))
	if _, err := going.Await(ctx); err != nil {
		return err
	}
	py.Print(py.GetAttr(py.CallMethod(going, "get_coro"), "__name__"))
	server, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "start_server", py.Func("main.<locals>.<lambda>(r, w)", func(r, w any) any { return nil }), "127.0.0.1", 0))
	if err != nil {
		return err
	}
	py.CallMethod(server, "close")
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(server, "start_serving"))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println(err)
	}
	if _, err := asyncio.Await(ctx, py.CallMethod(server, "start_serving")); err != nil {
		return err
	}
	py.Print(py.CallMethod(server, "is_serving"))
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
