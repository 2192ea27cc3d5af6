// What asyncio's constructors and methods say of arguments that they do not take.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

func attempt(name string, f any) {
	err := py.Try(func() error {
		r := py.Call(f)
		fmt.Println(name, "->", py.TypeOf(r).Name())
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(name, py.TypeOf(e).Name()+":", e)
	}
}

func co(ctx context.Context) (int, error) {
	return 1, nil
}

func asyncMain(ctx context.Context) error {
	attempt("Future(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Future", 1) }))
	attempt("Future(x=1)", py.Func("main.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "Future", nil, py.Kwargs{{Name: "x", Value: 1}})
	}))
	attempt("Lock(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Lock", 1) }))
	attempt("Lock(loop=None)", py.Func("main.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "Lock", nil, py.Kwargs{{Name: "loop", Value: nil}})
	}))
	attempt("Lock(loop=1)", py.Func("main.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "Lock", nil, py.Kwargs{{Name: "loop", Value: 1}})
	}))
	attempt("Event(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Event", 1) }))
	attempt("Event(loop)", py.Func("main.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "Event", nil, py.Kwargs{{Name: "loop", Value: asyncio.GetRunningLoop()}})
	}))
	attempt("Condition(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Condition", 1) }))
	attempt("Condition(1,2)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Condition", 1, 2) }))
	attempt("Semaphore(-1)", py.Func("main.<locals>.<lambda>()", func() any { return asyncio.NewSemaphore(-1) }))
	attempt("Semaphore('x')", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Semaphore", "x") }))
	attempt("Semaphore(1,2)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Semaphore", 1, 2) }))
	attempt("BoundedSemaphore(-1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "BoundedSemaphore", -1) }))
	attempt("Barrier(0)", py.Func("main.<locals>.<lambda>()", func() any { return asyncio.NewBarrier(0) }))
	attempt("Barrier('x')", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Barrier", "x") }))
	attempt("Barrier()", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Barrier") }))
	attempt("Queue('x')", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Queue", "x") }))
	attempt("Queue(1,2)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Queue", 1, 2) }))
	attempt("Queue(x=2)", py.Func("main.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "Queue", nil, py.Kwargs{{Name: "x", Value: 2}})
	}))
	attempt("Queue(None)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Queue", nil) }))
	attempt("PriorityQueue(1,2)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "PriorityQueue", 1, 2) }))
	attempt("TaskGroup(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "TaskGroup", 1) }))
	attempt("timeout()", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "timeout") }))
	attempt("timeout('x')", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "timeout", "x") }))
	attempt("Timeout()", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Timeout") }))
	attempt("Task(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Task", 1) }))
	attempt("Task()", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Task") }))
	attempt("create_task(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "create_task", 1) }))
	attempt("create_task()", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "create_task") }))
	attempt("ensure_future(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "ensure_future", 1) }))
	attempt("gather(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "gather", 1) }))
	attempt("shield(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "shield", 1) }))
	attempt("Runner(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "Runner", 1) }))
	attempt("sleep()", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "sleep") }))
	attempt("wait_for", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "wait_for") }))
	attempt("wrap_future", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "wrap_future", 1) }))
	attempt("run", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "run", 1) }))
	attempt("StreamReader", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "StreamReader", 0) }))
	attempt("StreamReader2", py.Func("main.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "StreamReader", nil, py.Kwargs{{Name: "limit", Value: -3}})
	}))
	loop := asyncio.GetRunningLoop()
	attempt("call_soon", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "call_soon") }))
	attempt("call_soon(1)", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "call_soon", 1) }))
	attempt("call_later", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "call_later", nil, py.Builtin("print")) }))
	attempt("call_at", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "call_at", nil, py.Builtin("print")) }))
	attempt("create_future", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "create_future", 1) }))
	attempt("set_exception_handler", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "set_exception_handler", 1) }))
	attempt("set_task_factory", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "set_task_factory", 1) }))
	attempt("run_until_complete", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "run_until_complete", 1) }))
	attempt("set_default_executor", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "set_default_executor", 1) }))
	attempt("add_signal_handler", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "add_signal_handler", "x", py.Builtin("print")) }))
	attempt("add_signal_handler", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "add_signal_handler", 999, py.Builtin("print")) }))
	attempt("add_signal_handler", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "add_signal_handler", 9, py.Builtin("print")) }))
	attempt("remove_signal_handler", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "remove_signal_handler", 10) }))
	attempt("add_reader", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "add_reader", -1, py.Builtin("print")) }))
	attempt("add_reader", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(loop, "add_reader", "x", py.Builtin("print")) }))
	c := asyncio.GoValue(co).Named("co")
	py.Print(py.Is(py.Call(py.TypeClass, c), types.Module().Attr("CoroutineType")), py.IsInstance(c, types.Module().Attr("CoroutineType")), py.Eq(py.Call(py.TypeClass, c), types.Module().Attr("CoroutineType")))
	py.Print(py.Call(py.TypeClass, c))
	if _, err := c.Await(ctx); err != nil {
		return err
	}
	err := py.Try(func() error {
		_, err := c.Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	f := py.CallMethod(asyncio.Module(), "Future")
	attempt("set_exception", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(f, "set_exception", 1) }))
	attempt("set_exception", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(f, "set_exception", py.StopIteration) }))
	attempt("add_done_callback", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(f, "add_done_callback") }))
	attempt("add_done_callback", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(f, "add_done_callback", 1) }))
	attempt("cancel", py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(f, "cancel", 1, 2) }))
	py.CallMethod(f, "cancel")
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
