// An event loop with a create_task of its own, generators as coroutines, and the
// names of coroutines that are made far from where they are defined.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

var CountingLoop any

func countingLoopInit(self any) any {
	py.CallMethod(py.Super(CountingLoop, self), "__init__")
	py.SetAttr(self, "names", py.ListOf[any]())
	return nil
}

func countingLoopCreateTask(self, coro, options any) any {
	py.CallMethod(py.GetAttr(self, "names"), "append", py.GetAttr(coro, "__qualname__"))
	return py.CallMethodKw(py.Super(CountingLoop, self), "create_task", []any{coro}, py.KwFrom(options))
}

var pause any

var Job any

func asyncMain(ctx context.Context) (any, error) {
	inner := func(ctx context.Context, n int) (int, error) {
		if _, err := asyncio.Await(ctx, py.Call(pause)); err != nil {
			return 0, err
		}
		return n, nil
	}

	outer := func(ctx context.Context) (any, error) {
		return asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "create_task", asyncio.GoValue(func(ctx context.Context) (int, error) {
			return inner(ctx, 1)
		}).Named("main.<locals>.inner")))
	}

	err := asyncio.WithTaskGroup(ctx, func(ctx context.Context, group *asyncio.TaskGroup) error {
		py.MethodOf(group, "create_task").Call(asyncio.GoValue(outer).Named("main.<locals>.outer"))
		py.MethodOf(group, "create_task").CallKw([]any{py.CallMethod(py.CallMethod(Job, "Step"), "run")}, py.Kwargs{{Name: "name", Value: "step"}})
		return nil
	})
	if err != nil {
		return nil, err
	}
	results, err := asyncio.Gather[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return inner(ctx, 2)
	}).Named("main.<locals>.inner"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return inner(ctx, 3)
	}).Named("main.<locals>.inner"))
	if err != nil {
		return nil, err
	}
	fmt.Println(results)
	inside := asyncio.GoValue(func(ctx context.Context) (int, error) {
		return inner(ctx, 4)
	}).Named("main.<locals>.inner")
	arg := py.GetAttr(inside, "__name__")
	arg2 := py.GetAttr(inside, "__qualname__")
	result, err := inside.Await(ctx)
	if err != nil {
		return nil, err
	}
	py.Print(arg, arg2, result)
	return py.GetAttr(py.CallMethod(asyncio.Module(), "get_running_loop"), "names"), nil
}

func main() {
	py.Main(func() error {
		CountingLoop = py.NewClass("CountingLoop", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("CountingLoop.__init__(self)", countingLoopInit))

			ns.Set("create_task", py.Func("CountingLoop.create_task(self, coro, **options)", countingLoopCreateTask))
		})
		pause = py.Call(types.Module().Attr("coroutine"), py.GenFunc("pause()", func(y *py.Yielder) any {
			y.Yield(nil)
			return nil
		}))
		Job = py.NewClass("Job", nil, nil, func(ns *py.Namespace) {
			var Step any = py.NewClass("Step", nil, nil, func(ns *py.Namespace) {
				ns.Set("__qualname__", "Job.Step")
				ns.Set("run", py.AsyncFunc("Job.Step.run(self)", func(ctx context.Context, self any) (any, error) {
					if _, err := asyncio.Await(ctx, py.Call(pause)); err != nil {
						return nil, err
					}
					return "ran", nil
				}))
			})
			ns.Set("Step", Step)
		})

		py.Print(py.CallMethodKw(asyncio.Module(), "run", []any{asyncio.GoValue(asyncMain).Named("main")}, py.Kwargs{{Name: "loop_factory", Value: CountingLoop}}))
		return nil
	})
}
