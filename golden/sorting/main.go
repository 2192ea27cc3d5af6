package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func main() {
	py.Main(func() error {
		people := py.ListOf[py.Tuple](py.Tuple{"Ann", 31}, py.Tuple{"Bob", 25}, py.Tuple{"Cid", 31}, py.Tuple{"Dee", 19})

		fmt.Println(py.Sorted(people, py.Func("<lambda>(p)", func(p any) any { return py.GetItem(p, 1) }), false))
		fmt.Println(py.Sorted(people, py.Func("<lambda>(p)", func(p any) any {
			return py.Tuple{py.Neg(py.GetItem(p, 1)), py.GetItem(p, 0)}
		}), false))
		py.CallMethodKw(people, "sort", nil, py.Kwargs{{Name: "key", Value: py.Func("<lambda>(p)", func(p any) any { return py.GetItem(p, 0) })}, {Name: "reverse", Value: true}})
		fmt.Println(people)
		words := py.ListOf[string]("banana", "Apple", "cherry", "apple")
		fmt.Println(py.ListFrom(words.All()).Sorted(), py.Sorted(words, py.GetAttr(py.StrClass, "lower"), false), py.Sorted(words, py.Builtin("len"), true))
		py.Print(py.CallKw(py.Builtin("min"), []any{people}, py.Kwargs{{Name: "key", Value: py.Func("<lambda>(p)", func(p any) any { return py.GetItem(p, 1) })}}), py.CallKw(py.Builtin("max"), []any{words}, py.Kwargs{{Name: "key", Value: py.Builtin("len")}}))
		fmt.Println(py.ListFrom(py.Iter(py.Call(py.Builtin("reversed"), words))), py.ListFrom(py.SetLiteral[int](3, 1, 2).All()).Sorted(), py.ListFrom(py.StrIter("bca")).Sorted(), py.ListFrom(py.DictOf[string, int]("b", 1, "a", 2).Keys()).Sorted())
		err := py.Try(func() error {
			py.ListFrom(py.ListOf[any](1, "a").All()).Sorted()
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
