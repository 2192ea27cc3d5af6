package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func pick(x, y any, z int) int {
	var value int
	operand := x
	if py.Truth(operand) {
		value = operand.(int)
	} else {
		operand := y
		if py.Truth(operand) {
			value = operand.(int)
		} else {
			value = z
		}
	}
	return value
}

func name(s any) string {
	var value string
	operand := s
	if py.Truth(operand) {
		value = operand.(string)
	} else {
		value = "none"
	}
	return value
}

func rounds(users *py.Dict[string, *py.List[string]], first *py.Set[string]) *py.List[string] {
	todo, stack := py.SetOf[string](), py.ListFrom(first.All())
	for stack.Len() > 0 {
		var n string = stack.Pop()
		if !todo.Has(n) {
			todo.Add(n)
			stack.ExtendList(users.Get(n))
		}
	}
	items := py.ListOf[string]()
	for n := range todo.All() {
		if n != "" {
			items.Append(n)
		}
	}
	ready := py.SortedList(items.All())
	order := py.ListOf[string]()
	for ready.Len() > 0 {
		order.ExtendList(ready)
		following := py.SetOf[string]()
		for n := range ready.All() {
			for u := range users.Get(n).All() {
				following.Add(u)
			}
		}
		ready = py.SortedList(following.All())
	}
	return order
}

func main() {
	py.Main(func() error {
		fmt.Println(pick(nil, nil, 3), pick(0, 2, 3), pick(1, 2, 3), pick(0, nil, 0))
		fmt.Println(name(nil), name(""), name("x"))
		fmt.Println(py.SortedListBy(py.ListOf[any](nil, 3, nil, 1).All(), func(v any) py.Pair[bool, int] {
			arg := v != nil
			var value int
			operand := v
			if py.Truth(operand) {
				value = operand.(int)
			} else {
				value = 0
			}
			return py.PairOf(arg, value)
		}, false))
		xs := py.ListOf[any](3, nil, 1)
		py.SortKey(xs, func(v any) py.Pair[bool, int] {
			arg := v == nil
			var value int
			operand := v
			if py.Truth(operand) {
				value = operand.(int)
			} else {
				value = 0
			}
			return py.PairOf(arg, value)
		}, false)
		fmt.Println(xs)
		d := py.DictOf[string, int]("a", 1)
		var value int
		operand := d.OrNone("a")
		if py.Truth(operand) {
			value = operand.(int)
		} else {
			value = 5
		}
		arg := value
		var value2 int
		operand2 := d.OrNone("b")
		if py.Truth(operand2) {
			value2 = operand2.(int)
		} else {
			value2 = 7
		}
		total := arg + value2
		fmt.Println(total)

		fmt.Println(rounds(py.DictOf[string, *py.List[string]]("a", py.ListOf[string]("b", "c"), "b", py.ListOf[string]("c"), "c", py.ListOf[string]()), py.SetOf[string]("a")))
		return nil
	})
}
