package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

type Resource struct {
	name string
}

func newResource(name string) *Resource {
	return &Resource{name: name}
}

func (r *Resource) enter() *Resource {
	fmt.Println("open", r.name)
	return r
}

func (r *Resource) exit(kind, value, traceback any) bool {
	arg := r.name
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
		manager := newResource("r" + strconv.Itoa(n))
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
		py.StructClass[Resource]("Resource", nil, py.Kw{Name: "__enter__", Value: py.Func("Resource.__enter__(self)", (*Resource).enter)}, py.Kw{Name: "__exit__", Value: py.Func("Resource.__exit__(self, kind, value, traceback)", (*Resource).exit)})

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

		manager := newResource("a")
		a := py.EnterContext(manager).(*Resource)
		err := py.Try(func() error {
			manager := newResource("b")
			py.EnterContext(manager)
			err := py.Try(func() error {
				fmt.Println("using", a.name)
				return nil
			})
			return py.ExitContext(manager, err)
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		manager2 := newResource("c")
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
