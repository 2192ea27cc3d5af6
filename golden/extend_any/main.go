// Iterators of one type go into containers of any.
package main

import (
	"fmt"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

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

func mix(first any) py.Tuple {
	var items any = py.ListOf[any](first)
	py.CallMethod(items, "extend", "ab")
	py.CallMethod(items, "extend", py.DictOf[any, any]("k", 1))
	py.CallMethod(items, "extend", py.SetOf[any](3))
	items = py.IAdd(items, "cd")
	py.CallMethod(items, "extend", py.Tuple{1, "x"})
	py.MethodOf(items, "extend").Call(py.Call(py.Builtin("range"), 2))
	py.CallMethod(items, "extend", py.Bytes("z"))
	var s any = py.SetOf[any](first)
	py.CallMethod(s, "update", "pq")
	py.CallMethod(s, "update", "q", "r")
	s = py.IBitOr(s, py.SetFrom(py.Retyped[any](py.SetFrom(py.StrIter("w")).All())))
	d := collections.DequeFrom(py.ListOf[any](first).All())
	d.Extend(py.Iter("mn"))
	d.ExtendLeft(py.Iter("op"))
	x := py.ListOf[any](first).Concat(py.BoxList(py.ListFrom(py.StrIter("yz"))))
	py.SetItem(x, py.NewSlice(1, 1, nil), "uv")
	arg := items
	items2 := py.ListOf[string]()
	for x := range py.Iter(s) {
		items2.Append(py.Str(x))
	}
	arg2 := py.SortedList(items2.All())
	mapping := py.DictOf[any, any]()
	py.UpdateDict(mapping, py.CallMethod(py.DictClass, "fromkeys", "ab", first))
	return py.Tuple{arg, arg2, d, x, mapping}
}

func letters(last any) *py.List[any] {
	items := py.ListOf[any]()
	items.Extend(py.Iter("ab"))
	items.Append(last)
	return items
}

func queued(last any) *collections.Deque[any] {
	q := collections.NewDeque[any]()
	q.Extend(slices.Values(slices.Collect(collections.RetypedDeque[any](collections.DequeFrom(py.StrIter("d"))).All())))
	q.AppendLeft(last)
	q.ExtendLeft(slices.Values(slices.Collect(collections.RetypedDeque[any](collections.DequeFrom(py.StrIter("e"))).All())))
	q.Extend(slices.Values(slices.Collect(q.All())))
	return q
}

func main() {
	py.Main(func() error {
		py.Print(fill(5).Tuple(), fill("x").Tuple())

		py.Print(mix(5), mix("x"))

		fmt.Println(letters(1), letters("c"))

		py.Print(queued(1), queued("c"))
		return nil
	})
}
