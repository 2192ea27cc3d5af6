package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest/mock"
)

// What sys.stdout and its like are can be replaced by a path that stands in a string
// only.
func greet(name any) {
	py.Print("hello", name)
}

func outputTestDecorated(self, out any) any {
	greet("decorator")
	py.MethodOf(self, "assertEqual").Call(py.CallMethod(out, "getvalue"), "hello decorator\n")
	return nil
}

func outputTestCoroutine(ctx context.Context, self any) (any, error) {
	manager := py.CallKw(mock.Module().Attr("patch"), []any{"sys.stdout"}, py.Kwargs{{Name: "new", Value: py.CallMethod(io.Module(), "StringIO")}})
	out := py.EnterContext(manager)
	err := py.Try(func() error {
		greet("before")
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		greet("after")
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.MethodOf(self, "assertEqual").Call(py.CallMethod(py.CallMethod(out, "getvalue"), "split"), py.ListOf[any]("hello", "before", "hello", "after"))
	return nil, nil
}

func main() {
	py.Main(func() error {
		importlib.Provide("builtins", builtins.Module)
		importlib.Provide("sys", sys.Module)
		py.NewClass("Output", []any{unittest.Module().Attr("IsolatedAsyncioTestCase")}, nil, func(ns *py.Namespace) {
			ns.Set("test_decorated", py.Call(py.CallKw(mock.Module().Attr("patch"), []any{"sys.stdout"}, py.Kwargs{{Name: "new_callable", Value: io.Module().Attr("StringIO")}}), py.Func("Output.test_decorated(self, out)", outputTestDecorated)))

			ns.Set("test_coroutine", py.AsyncFunc("Output.test_coroutine(self)", outputTestCoroutine))
		})

		manager := py.CallKw(mock.Module().Attr("patch"), []any{"sys.stdout"}, py.Kwargs{{Name: "new_callable", Value: io.Module().Attr("StringIO")}})
		captured := py.EnterContext(manager)
		err := py.Try(func() error {
			greet("nobody")
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		greet("everybody")
		py.Print(py.Repr(py.CallMethod(captured, "getvalue")))

		manager2 := py.CallKw(mock.Module().Attr("patch"), []any{"builtins.input"}, py.Kwargs{{Name: "side_effect", Value: py.ListOf[any]("Ada", "Bob")}})
		py.EnterContext(manager2)
		err = py.Try(func() error {
			greet(py.Call(builtins.Module().Attr("input"), "> "))
			greet(py.Call(builtins.Module().Attr("input"), "> "))
			return nil
		})
		if err := py.ExitContext(manager2, err); err != nil {
			return err
		}

		manager3 := py.Call(mock.Module().Attr("patch"), "sys.stdin", py.CallMethod(io.Module(), "StringIO", "from a string\n"))
		py.EnterContext(manager3)
		err = py.Try(func() error {
			py.Print(py.Call(builtins.Module().Attr("input")))
			return nil
		})
		if err := py.ExitContext(manager3, err); err != nil {
			return err
		}

		result := py.GetAttr(py.CallMethodKw(unittest.Module(), "main", nil, py.Kwargs{{Name: "argv", Value: py.ListOf[any]("tests")}, {Name: "exit", Value: false}}), "result")
		py.Print(py.GetAttr(result, "testsRun"), py.CallMethod(result, "wasSuccessful"))
		return nil
	})
}
