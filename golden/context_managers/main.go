package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

var Resource any

func resourceInit(self, name any) any {
	py.SetAttr(self, "name", name)
	return nil
}

func resourceEnter(self any) any {
	py.Print("open", py.GetAttr(self, "name"))
	return self
}

func resourceExit(self, kind, value, traceback any) any {
	arg := py.GetAttr(self, "name")
	var value2 any
	if py.Truth(kind) {
		value2 = py.GetAttr(kind, "__name__")
	} else {
		value2 = nil
	}
	py.Print("close", arg, value2)
	return py.Is(kind, py.KeyError)
}

func early() int {
	for n := range 3 {
		manager := py.Call(Resource, fmt.Sprintf("r%d", n))
		py.EnterContext(manager)
		var returned bool
		var result int
		err := py.Try(func() error {
			if n == 1 {
				result = n
				returned = true
				return nil
			}
			return nil
		})
		py.Check(py.ExitContext(manager, err))
		if returned {
			return result
		}
	}
	return -1
}

func main() {
	py.Main(func() error {
		Resource = py.NewClass("Resource", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Resource.__init__(self, name)", resourceInit))

			ns.Set("__enter__", py.Func("Resource.__enter__(self)", resourceEnter))

			ns.Set("__exit__", py.Func("Resource.__exit__(self, kind, value, traceback)", resourceExit))
		})

		section := py.Call(contextlib.Module().Attr("contextmanager"), py.GenFunc("section(title)", func(y *py.Yielder, title any) any {
			fmt.Println("<" + py.Format(title, "") + ">")
			err := py.Try(func() error {
				y.Yield(py.CallMethod(title, "upper"))
				return nil
			})
			fmt.Println("</" + py.Format(title, "") + ">")
			if err != nil {
				panic(err)
			}
			return nil
		}))

		manager := py.Call(Resource, "a")
		a := py.EnterContext(manager)
		err := py.Try(func() error {
			manager := py.Call(Resource, "b")
			py.EnterContext(manager)
			err := py.Try(func() error {
				py.Print("using", py.GetAttr(a, "name"))
				return nil
			})
			return py.ExitContext(manager, err)
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		manager2 := py.Call(Resource, "c")
		py.EnterContext(manager2)
		err = py.Try(func() error {
			return py.NewKeyError("swallowed")
		})
		if err := py.ExitContext(manager2, err); err != nil {
			return err
		}
		manager3 := py.Call(section, "body")
		body := py.EnterContext(manager3)
		err = py.Try(func() error {
			py.Print(body)
			return nil
		})
		if err := py.ExitContext(manager3, err); err != nil {
			return err
		}
		err = py.Try(func() error {
			manager := py.Call(section, "broken")
			py.EnterContext(manager)
			err := py.Try(func() error {
				return py.NewValueError("inside")
			})
			return py.ExitContext(manager, err)
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println("caught", err)
		}

		fmt.Println(early())
		return nil
	})
}
