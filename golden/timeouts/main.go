package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func slow(ctx context.Context, seconds any) (string, error) {
	if err := asyncio.SleepAny(ctx, seconds); err != nil {
		if errors.Is(err, asyncio.CancelledError) {
			fmt.Println("slow was cancelled")
		}
		return "", err
	}
	return "slept " + py.Format(seconds, ""), nil
}

func asyncMain(ctx context.Context) error {
	result, err := asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return slow(ctx, 0.01)
	}).Named("slow"), time.Second)
	if err != nil {
		return err
	}
	fmt.Println(result)
	_, err = asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return slow(ctx, 5)
	}).Named("slow"), 10*time.Millisecond)
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("timed out", py.Repr(py.Str(err)))
	}
	var scopeBound bool
	var scope any
	err = func() error {
		manager := py.CallMethod(asyncio.Module(), "timeout", 0.01)
		entered, err := py.AEnterContext(ctx, manager)
		if err != nil {
			return err
		}
		scope = entered
		scopeBound = true
		err = py.Try(func() error {
			_, err := slow(ctx, 5)
			return err
		})
		return py.AExitContext(ctx, manager, err)
	}()
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		py.CheckLocal(scopeBound, "scope")
		py.Print("timeout", py.CallMethod(scope, "expired"))
	}
	manager := py.CallMethod(asyncio.Module(), "timeout", nil)
	entered, err := py.AEnterContext(ctx, manager)
	if err != nil {
		return err
	}
	scope = entered
	err = py.Try(func() error {
		py.Print(py.CallMethod(scope, "when"))
		_, err := slow(ctx, 0)
		return err
	})
	if err := py.AExitContext(ctx, manager, err); err != nil {
		return err
	}
	return asyncio.WithTimeout(ctx, time.Second, func(ctx context.Context) error {
		slowResult, err := slow(ctx, 0.001)
		if err != nil {
			return err
		}
		fmt.Println(slowResult)
		return nil
	})
}

func main() {
	asyncio.Main(asyncMain)
}
