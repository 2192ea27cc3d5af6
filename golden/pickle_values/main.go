// Pickles of values, classes and objects, byte by byte, and what they load as.
package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copyreg"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/decimal"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pickle"
)

var Color any

var (
	PointClass any
	Point      any
)

var Node any

func nodeInit(self, name any) any {
	py.SetAttr(self, "name", name)
	py.SetAttr(self, "next", nil)
	return nil
}

var Slotted any

func slottedInit(self any) any {
	py.SetAttr(self, "a", 1)
	py.SetAttr(self, "b", "two")
	return nil
}

var Stateful any

func statefulInit(self any) any {
	value := py.ListOf[any]("x")
	value2 := py.DictOf[any, any]("k", 1)
	py.SetAttr(self, "log", value)
	py.SetAttr(self, "cache", value2)
	return nil
}

func statefulGetstate(self any) any {
	state := py.CallMethod(py.GetAttr(self, "__dict__"), "copy")
	py.DelItem(state, "cache")
	return state
}

func statefulSetstate(self, state any) any {
	py.CallMethod(py.GetAttr(self, "__dict__"), "update", state)
	py.SetAttr(self, "cache", py.DictOf[any, any]())
	return nil
}

var Reduced any

func reducedInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func reducedReduce(self any) any {
	return py.Tuple{Reduced, py.Tuple{py.Add(py.GetAttr(self, "n"), 1)}}
}

var Bag any

var Stack any

type AppError struct {
	py.Exception
	code int
}

var appErrorClass *py.Class

func newAppError(code int, text string) *AppError {
	return &AppError{Exception: py.ExceptionOf(appErrorClass, code, text), code: code}
}

var Kelvin any

func kelvinInit(self, degrees any) any {
	py.SetAttr(self, "degrees", degrees)
	return nil
}

func pickleKelvin(k any) py.Tuple {
	return py.Tuple{Kelvin, py.Tuple{py.GetAttr(k, "degrees")}}
}

var pickleKelvinFunc any

func double(n any) any {
	return py.Mul(2, n)
}

var doubleFunc any

func show(v any) {
	data := py.CallMethod(pickle.Module(), "dumps", v)
	py.Print(py.CallMethod(data, "hex"), py.StrSlice(py.Repr(py.CallMethod(pickle.Module(), "loads", data)), nil, 60, nil))
}

func mainFunc() {
	values := py.ListOf[any](nil, true, 0, 255, 256, 65536, -1, py.As[int](py.Pow(2, 31)), py.Neg(py.Pow(2, 40)), py.Pow(10, 30), -255, 1.5, "text", "é", "", py.Bytes(""), py.Bytes("raw"), py.Tuple{}, py.Tuple{1}, py.Tuple{1, 2}, py.Tuple{1, 2, 3}, py.Tuple{1, 2, 3, 4}, py.ListOf[any](), py.ListOf[any](1), py.ListOf[any](1, 2, py.ListOf[any](3)), py.DictOf[any, any](), py.DictOf[any, any]("a", 1), py.DictOf[any, any]("a", 1, "b", py.ListOf[any](2)), py.SetOf[any](), py.SetOf[any](7), py.FrozenSetOf[any](), py.FrozenSetFrom(py.SetOf[any](3).All()), py.Add(1, complex(0, 2.0)), py.Call(py.Builtin("range"), 3), py.Call(py.Builtin("slice"), 1, 2), py.Call(py.Builtin("bytearray"), py.Bytes("ab")), py.IntClass, py.Builtin("len"), py.GetAttr(Color, "RED"), py.ListOf[any]("s", "s", "t"))
	for v := range values.All() {
		show(v)
	}
	for protocol := range 6 {
		py.Print(protocol, py.CallMethod(py.CallMethod(pickle.Module(), "dumps", py.ListOf[any](1, 2.5, "a\nb", py.Tuple{true, nil}, py.DictOf[any, any]("k", py.Bytes("v")), py.As[int](py.Pow(10, 12)), py.SetOf[any](1)), protocol), "hex"))
		py.Print(protocol, py.CallMethod(py.CallMethod(pickle.Module(), "dumps", py.Call(Point, 1, 2.0, py.ListOf[any]("t")), protocol), "hex"))
	}
	for _, v := range []any{py.Call(Point, 1), py.GetAttr(Color, "BLUE"), py.CallMethod(decimal.Module(), "Decimal", "1.50"), py.CallMethod(datetime.Module(), "date", 2024, 2, 29), py.CallMethod(datetime.Module(), "datetime", 2024, 1, 2, 3, 4, 5, 6), py.CallMethodKw(datetime.Module(), "timedelta", nil, py.Kwargs{{Name: "days", Value: 1}, {Name: "seconds", Value: 2}}), py.CallMethodKw(collections.Module(), "OrderedDict", nil, py.Kwargs{{Name: "a", Value: 1}}), collections.BoundedDequeFrom(py.ListOf[any](1, 2).All(), 5), py.CallMethod(collections.Module(), "Counter", "aab"), py.CallMethodKw(collections.Module(), "defaultdict", []any{py.ListClass}, py.Kwargs{{Name: "a", Value: py.ListOf[any](1)}})} {
		show(v)
	}
	n := py.Call(Node, "first")
	py.SetAttr(n, "next", n)
	m := py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", n))
	py.Print(py.GetAttr(m, "name"), py.Is(py.GetAttr(m, "next"), m), !py.Is(m, n))
	s := py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", py.Call(Slotted)))
	py.Print(py.GetAttr(s, "a"), py.GetAttr(s, "b"))
	t := py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", py.Call(Stateful)))
	py.Print(py.GetAttr(t, "log"), py.GetAttr(t, "cache"))
	py.Print(py.GetAttr(py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", py.Call(Reduced, 1))), "n"), py.GetAttr(py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", py.Call(Kelvin, 3))), "degrees"))
	b := py.CallKw(Bag, nil, py.Kwargs{{Name: "a", Value: 1}})
	py.SetAttr(b, "extra", "e")
	c := py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", b))
	py.Print(py.TypeOf(c).Name(), c, py.GetAttr(c, "extra"), py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", py.Call(Stack, py.ListOf[any](1, 2)))))
	e := py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", newAppError(3, "bad")))
	py.Print(py.Repr(e), py.GetAttr(e, "code"), py.Call(py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", doubleFunc)), 4), py.Is(py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", Point)), Point))
	many := py.BoxList(py.ListFrom(py.RangeOf(0, 1001, 1)))
	arg := py.Eq(py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", many)), many)
	arg2 := py.Len(py.CallMethod(pickle.Module(), "dumps", many))
	arg3 := py.Len(py.CallMethod(pickle.Module(), "dumps", py.ListOf[any](py.StrRepeat("z", 70000), 1)))
	items := py.ListOf[any]()
	for i := range 20000 {
		items.Append(strconv.Itoa(i))
	}
	py.Print(arg, arg2, arg3, py.Len(py.CallMethod(pickle.Module(), "dumps", items)))
	shared := py.ListOf[any](1)
	pair := py.CallMethod(pickle.Module(), "loads", py.CallMethod(pickle.Module(), "dumps", py.Tuple{shared, shared}))
	py.Print(py.Is(py.GetItem(pair, 0), py.GetItem(pair, 1)))
	buf := py.CallMethod(io.Module(), "BytesIO")
	for _, v := range []any{1, "two", py.ListOf[any](3)} {
		py.CallMethod(pickle.Module(), "dump", v, buf)
	}
	py.CallMethod(buf, "seek", 0)
	for {
		err := py.Try(func() error {
			py.PrintWith([]any{py.CallMethod(pickle.Module(), "load", buf)}, py.PrintOptions{End: " "})
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.EOFError) {
				panic(err)
			}
			fmt.Println(err)
			break
		}
	}
	for _, bad := range []any{py.Bytes(""), py.Bytes("\x80\x04K"), py.Bytes("hello"), py.Bytes("\x80\t."), py.GetItem(py.CallMethod(pickle.Module(), "dumps", py.ListOf[any](1, 2)), py.NewSlice(nil, -1, nil))} {
		err := py.Try(func() error {
			py.Print(py.CallMethod(pickle.Module(), "loads", bad))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				panic(err)
			}
			exc := err
			fmt.Println(py.TypeOf(exc).Name(), exc)
		}
	}
	arg4 := py.Func("main.<locals>.<lambda>()", func() any { return 1 })
	source := py.GetIter(py.Call(py.Builtin("range"), 3))
	for _, bad := range []any{arg4, py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for iItem := range py.Iter(source) {
			i := py.As[int](iItem)
			y.Yield(i)
		}
		return nil
	}).Streams(), io.Module().Attr("StringIO")} {
		err := py.Try(func() error {
			py.Print(py.Len(py.CallMethod(pickle.Module(), "dumps", bad)) > 0)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				panic(err)
			}
			exc := err
			fmt.Println(py.TypeOf(exc).Name(), py.StrSlice(py.Str(exc), nil, 30, nil))
		}
	}
	err := py.Try(func() error {
		py.CallMethod(pickle.Module(), "dumps", 1, 6)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			panic(err)
		}
		fmt.Println(err)
	}
	py.Print(pickle.Module().Attr("HIGHEST_PROTOCOL"), pickle.Module().Attr("DEFAULT_PROTOCOL"), py.IsSubclass(pickle.Module().Attr("PicklingError"), pickle.Module().Attr("PickleError")), py.IsInstance(py.CallMethod(pickle.Module(), "dumps", 1), py.BytesClass))
}

func main() {
	py.Main(func() error {
		Color = py.NewClass("Color", []any{enum.Module().Attr("Enum")}, nil, func(ns *py.Namespace) {
			ns.Set("RED", 1)
			ns.Set("BLUE", "b")
		})
		decorator := dataclasses.Module().Attr("dataclass")
		PointClass = py.NewClass("Point", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("x", py.IntClass)
			ns.Annotate("y", py.FloatClass)
			ns.Set("y", 0.5)
			ns.Annotate("tags", py.ListClass)
			ns.Set("tags", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "default_factory", Value: py.ListClass}}))
		})
		Point = py.Call(decorator, PointClass)
		Node = py.NewClass("Node", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Node.__init__(self, name)", nodeInit))
		})
		Slotted = py.NewClass("Slotted", nil, nil, func(ns *py.Namespace) {
			ns.Set("__slots__", py.Tuple{"a", "b"})

			ns.Set("__init__", py.Func("Slotted.__init__(self)", slottedInit))
		})
		Stateful = py.NewClass("Stateful", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Stateful.__init__(self)", statefulInit))

			ns.Set("__getstate__", py.Func("Stateful.__getstate__(self)", statefulGetstate))

			ns.Set("__setstate__", py.Func("Stateful.__setstate__(self, state)", statefulSetstate))
		})
		Reduced = py.NewClass("Reduced", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Reduced.__init__(self, n)", reducedInit))

			ns.Set("__reduce__", py.Func("Reduced.__reduce__(self)", reducedReduce))
		})
		Bag = py.NewClass("Bag", []any{py.DictClass}, nil, func(ns *py.Namespace) {})
		Stack = py.NewClass("Stack", []any{py.ListClass}, nil, func(ns *py.Namespace) {})
		appErrorClass = py.StructClass[AppError]("AppError", []any{py.ExceptionClass}, py.Kw{Name: "__new__", Value: py.Func("AppError.__init__(self, code, text)", newAppError)})
		Kelvin = py.NewClass("Kelvin", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Kelvin.__init__(self, degrees)", kelvinInit))
		})
		pickleKelvinFunc = py.Func("pickle_kelvin(k)", pickleKelvin)

		py.CallMethod(copyreg.Module(), "pickle", Kelvin, pickleKelvinFunc)
		doubleFunc = py.Func("double(n)", double)

		mainFunc()
		return nil
	})
}
