package main

import (
	"context"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Lets at most limit holders in at a time, and counts them.
type Limiter struct {
	limit   int
	inside  int
	most    int
	waiting *py.List[*asyncio.Event]
}

func (l *Limiter) enterAsync(ctx context.Context) error {
	for l.inside >= l.limit {
		event := asyncio.NewEvent()
		l.waiting.Append(event)
		if err := event.Wait(ctx); err != nil {
			return err
		}
	}
	l.inside++
	l.most = max(l.most, l.inside)
	return nil
}

func (l *Limiter) exitAsync(ctx context.Context) error {
	l.inside--
	if l.waiting.Len() > 0 {
		l.waiting.PopAt(0).Set()
	}
	return nil
}

func call(ctx context.Context, limiter *Limiter, n int) (int, error) {
	if err := limiter.enterAsync(ctx); err != nil {
		return 0, err
	}
	var result int
	err := py.Try(func() error {
		if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
			return err
		}
		result = n
		return nil
	})
	if err := limiter.exitAsync(ctx); err != nil {
		return 0, err
	}
	if err != nil {
		return 0, err
	}
	return result, nil
}

func asyncMain(ctx context.Context) error {
	limiter := &Limiter{
		limit:   2,
		inside:  0,
		most:    0,
		waiting: py.ListOf[*asyncio.Event](),
	}
	var calls []asyncio.Awaitable[int]
	for n := range 6 {
		calls = append(calls, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return call(ctx, limiter, n)
		}))
	}
	results, err := asyncio.Gather(ctx, calls...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	arg := limiter.most
	arg2 := limiter.inside
	fmt.Println(arg, arg2, limiter.waiting.Len())
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
