// assertLogs and assertNoLogs.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest"
)

var log any

func work(ctx context.Context, n int) error {
	logging.Info(log, "starting %d", n)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	if n > 1 {
		logging.Warning(log, "much: %s", n)
	}
	logging.Debug(log, "done")
	return nil
}

func testsTestAll(ctx context.Context, self any) (any, error) {
	manager := py.CallMethodKw(self, "assertLogs", []any{"app"}, py.Kwargs{{Name: "level", Value: "DEBUG"}})
	caught := py.EnterContext(manager)
	err := py.Try(func() error {
		return work(ctx, 2)
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.Print(py.GetAttr(caught, "output"))
	items := py.ListOf[py.Tuple]()
	for r := range py.Iter(py.GetAttr(caught, "records")) {
		items.Append(py.Tuple{py.GetAttr(r, "levelname"), py.CallMethod(r, "getMessage")})
	}
	fmt.Println(items)
	return nil, nil
}

func testsTestDefault(ctx context.Context, self any) (any, error) {
	manager := py.CallMethod(self, "assertLogs")
	caught := py.EnterContext(manager)
	err := py.Try(func() error {
		return work(ctx, 1)
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.CallMethod(self, "assertEqual", py.GetAttr(caught, "output"), py.ListOf[any]("INFO:app.worker:starting 1"))
	return nil, nil
}

func testsTestLevel(ctx context.Context, self any) (any, error) {
	manager := py.CallMethod(self, "assertLogs", log, py.As[int](logging.Module().Attr("WARNING")))
	caught := py.EnterContext(manager)
	err := py.Try(func() error {
		return work(ctx, 3)
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.MethodOf(self, "assertEqual").Call(py.Len(py.GetAttr(caught, "records")), 1)
	return nil, nil
}

func testsTestMissing(ctx context.Context, self any) (any, error) {
	manager := py.CallMethod(self, "assertRaises", py.AssertionError)
	e := py.EnterContext(manager)
	err := py.Try(func() error {
		manager := py.CallMethod(self, "assertLogs", "app", "ERROR")
		py.EnterContext(manager)
		err := py.Try(func() error {
			return work(ctx, 3)
		})
		return py.ExitContext(manager, err)
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.Print(py.GetAttr(e, "exception"))
	return nil, nil
}

func testsTestNone(ctx context.Context, self any) (any, error) {
	manager := py.CallMethod(self, "assertNoLogs", "app", "ERROR")
	py.EnterContext(manager)
	err := py.Try(func() error {
		return work(ctx, 3)
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	manager2 := py.CallMethod(self, "assertRaises", py.AssertionError)
	e := py.EnterContext(manager2)
	err = py.Try(func() error {
		manager := py.CallMethod(self, "assertNoLogs", "app", "INFO")
		py.EnterContext(manager)
		err := py.Try(func() error {
			return work(ctx, 1)
		})
		return py.ExitContext(manager, err)
	})
	if err := py.ExitContext(manager2, err); err != nil {
		return nil, err
	}
	py.Print(py.GetAttr(e, "exception"))
	return nil, nil
}

func testsTestRestored(ctx context.Context, self any) (any, error) {
	before := py.Tuple{py.GetItem(py.GetAttr(log, "handlers"), py.NewSlice(nil, nil, nil)), py.GetAttr(log, "level"), py.GetAttr(log, "propagate")}
	manager := py.CallMethod(self, "assertRaises", py.KeyError)
	py.EnterContext(manager)
	err := py.Try(func() error {
		manager := py.CallMethod(self, "assertLogs", log)
		py.EnterContext(manager)
		err := py.Try(func() error {
			return py.NewKeyError("x")
		})
		return py.ExitContext(manager, err)
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.CallMethod(self, "assertEqual", before, py.Tuple{py.GetAttr(log, "handlers"), py.GetAttr(log, "level"), py.GetAttr(log, "propagate")})
	return nil, nil
}

func main() {
	py.Main(func() error {
		log = py.CallMethod(logging.Module(), "getLogger", "app.worker")
		py.NewClass("Tests", []any{unittest.Module().Attr("IsolatedAsyncioTestCase")}, nil, func(ns *py.Namespace) {
			ns.Set("test_all", py.AsyncFunc("Tests.test_all(self)", testsTestAll))

			ns.Set("test_default", py.AsyncFunc("Tests.test_default(self)", testsTestDefault))

			ns.Set("test_level", py.AsyncFunc("Tests.test_level(self)", testsTestLevel))

			ns.Set("test_missing", py.AsyncFunc("Tests.test_missing(self)", testsTestMissing))

			ns.Set("test_none", py.AsyncFunc("Tests.test_none(self)", testsTestNone))

			ns.Set("test_restored", py.AsyncFunc("Tests.test_restored(self)", testsTestRestored))
		})

		py.CallMethod(unittest.Module(), "main")
		return nil
	})
}
