package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func waiter(ctx context.Context, name string, event *asyncio.Event) error {
	fmt.Println(name, "waits")
	if err := event.Wait(ctx); err != nil {
		return err
	}
	fmt.Println(name, "goes")
	return nil
}

func asyncMain(ctx context.Context) error {
	event := asyncio.NewEvent()
	waiters := py.ListOf[*asyncio.Task[asyncio.None]]()
	for i := range 3 {
		name := "w" + strconv.Itoa(i)
		waiters.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
			return waiter(ctx, name, event)
		})))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	py.Print("set", event.IsSet())
	event.Set()
	if err := asyncio.GatherAll(ctx, asyncio.Waitables(waiters)...); err != nil {
		return err
	}
	py.Print(event.IsSet())
	event.Clear()
	_, err := asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := event.Wait(ctx); err != nil {
			return false, err
		}
		return true, nil
	}), 10*time.Millisecond)
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("nobody set it")
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
