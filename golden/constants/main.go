// Constants of a script, and what only looks like one.
package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const (
	name = "x"
	zero = 0
)

var (
	// How much at most.
	limit         = 5 // pieces
	rate  float64 = 2.0
	big           = 9000000000000000000
	neg           = -3
	flag          = false
)

func use(n int) *py.List[any] {
	parts := py.ListOf[any](n+limit, float64(n)*rate, name+strconv.Itoa(n), limit-10, neg, -neg, float64(limit)*rate, big-1, py.StrIndex("abc", neg), py.StrRepeat(name, 3))
	if flag || limit > 3 {
		parts.Append(limit << 2)
	}
	err := py.Try(func() error {
		parts.Append(py.TrueDivInt(n, zero))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ZeroDivisionError) {
			panic(err)
		}
		parts.Append(py.Str(err))
	}
	err = py.Try(func() error {
		parts.Append(py.ModInt(n, zero))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ZeroDivisionError) {
			panic(err)
		}
		parts.Append(py.Str(err))
	}
	err = py.Try(func() error {
		parts.Append(py.ListOf[int](1, 2).Get(limit))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) {
			panic(err)
		}
		parts.Append(py.Str(err))
	}
	table := py.DictOf[any, any](limit, "a", 5, "b")
	parts.Append(table)
	switch n {
	case 5:
		parts.Append("five")
	}
	for i := range limit {
		parts.Append(i)
	}
	return parts
}

var depth = 4

type Shape struct{}

const (
	shapeSides = 0
	shapeUnit  = "cm"
)

func (s *Shape) text() string {
	return strconv.Itoa(shapeSides) + shapeUnit
}

func main() {
	py.Main(func() error {
		late := 7

		fmt.Println(use(3), late)
		py.Print(py.Add(big, big), 0.1+rate, rate/3)

		var deep any = py.Func("deep()", func() any { return depth + min(limit, 3) - 10 })

		py.Print(py.Call(deep))

		fmt.Println((&Shape{}).text(), shapeSides)
		return nil
	})
}
