// Defaults that are given to a named tuple after it was made, as before namedtuple had the argument.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

func main() {
	py.Main(func() error {
		Event := py.Call(collections.Module().Attr("namedtuple"), "Event", "time kind who")
		py.Print(py.GetAttr(py.GetAttr(Event, "__new__"), "__defaults__"))
		value := py.Tuple{nil}
		py.SetAttr(py.GetAttr(Event, "__new__"), "__defaults__", value)
		py.Print(py.Call(Event, 1, "k"), py.GetAttr(py.GetAttr(Event, "__new__"), "__defaults__"))
		Node := py.Call(collections.Module().Attr("namedtuple"), "Node", "val left right")
		value2 := py.Mul(py.Tuple{nil}, py.Len(py.GetAttr(Node, "_fields")))
		py.SetAttr(py.GetAttr(Node, "__new__"), "__defaults__", value2)
		py.Print(py.Call(Node), py.Call(Node, 3), py.CallKw(Node, nil, py.Kwargs{{Name: "left", Value: py.Call(Node)}}))
		err := py.Try(func() error {
			py.SetAttr(py.GetAttr(Node, "__new__"), "__defaults__", 5)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		py.SetAttr(py.GetAttr(Node, "__new__"), "__defaults__", nil)
		err = py.Try(func() error {
			py.Call(Node, 1)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		Other := py.CallKw(collections.Module().Attr("namedtuple"), []any{"Other", "val left right"}, py.Kwargs{{Name: "defaults", Value: py.ListOf[any](7)}})
		value3 := py.PairOf(1, 2)
		py.SetAttr(py.GetAttr(Node, "__new__"), "__defaults__", value3.Tuple())
		py.Print(py.Call(Other, 1, 2), py.Call(Node, 0), py.GetAttr(py.GetAttr(Node, "__new__"), "__defaults__"), py.GetAttr(py.GetAttr(Other, "__new__"), "__defaults__"), py.GetAttr(Node, "_field_defaults"))
		return nil
	})
}
