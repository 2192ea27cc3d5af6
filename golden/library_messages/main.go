package main

import (
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/heapq"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func main() {
	py.Main(func() error {
		py.CallMethodKw(logging.Module(), "basicConfig", nil, py.Kwargs{{Name: "stream", Value: sys.Module().Attr("stdout")}, {Name: "format", Value: "%(message)s"}})
		py.CallMethodKw(logging.Module(), "error", []any{"not raised"}, py.Kwargs{{Name: "exc_info", Value: py.Call(py.ValueError, "passed")}})
		for _, call := range []any{py.Func("<lambda>()", func() any { return py.CallMethod(heapq.Module(), "heappush", py.Tuple{}, 1) }), py.Func("<lambda>()", func() any { return py.CallMethod(heapq.Module(), "heappop", "ab") }), py.Func("<lambda>()", func() any { return random.RandrangeBelow(0) }), py.Func("<lambda>()", func() any { return random.New(1).RandRangeBelow(-3) }), py.Func("<lambda>()", func() any { return random.Randrange(2, 2) })} {
			err := py.Try(func() error {
				py.Call(call)
				return nil
			})
			if err != nil {
				raised := py.InContext(err, func() error {
					if !errors.Is(err, py.TypeError) && !errors.Is(err, py.ValueError) {
						return err
					}
					e := err
					py.Print(py.TypeOf(e).Name(), e)
					return nil
				})
				if raised != nil {
					return raised
				}
			}
		}
		return nil
	})
}
