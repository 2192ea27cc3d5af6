package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func run() error {
	return py.MakeError(py.Call(py.ExceptionGroup, "several", py.ListOf[any](py.Call(py.ValueError, "v"), py.Call(py.KeyError, "k"), py.Call(py.ExceptionGroup, "deep", py.ListOf[any](py.Call(py.ValueError, "w"))))))
}

func main() {
	py.Main(func() error {
		err := py.Try(func() error {
			return run()
		})
		if err != nil {
			rest := err
			var reraised []error
			var raised []error
			var matched error
			matched, rest = py.SplitGroup(rest, py.ValueError)
			if matched != nil {
				err := py.Try(func() error {
					group := matched
					items := py.ListOf[string]()
					for e := range py.Iter(py.GetAttr(group, "exceptions")) {
						items.Append(py.Str(e))
					}
					py.Print("values", items, py.GetAttr(group, "message"))
					return nil
				})
				if err == matched {
					reraised = append(reraised, err)
				} else if err != nil {
					raised = append(raised, err)
				}
			}
			var matched2 error
			matched2, rest = py.SplitGroup(rest, py.KeyError)
			if matched2 != nil {
				err := py.Try(func() error {
					group := matched2
					py.Print("keys", py.GetAttr(group, "exceptions"))
					return nil
				})
				if err == matched2 {
					reraised = append(reraised, err)
				} else if err != nil {
					raised = append(raised, err)
				}
			}
			if err := py.JoinGroup(err, rest, reraised, raised); err != nil {
				return err
			}
		}
		err = py.Try(func() error {
			return run()
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionGroup) {
				return err
			}
			group := err
			values := py.Unpack(py.CallMethod(group, "split", py.ValueError), 2)
			matched, rest := values[0], values[1]
			py.Print(matched, "|", rest)
			fmt.Println(py.Len(py.GetAttr(group, "exceptions")))
		}
		return nil
	})
}
