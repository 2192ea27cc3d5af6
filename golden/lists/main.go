package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func mainFunc() {
	numbers := py.ListOf[any](3, 1, 4, 1, 5, 9, 2, 6)
	numbers.Append(5)
	numbers.Insert(0, 0)
	numbers.ExtendList(py.ListOf[any](3, 5))
	fmt.Println(numbers, numbers.Len())
	numbers.Remove(1)
	py.Print(numbers.Pop(), numbers.PopAt(0), numbers.Index(4), numbers.Count(5))
	numbers.Sort()
	fmt.Println(numbers)
	numbers.Reverse()
	fmt.Println(numbers.Slice(nil, 3, nil), numbers.Slice(-2, nil, nil), numbers.Slice(nil, nil, 2))
	py.DelItem(numbers, 1)
	numbers.Set(0, 100)
	value := py.ListOf[any](7, 7, 7)
	py.SetItem(numbers, py.NewSlice(1, 3, nil), value)
	py.Print(numbers, py.Contains(numbers, 7), !py.Contains(numbers, 8))
	grid := py.ListOf[*py.List[int]]()
	for range 2 {
		grid.Append(py.ListOf[int](0).Repeat(3))
	}
	grid.Get(1).Set(2, 5)
	fmt.Println(grid, grid.Get(1).Get(-1))
	alias := numbers
	alias.Append(-1)
	copyValue := numbers.Slice(nil, nil, nil)
	copyValue.Append(-2)
	py.Print(py.Equal(numbers, alias), py.Is(numbers, alias), py.Equal(numbers, copyValue), copyValue.Len())
	for item := range py.Iter(py.Call(py.Builtin("zip"), numbers, py.Call(py.Builtin("reversed"), numbers))) {
		values := py.Unpack(item, 2)
		a, b := values[0], values[1]
		py.PrintWith([]any{a, b}, py.PrintOptions{End: "; "})
	}
	fmt.Println()
	arg := py.ListOf[string]()
	for x := range numbers.All() {
		arg.Append(py.Str(x))
	}
	arg2 := py.ListFrom(py.Items[any](py.Call(py.Builtin("filter"), py.Func("main.<locals>.<lambda>(n)", func(n any) any { return py.Gt(n, 6) }), numbers)))
	source := py.GetIter(numbers)
	py.Print(arg, arg2, py.Any(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for n := range py.Iter(source) {
			y.Yield(py.Lt(n, 0))
		}
		return nil
	}).Streams()))
	err := py.Try(func() error {
		py.Print(numbers.Get(99))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) {
			panic(err)
		}
		fmt.Println("IndexError:", err)
	}
}

func main() {
	py.Main(func() error {
		mainFunc()
		return nil
	})
}
