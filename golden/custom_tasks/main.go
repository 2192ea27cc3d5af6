// Tasks and futures of classes of the program, coroutines that two tasks run,
// and what the event loop's policy and transports let a program replace.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextvars"
)

var Traced any

func tracedInit(self, coro, kw any) any {
	py.CallMethodKw(py.Super(Traced, self), "__init__", []any{coro}, py.KwFrom(kw))
	py.MethodOf(py.GetAttr(Traced, "made"), "append").Call(py.CallMethod(self, "get_name"))
	return nil
}

var Reluctant any

func reluctantCancel(self, msg any) any {
	py.Print("cancel", msg)
	return py.CallMethodKw(py.Super(Reluctant, self), "cancel", nil, py.Kwargs{{Name: "msg", Value: msg}})
}

var Policy any

func policyNewEventLoop(self any) any {
	fmt.Println("a loop of the policy")
	return py.CallMethod(py.Super(Policy, self), "new_event_loop")
}

var Sink any

func sinkInit(self any) any {
	py.CallMethod(py.Super(Sink, self), "__init__", py.DictOf[any, any]("kind", "sink"))
	py.SetAttr(self, "got", py.Bytes(""))
	return nil
}

func sinkWrite(self, data any) any {
	py.SetAttr(self, "got", py.IAdd(py.GetAttr(self, "got"), data))
	return nil
}

func square(ctx context.Context, n int) (int, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return n * n, nil
}

func steps(ctx context.Context, log *py.List[py.Tuple], n int) (int, error) {
	for i := range n {
		log.Append(py.Tuple{py.CallMethod(py.CallMethod(asyncio.Module(), "current_task"), "get_name"), i})
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return 0, err
		}
	}
	return n, nil
}

func factories(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	py.CallMethod(loop, "set_task_factory", py.Func("factories.<locals>.<lambda>(loop, coro, **kw)", func(loop, coro, kw any) any {
		return py.CallKw(Traced, []any{coro}, py.JoinKw(Traced, py.Kwargs{{Name: "loop", Value: loop}}, py.KwFrom(kw)))
	}))
	t := py.CallMethodKw(asyncio.Module(), "create_task", []any{asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 3)
	}).Named("square")}, py.Kwargs{{Name: "name", Value: "three"}})
	arg := py.TypeOf(t).Name()
	result, err := asyncio.Await(ctx, t)
	if err != nil {
		return err
	}
	py.Print(arg, result, py.CallMethod(t, "get_name"))
	var a any
	err = asyncio.WithTaskGroup(ctx, func(ctx context.Context, tg *asyncio.TaskGroup) error {
		a = py.MethodOf(tg, "create_task").Call(asyncio.GoValue(func(ctx context.Context) (int, error) {
			return square(ctx, 5)
		}).Named("square"))
		return nil
	})
	if err != nil {
		return err
	}
	arg2 := py.Is(py.Call(py.TypeClass, a), Traced)
	arg3 := py.CallMethod(a, "result")
	results, err := asyncio.Gather[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 1)
	}).Named("square"), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 2)
	}).Named("square"))
	if err != nil {
		return err
	}
	py.Print(arg2, arg3, results, py.Len(py.GetAttr(Traced, "made")))
	py.CallMethod(loop, "set_task_factory", nil)
	return nil
}

func twoTasks(ctx context.Context) error {
	log := py.ListOf[py.Tuple]()
	c := asyncio.GoValue(func(ctx context.Context) (int, error) {
		return steps(ctx, log, 3)
	}).Named("steps")
	ts := py.ListOf[any]()
	for name := range py.StrIter("ab") {
		ts.Append(py.CallMethodKw(asyncio.Module(), "create_task", []any{c}, py.Kwargs{{Name: "name", Value: name}}))
	}
	result, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "gather", py.StarArgs(py.Star(ts)), py.Kwargs{{Name: "return_exceptions", Value: true}}))
	if err != nil {
		return err
	}
	py.Print(result)
	fmt.Println(log)
	return nil
}

func cancelled(ctx context.Context) error {
	f := py.Call(Reluctant)
	err := py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait_for", f, 0.001))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		py.Print("timed out", py.CallMethod(f, "cancelled"))
	}
	err = py.Try(func() error {
		py.CallMethod(f, "result")
		return nil
	})
	if err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return err
		}
		py.Print("no result", py.GetAttr(err, "args"))
	}
	return nil
}

func loopVariable(ctx context.Context) error {
	count := func(n int) *py.AsyncGenerator {
		return py.NewAsyncGenerator("count", func(ctx context.Context, y *py.AsyncYielder) error {
			for i := range n {
				if _, err := y.Yield(i); err != nil {
					return err
				}
			}
			return nil
		}).Streams()
	}

	var xBound bool
	var x int
	for xItem, err := range py.AsyncEach(ctx, count(5)) {
		if err != nil {
			return err
		}
		x = py.As[int](xItem)
		xBound = true
		if x == 2 {
			break
		}
	}
	py.CheckLocal(xBound, "x")
	fmt.Println(x)
	broken := false
	for xItem, err := range py.AsyncEach(ctx, count(2)) {
		if err != nil {
			return err
		}
		x = py.As[int](xItem)
		xBound = true
	}
	if !broken {
		fmt.Println("else", x)
	}
	return nil
}

var Own any

func ownCancel(self, args, kw any) any {
	py.Print("cancel", self, args, kw)
	return py.MethodOf(py.Super(Own, self), "cancel").CallKw(py.StarArgs(py.Star(args)), py.KwFrom(kw))
}

func ownRepr(self any) any {
	return "<Own " + py.Format(py.CallMethod(self, "get_name"), "") + ">"
}

var Plain any

func pause(ctx context.Context, delay int) error {
	me := py.CallMethod(asyncio.Module(), "current_task")
	py.Print("runs in", py.TypeOf(me).Name(), py.CallMethod(me, "get_name"))
	return asyncio.Sleep(ctx, time.Duration(delay)*time.Second)
}

func limited(ctx context.Context) error {
	return asyncio.WithTimeout(ctx, time.Millisecond, func(ctx context.Context) error {
		return pause(ctx, 1)
	})
}

// asyncio shows the program its own tasks, and cancels them by their own method.
func derivedTasks(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	py.CallMethod(loop, "set_task_factory", py.Func("derived_tasks.<locals>.<lambda>(loop, coro, **kw)", func(loop, coro, kw any) any {
		return py.CallKw(Own, []any{coro}, py.JoinKw(Own, py.Kwargs{{Name: "loop", Value: loop}}, py.KwFrom(kw)))
	}))
	t := py.CallMethodKw(asyncio.Module(), "create_task", []any{asyncio.Go(func(ctx context.Context) error {
		return pause(ctx, 1)
	}).Named("pause")}, py.Kwargs{{Name: "name", Value: "waited"}})
	py.CallMethod(t, "add_done_callback", py.Func("derived_tasks.<locals>.<lambda>(t)", func(t any) any {
		py.Print("callback", t)
		return nil
	}))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	items := py.ListOf[any]()
	for x := range py.Iter(py.CallMethod(asyncio.Module(), "all_tasks")) {
		if py.IsInstance(x, Own) {
			items.Append(x)
		}
	}
	fmt.Println(items)
	result, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "wait", []any{py.ListOf[any](t)}, py.Kwargs{{Name: "timeout", Value: 0.001}}))
	if err != nil {
		return err
	}
	py.Print(result)
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "wait_for", t, 0.001))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("waited too long")
	}
	err = py.Try(func() error {
		return asyncio.WithTimeout(ctx, time.Millisecond, func(ctx context.Context) error {
			return asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
				return pause(ctx, 1)
			}).Named("pause"), asyncio.Go(func(ctx context.Context) error {
				return pause(ctx, 1)
			}).Named("pause"))
		})
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("gathered too long")
	}
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "create_task", []any{asyncio.Go(limited).Named("limited")}, py.Kwargs{{Name: "name", Value: "limited"}}))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("limited")
	}
	err = py.Try(func() error {
		return asyncio.WithTaskGroup(ctx, func(ctx context.Context, tg *asyncio.TaskGroup) error {
			py.MethodOf(tg, "create_task").CallKw([]any{asyncio.Go(func(ctx context.Context) error {
				return pause(ctx, 1)
			}).Named("pause")}, py.Kwargs{{Name: "name", Value: "of group"}})
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
			return py.NewValueError("body")
		})
	})
	if err != nil {
		rest := err
		var reraised []error
		var raised []error
		var matched error
		matched, rest = py.SplitGroup(rest, py.ValueError)
		if matched != nil {
			err := py.Try(func() error {
				e := matched
				py.Print(py.GetAttr(e, "exceptions"))
				return nil
			})
			if err == matched {
				reraised = append(reraised, err)
			} else if err != nil {
				raised = append(raised, err)
			}
		}
		if err := py.JoinGroup(err, rest, reraised, raised); err != nil {
			return err
		}
	}
	it := py.AIter(py.CallMethod(asyncio.Module(), "as_completed", py.ListOf[any](py.CallMethodKw(asyncio.Module(), "create_task", []any{asyncio.Go(func(ctx context.Context) error {
		return pause(ctx, 0)
	}).Named("pause")}, py.Kwargs{{Name: "name", Value: "completed"}}))))
	defer asyncio.DropAsyncGenerator(it)
	for {
		done, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		py.Print(done, py.CallMethod(done, "result"))
	}
	asyncio.DropAsyncGenerator(it)
	py.CallMethod(loop, "set_task_factory", py.Func("derived_tasks.<locals>.<lambda>(loop, coro, **kw)", func(loop, coro, kw any) any {
		return py.CallKw(Plain, []any{coro}, py.JoinKw(Plain, py.Kwargs{{Name: "loop", Value: loop}}, py.KwFrom(kw)))
	}))
	t = py.CallMethodKw(asyncio.Module(), "create_task", []any{asyncio.Go(func(ctx context.Context) error {
		return pause(ctx, 0)
	}).Named("pause")}, py.Kwargs{{Name: "name", Value: "plain"}})
	py.Print(py.StrSplit(py.Repr(t), " coro=").Get(0), strings.Contains(py.Repr(t), "coro="))
	if _, err := asyncio.Await(ctx, t); err != nil {
		return err
	}
	py.CallMethod(loop, "set_task_factory", nil)
	return nil
}

func asyncMain(ctx context.Context) error {
	if err := factories(ctx); err != nil {
		return err
	}
	if err := derivedTasks(ctx); err != nil {
		return err
	}
	if err := twoTasks(ctx); err != nil {
		return err
	}
	if err := cancelled(ctx); err != nil {
		return err
	}
	if err := loopVariable(ctx); err != nil {
		return err
	}
	contextValue := py.CallMethod(contextvars.Module(), "copy_context")
	py.Print(py.Equal(contextValue, py.CallMethod(contextValue, "copy")), py.Equal(contextValue, py.CallMethod(contextvars.Module(), "Context")))
	sink := py.Call(Sink)
	py.CallMethod(sink, "writelines", py.ListOf[any](py.Bytes("a"), py.Bytes("bc")))
	py.Print(py.GetAttr(sink, "got"), py.CallMethod(sink, "get_extra_info", "kind"), py.CallMethod(sink, "get_extra_info", "other", 5))
	err := py.Try(func() error {
		py.CallMethod(sink, "close")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.NotImplementedError) {
			return err
		}
		py.Print("NotImplementedError", py.GetAttr(err, "args"))
	}
	return nil
}

func main() {
	py.Main(func() error {
		Traced = py.NewClass("Traced", []any{asyncio.Module().Attr("Task")}, nil, func(ns *py.Namespace) {
			ns.Set("made", py.ListOf[any]())

			ns.Set("__init__", py.Func("Traced.__init__(self, coro, **kw)", tracedInit))
		})
		Reluctant = py.NewClass("Reluctant", []any{asyncio.Module().Attr("Future")}, nil, func(ns *py.Namespace) {
			ns.Set("cancel", py.Func("Reluctant.cancel(self, msg=None)", reluctantCancel))
		})
		Policy = py.NewClass("Policy", []any{asyncio.Module().Attr("DefaultEventLoopPolicy")}, nil, func(ns *py.Namespace) {
			ns.Set("new_event_loop", py.Func("Policy.new_event_loop(self)", policyNewEventLoop))
		})
		Sink = py.NewClass("Sink", []any{asyncio.Module().Attr("Transport")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Sink.__init__(self)", sinkInit))

			ns.Set("write", py.Func("Sink.write(self, data)", sinkWrite))
		})
		Own = py.NewClass("Own", []any{asyncio.Module().Attr("Task")}, nil, func(ns *py.Namespace) {
			ns.Set("cancel", py.Func("Own.cancel(self, *args, **kw)", ownCancel))

			ns.Set("__repr__", py.Func("Own.__repr__(self)", ownRepr))
		})
		Plain = py.NewClass("Plain", []any{asyncio.Module().Attr("Task")}, nil, func(ns *py.Namespace) {})

		py.CallMethod(asyncio.Module(), "set_event_loop_policy", py.Call(Policy))
		return asyncio.RunFunc(asyncMain)
	})
}
