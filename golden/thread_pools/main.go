// multiprocessing.pool.ThreadPool: a pool of threads that share what they work on.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/multiprocessing"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/multiprocessing/pools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

var (
	seen *py.List[any]
	lock any
)

func square(n any) any {
	py.EnterContext(lock)
	err := py.Try(func() error {
		seen.Append(n)
		return nil
	})
	py.Check(py.ExitContext(lock, err))
	return py.Mul(n, n)
}

var squareFunc any

func fail(n any) error {
	return py.NewValueError("bad " + py.Format(n, ""))
}

var failFunc any

func start(greeting any) {
	py.EnterContext(lock)
	err := py.Try(func() error {
		seen.Append(greeting)
		return nil
	})
	py.Check(py.ExitContext(lock, err))
}

var startFunc any

func mainFunc() {
	manager := py.Call(pools.Module().Attr("ThreadPool"), 3)
	pool := py.EnterContext(manager)
	err := py.Try(func() error {
		py.Print(pool)
		py.Print(py.MethodOf(pool, "map").Call(squareFunc, py.Call(py.Builtin("range"), 5)), py.SortedList(seen.All()))
		py.Print(py.CallMethod(pool, "starmap", py.Builtin("pow"), py.ListOf[any](py.Tuple{2, 3}, py.Tuple{3, 2})), py.CallMethod(pool, "apply", squareFunc, py.Tuple{7}), py.ListFrom(py.Items[any](py.CallMethod(pool, "imap", squareFunc, py.ListOf[any](1, 2)))))
		fmt.Println(py.SortedList(py.Items[any](py.CallMethod(pool, "imap_unordered", squareFunc, py.ListOf[any](3, 1, 2)))))
		r := py.CallMethodKw(pool, "apply_async", []any{squareFunc, py.Tuple{9}}, py.Kwargs{{Name: "callback", Value: py.Func("main.<locals>.<lambda>(v)", func(v any) any {
			py.Print("callback", v)
			return nil
		})}})
		py.Print(py.CallMethod(r, "get", 5), py.CallMethod(r, "ready"), py.CallMethod(r, "successful"))
		err := py.Try(func() error {
			py.CallMethod(pool, "map", failFunc, py.ListOf[any](1))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		gate := py.CallMethod(threading.Module(), "Event")
		r = py.CallMethod(pool, "apply_async", py.GetAttr(gate, "wait"))
		err = py.Try(func() error {
			py.CallMethodKw(r, "get", nil, py.Kwargs{{Name: "timeout", Value: 0.01}})
			return nil
		})
		if err != nil {
			if !py.Matches(err, multiprocessing.Module().Attr("TimeoutError")) {
				return err
			}
			py.Print(py.TypeOf(err).Name(), py.CallMethod(r, "ready"))
		}
		py.CallMethod(gate, "set")
		py.Print(py.CallMethod(r, "get"))
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	for _, use := range []any{py.Func("main.<locals>.<lambda>()", func() any { return py.CallMethod(pool, "apply", squareFunc, py.Tuple{1}) }), py.Func("main.<locals>.<lambda>()", func() any { return py.Call(pools.Module().Attr("ThreadPool"), 0) })} {
		err := py.Try(func() error {
			py.Call(use)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				panic(err)
			}
			fmt.Println(err)
		}
	}
	seen.Clear()
	pool = py.CallKw(pools.Module().Attr("ThreadPool"), nil, py.Kwargs{{Name: "processes", Value: 1}, {Name: "initializer", Value: startFunc}, {Name: "initargs", Value: py.Tuple{"hello"}}})
	results := py.CallMethod(pool, "map_async", squareFunc, py.ListOf[any](1, 2, 3))
	py.CallMethod(pool, "close")
	py.CallMethod(pool, "join")
	py.Print(py.CallMethod(results, "get"), seen, pool)
}

func main() {
	py.Main(func() error {
		seen = py.ListOf[any]()
		lock = py.CallMethod(threading.Module(), "Lock")
		squareFunc = py.Func("square(n)", square)
		failFunc = py.Func("fail(n)", fail)
		startFunc = py.Func("start(greeting)", start)

		mainFunc()
		return nil
	})
}
