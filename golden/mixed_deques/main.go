package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

func f(d *collections.Deque[any]) {
	d.Append(5)
}

func main() {
	py.Main(func() error {
		d := collections.RetypedDeque[any](collections.DequeFrom(py.StrIter("abc")))
		f(d)
		py.Print(d)
		e := collections.RetypedDeque[any](collections.DequeFrom(py.RangeOf(0, 3, 1)))
		f(e)
		e.Append("x")
		py.Print(e)
		g := collections.BoundedDequeFrom(py.ListOf[any]("a").All(), 2)
		g.Append(1)
		g.Append(nil)
		py.Print(g)
		callee := collections.Module().Attr("deque")
		var value any
		if g.Len() != 0 {
			value = "ab"
		} else {
			value = py.ListOf[any](1)
		}
		h := py.Call(callee, value)
		py.CallMethod(h, "append", 3)
		py.Print(h)
		return nil
	})
}
