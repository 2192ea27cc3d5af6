package main

import (
	"context"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

var LimiterClass any

func limiterAenter(ctx context.Context, self any) (any, error) {
	for py.Truth(py.Ge(py.GetAttr(self, "inside"), py.GetAttr(self, "limit"))) {
		event := asyncio.NewEvent()
		py.CallMethod(py.GetAttr(self, "waiting"), "append", event)
		if err := event.Wait(ctx); err != nil {
			return nil, err
		}
	}
	py.SetAttr(self, "inside", py.IAdd(py.GetAttr(self, "inside"), 1))
	py.SetAttr(self, "most", py.Call(py.Builtin("max"), py.GetAttr(self, "most"), py.GetAttr(self, "inside")))
	return nil, nil
}

func limiterAexit(ctx context.Context, self, _ any) (any, error) {
	py.SetAttr(self, "inside", py.ISub(py.GetAttr(self, "inside"), 1))
	if py.Truth(py.GetAttr(self, "waiting")) {
		py.CallMethod(py.CallMethod(py.GetAttr(self, "waiting"), "pop", 0), "set")
	}
	return nil, nil
}

var Limiter any

func call(ctx context.Context, limiter any, n int) (any, error) {
	if _, err := py.AEnterContext(ctx, limiter); err != nil {
		return nil, err
	}
	var returned bool
	var result any
	err := py.Try(func() error {
		if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
			return err
		}
		result = n
		returned = true
		return nil
	})
	if err := py.AExitContext(ctx, limiter, err); err != nil {
		return nil, err
	}
	if returned {
		return result, nil
	}
	return nil, nil
}

func asyncMain(ctx context.Context) error {
	limiter := py.Call(Limiter, 2)
	var calls []asyncio.Awaitable[any]
	for n := range 6 {
		calls = append(calls, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return call(ctx, limiter, n)
		}))
	}
	results, err := asyncio.Gather(ctx, calls...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	py.Print(py.GetAttr(limiter, "most"), py.GetAttr(limiter, "inside"), py.Len(py.GetAttr(limiter, "waiting")))
	return nil
}

func main() {
	py.Main(func() error {
		decorator := dataclasses.Module().Attr("dataclass")
		LimiterClass = py.NewClass("Limiter", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("limit", py.IntClass)
			ns.Annotate("inside", py.IntClass)
			ns.Set("inside", 0)
			ns.Annotate("most", py.IntClass)
			ns.Set("most", 0)
			ns.Annotate("waiting", py.GetItem(py.ListClass, asyncio.Module().Attr("Event")))
			ns.Set("waiting", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "default_factory", Value: py.ListClass}}))

			ns.Set("__aenter__", py.AsyncFunc("Limiter.__aenter__(self)", limiterAenter))

			ns.Set("__aexit__", py.AsyncFunc("Limiter.__aexit__(self, *_)", limiterAexit))
		})
		Limiter = py.Call(decorator, LimiterClass)

		return asyncio.RunFunc(asyncMain)
	})
}
