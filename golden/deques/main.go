// Deques keep the type of their elements.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

// At most limit calls in any period.
type SlidingWindow struct {
	limit  int
	period float64
	stamps *collections.Deque[float64]
}

func newSlidingWindow(limit int, period float64) *SlidingWindow {
	return &SlidingWindow{limit: limit, period: period, stamps: collections.NewDeque[float64]()}
}

func (s *SlidingWindow) allow(now float64) bool {
	for s.stamps.Len() > 0 && now-s.stamps.Get(0) >= s.period {
		s.stamps.PopLeft()
	}
	if s.stamps.Len() >= s.limit {
		return false
	}
	s.stamps.Append(now)
	return true
}

func breadthFirst(graph *py.Dict[string, *py.List[string]], start string) *py.List[string] {
	seen := py.SetOf[string](start)
	order := py.ListOf[string]()
	todo := collections.DequeFrom(py.ListOf[string](start).All())
	for todo.Len() > 0 {
		node := todo.PopLeft()
		order.Append(node)
		for other := range graph.Get(node).All() {
			if !seen.Has(other) {
				seen.Add(other)
				todo.Append(other)
			}
		}
	}
	return order
}

func movingAverage(values *py.List[float64], size int) *py.List[float64] {
	window := collections.NewBoundedDeque[float64](size)
	out := py.ListOf[float64]()
	for v := range values.All() {
		window.Append(v)
		out.Append(py.RoundFloatTo(py.TrueDivReal(py.SumFloats(window.All()), window.Len()), 2))
	}
	return out
}

func asyncMain(ctx context.Context) error {
	w := newSlidingWindow(2, 1.0)
	items := py.ListOf[bool]()
	for _, t := range []float64{0.0, 0.1, 0.2, 1.05, 1.2} {
		items.Append(w.allow(t))
	}
	py.Print(items, w.stamps)
	fmt.Println(breadthFirst(py.DictOf[string, *py.List[string]]("a", py.ListOf[string]("b", "c"), "b", py.ListOf[string]("d"), "c", py.ListOf[string]("d"), "d", py.ListOf[string]()), "a"))
	fmt.Println(movingAverage(py.ListOf[float64](1.0, 2.0, 6.0, 7.0), 2))

	var names any = collections.BoundedDequeFrom(py.ListOf[any]("x", "y").All(), 3)
	py.CallMethod(names, "extend", py.ListOf[any]("z", "w"))
	py.CallMethod(names, "appendleft", "v")
	py.Print(names, py.GetItem(names, 0), py.GetItem(names, -1), py.Contains(names, "z"), py.CallMethod(names, "index", "z"))
	py.SetItem(names, 1, "Y")
	py.CallMethod(names, "rotate", 1)
	arg := py.ListFrom(py.Items[any](names))
	items2 := py.ListOf[any]()
	for n := range py.Iter(py.Call(py.Builtin("reversed"), names)) {
		items2.Append(py.CallMethod(n, "lower"))
	}
	fmt.Println(arg, items2, py.SortedList(py.Items[any](names)))
	py.Print(py.ListFrom(py.Iter(py.Tuple(py.StarArgs(py.Star(names), "end")))), py.Eq(py.CallMethod(names, "copy"), names), py.Truth(collections.NewDeque[any]()), py.Len(names))
	py.DelItem(names, 0)
	names = py.IAdd(names, py.ListOf[any]("q"))
	py.Print(py.CallMethod(names, "pop"), py.GetAttr(names, "maxlen"), py.ListFrom(py.Items[py.Tuple](py.Call(py.Builtin("enumerate"), names))))

	counts := collections.DequeFrom(py.ListOf[int](1, 2, 3).All())
	counts.Set(0, counts.Get(0)+10)
	arg2 := py.MaxOf(counts.All())
	arg3 := py.SumExact(counts.All())
	arg4 := counts.Count(2)
	items3 := py.ListOf[int]()
	for n := range counts.All() {
		if n > 2 {
			items3.Append(n)
		}
	}
	py.Print(arg2, arg3, arg4, items3)

	mixed := collections.DequeFrom(py.ListOf[any](1).All())
	mixed.Append("one")
	for item := range mixed.All() {
		py.PrintWith([]any{py.TypeOf(item).Name()}, py.PrintOptions{End: " "})
	}
	fmt.Println()

	pairs := collections.DequeFrom(py.ListOf[py.Pair[int, string]](py.PairOf(1, "a"), py.PairOf(2, "b")).All())
	for item := range pairs.All() {
		number, letter := item.First, item.Second
		fmt.Println(number*2, py.StrUpper(letter))
	}
	err := py.Try(func() error {
		for item := range pairs.All() {
			number, letter := item.First, item.Second
			pairs.Append(py.PairOf(number+1, letter))
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		collections.NewDeque[any]().PopLeft()
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		fmt.Println(counts.Get(9))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		collections.NewBoundedDeque[any](-1)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
