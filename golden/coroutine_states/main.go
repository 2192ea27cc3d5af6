package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

func add(ctx context.Context, a any, b int) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return py.Add(a, b), nil
}

func show(what any, c *asyncio.Coroutine[any]) {
	py.Print(what, py.CallMethod(inspect.Module(), "getcoroutinestate", c), py.CallMethod(inspect.Module(), "iscoroutine", c), py.CallMethod(inspect.Module(), "isawaitable", c), py.GetAttr(c, "cr_frame") == nil)
}

func asyncMain(ctx context.Context) error {
	c := asyncio.GoValue(func(ctx context.Context) (any, error) {
		return add(ctx, 1, 2)
	})
	show("made", c)
	result, err := c.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result)
	show("awaited", c)
	c = asyncio.GoValue(func(ctx context.Context) (any, error) {
		return add(ctx, 3, 4)
	})
	t := asyncio.CreateTask(ctx, c)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	show("in its task", c)
	result2, err := t.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result2)
	show("of a task that is done", c)
	c = asyncio.GoValue(func(ctx context.Context) (any, error) {
		return add(ctx, "a", 1)
	})
	err = py.Try(func() error {
		_, err := c.Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		show(err, c)
	}
	c = asyncio.GoValue(func(ctx context.Context) (any, error) {
		return add(ctx, 5, 6)
	})
	py.CallMethod(c, "close")
	show("closed", c)
	c = asyncio.GoValue(func(ctx context.Context) (any, error) {
		return add(ctx, 5, 6)
	})
	py.CallMethod(c, "send", nil)
	show("stepped", c)
	err = py.Try(func() error {
		py.CallMethod(c, "send", nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.StopIteration) {
			return err
		}
		show(py.GetAttr(err, "value"), c)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
