package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func work(ctx context.Context, name string, delay any, fail bool) (string, error) {
	var result string
	err := py.Try(func() error {
		if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", delay)); err != nil {
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
	manager := py.CallMethod(asyncio.Module(), "TaskGroup")
	group, err := py.AEnterContext(ctx, manager)
	if err != nil {
		return err
	}
	var tasksBound bool
	var tasks *py.List[any]
	err = py.Try(func() error {
		tasks = py.ListOf[any]()
		for i := range 3 {
			receiver := group
			name := fmt.Sprintf("t%d", i)
			delay := 0.01 * float64(3-i)
			tasks.Append(py.CallMethod(receiver, "create_task", asyncio.GoValue(func(ctx context.Context) (string, error) {
				return work(ctx, name, delay, false)
			})))
		}
		tasksBound = true
		return nil
	})
	if err := py.AExitContext(ctx, manager, err); err != nil {
		return err
	}
	items := py.ListOf[any]()
	py.CheckLocal(tasksBound, "tasks")
	for task := range tasks.All() {
		items.Append(py.CallMethod(task, "result"))
	}
	fmt.Println(items)
	err = py.Try(func() error {
		manager := py.CallMethod(asyncio.Module(), "TaskGroup")
		entered, err := py.AEnterContext(ctx, manager)
		if err != nil {
			return err
		}
		group = entered
		err = py.Try(func() error {
			py.CallMethod(group, "create_task", asyncio.GoValue(func(ctx context.Context) (string, error) {
				return work(ctx, "slow", 1, false)
			}))
			py.CallMethod(group, "create_task", asyncio.GoValue(func(ctx context.Context) (string, error) {
				return work(ctx, "bad", 0.01, true)
			}))
			return nil
		})
		return py.AExitContext(ctx, manager, err)
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
