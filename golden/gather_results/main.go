package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func square(ctx context.Context, n int, delay any) (int, error) {
	if err := asyncio.SleepAny(ctx, delay); err != nil {
		return 0, err
	}
	fmt.Println("squared", n)
	return n * n, nil
}

func fail(ctx context.Context, message string) error {
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}
	return py.NewValueError(message)
}

func asyncMain(ctx context.Context) error {
	results, err := asyncio.Gather[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 2, 0.03)
	}), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 3, 0.01)
	}), asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 4, 0.02)
	}))
	if err != nil {
		return err
	}
	fmt.Println(results)
	var squares []asyncio.Awaitable[int]
	for n := range 3 {
		squares = append(squares, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return square(ctx, n, 0)
		}))
	}
	results2, err := asyncio.Gather(ctx, squares...)
	if err != nil {
		return err
	}
	fmt.Println(results2)
	results3, err := asyncio.GatherAny(ctx, []any{asyncio.GoValue(func(ctx context.Context) (int, error) {
		return square(ctx, 5, 0)
	}), asyncio.Go(func(ctx context.Context) error {
		return fail(ctx, "no")
	})}, true)
	if err != nil {
		return err
	}
	fmt.Println(results3)
	err = py.Try(func() error {
		return asyncio.GatherAll(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return square(ctx, 6, 0.2)
		}), asyncio.Go(func(ctx context.Context) error {
			return fail(ctx, "first")
		}))
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println("gather raised", err)
	}
	return asyncio.Sleep(ctx, 300*time.Millisecond)
}

func main() {
	asyncio.Main(asyncMain)
}
