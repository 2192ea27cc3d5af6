package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func merge(left, right *py.List[int]) *py.List[int] {
	out := py.ListOf[int]()
	for left.Len() > 0 && right.Len() > 0 {
		if left.Get(0) < right.Get(0) {
			out.Append(left.PopAt(0))
		} else {
			out.Append(right.PopAt(0))
		}
	}
	items := out.Copy()
	items.ExtendList(left)
	items.ExtendList(right)
	return items
}

func many(d *py.Dict[string, int], s *py.Set[string], t py.Pair[int, int], text string) iter.Seq[*py.List[any]] {
	return func(yield func(*py.List[any]) bool) {
		if !yield(py.ListFrom(py.Retyped[any](d.Keys()))) {
			return
		}
		items := py.ListFrom(py.Retyped[any](d.Keys()))
		items.Extend(py.Retyped[any](s.All()))
		if !yield(items) {
			return
		}
		items2 := py.ListOf[any](0)
		items2.Extend(py.Iter(t.Tuple()))
		items2.Append(9)
		if !yield(items2) {
			return
		}
		items3 := py.ListFrom(py.Retyped[any](py.StrIter(text)))
		items3.Append("x")
		if !yield(items3) {
			return
		}
		items4 := py.ListFrom(py.Retyped[any](d.Values()))
		items5 := py.ListOf[int]()
		for n := range 3 {
			items5.Append(n * n)
		}
		items4.Extend(py.Retyped[any](items5.All()))
		items6 := py.ListOf[any]()
		for nItem := range py.Iter(t.Tuple()) {
			n := py.As[int](nItem)
			items6.Append(n)
		}
		items4.ExtendList(items6)
		if !yield(items4) {
			return
		}
		items7 := py.ListOf[any]()
		for xItem := range py.Iter(t.Tuple()) {
			x := py.As[int](xItem)
			items7.Append(strconv.Itoa(x))
		}
		items7.Extend(py.Iter(py.Call(py.Builtin("zip"), text, t.Tuple())))
		if !yield(items7) {
			return
		}
		items8 := py.ListOf[any](1)
		items8.Extend(py.Retyped[any](py.StrIter(text)))
		items8.Append(nil)
		if !yield(items8) {
			return
		}
	}
}

func asyncMain(ctx context.Context) error {
	fmt.Println(merge(py.ListOf[int](1, 4, 6), py.ListOf[int](2, 3)))
	for x := range many(py.DictOf[string, int]("a", 1, "b", 2), py.SetOf[string]("q"), py.PairOf(3, 4), "hi") {
		fmt.Println(x)
	}
	names := py.ListOf[string]("z")
	names.ExtendList(py.SortedList(py.ListOf[string]("b", "a").All()))
	names.Append("q")
	items := names.Copy()
	items.ExtendList(names)
	fmt.Println(names, items, py.ListOf[any](), py.ListFrom(py.RangeOf(0, 3, 1)))
	err := py.Try(func() error {
		fmt.Println(py.ListFrom(py.Iter(py.Tuple(py.StarArgs(py.Star(5))))))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println(err)
	}
	rows := py.ListOf[*py.List[int]](py.ListOf[int](1), py.ListOf[int](2))
	items2 := rows.Get(0).Copy()
	items2.Append(3)
	fmt.Println(items2, rows)
	nested := py.ListOf[*py.List[int]](py.ListOf[int](1), py.ListOf[int](2))
	nested.Append(py.ListOf[int](3))
	nested.Get(0).Append(5)
	fmt.Println(nested)

	f := func() *py.List[int] {
		fmt.Println("f")
		return py.ListOf[int](1)
	}

	g := func() int {
		fmt.Println("g")
		return 2
	}

	items3 := py.ListOf[int](g())
	items3.ExtendList(f())
	items3.Append(g())
	items3.ExtendList(f())
	fmt.Println(items3)
	pairs := py.ListOf[py.Pair[string, int]](py.PairOf("a", 1))
	pairs.ExtendList(py.ListOf[py.Pair[string, int]](py.PairOf("b", 2)))
	for item := range pairs.All() {
		name, n := item.First, item.Second
		fmt.Println(py.StrUpper(name), n+1)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
