package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var fib any

func hanoi(n int, a, b, c string) any {
	py.Enter()
	defer py.Leave()
	if n == 0 {
		return 0
	}
	return py.Add(py.Add(hanoi(n-1, a, c, b), 1), hanoi(n-1, c, b, a))
}

func flatten(value any) *py.Generator {
	return py.NewGenerator("flatten", func(y *py.Yielder) any {
		if py.IsInstance(value, py.ListClass) {
			for item := range py.Iter(value) {
				y.YieldFrom(flatten(item))
			}
		} else {
			y.Yield(value)
		}
		return nil
	}).Streams()
}

func endless(n int) {
	py.Enter()
	defer py.Leave()
	endless(n + 1)
}

func main() {
	py.Main(func() error {
		fib = py.Call(py.CallKw(functools.Module().Attr("lru_cache"), nil, py.Kwargs{{Name: "maxsize", Value: nil}}), py.Func("fib(n)", func(n any) any {
			if py.Truth(py.Lt(n, 2)) {
				return n
			}
			return py.Add(py.Call(fib, py.Sub(n, 1)), py.Call(fib, py.Sub(n, 2)))
		}))

		py.Print(py.Call(fib, 80), hanoi(8, "A", "B", "C"))
		fmt.Println(py.ListFrom(py.Items[any](flatten(py.ListOf[any](1, py.ListOf[any](2, py.ListOf[any](3, py.ListOf[any]()), py.ListOf[any](py.ListOf[any](4))), 5)))))
		py.CallMethod(sys.Module(), "setrecursionlimit", 500)
		err := py.Try(func() error {
			endless(0)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.RecursionError) {
				return err
			}
			fmt.Println("RecursionError:", err)
		}
		return nil
	})
}
