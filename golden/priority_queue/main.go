package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	jobs := asyncio.NewPriorityQueue[py.Pair[int, string]](0)
	for _, item := range []py.Pair[int, string]{py.PairOf(3, "low"), py.PairOf(1, "high"), py.PairOf(2, "middle")} {
		priority, name := item.First, item.Second
		if err := jobs.PutNowait(py.PairOf(priority, name)); err != nil {
			return err
		}
	}
	py.Print(jobs.Len(), jobs.Empty())
	for !jobs.Empty() {
		result, err := jobs.Get(ctx)
		if err != nil {
			return err
		}
		priority, name := result.First, result.Second
		fmt.Println(priority, name)
		jobs.TaskDone()
	}
	if err := jobs.Join(ctx); err != nil {
		return err
	}
	stack := asyncio.NewLifoQueue[int](2)
	if err := stack.PutNowait(1); err != nil {
		return err
	}
	if err := stack.PutNowait(2); err != nil {
		return err
	}
	err := py.Try(func() error {
		return stack.PutNowait(3)
	})
	if err != nil {
		if !errors.Is(err, asyncio.QueueFull) {
			return err
		}
		py.Print("full", stack.Full())
	}
	arg, err := stack.GetNowait()
	if err != nil {
		return err
	}
	nowait, err := stack.GetNowait()
	if err != nil {
		return err
	}
	fmt.Println(arg, nowait)
	err = py.Try(func() error {
		_, err := stack.GetNowait()
		return err
	})
	if err != nil {
		if !errors.Is(err, asyncio.QueueEmpty) {
			return err
		}
		fmt.Println("empty")
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
