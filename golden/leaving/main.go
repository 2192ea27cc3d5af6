// exit() and quit(), which module site adds to the builtins, beside sys.exit().
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func leave(how string) {
	if how == "plain" {
		py.Exit(nil)
	}
	if how == "number" {
		py.Exit(2)
	}
	if how == "text" {
		py.Exit("goodbye")
	}
	sys.Exit(how)
}

func worker(ctx context.Context) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	py.Exit(4)
	return nil
}

func asyncMain(ctx context.Context) error {
	for _, how := range []string{"plain", "number", "text", "else"} {
		err := py.Try(func() error {
			leave(how)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.SystemExit) {
				return err
			}
			e := err
			py.Print(py.Repr(e), py.GetAttr(e, "code"))
		}
	}
	py.Print(py.Builtin("exit"), py.Builtin("quit"), py.TypeOf(py.Builtin("quit")).Name(), py.GetAttr(py.Call(py.TypeClass, py.Builtin("quit")), "__module__"), py.GetAttr(py.Builtin("quit"), "name"), py.Is(builtins.Module().Attr("exit"), py.Builtin("exit")))
	actions := py.DictOf[string, any]("q", py.Builtin("quit"), "x", py.Builtin("exit"))
	err := py.Try(func() error {
		py.CallKw(actions.Get("x"), nil, py.Kwargs{{Name: "code", Value: 1}})
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.SystemExit) {
			return err
		}
		py.Print(py.GetAttr(err, "args"))
	}
	err = py.Try(func() error {
		py.Call(py.Builtin("input"))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		return worker(ctx)
	})
	fmt.Println("leaving")
	return err
}

func main() {
	asyncio.Main(asyncMain)
}
