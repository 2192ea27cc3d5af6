package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func main() {
	py.Main(func() error {
		people := py.ListOf[py.Pair[string, int]](py.PairOf("Ann", 31), py.PairOf("Bob", 25), py.PairOf("Cid", 31), py.PairOf("Dee", 19))

		fmt.Println(py.SortedListBy(people.All(), func(p py.Pair[string, int]) int { return p.Second }, false))
		fmt.Println(py.SortedListBy(people.All(), func(p py.Pair[string, int]) py.Pair[int, string] { return py.PairOf(-p.Second, p.First) }, false))
		py.SortKey(people, func(p py.Pair[string, int]) string { return p.First }, true)
		fmt.Println(people)
		words := py.ListOf[string]("banana", "Apple", "cherry", "apple")
		fmt.Println(py.SortedList(words.All()), py.SortedItems[string](words, py.GetAttr(py.StrClass, "lower"), false), py.SortedItems[string](words, py.Builtin("len"), true))
		py.Print(py.MinBy(people.All(), func(p py.Pair[string, int]) int { return p.Second }).Tuple(), py.CallKw(py.Builtin("max"), []any{words}, py.Kwargs{{Name: "key", Value: py.Builtin("len")}}))
		fmt.Println(py.ListFrom(words.Backward()), py.SortedList(py.SetLiteral[int](3, 1, 2).All()), py.SortedList(py.StrIter("bca")), py.SortedList(py.DictOf[string, int]("b", 1, "a", 2).Keys()))
		err := py.Try(func() error {
			py.SortedList(py.ListOf[any](1, "a").All())
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
