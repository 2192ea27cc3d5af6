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

func producer(ctx context.Context, queue *asyncio.Queue[int], n int) error {
	for i := range n {
		if err := queue.Put(ctx, i); err != nil {
			return err
		}
		fmt.Printf("produced %d\n", i)
	}
	return nil
}

func consumer(ctx context.Context, name string, queue *asyncio.Queue[int], results *py.List[int]) error {
	err := func() error {
		for {
			item, err := queue.Get(ctx)
			if err != nil {
				return err
			}
			err = asyncio.WithTimeout(ctx, time.Second, func(ctx context.Context) error {
				return asyncio.Sleep(ctx, time.Millisecond)
			})
			if err != nil {
				return err
			}
			results.Append(item * item)
			queue.TaskDone()
		}
	}()
	if errors.Is(err, asyncio.CancelledError) {
		fmt.Println(name + " stops")
	}
	return err
}

func asyncMain(ctx context.Context) error {
	queue := asyncio.NewQueue[int](2)
	results := py.ListOf[int]()
	workers := py.ListOf[*asyncio.Task[asyncio.None]]()
	for i := range 2 {
		name := "w" + strconv.Itoa(i)
		workers.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
			return consumer(ctx, name, queue, results)
		})))
	}
	if err := producer(ctx, queue, 5); err != nil {
		return err
	}
	if err := queue.Join(ctx); err != nil {
		return err
	}
	for worker := range workers.All() {
		worker.Cancel()
	}
	if _, err := asyncio.GatherResults(ctx, asyncio.Awaitables[asyncio.None](workers)...); err != nil {
		return err
	}
	fmt.Println(py.SortedList(results.All()))
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
