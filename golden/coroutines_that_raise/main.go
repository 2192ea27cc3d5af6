package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func boom(ctx context.Context) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	return py.NewValueError("b")
}

func forever(ctx context.Context) error {
	for {
		if err := asyncio.Sleep(ctx, 10*time.Second); err != nil {
			return err
		}
	}
}

func asyncMain(ctx context.Context) error {
	t := asyncio.CreateTask(ctx, asyncio.Go(boom))
	err := py.Try(func() error {
		_, err := t.Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	r, err := asyncio.GatherResults[asyncio.None](ctx, asyncio.Go(boom))
	if err != nil {
		return err
	}
	fmt.Println(r)
	err = py.Try(func() error {
		if _, err := asyncio.WaitFor(ctx, asyncio.Go(forever), 10*time.Millisecond); err != nil {
			return err
		}
		py.Print(nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("timeout")
	}
	err = py.Try(func() error {
		if err := boom(ctx); err != nil {
			return err
		}
		py.Print(nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	return py.NewSystemExit(0)
}

func goFunc() {
	py.Check(asyncio.RunFunc(boom))
}

func main() {
	py.Main(func() error {
		err := py.Try(func() error {
			return asyncio.RunFunc(asyncMain)
		})
		if err != nil {
			if !errors.Is(err, py.SystemExit) {
				return err
			}
			py.Print("end", py.GetAttr(err, "code"))
		}
		err = py.Try(func() error {
			goFunc()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		manager := py.CallMethod(asyncio.Module(), "Runner")
		r := py.EnterContext(manager)
		err = py.Try(func() error {
			err := py.Try(func() error {
				py.MethodOf(r, "run").Call(asyncio.Go(boom))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				fmt.Println(err)
			}
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		loop := py.CallMethod(asyncio.Module(), "new_event_loop")
		err = py.Try(func() error {
			py.MethodOf(loop, "run_until_complete").Call(asyncio.Go(boom))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		py.CallMethod(loop, "close")
		return nil
	})
}
