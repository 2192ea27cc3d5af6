// What can be given to a process is copied, other things are refused.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

func work(x any) any {
	return py.Mul(x, 2)
}

var workFunc any

func makeLocal() any {
	var local any = py.Func("make_local.<locals>.local(x)", func(x any) any { return x })
	return local
}

type Holder struct {
	lock any
}

var _ = py.StructClass[Holder]("Holder", nil)

func newHolder() *Holder {
	return &Holder{lock: py.CallMethod(threading.Module(), "Lock")}
}

type Items struct {
	items *py.List[any]
}

var _ = py.StructClass[Items]("Items", nil)

func newItems() *Items {
	return &Items{items: py.ListOf[any](1)}
}

func grow(given any) any {
	py.CallMethod(py.GetAttr(given, "items"), "append", 2)
	return given
}

var growFunc any

func attempt(ctx context.Context, name string, fut any) error {
	err := py.Try(func() error {
		result, err := asyncio.Await(ctx, fut)
		if err != nil {
			return err
		}
		py.Print(name, "->", result)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			return err
		}
		e := err
		fmt.Println(name, py.TypeOf(e).Name()+":", py.Str(e))
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	manager := py.CallMethod(concurrentfutures.Module(), "ProcessPoolExecutor", 1)
	pool := py.EnterContext(manager)
	err := py.Try(func() error {
		if err := attempt(ctx, "ok", py.CallMethod(loop, "run_in_executor", pool, workFunc, 4)); err != nil {
			return err
		}
		err := attempt(ctx, "lambda", py.CallMethod(loop, "run_in_executor", pool, py.Func("main.<locals>.<lambda>()", func() any { return 1 })))
		if err != nil {
			return err
		}
		if err := attempt(ctx, "local", py.MethodOf(loop, "run_in_executor").Call(pool, makeLocal(), 1)); err != nil {
			return err
		}
		if err := attempt(ctx, "lock", py.MethodOf(loop, "run_in_executor").Call(pool, workFunc, py.CallMethod(threading.Module(), "Lock"))); err != nil {
			return err
		}
		if err := attempt(ctx, "holder", py.MethodOf(loop, "run_in_executor").Call(pool, workFunc, newHolder())); err != nil {
			return err
		}
		runInExecutor := py.MethodOf(loop, "run_in_executor")
		arg := workFunc
		source := py.GetIter(py.Call(py.Builtin("range"), 3))
		err = attempt(ctx, "gen", runInExecutor.Call(pool, arg, py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for iItem := range py.Iter(source) {
				i := py.As[int](iItem)
				y.Yield(i)
			}
			return nil
		}).Streams()))
		if err != nil {
			return err
		}
		mine := newItems()
		theirs, err := asyncio.Await(ctx, py.CallMethod(loop, "run_in_executor", pool, growFunc, mine))
		if err != nil {
			return err
		}
		py.Print(mine.items, py.GetAttr(theirs, "items"))
		f := py.CallMethod(pool, "submit", workFunc, py.Func("main.<locals>.<lambda>()", func() any { return 1 }))
		err = py.Try(func() error {
			py.CallMethod(f, "result")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		fmt.Println(py.ListFrom(py.Items[any](py.CallMethod(pool, "map", workFunc, py.ListOf[any](1, 2, 3)))))
		return nil
	})
	return py.ExitContext(manager, err)
}

func main() {
	py.Main(func() error {
		workFunc = py.Func("work(x)", work)
		growFunc = py.Func("grow(given)", grow)

		return asyncio.RunFunc(asyncMain)
	})
}
