// A pipeline of three stages that pass items on through queues.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func produce(ctx context.Context, out *asyncio.Queue[any], count int) error {
	for n := range count {
		if err := out.Put(ctx, n); err != nil {
			return err
		}
	}
	return out.Put(ctx, nil)
}

func transform(ctx context.Context, source, out *asyncio.Queue[any], function any) error {
	for {
		item, err := source.Get(ctx)
		if err != nil {
			return err
		}
		if item == nil {
			if err := out.Put(ctx, nil); err != nil {
				return err
			}
			return nil
		}
		if err := out.Put(ctx, py.Call(function, item)); err != nil {
			return err
		}
	}
}

func collect(ctx context.Context, source *asyncio.Queue[any]) (*py.List[any], error) {
	results := py.ListOf[any]()
	for {
		item, err := source.Get(ctx)
		if err != nil {
			return nil, err
		}
		if item == nil {
			break
		}
		results.Append(item)
	}
	return results, nil
}

func asyncMain(ctx context.Context) error {
	source := py.GetIter(py.Call(py.Builtin("range"), 3))
	values := py.Unpack(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for item := range py.Iter(source) {
			py.As[int](item)
			y.Yield(asyncio.NewQueue[any](1))
		}
		return nil
	}).Streams(), 3)
	first, second, third := py.As[*asyncio.Queue[any]](values[0]), py.As[*asyncio.Queue[any]](values[1]), py.As[*asyncio.Queue[any]](values[2])
	arg := asyncio.Go(func(ctx context.Context) error {
		return produce(ctx, first, 5)
	})
	function := py.Func("main.<locals>.<lambda>(n)", func(n any) any { return py.Mul(n, n) })
	arg2 := asyncio.Go(func(ctx context.Context) error {
		return transform(ctx, first, second, function)
	})
	function2 := py.Func("main.<locals>.<lambda>(n)", func(n any) any { return "<" + py.Format(n, "") + ">" })
	results, err := asyncio.GatherAny(ctx, []any{arg, arg2, asyncio.Go(func(ctx context.Context) error {
		return transform(ctx, second, third, function2)
	}), asyncio.GoValue(func(ctx context.Context) (*py.List[any], error) {
		return collect(ctx, third)
	})}, false)
	if err != nil {
		return err
	}
	values2 := py.UnpackStar(results, 0, 1)
	_, results2 := values2[0], values2[1]
	py.Print(results2)
	return nil
}

func main() {
	py.Main(func() error {
		return asyncio.RunFunc(asyncMain)
	})
}
