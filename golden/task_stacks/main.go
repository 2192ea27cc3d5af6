// Task.get_stack and print_stack; the errors of wrong arguments to futures.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
)

func inner(ctx context.Context, gate *asyncio.Event) error {
	frame := py.NewFrame("inner", "../testdata/task_stacks/main.py", 7)
	defer frame.Unwind()
	frame.At(8, "await gate.wait()")
	if err := gate.Wait(ctx); err != nil {
		return frame.Trace(err)
	}
	frame.At(9, `raise ValueError("inner failed")`)
	return frame.Raise(py.NewValueError("inner failed"))
}

func outer(ctx context.Context, gate *asyncio.Event) (any, error) {
	frame := py.NewFrame("outer", "../testdata/task_stacks/main.py", 12)
	defer frame.Unwind()
	fmt.Println("outer waits")
	frame.At(14, "await inner(")
	if err := inner(ctx, gate); err != nil {
		return nil, frame.Trace(err)
	}
	return nil, nil
}

func done(ctx context.Context) (any, error) {
	return 1, nil
}

func show(task, limit any) {
	frame := py.NewFrame("show", "../testdata/task_stacks/main.py", 23)
	defer frame.Unwind()
	frame.At(24, "out = io.StringIO()")
	out := py.CallMethod(io.Module(), "StringIO")
	frame.At(25, "task.print_stack(limit=limit, file=out)")
	py.CallMethodKw(task, "print_stack", nil, py.Kwargs{{Name: "limit", Value: limit}, {Name: "file", Value: out}})
	frame.At(26, "for line in out.getvalue().splitlines():")
	for line := range py.StrSplitLines(py.As[string](py.CallMethod(out, "getvalue"))).All() {
		frame.At(27, `if not line.startswith("    "):  # lines of the source`) // lines of the source
		if !strings.HasPrefix(line, "    ") {
			frame.At(28, `print(line.replace(__file__, "FILE"))`)
			fmt.Println(py.StrReplace(line, py.SourcePath("../testdata/task_stacks/main.py"), "FILE"))
		}
	}
	frame.At(29, "print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack(limit=limit)])")
	items := py.ListOf[py.Tuple]()
	for f := range py.Iter(py.CallMethodKw(task, "get_stack", nil, py.Kwargs{{Name: "limit", Value: limit}})) {
		items.Append(py.Tuple{py.GetAttr(py.GetAttr(f, "f_code"), "co_name"), py.GetAttr(f, "f_lineno")})
	}
	fmt.Println(items)
}

var showFunc any

func asyncMain(ctx context.Context) error {
	frame := py.NewFrame("main", "../testdata/task_stacks/main.py", 32)
	defer frame.Unwind()
	frame.At(33, "gate = asyncio.Event()")
	gate := asyncio.NewEvent()
	frame.At(34, `task = asyncio.create_task(outer(gate), name="T")`)
	task := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (any, error) {
		return outer(ctx, gate)
	}).Named("outer"), asyncio.Name("T"))
	frame.At(35, "show(task)")
	show(task, nil)
	frame.At(36, "await asyncio.sleep(0)")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return frame.Trace(err)
	}
	frame.At(37, "show(task)")
	show(task, nil)
	frame.At(38, "show(task, 0)")
	show(task, 0)
	frame.At(39, "gate.set()")
	gate.Set()
	frame.At(40, "await asyncio.wait([task])")
	if _, _, err := asyncio.Wait(ctx, py.ListOf[*asyncio.Task[any]](task)); err != nil {
		return frame.Trace(err)
	}
	frame.At(41, "show(task)")
	show(task, nil)
	frame.At(42, "show(task, 1)")
	show(task, 1)
	frame.At(43, `ended = asyncio.create_task(done(), name="D")`)
	ended := asyncio.CreateTask(ctx, asyncio.GoValue(done).Named("done"), asyncio.Name("D"))
	frame.At(44, "await ended")
	if _, err := ended.Await(ctx); err != nil {
		return frame.Trace(err)
	}
	frame.At(45, "show(ended)")
	show(ended, nil)
	frame.At(46, "coro = outer(gate)")
	coro := asyncio.GoValue(func(ctx context.Context) (any, error) {
		return outer(ctx, gate)
	}).Named("outer")
	frame.At(47, "print(coro.cr_code.co_name, coro.cr_code.co_firstlineno, coro.cr_code.co_filename == __file__, coro.cr_origin)")
	py.Print(py.GetAttr(py.GetAttr(coro, "cr_code"), "co_name"), py.GetAttr(py.GetAttr(coro, "cr_code"), "co_firstlineno"), py.Eq(py.GetAttr(py.GetAttr(coro, "cr_code"), "co_filename"), py.SourcePath("../testdata/task_stacks/main.py")), py.GetAttr(coro, "cr_origin"))
	frame.At(48, "coro.close()")
	py.CallMethod(coro, "close")
	frame.At(49, "print(show.__code__.co_firstlineno, os.path.basename(show.__code__.co_filename), os.path.isabs(__file__))")
	py.Print(py.GetAttr(py.GetAttr(showFunc, "__code__"), "co_firstlineno"), py.CallMethod(ospath.Module(), "basename", py.GetAttr(py.GetAttr(showFunc, "__code__"), "co_filename")), py.CallMethod(ospath.Module(), "isabs", py.SourcePath("../testdata/task_stacks/main.py")))

	frame.At(51, "future = asyncio.get_running_loop().create_future()")
	future := asyncio.FutureOn[any](asyncio.GetRunningLoop())
	frame.At(52, "for call in (lambda: future.set_result(), lambda: future.set_result(1, 2), lambda: future.set_exception(),")
	for _, call := range []any{py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 52)
		defer frame.Unwind()
		return py.CallMethod(future, "set_result")
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 52)
		defer frame.Unwind()
		return py.CallMethod(future, "set_result", 1, 2)
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 52)
		defer frame.Unwind()
		return py.CallMethod(future, "set_exception")
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 53)
		defer frame.Unwind()
		return py.CallMethod(future, "remove_done_callback")
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 53)
		defer frame.Unwind()
		return py.CallMethod(future, "get_loop", 1)
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 53)
		defer frame.Unwind()
		return py.CallMethod(future, "exception", 1)
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 54)
		defer frame.Unwind()
		return py.CallMethodKw(future, "set_result", nil, py.Kwargs{{Name: "result", Value: 1}})
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 54)
		defer frame.Unwind()
		return py.CallMethod(future, "done", 1)
	}), py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/task_stacks/main.py", 54)
		defer frame.Unwind()
		return py.CallMethod(future, "add_done_callback")
	})} {
		err := frame.Try(func() error {
			frame.At(56, "call()")
			py.Call(call)
			return nil
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.TypeError) {
					return frame.Trace(err)
				}
				fmt.Println(err)
				return nil
			})
			if raised != nil {
				return frame.Trace(raised)
			}
		}
	}
	return nil
}

func main() {
	py.Main(func() error {
		frame := py.NewFrame("<module>", "../testdata/task_stacks/main.py", 1)
		defer frame.Unwind()
		frame.At(7, "async def inner(gate):")
		frame.At(12, "async def outer(gate):")
		frame.At(19, "async def done():")
		frame.At(23, "def show(task, limit=None):")
		showFunc = py.Func("show(task, limit=None)", show)
		frame.At(32, "async def main():")

		frame.At(61, "asyncio.run(main())")
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return frame.Trace(err)
		}
		return nil
	})
}
