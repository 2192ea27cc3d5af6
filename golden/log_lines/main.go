// Where the records of logging come from.
package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var log any

type Worker struct{}

func (w *Worker) step(n int) int {
	logging.Info(log, "step %d", n)
	var result int
	err := py.Try(func() error {
		result = py.FloorDivInt(10, n)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ZeroDivisionError) {
			panic(err)
		}
		logging.Error(log, "bad")
		return 0
	}
	return result
}

func helper(text string) {
	py.CallMethodKw(log, "warning", []any{text}, py.Kwargs{{Name: "stacklevel", Value: 2}})
}

func work(ctx context.Context, n int) (*py.List[any], error) {
	logging.Debug(log, "work %s", n)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	var call any = py.Func("work.<locals>.<lambda>()", func() any {
		logging.Info(log, "lambda")
		return nil
	})
	py.Call(call)
	helper("helped")
	err := asyncio.NewLock().With(ctx, func(ctx context.Context) error {
		py.CallMethod(logging.Module(), "info", "in lock")
		return nil
	})
	if err != nil {
		return nil, err
	}
	items := py.ListOf[any]()
	for i := range 2 {
		logging.Info(log, "item %d", i)
		items.Append(nil)
	}
	return items, nil
}

func asyncMain(ctx context.Context) error {
	logging.Info(log, "main")
	err := asyncio.GatherAll(ctx, asyncio.GoValue(func(ctx context.Context) (*py.List[any], error) {
		return work(ctx, 1)
	}), asyncio.GoValue(func(ctx context.Context) (*py.List[any], error) {
		return work(ctx, 2)
	}))
	if err != nil {
		return err
	}
	(&Worker{}).step(2)
	(&Worker{}).step(0)
	return nil
}

func main() {
	py.Main(func() error {
		py.CallMethodKw(logging.Module(), "basicConfig", nil, py.Kwargs{{Name: "stream", Value: sys.Module().Attr("stdout")}, {Name: "level", Value: py.As[int](logging.Module().Attr("INFO"))}, {Name: "format", Value: "%(levelname)s %(filename)s:%(lineno)d %(module)s %(funcName)s %(message)s"}})
		log = py.CallMethod(logging.Module(), "getLogger", "app")

		logging.Info(log, "module")
		return asyncio.RunFunc(asyncMain)
	})
}
