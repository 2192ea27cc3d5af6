package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
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

func (r *Resource) exit(kind any) bool {
	arg := r.name
	var value any
	if py.Truth(kind) {
		value = py.GetAttr(kind, "__name__")
	} else {
		value = nil
	}
	py.Print("close", arg, value)
	return py.Is(kind, py.KeyError)
}

func section(title string, body func(string) error) error {
	fmt.Println("<" + title + ">")
	err := py.Try(func() error {
		return body(py.StrUpper(title))
	})
	fmt.Println("</" + title + ">")
	return err
}

func early() int {
	for n := range 3 {
		manager := newResource("r" + strconv.Itoa(n))
		manager.enter()
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
		if manager.exit(py.ErrorClass(err)) {
			err = nil
		}
		if err != nil {
			panic(err)
		}
		if returned {
			return result
		}
	}
	return -1
}

func main() {
	py.Main(func() error {
		manager := newResource("a")
		a := manager.enter()
		err := py.Try(func() error {
			manager := newResource("b")
			manager.enter()
			err := py.Try(func() error {
				fmt.Println("using", a.name)
				return nil
			})
			if manager.exit(py.ErrorClass(err)) {
				err = nil
			}
			return err
		})
		if manager.exit(py.ErrorClass(err)) {
			err = nil
		}
		if err != nil {
			return err
		}
		manager2 := newResource("c")
		manager2.enter()
		err = py.Try(func() error {
			return py.NewKeyError("swallowed")
		})
		if manager2.exit(py.ErrorClass(err)) {
			err = nil
		}
		if err != nil {
			return err
		}
		err = section("body", func(body string) error {
			fmt.Println(body)
			return nil
		})
		if err != nil {
			return err
		}
		err = py.Try(func() error {
			return section("broken", func(entered string) error {
				return py.NewValueError("inside")
			})
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
