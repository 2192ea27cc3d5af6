// Arguments are evaluated in order, whatever a later one changes.
package main

import (
	"fmt"
	"strconv"

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

func main() {
	py.Main(func() error {
		tTotal = 0

		arg := newT("a").goFunc()
		arg2 := tTotal
		fmt.Println(arg, arg2, newT("b").goFunc(), tTotal)
		return nil
	})
}
