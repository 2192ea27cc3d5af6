package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func attempt(label string, fn any) {
	err := py.Try(func() error {
		py.Print(label, "->", py.Call(fn))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(label, "!!", py.TypeOf(e).Name(), e)
	}
}

func numbers() *py.AsyncGenerator {
	return py.NewAsyncGenerator("numbers", func(ctx context.Context, y *py.AsyncYielder) error {
		if _, err := y.Yield(1); err != nil {
			return err
		}
		_, err := y.Yield(2)
		return err
	}).Streams()
}

func misuse(ctx context.Context) error {
	var g any = numbers()
	step, end := py.CallMethod(g, "__anext__"), py.CallMethod(g, "aclose")
	result, err := asyncio.Await(ctx, step)
	if err != nil {
		return err
	}
	py.Print(result)
	if _, err := asyncio.Await(ctx, end); err != nil {
		return err
	}
	for _, again := range []any{step, end} {
		err := py.Try(func() error {
			_, err := asyncio.Await(ctx, again)
			return err
		})
		if err != nil {
			if !errors.Is(err, py.RuntimeError) {
				return err
			}
			fmt.Println(err)
		}
	}
	err = py.Try(func() error {
		return asyncio.Sleep(ctx, asyncio.Seconds(py.ParseFloat("nan")))
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		_, _, err := asyncio.OpenConnection(ctx, "127.0.0.1", "no such port")
		return err
	})
	if err != nil {
		if !errors.Is(err, py.OSError) {
			return err
		}
		e := err
		py.Print(e, py.GetAttr(e, "args"))
	}
	return nil
}

func asyncMain(ctx context.Context) (string, error) {
	loop := asyncio.GetRunningLoop()
	if err := misuse(ctx); err != nil {
		return "", err
	}
	attempt("close", py.GetAttr(loop, "close"))
	attempt("until complete", py.Func("main.<locals>.<lambda>()", func() any { return py.MethodOf(loop, "run_until_complete").Call(asyncio.FutureOn[any](loop)) }))
	other := py.CallMethod(asyncio.Module(), "new_event_loop")
	attempt("other until complete", py.Func("main.<locals>.<lambda>()", func() any {
		return py.MethodOf(other, "run_until_complete").Call(py.CallMethod(other, "create_future"))
	}))
	attempt("still", py.Func("main.<locals>.<lambda>()", func() any { return py.Is(asyncio.GetRunningLoop(), loop) }))
	attempt("run_forever", py.GetAttr(loop, "run_forever"))
	attempt("now", py.Func("main.<locals>.<lambda>()", func() any { return py.Is(asyncio.GetRunningLoop(), loop) }))
	attempt("running", py.GetAttr(loop, "is_running"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	attempt("later", py.Func("main.<locals>.<lambda>()", func() any { return py.Is(asyncio.GetRunningLoop(), loop) }))
	t := py.MethodOf(loop, "create_task").Call(py.CallMethod(asyncio.Module(), "sleep", 0, "through the loop"))
	result, err := asyncio.Await(ctx, t)
	if err != nil {
		return "", err
	}
	py.Print(result)
	err = py.Try(func() error {
		return asyncio.Sleep(ctx, 10*time.Millisecond)
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return "", err
		}
		fmt.Println("sleep", err)
	}
	py.CallMethod(other, "close")
	return "end", nil
}

func main() {
	py.Main(func() error {
		result, err := asyncio.Run(asyncMain)
		if err != nil {
			return err
		}
		fmt.Println(result)
		return nil
	})
}
