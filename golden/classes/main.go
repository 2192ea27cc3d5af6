package main

import (
	"errors"
	"fmt"
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Shape any

func shapeInit(self, name any) any {
	py.SetAttr(self, "name", name)
	return nil
}

func shapeArea(self any) (any, error) {
	return nil, py.NewNotImplementedError()
}

func shapeDescribe(self any) any {
	return fmt.Sprintf("%s with %s sides has area %s", py.Format(py.GetAttr(self, "name"), ""), py.Format(py.GetAttr(self, "sides"), ""), py.Format(py.CallMethod(self, "area"), ".2f"))
}

var Circle any

func circleInit(self, radius any) any {
	py.CallMethod(py.Super(Circle, self), "__init__", "circle")
	py.SetAttr(self, "radius", radius)
	return nil
}

func circleArea(self any) any {
	return py.Mul(math.Pi, py.Pow(py.GetAttr(self, "radius"), 2))
}

var Rectangle any

func rectangleInit(self, width, height any) any {
	py.CallMethod(py.Super(Rectangle, self), "__init__", "rectangle")
	py.SetAttr(self, "width", width)
	py.SetAttr(self, "height", height)
	return nil
}

func rectangleArea(self any) any {
	return py.Mul(py.GetAttr(self, "width"), py.GetAttr(self, "height"))
}

var Square any

func squareInit(self, side any) any {
	py.CallMethod(py.Super(Square, self), "__init__", side, side)
	py.SetAttr(self, "name", "square")
	return nil
}

func main() {
	py.Main(func() error {
		Shape = py.NewClass("Shape", nil, nil, func(ns *py.Namespace) {
			ns.Set("sides", 0)

			ns.Set("__init__", py.Func("Shape.__init__(self, name)", shapeInit))

			ns.Set("area", py.Func("Shape.area(self)", shapeArea))

			ns.Set("describe", py.Func("Shape.describe(self)", shapeDescribe))
		})
		Circle = py.NewClass("Circle", []any{Shape}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Circle.__init__(self, radius)", circleInit))

			ns.Set("area", py.Func("Circle.area(self)", circleArea))
		})
		Rectangle = py.NewClass("Rectangle", []any{Shape}, nil, func(ns *py.Namespace) {
			ns.Set("sides", 4)

			ns.Set("__init__", py.Func("Rectangle.__init__(self, width, height)", rectangleInit))

			ns.Set("area", py.Func("Rectangle.area(self)", rectangleArea))
		})
		Square = py.NewClass("Square", []any{Rectangle}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Square.__init__(self, side)", squareInit))
		})

		shapes := py.ListOf[any](py.Call(Circle, 1.5), py.Call(Rectangle, 2, 3.5), py.Call(Square, 2))
		for shape := range shapes.All() {
			py.Print(py.CallMethod(shape, "describe"))
		}
		py.Print(py.IsInstance(shapes.Get(2), Rectangle), py.IsInstance(shapes.Get(0), Rectangle))
		py.Print(py.GetAttr(py.MaxBy(shapes.All(), func(s any) any { return py.CallMethod(s, "area") }), "name"))
		py.Print(py.GetAttr(py.GetItem(py.GetAttr(Square, "__mro__"), 1), "__name__"), py.IsSubclass(Square, Shape))
		err := py.Try(func() error {
			py.CallMethod(py.Call(Shape, "plain"), "area")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NotImplementedError) {
				return err
			}
			fmt.Println("not implemented", py.Repr(err))
		}
		return nil
	})
}
