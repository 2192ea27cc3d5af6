package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func grown(n int) int {
	a := py.ListFrom(py.RangeOf(0, n, 1))
	a.Append(a.Get(0) + 1)
	return a.Get(0)
}

func appended(n int) int {
	a := py.ListFrom(py.RangeOf(0, 5, 1))
	a.Append(7)
	return a.Get(0)
}

func raised(n int) int {
	a := py.ListFrom(py.RangeOf(0, 5, 1))
	for i := range n {
		a.Set(i, a.Get(i)+1)
	}
	return a.Get(0)
}

func ordered(n int) int {
	a := py.SortedList(py.ListOf[int](1, 2, 3).All())
	for i := range n {
		a.Set(i, a.Get(i)+1)
	}
	return a.Get(0)
}

func copied(n int) int {
	a := py.ListOf[int](1, 2, 3)
	for i := range n {
		a.Set(i, a.Get(i)+1)
	}
	return a.Get(0)
}

func distance(a, b string) any {
	prev := py.BoxList(py.ListFrom(py.RangeOf(0, py.StrLen(b)+1, 1)))
	for i, x := range py.Enumerate(py.StrIter(a), 1) {
		row := py.ListOf[any](i)
		for j, y := range py.Enumerate(py.StrIter(b), 1) {
			row.Append(py.Call(py.Builtin("min"), py.Add(prev.Get(j), 1), py.Add(row.Get(j-1), 1), py.Add(prev.Get(j-1), x != y)))
		}
		prev = row
	}
	return prev.Get(-1)
}

func doubled(n int) any {
	a := py.BoxList(py.ListFrom(py.RangeOf(1, 3, 1)))
	for range n {
		a.Set(0, py.Add(a.Get(0), a.Get(1)))
		a.Set(1, py.Add(a.Get(0), a.Get(1)))
	}
	return a.Get(1)
}

func main() {
	py.Main(func() error {
		fmt.Println(grown(3), appended(3), raised(3), ordered(2), copied(2))
		py.Print(distance("kitten", "sitting"), doubled(60))
		return nil
	})
}
