// What random programs found: each function printed something else, or did not build.
package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

func sumsOfChoices() {
	n := 265
	words := py.ListOf[string]("1.5")
	value := "x"
	if value == "" {
		value = "Hello"
	}
	var value2 string = value + py.Format(n, "#x")
	if value2 == "" {
		value2 = strings.Join(words.Items(), "")
	}
	fmt.Println(value2)
	value3 := ""
	if value3 == "" {
		value3 = "Hello"
	}
	arg := value3
	value4 := "a"
	if value4 != "" {
		value4 = "b"
	}
	fmt.Println(arg + value4)
}

func numbersOfTwoTypes(n int, x float64) {
	big := py.Pow(2, 63)
	py.Print(py.Less(n, 2.5), n == 3.0, py.LessEqual(1e+22, n), py.Less(n, 1e+300) && py.LessEqual(1e+300, big), py.Less(big, 1e+22) && py.LessEqual(1e+22, n), x > 3, py.Equal(x, 9007199254740993))
	py.Print(py.Equal(py.Add(py.Pow(2, 53), 1), py.Float(py.Pow(2, 53))), py.Call(py.Builtin("round"), py.TrueDiv(big, 2.5), 1), py.Call(py.Builtin("round"), py.Add(0.1, big), 2), py.ModFloat(1.0, float64(py.As[int](py.Pow(n, 2)))))
	arg := py.As[int](py.Pow(1, 5))
	_, remainder := py.DivModInt(7, 2)
	for _, v := range []int{arg, remainder} {
		fmt.Println(v)
	}
}

func typedContainers(chosen bool) {
	var numbers *py.Set[int]
	if chosen {
		numbers = py.SetLiteral[int](5, 1, 9)
	} else {
		numbers = py.SetFrom(py.RangeOf(0, 4, 1))
	}
	fmt.Println(py.SortedList(numbers.All()))
	counts := py.DictOf[string, any]("a", 1)
	for counts.Len() < 3 {
		mapping := py.DictOf[string, any]()
		mapping2 := py.DictOf[any, any]()
		py.UpdateDict(mapping2, counts)
		mapping2.Set("z", 2)
		py.UpdateDict(mapping, mapping2)
		mapping.Set("y", py.Add(py.Pow(2, 62), counts.Len()))
		counts = mapping
	}
	fmt.Println(counts, py.SortedItems[any](py.ListOf[any]().Slice(nil, nil, 1), py.StrClass, false), py.SortedListBy(py.ListFrom(py.StrIter("cab")).Slice(nil, nil, -1).All(), func(v string) py.Pair[int, string] { return py.PairOf(py.StrLen(v), v) }, false))
}

func files() {
	// open is a builtin that needs a package of its own.
	err := py.Try(func() error {
		py.Call(io.Module().Attr("open"), "/no/such/file")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.FileNotFoundError) {
			panic(err)
		}
		py.Print(err, py.Callable(io.Module().Attr("open")))
	}
}

func main() {
	py.Main(func() error {
		sumsOfChoices()
		numbersOfTwoTypes(3, 9.007199254740992e+15)
		numbersOfTwoTypes(2, 2.5)
		typedContainers(true)
		typedContainers(false)

		files()
		return nil
	})
}
