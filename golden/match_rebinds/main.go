package main

import (
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

func keep(tokens any) string {
	var cmd any = "none"
	subject := tokens
	if items, ok := py.MatchSequence(subject, 3, -1); ok {
		if py.Truth(py.Eq(items[0], "set")) {
			if _, ok := py.MatchClass(items[2], py.IntClass, 0); ok {
				cmd = items[1]
				return "set " + py.Format(cmd, "")
			}
		}
	}
	if items, ok := py.MatchSequence(subject, 2, -1); ok {
		if py.Truth(py.Eq(items[1], "x")) || py.Truth(py.Eq(items[1], "y")) {
			cmd = items[0]
			if py.Truth(py.Ne(cmd, "no")) {
				return "xy " + py.Format(cmd, "")
			}
		}
	}
	if items, ok := py.MatchSequence(subject, 1, -1); ok {
		tokens = items[0]
		return "single " + py.Format(tokens, "")
	}
	if items, ok := py.MatchSequence(subject, 0, 0); ok {
		tokens = items[0]
		if py.Len(tokens) > 3 {
			return "many " + py.Format(tokens, "")
		}
	}
	if values, ok := py.MatchMapping(subject, "k"); ok {
		tokens = values[0]
		rest := py.MatchRest(subject, "k")
		return "k " + py.Format(tokens, "") + " " + py.Format(rest, "")
	}
	tokens = subject
	if !py.Truth(tokens) {
		return "falsy"
	}
	if _, ok := py.MatchClass(subject, py.ListClass, 0); ok {
		return "list " + py.Format(tokens, "") + " " + py.Format(cmd, "")
	}
	return "after " + py.Format(tokens, "") + " " + py.Format(cmd, "")
}

func typed(n int) any {
	m := n
	if m == 0 {
		return "zero"
	}
	n = m
	if n%2 != 0 {
		return "odd " + strconv.Itoa(n)
	}
	return "even " + strconv.Itoa(m) + " " + strconv.Itoa(n)
}

type Point struct {
	x int
	y int
}

func static(x any) any {
	subject := x
	if point, ok := subject.(*Point); ok {
		x = point.x
		y := point.y
		if py.Truth(py.Eq(x, y)) {
			return "diagonal " + py.Format(x, "")
		}
	}
	if _, ok := subject.(*Point); ok {
		return "point " + py.Format(x, "")
	}
	return "other"
}

func main() {
	py.Main(func() error {
		for _, t := range []any{py.ListOf[any]("set", "a", 1), py.ListOf[any]("set", "a", "b"), py.ListOf[any]("q", "x"), py.ListOf[any]("no", "y"), py.ListOf[any](1), py.ListOf[any](1, 2, 3, 4), py.ListOf[any](1, 2), py.DictOf[any, any]("k", 1, "z", 2), py.DictOf[any, any](), 0, 7} {
			fmt.Println(keep(t))
		}

		py.Print(typed(0), typed(3), typed(4))
		dataclasses.Struct(py.StructClass[Point]("Point", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "x"}, {Name: "y"}})

		for _, v := range []any{&Point{x: 3, y: 3}, &Point{x: 1, y: 2}, 5} {
			py.Print(static(v))
		}
		return nil
	})
}
