package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Clock struct {
	loop  *asyncio.Loop
	start float64
}

func newClock(loop *asyncio.Loop) *Clock {
	return &Clock{loop: loop, start: loop.Time()}
}

func (c *Clock) elapsed() float64 {
	return c.loop.Time() - c.start
}

func answer(ctx context.Context, fut *asyncio.Future[int]) error {
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}
	fut.SetResult(42)
	return nil
}

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	clock := newClock(loop)
	if err := asyncio.Sleep(ctx, 20*time.Millisecond); err != nil {
		return err
	}
	operand := clock.elapsed()
	py.Print(0.01 < operand && operand < 5)
	fut := asyncio.FutureOn[int](loop)
	task := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return answer(ctx, fut)
	}))
	result, err := fut.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result+1, fut.Finished(), fut.Cancelled())
	if _, err := task.Await(ctx); err != nil {
		return err
	}
	seen := py.ListOf[string]()
	py.CallMethod(loop, "call_soon", py.GetAttr(seen, "append"), "soon")
	py.CallMethod(loop, "call_later", 0.01, py.GetAttr(seen, "append"), "later")
	if err := asyncio.Sleep(ctx, 50*time.Millisecond); err != nil {
		return err
	}
	fmt.Println(seen)
	broken := asyncio.FutureOn[string](loop)
	broken.SetExceptionAny(py.Call(py.ValueError, "bad"))
	err = py.Try(func() error {
		_, err := broken.Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println("caught", err)
	}
	waiter := asyncio.FutureOn[asyncio.None](loop)
	asyncio.SetNone(waiter)
	if _, err := waiter.Await(ctx); err != nil {
		return err
	}
	py.Print(nil, loop.IsRunning(), py.Is(loop, asyncio.GetRunningLoop()))
	fut2 := asyncio.FutureOn[int](loop)
	t := asyncio.CreateTaskOn(loop, asyncio.Go(func(ctx context.Context) error {
		return answer(ctx, fut2)
	}))
	if _, err := t.Await(ctx); err != nil {
		return err
	}
	py.Print(nil)
	return nil
}

func server(ctx context.Context, inbox *asyncio.Future[py.Pair[string, *asyncio.Future[string]]]) error {
	result, err := inbox.Await(ctx)
	if err != nil {
		return err
	}
	question, reply := result.First, result.Second
	reply.SetResult(py.StrSlice(question, nil, nil, -1))
	return nil
}

func never(ctx context.Context) error {
	return py.NewLookupError("never")
}

func channel(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	inbox := asyncio.FutureOn[py.Pair[string, *asyncio.Future[string]]](loop)
	t := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return server(ctx, inbox)
	}))
	reply := asyncio.FutureOn[string](loop)
	inbox.SetResult(py.PairOf("stressed", reply))
	result, err := reply.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result, t.Finished())
	var nevers []asyncio.Awaitable[asyncio.None]
	for range 2 {
		nevers = append(nevers, asyncio.Go(never))
	}
	results, err := asyncio.GatherResults(ctx, nevers...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	return nil
}

func main() {
	py.Main(func() error {
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}

		return asyncio.RunFunc(channel)
	})
}
