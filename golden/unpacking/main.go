package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func bounds(values *py.List[int]) py.Pair[int, int] {
	return py.PairOf(py.MinOf(values.All()), py.MaxOf(values.All()))
}

func total(numbers py.Tuple, scale any, options *py.Dict[string, string]) string {
	return py.Format(py.Mul(py.SumExact(py.TupleItems[int](numbers)), scale), "") + " " + py.Str(py.SortedList(py.Pairs(options.All())))
}

var totalFunc any

func main() {
	py.Main(func() error {
		values := bounds(py.ListOf[int](4, 8, 1))
		low, high := values.First, values.Second
		fmt.Println(low, high)
		low, high = high, low
		fmt.Println(low, high)
		values2 := py.UnpackStar(py.Call(py.Builtin("range"), 5), 1, 1)
		first, middle, last := py.As[int](values2[0]), values2[1], py.As[int](values2[2])
		py.Print(first, middle, last)
		value := py.PairOf(1, 2)
		a, b := value.First, value.Second
		c := 3
		fmt.Println(a, b, c)
		point := py.PairOf(3, 4)
		x, y := point.First, point.Second
		py.Print(x*x+y*y, py.Add(point.Tuple(), py.Tuple{5}), point.First, point == py.PairOf(3, 4))
		for name, item := range py.DictOf[string, py.Pair[int, int]]("p", py.PairOf(1, 2), "q", py.PairOf(3, 4)).All() {
			left, right := item.First, item.Second
			fmt.Println(name, left+right)
		}
		totalFunc = py.Func("total(*numbers, scale=1, **options)", total)

		fmt.Println(total(py.Tuple{1, 2, 3}, 1, py.DictOf[string, string]()), total(py.Tuple(py.StarArgs(py.Star(py.ListOf[int](4, 5)))), 2, py.DictOf[string, string]()), py.CallKw(totalFunc, nil, py.JoinKw(totalFunc, py.KwOf(totalFunc, py.DictOf[string, string]("a", "x")), py.Kwargs{{Name: "b", Value: "y"}})).(string))
		arg := py.ListFrom(py.Retyped[any](py.RangeOf(0, 3, 1)))
		arg.Extend(py.Retyped[any](py.StrIter("ab")))
		mapping := py.DictOf[any, any]()
		py.UpdateDict(mapping, py.DictOf[any, any]("k", 1))
		mapping.Set("k", 2)
		fmt.Println(arg, mapping)
		err := py.Try(func() error {
			values := py.Unpack(py.ListOf[int](1, 2, 3), 2)
			_ = values[0].(int)
			_ = values[1].(int)
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
