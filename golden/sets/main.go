package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func main() {
	py.Main(func() error {
		a := py.SetLiteral[any](1, 2, 3, 4)
		b := py.SetLiteral[any](3, 4, 5)
		py.Print(py.BitOr(a, b), py.BitAnd(a, b), py.Sub(a, b), py.BitXor(a, b))
		py.Print(py.LessEqual(a, b), py.Less(py.SetOf[int](3), b), a.IsDisjoint(py.SetOf[any](9)), py.Contains(a, 2))
		a.Add(10)
		a.Discard(1)
		a.Discard(99)
		fmt.Println(py.SortedList(a.All()), a.Len())
		set := py.SetOf[string]()
		for c := range py.StrIter("mississippi") {
			set.Add(c)
		}
		fmt.Println(py.SortedList(set.All()))
		frozen := py.FrozenSetFrom(py.ListOf[int](1, 2).All())
		py.Print(py.Equal(frozen, py.SetOf[int](2, 1)), py.DictOf[*py.FrozenSet[int], string](frozen, "key").Get(py.FrozenSetFrom(py.ListOf[int](2, 1).All())))
		seen := py.SetOf[string]()
		for _, name := range []string{"x", "y", "x", "z", "y"} {
			if seen.Has(name) {
				fmt.Println("again", name)
			}
			seen.Add(name)
		}
		err := py.Try(func() error {
			a.Remove(1000)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			fmt.Println("KeyError", err)
		}
		return nil
	})
}
