// The methods of an event loop that asyncio calls where a class has its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Counting any

func countingInit(self any) any {
	py.CallMethod(py.Super(Counting, self), "__init__")
	py.SetAttr(self, "soon", 0)
	py.SetAttr(self, "log", py.ListOf[any]())
	return nil
}

func countingCallSoon(self, callback, args, context any) any {
	py.SetAttr(self, "soon", py.IAdd(py.GetAttr(self, "soon"), 1))
	py.MethodOf(py.GetAttr(self, "log"), "append").Call(py.Tuple{"soon", py.Call(py.Builtin("getattr"), callback, "__qualname__", py.TypeOf(callback).Name()), py.Len(args), context != nil})
	return py.MethodOf(py.Super(Counting, self), "call_soon").CallKw(py.StarArgs(callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func countingCallLater(self, delay, callback, args, context any) any {
	py.MethodOf(py.GetAttr(self, "log"), "append").Call(py.Tuple{"later", delay, py.Call(py.Builtin("getattr"), callback, "__qualname__", nil)})
	return py.MethodOf(py.Super(Counting, self), "call_later").CallKw(py.StarArgs(delay, callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func countingCallAt(self, when, callback, args, context any) any {
	py.MethodOf(py.GetAttr(self, "log"), "append").Call(py.Tuple{"at", py.Call(py.Builtin("getattr"), callback, "__qualname__", nil)})
	return py.MethodOf(py.Super(Counting, self), "call_at").CallKw(py.StarArgs(when, callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func countingCallExceptionHandler(self, context any) any {
	py.MethodOf(py.GetAttr(self, "log"), "append").Call(py.Tuple{"handler", py.GetItem(py.CallMethod(py.GetItem(py.CallMethod(py.GetItem(context, "message"), "split", " at "), 0), "split", "("), 0), py.SortedList(py.Items[any](context))})
	return nil
}

func countingRunInExecutor(self, executor, fn, args any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"executor", executor})
	return py.MethodOf(py.Super(Counting, self), "run_in_executor").Call(py.StarArgs(executor, fn, py.Star(args))...)
}

func countingCallSoonThreadsafe(self, callback, args, context any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"threadsafe"})
	return py.MethodOf(py.Super(Counting, self), "call_soon_threadsafe").CallKw(py.StarArgs(callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func bad() error {
	return py.NewValueError("bad")
}

var badFunc any

func child(ctx context.Context, n int) (int, error) {
	if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
		return 0, err
	}
	return n, nil
}

func asyncMain(ctx context.Context) error {
	loop := py.CallMethod(asyncio.Module(), "get_running_loop")
	fmt.Println(py.TypeOf(loop).Name())
	results, err := asyncio.Gather[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return child(ctx, 1)
	}).Named("child"))
	if err != nil {
		return err
	}
	fmt.Println(results)
	py.CallMethod(loop, "call_soon", badFunc)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	err = asyncio.WithTimeout(ctx, 5*time.Second, func(ctx context.Context) error {
		return asyncio.Sleep(ctx, time.Millisecond)
	})
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		_, err := asyncio.WaitFor(ctx, asyncio.Go(func(ctx context.Context) error {
			return asyncio.Sleep(ctx, time.Second)
		}).Named("sleep"), time.Millisecond)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("timeout")
	}
	result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "to_thread", py.Builtin("len"), "abc"))
	if err != nil {
		return err
	}
	py.Print(result)
	fut := py.CallMethod(loop, "create_future")
	py.CallMethod(fut, "add_done_callback", py.Func("main.<locals>.<lambda>(f)", func(f any) any {
		py.Print("done", py.CallMethod(f, "result"))
		return nil
	}))
	py.CallMethod(loop, "call_later", 0.001, py.GetAttr(fut, "set_result"), 7)
	if _, err := asyncio.Await(ctx, fut); err != nil {
		return err
	}
	ev := asyncio.NewEvent()
	t := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := ev.Wait(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("Event.wait"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	ev.Set()
	if _, err := t.Await(ctx); err != nil {
		return err
	}
	_, _, err = asyncio.Wait(ctx, py.ListOf[*asyncio.Task[int]](asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return child(ctx, 3)
	}).Named("child"))), asyncio.Within(time.Second))
	return err
}

var mainFunc any

var Tracing any

func tracingCallSoon(self, callback, args, context any) any {
	var traced any = py.Func("Tracing.call_soon.<locals>.traced(*a)", func(a any) any {
		py.SetAttr(self, "depth", py.IAdd(py.GetAttr(self, "depth"), 1))
		py.Print("enter", py.GetAttr(self, "depth"))
		var result any
		err := py.Try(func() error {
			result = py.CallStar(callback, a, nil)
			return nil
		})
		py.Print("leave", py.GetAttr(self, "depth"))
		py.SetAttr(self, "depth", py.ISub(py.GetAttr(self, "depth"), 1))
		if err != nil {
			panic(err)
		}
		return result
	})
	return py.MethodOf(py.Super(Tracing, self), "call_soon").CallKw(py.StarArgs(traced, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func pair(ctx context.Context) error {
	one := func(ctx context.Context, n int) error {
		fmt.Println("one", n)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		fmt.Println("one again", n)
		return nil
	}
	err := asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
		return one(ctx, 1)
	}).Named("pair.<locals>.one"), asyncio.Go(func(ctx context.Context) error {
		return one(ctx, 2)
	}).Named("pair.<locals>.one"))
	if err != nil {
		return err
	}
	fmt.Println("end of pair")
	return nil
}

var pairFunc any

var Ending any

func endingRunForever(self any) any {
	fmt.Println("run_forever")
	py.CallMethod(py.Super(Ending, self), "run_forever")
	return nil
}

func endingStop(self any) any {
	fmt.Println("stop")
	py.CallMethod(py.Super(Ending, self), "stop")
	return nil
}

func endingShutdownAsyncgens(ctx context.Context, self any) (any, error) {
	py.Print("shutdown_asyncgens", py.CallMethod(self, "is_running"))
	if _, err := asyncio.Await(ctx, py.CallMethod(py.Super(Ending, self), "shutdown_asyncgens")); err != nil {
		return nil, err
	}
	return nil, nil
}

func endingShutdownDefaultExecutor(ctx context.Context, self, timeout any) (any, error) {
	py.Print("shutdown_default_executor", timeout == nil)
	if _, err := asyncio.Await(ctx, py.CallMethod(py.Super(Ending, self), "shutdown_default_executor")); err != nil {
		return nil, err
	}
	return nil, nil
}

func endingClose(self any) any {
	py.Print("close", py.CallMethod(self, "is_closed"))
	py.CallMethod(py.Super(Ending, self), "close")
	py.Print("closed", py.CallMethod(self, "is_closed"))
	return nil
}

func main() {
	py.Main(func() error {
		Counting = py.NewClass("Counting", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Counting.__init__(self)", countingInit))

			ns.Set("call_soon", py.Func("Counting.call_soon(self, callback, *args, context=None)", countingCallSoon))

			ns.Set("call_later", py.Func("Counting.call_later(self, delay, callback, *args, context=None)", countingCallLater))

			ns.Set("call_at", py.Func("Counting.call_at(self, when, callback, *args, context=None)", countingCallAt))

			ns.Set("call_exception_handler", py.Func("Counting.call_exception_handler(self, context)", countingCallExceptionHandler))

			ns.Set("run_in_executor", py.Func("Counting.run_in_executor(self, executor, func, *args)", countingRunInExecutor))

			ns.Set("call_soon_threadsafe", py.Func("Counting.call_soon_threadsafe(self, callback, *args, context=None)", countingCallSoonThreadsafe))
		})
		badFunc = py.Func("bad()", bad)
		mainFunc = py.AsyncFunc("main()", asyncMain)
		Tracing = py.NewClass("Tracing", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("depth", 0)

			ns.Set("call_soon", py.Func("Tracing.call_soon(self, callback, *args, context=None)", tracingCallSoon))
		})
		pairFunc = py.AsyncFunc("pair()", pair)
		for _, item := range []py.Tuple{py.Tuple{Counting, mainFunc}, py.Tuple{Tracing, pairFunc}} {
			factory, f := item[0], item[1]
			manager := py.CallMethodKw(asyncio.Module(), "Runner", nil, py.Kwargs{{Name: "loop_factory", Value: factory}})
			var runner any = py.EnterContext(manager)
			err := py.Try(func() error {
				py.MethodOf(runner, "run").Call(py.Call(f))
				if py.Is(factory, Counting) {
					for item := range py.Iter(py.GetAttr(py.CallMethod(runner, "get_loop"), "log")) {
						py.CallStar(py.Builtin("print"), item, nil)
					}
					py.Print(py.GetAttr(py.CallMethod(runner, "get_loop"), "soon"))
				}
				return nil
			})
			if err := py.ExitContext(manager, err); err != nil {
				return err
			}
		}
		Ending = py.NewClass("Ending", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("run_forever", py.Func("Ending.run_forever(self)", endingRunForever))

			ns.Set("stop", py.Func("Ending.stop(self)", endingStop))

			ns.Set("shutdown_asyncgens", py.AsyncFunc("Ending.shutdown_asyncgens(self)", endingShutdownAsyncgens))

			ns.Set("shutdown_default_executor", py.AsyncFunc("Ending.shutdown_default_executor(self, timeout=None)", endingShutdownDefaultExecutor))

			ns.Set("close", py.Func("Ending.close(self)", endingClose))
		})

		manager := py.CallMethodKw(asyncio.Module(), "Runner", nil, py.Kwargs{{Name: "loop_factory", Value: Ending}})
		var runner any = py.EnterContext(manager)
		err := py.Try(func() error {
			py.Print(py.MethodOf(runner, "run").Call(py.CallMethod(asyncio.Module(), "sleep", 0, "result")))
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		loop := py.Call(Ending)
		py.Print(py.MethodOf(loop, "run_until_complete").Call(py.CallMethod(asyncio.Module(), "sleep", 0, "other")))
		py.CallMethod(loop, "close")
		return nil
	})
}
