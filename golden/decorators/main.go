package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

func logged(function any) any {
	wrapper := py.Call(py.CallMethod(functools.Module(), "wraps", function), py.Func("logged.<locals>.wrapper(*args, **kwargs)", func(args, kwargs any) any {
		py.Print("call", py.GetAttr(function, "__name__"), args, kwargs)
		result := py.CallStar(function, args, py.KwFrom(kwargs))
		py.Print("result", result)
		return result
	}))

	return wrapper
}

var loggedFunc any

func retry(times int) any {
	var decorate any = py.Func("retry.<locals>.decorate(function)", func(function any) any {
		wrapper := py.Call(py.CallMethod(functools.Module(), "wraps", function), py.AsyncFunc("retry.<locals>.decorate.<locals>.wrapper(*args)", func(ctx context.Context, args any) (any, error) {
			for attempt := range times {
				var result any
				e := py.Try(func() error {
					result2, err := asyncio.Await(ctx, py.CallStar(function, args, nil))
					if err != nil {
						return err
					}
					result = result2
					return nil
				})
				if e == nil {
					return result, nil
				}
				if !errors.Is(e, py.ValueError) {
					return nil, e
				}
				fmt.Println("attempt", attempt+1, "failed:", e)
			}
			return nil, py.NewRuntimeError(py.Format(py.GetAttr(function, "__name__"), "") + " gave up")
		}))

		return wrapper
	})

	return decorate
}

var calls *py.List[any]

var flaky any

func asyncMain(ctx context.Context) error {
	result, err := asyncio.Await(ctx, py.Call(flaky, 3))
	if err != nil {
		return err
	}
	py.Print(result)
	calls.Clear()
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.Call(flaky, 9))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		loggedFunc = py.Func("logged(function)", logged)

		add := py.Call(loggedFunc, py.Func("add(a, b=1)", func(a, b any) any { return py.Add(a, b) }).Doc("Add two numbers."))
		calls = py.ListOf[any]()
		flaky = py.Call(retry(3), py.AsyncFunc("flaky(limit)", func(ctx context.Context, limit any) (any, error) {
			calls.Append(limit)
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return nil, err
			}
			if py.Truth(py.Lt(calls.Len(), limit)) {
				return nil, py.NewValueError("call " + strconv.Itoa(calls.Len()))
			}
			return "fine", nil
		}))

		py.Call(add, 1)
		py.CallKw(add, []any{2}, py.Kwargs{{Name: "b", Value: 3}})
		py.Print(py.GetAttr(add, "__name__"), py.GetAttr(add, "__doc__"))
		return asyncio.RunFunc(asyncMain)
	})
}
