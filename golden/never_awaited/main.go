// Coroutines that nothing awaits are reported where they are dropped.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

func fetch(ctx context.Context, x int) (int, error) {
	fmt.Println("fetch", x)
	return x, nil
}

func number(n int) int {
	fmt.Println("number", n)
	return n
}

type Job struct{}

func (j *Job) run(ctx context.Context) (int, error) {
	return 1, nil
}

func asyncMain(ctx context.Context) error {
	manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
	seen := py.EnterContext(manager)
	err := py.Try(func() error {
		py.CallMethod(warnings.Module(), "simplefilter", "always")
		number(1)
		py.NeverAwaited("fetch")
		py.NeverAwaited("Job.run")
		py.NeverAwaited("sleep")

		py.NeverAwaited("main.<locals>.inner")
		_, err := fetch(ctx, 2)
		return err
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	for w := range py.Iter(seen) {
		py.Print(py.GetAttr(py.GetAttr(w, "category"), "__name__"), py.GetAttr(w, "message"), py.GetAttr(w, "lineno"))
	}
	fmt.Println(py.TypeOf(py.GetAttr(py.GetItem(seen, 0), "source")).Name())
	// The default is once for each place.
	manager2 := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
	seen = py.EnterContext(manager2)
	err = py.Try(func() error {
		for range 3 {
			py.NeverAwaited("fetch")
		}
		py.NeverAwaited("fetch")
		return nil
	})
	if err := py.ExitContext(manager2, err); err != nil {
		return err
	}
	items := py.ListOf[any]()
	for w := range py.Iter(seen) {
		items.Append(py.GetAttr(w, "lineno"))
	}
	fmt.Println(items)
	// An error cannot be raised where an object is dropped.
	manager3 := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "action", Value: "error"}})
	py.EnterContext(manager3)
	err = py.Try(func() error {
		py.NeverAwaited("fetch")
		return nil
	})
	if err := py.ExitContext(manager3, err); err != nil {
		return err
	}
	fmt.Println("still here")
	return nil
}

func looks(ctx context.Context) error {
	manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
	seen := py.EnterContext(manager)
	err := py.Try(func() error {
		var c any = asyncio.GoValue(func(ctx context.Context) (int, error) {
			return fetch(ctx, 5)
		}).Named("fetch")
		py.Print(py.TypeOf(c).Name(), py.CallMethod(inspect.Module(), "iscoroutine", c), py.GetAttr(c, "__qualname__"))
		c = nil
		py.NeverAwaited("fetch")
		fmt.Println(py.Len(seen))
		var d any = asyncio.GoValue(func(ctx context.Context) (int, error) {
			return fetch(ctx, 6)
		}).Named("fetch")
		if _, err := asyncio.Await(ctx, d); err != nil {
			return err
		}
		d = nil
		var e any = asyncio.GoValue(func(ctx context.Context) (int, error) {
			return fetch(ctx, 7)
		}).Named("fetch")
		py.CallMethod(e, "close")
		e = nil
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	items := py.ListOf[py.Tuple]()
	for w := range py.Iter(seen) {
		items.Append(py.Tuple{py.Str(py.GetAttr(w, "message")), py.GetAttr(w, "lineno")})
	}
	fmt.Println(items)
	return nil
}

func main() {
	py.Main(func() error {
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}
		if err := asyncio.RunFunc(looks); err != nil {
			return err
		}
		manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
		seen := py.EnterContext(manager)
		err := py.Try(func() error {
			py.NeverAwaited("fetch")
			asyncio.GoValue(func(ctx context.Context) (int, error) {
				return fetch(ctx, 9)
			}).Named("fetch")
			fmt.Println(py.Len(seen))
			py.NeverAwaited("fetch")
			items := py.ListOf[any]()
			for w := range py.Iter(seen) {
				items.Append(py.GetAttr(w, "lineno"))
			}
			fmt.Println(items)
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		py.NeverAwaited("fetch")
		return nil
	})
}
