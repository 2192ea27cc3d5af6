// Format specifications of every kind.
package main

import (
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func main() {
	py.Main(func() error {
		name := "Ada"
		count := 42
		ratio := py.TrueDivInt(2, 3)
		big := 1234567.891

		fmt.Printf("%s has %d items, %s done\n", name, count, py.Format(ratio, ".1%"))
		fmt.Printf("[%s] [%s] [%s] [%s]\n", py.Format(name, ">10"), py.Format(name, "<10"), py.Format(name, "^10"), py.Format(name, "*^9"))
		fmt.Printf("%s %s %s %s %s %s\n", py.Format(count, "05d"), py.Format(count, "+d"), py.Format(count, "x"), py.Format(count, "#o"), py.Format(count, "08b"), py.Format(count, ","))
		fmt.Printf("%s %s %s %s\n", py.Format(big, ",.2f"), py.Format(big, "e"), py.Format(big, "g"), py.Format(ratio, ".3f"))
		fmt.Println(py.Repr(name) + " " + py.Format(py.Str(name), ">6") + " {literal}")
		fmt.Println("count = " + py.Repr(count) + " ratio = " + py.Format(ratio, ".2f"))
		width := 12
		fmt.Println(py.Format(name, "-<"+strconv.Itoa(width)) + "|")
		fmt.Println("nested " + strconv.Itoa(count+1))
		fmt.Printf("%s %s %s {'a': %d}\n", py.Str(true), py.Format(nil, ""), py.Str(py.ListOf[any](1, "two", 3.0)), count)
		return nil
	})
}
