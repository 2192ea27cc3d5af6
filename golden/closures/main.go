package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func makeCounter(start int) any {
	var count any = start

	var increment any = py.Func("make_counter.<locals>.increment(by=1)", func(by any) any {
		count = py.IAdd(count, by)
		return count
	})

	return increment
}

func compose(functions py.Tuple) any {
	var composed any = py.Func("compose.<locals>.composed(value)", func(value any) any {
		for function := range py.Iter(functions) {
			value = py.Call(function, value)
		}
		return value
	})

	return composed
}

var total int

func add(n int) {
	total += n
}

var defaultsBucket *py.List[int]

func defaults(item int, bucket *py.List[int]) *py.List[int] {
	bucket.Append(item)
	return bucket
}

func main() {
	py.Main(func() error {
		first := makeCounter(0)
		second := makeCounter(10)
		py.Print(py.Call(first), py.Call(first, 5), py.Call(second), py.Call(first))
		py.Print(py.Call(compose(py.Tuple{py.Func("<lambda>(x)", func(x any) any { return py.Add(x, 1) }), py.Func("<lambda>(x)", func(x any) any { return py.Mul(x, 10) }), py.StrClass}), 4))
		total = 0

		for n := range 5 {
			add(n)
		}
		fmt.Println(total)
		defaultsBucket = py.ListOf[int]()

		fmt.Println(defaults(1, defaultsBucket), defaults(2, defaultsBucket), defaults(3, py.ListOf[int]()))
		return nil
	})
}
