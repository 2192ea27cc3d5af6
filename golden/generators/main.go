package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func countdown(n int) *py.Generator {
	return py.NewGenerator("countdown", func(y *py.Yielder) any {
		for n > 0 {
			y.Yield(n)
			n--
		}
		return nil
	}).Streams()
}

func runningAverage() *py.Generator {
	return py.NewGenerator("running_average", func(y *py.Yielder) any {
		var total any = 0.0
		count := 0
		var average any = nil
		for {
			value := y.Yield(average)
			total = py.IAdd(total, value)
			count++
			average = py.TrueDiv(total, count)
		}
	}).Streams()
}

func chained() *py.Generator {
	return py.NewGenerator("chained", func(y *py.Yielder) any {
		y.YieldFrom(countdown(2))
		result := y.YieldFrom(inner())
		y.Yield("inner returned " + py.Format(result, ""))
		return nil
	}).Streams()
}

func inner() *py.Generator {
	return py.NewGenerator("inner", func(y *py.Yielder) any {
		y.Yield("in")
		return "done"
	}).Streams()
}

func cleanup() *py.Generator {
	return py.NewGenerator("cleanup", func(y *py.Yielder) any {
		err := py.Try(func() error {
			y.Yield(1)
			y.Yield(2)
			return nil
		})
		fmt.Println("cleaned up")
		if err != nil {
			panic(err)
		}
		return nil
	})
}

func main() {
	py.Main(func() error {
		fmt.Println(py.ListFrom(py.Items[int](countdown(4))))
		var averager any = runningAverage()
		py.NextItem[any](averager)
		py.Print(py.CallMethod(averager, "send", 10), py.CallMethod(averager, "send", 20), py.CallMethod(averager, "send", 60))
		fmt.Println(py.ListFrom(py.Items[any](chained())))
		var gen any = cleanup()
		defer py.ReleaseAtExit(gen)
		fmt.Println(py.NextItem[int](gen))
		py.CallMethod(gen, "close")
		py.Print(py.Call(py.Builtin("next"), countdown(0), "empty"), py.Call(py.Builtin("sum"), countdown(10)))
		for nItem := range py.IterOnce(countdown(5)) {
			n := py.As[int](nItem)
			if n == 3 {
				break
			}
			fmt.Println(n)
		}
		return nil
	})
}
