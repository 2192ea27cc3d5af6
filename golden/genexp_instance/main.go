// A generator expression over an instance of a class with __iter__.
package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Scores struct {
	values *py.List[int]
}

func newScores(values *py.List[int]) *Scores {
	return &Scores{values: values}
}

func (s *Scores) iterate() any {
	return py.GetIter(py.SortedList(s.values.All()))
}

type Countdown struct {
	start int
}

func newCountdown(start int) *Countdown {
	return &Countdown{start: start}
}

func (c *Countdown) iterate() *py.Generator {
	return py.NewGenerator("__iter__", func(y *py.Yielder) any {
		n := c.start
		for n > 0 {
			y.Yield(n)
			n--
		}
		return nil
	}).Streams()
}

func main() {
	py.Main(func() error {
		scores := newScores(py.ListOf[int](3, 1, 2))
		items := py.ListOf[int]()
		for xItem := range py.Iter(scores.iterate()) {
			x := py.As[int](xItem)
			items.Append(x * x)
		}
		arg := py.SumInts(items.All())
		items2 := py.ListOf[int]()
		for xItem := range py.Iter(scores.iterate()) {
			x := py.As[int](xItem)
			items2.Append(x)
		}
		fmt.Println(arg, items2)
		source := py.GetIter(scores.iterate())
		later := py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for xItem := range py.Iter(source) {
				x := py.As[int](xItem)
				y.Yield(x + 10)
			}
			return nil
		}).Streams()
		scores.values.Append(9)
		arg2 := py.ListFrom(py.Items[int](later))
		items3 := py.ListOf[int]()
		for nItem := range py.IterOnce(newCountdown(4).iterate()) {
			n := py.As[int](nItem)
			items3.Append(n)
		}
		fmt.Println(arg2, py.MaxOf(items3.All()))
		return nil
	})
}
