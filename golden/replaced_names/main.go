// Names of library modules and builtins that the program gives other values.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

var globals = py.NewGlobals("__main__", "", "../testdata/replaced_names/main.py", "Names of library modules and builtins that the program gives other values.")

var ServiceClass any

func serviceFetch(ctx context.Context, self, x any) (any, error) {
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 5)); err != nil {
		return nil, err
	}
	return py.Add(x, 1), nil
}

func main() {
	py.Main(func() error {
		globals.Set("asyncio", asyncio.Module())
		globals.Set("builtins", builtins.Module())
		globals.Set("random", random.Module())
		globals.Set("time", time.Module())
		globals.Set("monotonic", time.Module().Attr("monotonic"))
		ServiceClass = py.NewClass("Service", nil, nil, func(ns *py.Namespace) {
			ns.Set("fetch", py.AsyncFunc("Service.fetch(self, x)", serviceFetch))
		})
		globals.Set("Service", ServiceClass)

		globals.Set("helper", py.Func("helper(a)", func(a any) any { return py.Mul(a, 2) }))

		globals.Set("stamp", py.Func("stamp()", func() any {
			return py.Call(py.Builtin("round"), py.CallMethod(time.Module(), "time"))
		}))

		globals.Set("put", py.Func("put(module, name, value)", func(module, name, value any) any {
			old := py.Call(py.Builtin("getattr"), module, name)
			py.Call(py.Builtin("setattr"), module, name, value)
			return old
		}))

		globals.Set("imported", py.Func("imported()", func() any {
			sleep := asyncio.Module().Attr("sleep")
			now := time.Module().Attr("time")

			return py.Tuple{py.Call(now), sleep}
		}))

		globals.Set("main", py.AsyncFunc("main()", func(ctx context.Context) (any, error) {
			slept := py.ListOf[any]()

			var nosleep any = py.AsyncFunc("main.<locals>.nosleep(delay, result=None)", func(ctx context.Context, delay, result any) (any, error) {
				slept.Append(delay)
				return result, nil
			})

			old := py.GetAttr(asyncio.Module(), "sleep")
			py.SetAttr(asyncio.Module(), "sleep", nosleep)
			err := py.Try(func() error {
				arg, err := asyncio.Await(ctx, py.CallMethod(py.Call(globals.Get("Service")), "fetch", 1))
				if err != nil {
					return err
				}
				result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 3, "result"))
				if err != nil {
					return err
				}
				py.Print(arg, result, slept)
				return nil
			})
			py.SetAttr(asyncio.Module(), "sleep", old)
			if err != nil {
				return nil, err
			}
			result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 0, "real"))
			if err != nil {
				return nil, err
			}
			py.Print(result, py.Is(py.GetAttr(asyncio.Module(), "sleep"), old))

			py.SetAttr(time.Module(), "time", py.Func("main.<locals>.<lambda>()", func() any { return 5.2 }))
			py.Print(py.Call(globals.Get("stamp")), py.CallMethod(time.Module(), "time"))

			realPart := py.Call(globals.Get("put"), random.Module(), "random", py.Func("main.<locals>.<lambda>()", func() any { return 0.5 }))
			py.Print(py.CallMethod(random.Module(), "random"), py.CallMethod(random.Module(), "random"))
			py.Call(globals.Get("put"), random.Module(), "random", realPart)
			operand := py.CallMethod(random.Module(), "random")
			py.Print(py.Truth(py.Le(0, operand)) && py.Truth(py.Lt(operand, 1)))

			py.Call(py.Builtin("setattr"), time.Module(), "monotonic", py.Func("main.<locals>.<lambda>()", func() any { return -1 }))
			py.Print(py.CallMethod(time.Module(), "monotonic"), time.Monotonic() > 0)

			length := py.GetAttr(builtins.Module(), "len")
			py.SetAttr(builtins.Module(), "len", py.Func("main.<locals>.<lambda>(x)", func(x any) any { return 42 }))
			py.Print(py.Call(builtins.Module().Attr("len"), py.ListOf[any]()), py.Call(builtins.Module().Attr("len"), "abc"))
			py.SetAttr(builtins.Module(), "len", length)
			py.Print(py.Call(builtins.Module().Attr("len"), py.ListOf[any](1, 2)))

			var other any = py.AsyncFunc("main.<locals>.other(self, x)", func(ctx context.Context, self, x any) (any, error) {
				return "other " + py.Format(x, ""), nil
			})

			first := py.GetAttr(globals.Get("Service"), "fetch")
			py.Call(py.Builtin("setattr"), globals.Get("Service"), "fetch", other)
			result2, err := asyncio.Await(ctx, py.CallMethod(py.Call(globals.Get("Service")), "fetch", 1))
			if err != nil {
				return nil, err
			}
			py.Print(result2)
			py.SetAttr(globals.Get("Service"), "fetch", first)
			py.Print(py.Call(globals.Get("helper"), 3), py.Call(py.GetItem(globals.Dict(), "helper"), 4))

			// What an import in a function binds depends on when it runs.
			py.Print(py.Gt(py.GetItem(py.Call(globals.Get("imported")), 0), 100), py.Is(py.GetItem(py.Call(globals.Get("imported")), 1), old))
			value := py.Func("main.<locals>.<lambda>()", func() any { return 5.5 })
			py.SetAttr(time.Module(), "time", value)
			py.SetAttr(asyncio.Module(), "sleep", other)
			py.Print(py.GetItem(py.Call(globals.Get("imported")), 0), py.Is(py.GetItem(py.Call(globals.Get("imported")), 1), other))
			py.SetAttr(asyncio.Module(), "sleep", old)
			return nil, nil
		}))

		py.CallMethod(asyncio.Module(), "run", py.Call(globals.Get("main")))
		return nil
	})
}
