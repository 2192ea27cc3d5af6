package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var i int

func main() {
	py.Main(func() error {
		squares := py.ListOf[int]()
		for n := range 10 {
			if n%2 == 0 {
				squares.Append(n * n)
			}
		}
		fmt.Println(squares)
		pairs := py.ListOf[py.Pair[int, int]]()
		for x := range 3 {
			for y := range x {
				pairs.Append(py.PairOf(x, y))
			}
		}
		fmt.Println(pairs)
		lengths := py.DictOf[string, int]()
		for _, word := range []string{"go", "python", "c"} {
			lengths.Set(word, py.StrLen(word))
		}
		fmt.Println(lengths)
		set := py.SetOf[int]()
		for n := range squares.All() {
			set.Add(n % 3)
		}
		fmt.Println(set)
		items := py.ListOf[int]()
		for n := range squares.All() {
			items.Append(n)
		}
		arg := py.SumInts(items.All())
		items2 := py.ListOf[int]()
		for k := range lengths.Keys() {
			items2.Append(py.StrLen(k))
		}
		fmt.Println(arg, py.MaxOr(items2.All(), 0))
		matrix := py.ListOf[*py.List[int]](py.ListOf[int](1, 2, 3), py.ListOf[int](4, 5, 6))
		items3 := py.ListOf[*py.List[int]]()
		for i := range 3 {
			items := py.ListOf[int]()
			for row := range matrix.All() {
				items.Append(row.Get(i))
			}
			items3.Append(items)
		}
		fmt.Println(items3)
		items4 := py.ListOf[string]()
		for word := range lengths.Keys() {
			var value string
			if py.StrLen(word) > 1 {
				value = py.StrUpper(word)
			} else {
				value = word
			}
			items4.Append(value)
		}
		fmt.Println(items4)
		py.Print(py.ListFrom(py.Pairs(py.Enumerate(squares.All(), 1))).Slice(nil, 2, nil), py.Call(py.DictClass, py.Call(py.Builtin("zip"), "abc", squares)))
		functions := py.ListOf[any]()
		for iItem := range 3 {
			i = iItem
			functions.Append(py.Func("<lambda>()", func() any { return i }))
		}
		items5 := py.ListOf[any]()
		for f := range functions.All() {
			items5.Append(py.Call(f))
		}
		fmt.Println(items5)
		return nil
	})
}
