package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func work(ctx context.Context, name string, delay any, fail bool) (string, error) {
	var result string
	err := py.Try(func() error {
		if err := asyncio.SleepAny(ctx, delay); err != nil {
			return err
		}
		if fail {
			return py.NewRuntimeError(name + " failed")
		}
		result = name
		return nil
	})
	if err != nil {
		if errors.Is(err, asyncio.CancelledError) {
			fmt.Println(name, "cancelled")
		}
		return "", err
	}
	return result, nil
}

func asyncMain(ctx context.Context) error {
	var tasks *py.List[*asyncio.Task[string]]
	err := asyncio.WithTaskGroup(ctx, func(ctx context.Context, group *asyncio.TaskGroup) error {
		tasks = py.ListOf[*asyncio.Task[string]]()
		for i := range 3 {
			name := "t" + strconv.Itoa(i)
			delay := 0.01 * float64(3-i)
			tasks.Append(asyncio.CreateTaskIn(group, asyncio.GoValue(func(ctx context.Context) (string, error) {
				return work(ctx, name, delay, false)
			})))
		}
		return nil
	})
	if err != nil {
		return err
	}
	items := py.ListOf[string]()
	for task := range tasks.All() {
		result, err := task.Result()
		if err != nil {
			return err
		}
		items.Append(result)
	}
	fmt.Println(items)
	err = py.Try(func() error {
		return asyncio.WithTaskGroup(ctx, func(ctx context.Context, group *asyncio.TaskGroup) error {
			asyncio.CreateTaskIn(group, asyncio.GoValue(func(ctx context.Context) (string, error) {
				return work(ctx, "slow", 1, false)
			}))
			asyncio.CreateTaskIn(group, asyncio.GoValue(func(ctx context.Context) (string, error) {
				return work(ctx, "bad", 0.01, true)
			}))
			return nil
		})
	})
	if err != nil {
		rest := err
		var reraised []error
		var raised []error
		var matched error
		matched, rest = py.SplitGroup(rest, py.RuntimeError)
		if matched != nil {
			err := py.Try(func() error {
				errors := matched
				arg := py.GetAttr(errors, "message")
				items := py.ListOf[string]()
				for e := range py.Iter(py.GetAttr(errors, "exceptions")) {
					items.Append(py.Str(e))
				}
				py.Print(arg, items)
				return nil
			})
			if err == matched {
				reraised = append(reraised, err)
			} else if err != nil {
				raised = append(raised, err)
			}
		}
		if err := py.JoinGroup(err, rest, reraised, raised); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
