package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	active int
	peak   int
)

func fetch(ctx context.Context, n int, semaphore *asyncio.Semaphore) (int, error) {
	if err := semaphore.Acquire(ctx); err != nil {
		return 0, err
	}
	defer semaphore.Release()
	active++
	peak = max(peak, active)
	if err := asyncio.Sleep(ctx, 5*time.Millisecond); err != nil {
		return 0, err
	}
	active--
	return n, nil
}

func asyncMain(ctx context.Context) error {
	semaphore := asyncio.NewSemaphore(3)
	var fetches []asyncio.Awaitable[int]
	for n := range 10 {
		fetches = append(fetches, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return fetch(ctx, n, semaphore)
		}))
	}
	results, err := asyncio.Gather(ctx, fetches...)
	if err != nil {
		return err
	}
	fmt.Println(py.SumInts(results.All()), peak, active)
	bounded := py.CallMethod(asyncio.Module(), "BoundedSemaphore", 1)
	err = py.Try(func() error {
		py.CallMethod(bounded, "release")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		active = 0
		peak = 0

		return asyncio.RunFunc(asyncMain)
	})
}
