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

var Shape any

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
	Shape = py.NewClass("Shape", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "shapes")
		ns.Set("sides", 4)
	})
	areaFunc = py.Func("area(r)", area)
	scaleFunc = py.Func("scale(x, by=2)", scale)
}
