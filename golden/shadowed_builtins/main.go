// Variables of the module and of classes with the names of builtins: until they are
// bound, the names mean the builtins.
package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var (
	aiter    any
	anext    any
	maxValue any
)

var lengthValue any

func length(x *py.List[any]) any {
	return py.Add(py.Call(lengthValue, x), 100)
}

var list any

func listTotal(self any) any {
	return py.Call(py.Builtin("sum"), self)
}

func numbers() *py.AsyncGenerator {
	return py.NewAsyncGenerator("numbers", func(ctx context.Context, y *py.AsyncYielder) error {
		_, err := y.Yield(7)
		return err
	}).Streams()
}

func first(ctx context.Context) (any, error) {
	callee := anext
	callee2 := aiter
	return asyncio.Await(ctx, py.Call(callee, py.Call(callee2, numbers())))
}

var Names any

func greatest(args py.Tuple) any {
	callee := maxValue
	return py.CallStar(callee, args, nil)
}

func main() {
	py.Main(func() error {
		aiter = py.Builtin("aiter")
		anext = py.Builtin("anext")
		hash := py.Builtin("hash")
		maxValue = py.Builtin("max")

		printValue := py.CallMethodKw(functools.Module(), "partial", []any{py.Builtin("print")}, py.Kwargs{{Name: "sep", Value: "|"}})
		py.Call(printValue, "of", "the", "module")
		lengthValue = py.Builtin("len")
		list = py.NewClass("list", []any{py.ListClass}, nil, func(ns *py.Namespace) {
			ns.Set("total", py.Func("list.total(self)", listTotal))
		})

		py.Call(printValue, length(py.ListOf[any](1, 2)), py.CallMethod(py.Call(list, py.ListOf[any](1, 2, 3)), "total"), py.Call(lengthValue, py.Call(list)))

		if py.Truth(py.Lt(sys.Module().Attr("version_info"), py.Tuple{3, 10})) {
			anext = py.Func("anext(it)", func(it any) any { return py.CallMethod(it, "__anext__") })
		}
		err := py.Try(func() error {
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			aiter = py.Func("aiter(it)", func(it any) any { return py.CallMethod(it, "__aiter__") })
		}

		err = py.Try(func() error {
			py.CallMethod(asyncio.GoValue(first), "send", nil)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.StopIteration) {
				return err
			}
			py.Call(printValue, py.GetAttr(err, "value"))
		}

		x := 3
		Names = py.NewClass("Names", nil, nil, func(ns *py.Namespace) {
			ns.Set("print", printValue)
			ns.Set("id", py.ID(x) == py.ID(x))
			ns.Set("tuple", py.Call(py.TupleClass, "ab"))
			ns.Set("x", x+1)
			ns.Set("y", ns.Get("x"))
			for intItem := range py.ListOf[any](py.Int("5")).All() {
				ns.Set("int", intItem)
				ns.Set("z", ns.Get("int"))
			}
		})

		py.Call(printValue, py.GetAttr(Names, "id"), py.GetAttr(Names, "tuple"), py.GetAttr(Names, "x"), py.GetAttr(Names, "y"), py.GetAttr(Names, "z"), x)
		py.CallMethod(Names, "print", "through", "the class")

		for id := range 2 {
			py.Call(printValue, id)
		}

		if py.Truth(py.Gt(py.Call(lengthValue, sys.Module().Attr("argv")), 5)) {
			maxValue = py.Builtin("min")
		}
		py.Call(printValue, greatest(py.Tuple{1, 2}), min(1, 2))

		err = py.Try(func() error {
			py.Add(py.UndefinedName("unknown"), 1)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			py.Call(printValue, err)
		}
		for {
			err := py.Try(func() error {
				py.Call(hash, "x")
				hash = 5
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) {
					return err
				}
				py.Call(printValue, err)
				break
			}
		}
		return nil
	})
}
