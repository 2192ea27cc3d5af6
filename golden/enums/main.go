package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

var Color any

var Level any

var State any

func stateLabel(self any) any {
	return py.CallMethod(py.GetAttr(self, "value"), "capitalize")
}

func main() {
	py.Main(func() error {
		Color = py.NewClass("Color", []any{enum.Module().Attr("Enum")}, nil, func(ns *py.Namespace) {
			ns.Set("RED", 1)
			ns.Set("GREEN", 2)
			ns.Set("BLUE", 3)
		})
		Level = py.NewClass("Level", []any{enum.Module().Attr("IntEnum")}, nil, func(ns *py.Namespace) {
			ns.Set("LOW", py.Call(enum.Module().Attr("auto")))
			ns.Set("HIGH", py.Call(enum.Module().Attr("auto")))
		})
		State = py.NewClass("State", []any{enum.Module().Attr("Enum")}, nil, func(ns *py.Namespace) {
			ns.Set("IDLE", "idle")
			ns.Set("BUSY", "busy")

			ns.Set("label", py.Property(py.Func("State.label(self)", stateLabel), nil, nil, nil))
		})

		py.Print(py.GetAttr(Color, "RED"), py.Call(Color, 2), py.GetItem(Color, "BLUE"), py.GetAttr(py.GetAttr(Color, "RED"), "name"), py.GetAttr(py.GetAttr(Color, "RED"), "value"))
		items := py.ListOf[any]()
		for c := range py.Iter(Color) {
			items.Append(py.GetAttr(c, "name"))
		}
		py.Print(items, py.Is(py.GetAttr(Color, "RED"), py.Call(Color, 1)), py.Eq(py.GetAttr(Color, "RED"), py.GetAttr(Color, "GREEN")))
		py.Print(py.Repr(py.GetAttr(Color, "GREEN")), py.Gt(py.GetAttr(Level, "HIGH"), py.GetAttr(Level, "LOW")), py.Add(py.GetAttr(Level, "HIGH"), 1), py.GetAttr(py.GetAttr(State, "BUSY"), "label"))
		names := py.DictOf[any, string](py.GetAttr(Color, "RED"), "stop", py.GetAttr(Color, "GREEN"), "go")
		fmt.Println(names.Get(py.GetAttr(Color, "GREEN")), names.GetOr(py.GetAttr(Color, "BLUE"), "?"))
		err := py.Try(func() error {
			py.Call(Color, 9)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
