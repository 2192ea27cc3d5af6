// Iterators of one type go into containers of any.
package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

func fill(n any) py.Pair[*py.List[any], int] {
	stack := py.ListOf[any](py.Tuple{"a", 1})
	stack.Append(n)
	d := py.DictOf[string, int]("k", 2)
	pairs := py.ListOf[any](py.Tuple{"q", 5})
	stack.Extend(py.Iter(py.CallMethod(d, "items")))
	stack.ExtendList(pairs)
	items := py.ListOf[any]()
	for k, v := range d.All() {
		items.Append(py.Tuple{k, v})
	}
	stack.Extend(items.All())
	stack.ExtendList(py.SortedList(pairs.All()))
	py.CallMethod(stack, "extend", py.Call(py.Builtin("zip"), "ab", py.ListOf[int](1, 2)))
	stack.ExtendList(py.ListOf[any](py.Tuple{1, 2}))
	s := py.SetOf[any](1, "a")
	items2 := py.ListOf[any]()
	for _, x := range []int{1, 2} {
		items2.Append(x)
	}
	s.Update(items2.All())
	s.Update(pairs.All())
	s.Update(py.Iter(py.CallMethod(d, "items")))
	return py.PairOf(stack, s.Len())
}

func main() {
	py.Main(func() error {
		py.Print(fill(5).Tuple(), fill("x").Tuple())
		return nil
	})
}
