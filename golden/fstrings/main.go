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

		fmt.Printf("%s has %d items, %s%% done\n", name, count, py.Fixed(ratio*100, 1))
		fmt.Printf("[%10s] [%-10s] [%s] [%s]\n", name, name, py.Format(name, "^10"), py.Format(name, "*^9"))
		fmt.Printf("%05d %+d %x %s %08b %s\n", count, count, count, py.Format(count, "#o"), count, py.Format(count, ","))
		fmt.Printf("%s %s %s %s\n", py.Format(big, ",.2f"), py.Format(big, "e"), py.Format(big, "g"), py.Fixed(ratio, 3))
		fmt.Printf("%s %6s {literal}\n", py.Repr(name), name)
		fmt.Println("count = " + py.Repr(count) + " ratio = " + py.Fixed(ratio, 2))
		width := 12
		fmt.Println(py.Format(name, "-<"+strconv.Itoa(width)) + "|")
		fmt.Println("nested " + strconv.Itoa(count+1))
		fmt.Printf("%s %s %s {'a': %d}\n", py.Str(true), py.Format(nil, ""), py.Str(py.ListOf[any](1, "two", 3.0)), count)
		return nil
	})
}
