package main

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var shapesLoaded bool

var (
	all *py.List[string]
	pi  float64
)

type Shape struct{}

const shapeSides = 4

var shapeClass *py.Class

func area(r any) any {
	return py.Mul(pi, r)
}

var areaFunc any

func scale(x any, by int) any {
	return py.Mul(x, by)
}

var scaleFunc any

// importShapes runs the module shapes when it is first imported.
func importShapes() {
	if shapesLoaded {
		return
	}
	shapesLoaded = true
	all = py.ListOf[string]("area", "Shape")
	all.ExtendList(py.ListOf[string]("scale"))
	pi = math.Pi
	shapeClass = py.StructClass[Shape](
		"shapes.Shape",
		nil,
		py.Kw{Name: "sides", Value: shapeSides},
		py.Kw{Name: "__new__", Value: py.Func("Shape()", func() *Shape { return &Shape{} })},
	)
	areaFunc = py.Func("area(r)", area)
	scaleFunc = py.Func("scale(x, by=2)", scale)
}
