// What `from module import *` binds, of modules of the program and of the library.
package main

import (
	"errors"
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var Counter any

type Color int

const (
	colorRed   Color = 1
	colorGreen Color = 2
)

var colorClass = enum.Register("Color", []Color{colorRed, colorGreen})

// PyClass is the class of the members.
func (c Color) PyClass() *py.Class {
	return colorClass
}

// Name is the name of the member.
func (c Color) Name() string {
	switch c {
	case colorRed:
		return "RED"
	case colorGreen:
		return "GREEN"
	}
	return ""
}

type Row struct {
	name string
	hits any
}

func tally(words string) *py.Dict[any, any] {
	return py.As[*py.Dict[any, any]](py.Call(py.DictClass, py.Call(Counter, words)))
}

func main() {
	py.Main(func() error {
		Counter = collections.Module().Attr("Counter")
		importLimits()
		area := areaFunc
		Shape := shapeClass
		scale := scaleFunc
		var e any = math.E
		importShapes()
		area = areaFunc
		Shape = shapeClass
		scale = scaleFunc
		Counter = typing.Module().Attr("Counter")
		typing.NamedStruct(py.StructClass[Row]("Row", nil), "name", "hits")

		py.Print(tally("abca"), py.ListOf[Color](colorRed, colorGreen), &Row{name: "x", hits: nil}, collections.BoundedDequeFrom(py.ListOf[int](1, 2).All(), 1), pymath.Floor(2.7), pymath.GcdInt(12, 18))
		py.Print(py.Call(py.Builtin("round"), py.Call(area, 1), 3), py.GetAttr(Shape, "sides"), py.Call(scale, 4), limit, within(3), py.CallMethod(ospath.Module(), "basename", "a/b"))
		for _, probe := range []any{py.Func("<lambda>()", func() any { return py.UndefinedName("PI") }), py.Func("<lambda>()", func() any { return py.UndefinedName("_hidden") }), py.Func("<lambda>()", func() any { return py.UndefinedName("unused") })} {
			err := py.Try(func() error {
				py.Print(py.Call(probe))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.NameError) {
					return err
				}
				e = err
				py.Print(e)
			}
		}

		var measure any
		err := py.Try(func() error {
			measure = area
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			measure = nil
		}
		py.Print(py.Is(measure, area))
		return nil
	})
}
