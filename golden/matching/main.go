package main

import (
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type Point struct {
	x int
	y int
}

func describe(value any) any {
	if py.Truth(py.Eq(value, 0)) {
		return "zero"
	}
	ok := false
	if _, ok2 := py.MatchClass(value, py.IntClass, 0); ok2 {
		ok = true
	}
	if !ok {
		if _, ok2 := py.MatchClass(value, py.FloatClass, 0); ok2 {
			ok = true
		}
	}
	if ok {
		if py.Truth(py.Lt(value, 0)) {
			return "negative"
		}
	}
	if py.Truth(py.Eq(value, "yes")) || py.Truth(py.Eq(value, "no")) {
		return "answer"
	}
	if attrs, ok := py.MatchClass(value, py.StrClass, 1); ok {
		text := attrs[0]
		return "text " + py.Format(text, "")
	}
	if _, ok := py.MatchSequence(value, 0, -1); ok {
		return "empty list"
	}
	if items, ok := py.MatchSequence(value, 1, -1); ok {
		only := items[0]
		return "one " + py.Format(only, "")
	}
	if items, ok := py.MatchSequence(value, 1, 0); ok {
		first, rest := items[0], items[1]
		return py.Format(first, "") + " and " + strconv.Itoa(py.Len(rest)) + " more"
	}
	if values, ok := py.MatchMapping(value, "type", "x"); ok {
		if py.Truth(py.Eq(values[0], "point")) {
			var x any = values[1]
			others := py.MatchRest(value, "type", "x")
			return "mapping point " + py.Format(x, "") + " " + py.Format(others, "")
		}
	}
	if point, ok := value.(*Point); ok {
		if point.x == 0 {
			y := point.y
			return "on the axis at " + strconv.Itoa(y)
		}
	}
	if point, ok := value.(*Point); ok {
		var x any = point.x
		y := point.y
		return "point " + py.Format(x, "") + "," + strconv.Itoa(y)
	}
	if value == nil {
		return "none"
	}
	return "something else"
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Point]("Point", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "x"}, {Name: "y"}})

		for value := range py.ListOf[any](0, -3, 7, "yes", "maybe", py.ListOf[any](), py.ListOf[any](1), py.ListOf[any](1, 2, 3), py.DictOf[any, any]("type", "point", "x", 4, "z", 1), &Point{x: 0, y: 5}, &Point{x: 2, y: 3}, nil).All() {
			py.Print(describe(value))
		}
		return nil
	})
}
