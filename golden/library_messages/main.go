package main

import (
	"context"
	"errors"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/heapq"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

func numbers() *py.AsyncGenerator {
	return py.NewAsyncGenerator("numbers", func(ctx context.Context, y *py.AsyncYielder) error {
		if _, err := y.Yield(1); err != nil {
			return err
		}
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		_, err := y.Yield(2)
		return err
	})
}

func asyncMain(ctx context.Context) error {
	var g any = numbers()
	if _, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), g)); err != nil {
		return err
	}
	first, second := py.CallMethod(g, "asend", nil), py.CallMethod(g, "asend", nil)
	py.CallMethod(first, "send", nil)
	err := py.Try(func() error {
		_, err := asyncio.Await(ctx, second)
		return err
	})
	if err != nil {
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.RuntimeError) {
				return err
			}
			py.Print(err)
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err2 := py.Try(func() error {
		py.CallMethod(first, "send", nil)
		return nil
	})
	if err2 != nil {
		raised := py.InContext(err2, func() error {
			if !errors.Is(err2, py.StopIteration) {
				return err2
			}
			py.Print(py.GetAttr(err2, "value"))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	return nil
}

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

		manager := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
		folder := py.As[string](py.EnterContext(manager))
		err := py.Try(func() error {
			path := py.As[string](py.CallMethod(ospath.Module(), "join", folder, "log"))
			for _, mode := range []string{"a", "ab", "a+"} {
				manager := py.Call(io.Module().Attr("open"), path, mode)
				f := py.EnterContext(manager)
				err := py.Try(func() error {
					arg := py.CallMethod(f, "tell")
					var value any
					if strings.Contains(mode, "b") {
						value = py.Bytes("12")
					} else {
						value = "é"
					}
					py.Print(mode, arg, py.CallMethod(f, "write", value), py.CallMethod(f, "tell"))
					return nil
				})
				if err := py.ExitContext(manager, err); err != nil {
					return err
				}
			}
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}

		return asyncio.RunFunc(asyncMain)
	})
}
