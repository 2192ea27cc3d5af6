// Arguments are evaluated in order, whatever a later one changes.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type T struct {
	name string
}

var tTotal int

func newT(name string) *T {
	t := &T{}
	t.name = name
	tTotal++
	return t
}

func (t *T) goFunc() string {
	return t.name + strconv.Itoa(tTotal)
}

func text(s string) string {
	fmt.Println("text", s)
	return s
}

func words(w py.Tuple) *py.List[string] {
	py.Print("words", w)
	return py.ListFrom(py.TupleItems[string](w))
}

func main() {
	py.Main(func() error {
		tTotal = 0

		arg := newT("a").goFunc()
		arg2 := tTotal
		fmt.Println(arg, arg2, newT("b").goFunc(), tTotal)
		err := py.Try(func() error {
			arg := py.StrIndex("12", 3)
			fmt.Println(strings.Join(py.ListOf[string]("b", "a", "C").Slice(nil, nil, 0).Items(), arg))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}

		arg3 := text("-")
		arg4 := strings.Join(words(py.Tuple{"a", "b"}).Items(), arg3)
		item := text("a")
		arg5 := strings.Contains(text("abc"), item)
		item2 := text("x")
		arg6 := words(py.Tuple{"x"}).Has(item2)
		item3 := text("k")
		py.Print(arg4, arg5, arg6, !py.DictOf[string, int](text("q"), 1).Has(item3))
		err = py.Try(func() error {
			item := py.StrSlice("1.5", -1, 3, 0)
			py.Print(strings.Contains(py.Format("z", "d"), item))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		fmt.Println(py.StrReplace(text("abc"), text("b"), text("c")), py.StrSplit(text("a,b"), text(",")))
		return nil
	})
}
