// What coroutines and asynchronous generators tell of themselves while they run.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

func outer(ctx context.Context) (any, error) {
	me := py.CallMethod(py.CallMethod(asyncio.Module(), "current_task"), "get_coro")
	py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", me))
	py.Print(py.GetAttr(me, "cr_running"), py.GetAttr(me, "cr_await"), py.GetAttr(me, "cr_frame") != nil)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return me, nil
}

func sub(ctx context.Context, c any) error {
	py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", c), py.GetAttr(c, "cr_running"), py.GetAttr(c, "cr_await"))
	return nil
}

func waits(ctx context.Context, ev *asyncio.Event) error {
	return ev.Wait(ctx)
}

func asyncMain(ctx context.Context) error {
	t := asyncio.CreateTask(ctx, asyncio.GoValue(outer).Named("outer"))
	me, err := t.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", me))
	ev := asyncio.NewEvent()
	c := asyncio.Go(func(ctx context.Context) error {
		return waits(ctx, ev)
	}).Named("waits")
	py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", c))
	t2 := asyncio.CreateTask(ctx, c)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", c), py.GetAttr(c, "cr_running"), py.GetAttr(c, "cr_await") != nil)
	ev.Set()
	if _, err := t2.Await(ctx); err != nil {
		return err
	}
	py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", c), py.GetAttr(c, "cr_frame"), py.GetAttr(c, "cr_await"))
	// coroutine that awaits itself through a box
	box := py.ListOf[*asyncio.Coroutine[asyncio.None]]()
	selfish := func(ctx context.Context) error {
		py.Print(py.CallMethod(inspect.Module(), "getcoroutinestate", box.Get(0)), py.GetAttr(box.Get(0), "cr_running"))
		err := py.Try(func() error {
			_, err := box.Get(0).Await(ctx)
			return err
		})
		if err != nil {
			if !errors.Is(err, py.RuntimeError) && !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		err = py.Try(func() error {
			py.CallMethod(box.Get(0), "send", nil)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		err = py.Try(func() error {
			py.CallMethod(box.Get(0), "close")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		err = py.Try(func() error {
			py.MethodOf(box.Get(0), "throw").Call(py.Call(py.KeyError, "x"))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		return nil
	}
	c = asyncio.Go(selfish).Named("main.<locals>.selfish")
	box.Append(c)
	if _, err := c.Await(ctx); err != nil {
		return err
	}
	c = asyncio.Go(selfish).Named("main.<locals>.selfish")
	box.Set(0, c)
	err = py.Try(func() error {
		py.CallMethod(c, "send", nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.StopIteration) {
			return err
		}
		py.Print("stop", py.GetAttr(err, "value"))
	}
	err = py.Try(func() error {
		py.CallMethod(c, "send", nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	g := func() *py.AsyncGenerator {
		return py.NewAsyncGenerator("g", func(ctx context.Context, y *py.AsyncYielder) error {
			if _, err := y.Yield(1); err != nil {
				return err
			}
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
			_, err := y.Yield(2)
			return err
		}).Streams()
	}
	var ag any = g()
	py.Print(py.CallMethod(inspect.Module(), "getasyncgenstate", ag), py.GetAttr(ag, "ag_running"), py.GetAttr(ag, "ag_frame") != nil)
	result, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), ag))
	if err != nil {
		return err
	}
	py.Print(result, py.CallMethod(inspect.Module(), "getasyncgenstate", ag))
	an := py.Call(py.Builtin("anext"), ag)
	var t3 any
	if py.Truth(py.CallMethod(inspect.Module(), "iscoroutine", an)) {
		t3 = py.CallMethod(asyncio.Module(), "ensure_future", an)
	} else {
		t3 = asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return wrap(ctx, an)
		}).Named("wrap"))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	py.Print(py.GetAttr(ag, "ag_running"))
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), ag))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
	result2, err := asyncio.Await(ctx, t3)
	if err != nil {
		return err
	}
	py.Print(result2)
	if _, err := asyncio.Await(ctx, py.CallMethod(ag, "aclose")); err != nil {
		return err
	}
	py.Print(py.CallMethod(inspect.Module(), "getasyncgenstate", ag))
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(ag, "__anext__"))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.StopAsyncIteration) {
			return err
		}
		py.Print("stopped", py.GetAttr(err, "args"))
	}
	return nil
}

func wrap(ctx context.Context, x any) (any, error) {
	return asyncio.Await(ctx, x)
}

func main() {
	asyncio.Main(asyncMain)
}
