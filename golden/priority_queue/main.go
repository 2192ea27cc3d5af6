package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	jobs := py.CallMethod(asyncio.Module(), "PriorityQueue")
	for _, item := range []py.Tuple{py.Tuple{3, "low"}, py.Tuple{1, "high"}, py.Tuple{2, "middle"}} {
		var priority any = item[0].(int)
		var name any = item[1].(string)
		py.CallMethod(jobs, "put_nowait", py.Tuple{priority, name})
	}
	py.Print(py.CallMethod(jobs, "qsize"), py.CallMethod(jobs, "empty"))
	for !py.Truth(py.CallMethod(jobs, "empty")) {
		result, err := asyncio.Await(ctx, py.CallMethod(jobs, "get"))
		if err != nil {
			return err
		}
		values := py.Unpack(result, 2)
		var priority any = values[0]
		var name any = values[1]
		py.Print(priority, name)
		py.CallMethod(jobs, "task_done")
	}
	if _, err := asyncio.Await(ctx, py.CallMethod(jobs, "join")); err != nil {
		return err
	}
	stack := py.CallMethodKw(asyncio.Module(), "LifoQueue", nil, py.Kwargs{{Name: "maxsize", Value: 2}})
	py.CallMethod(stack, "put_nowait", 1)
	py.CallMethod(stack, "put_nowait", 2)
	err := py.Try(func() error {
		py.CallMethod(stack, "put_nowait", 3)
		return nil
	})
	if err != nil {
		if !errors.Is(err, asyncio.QueueFull) {
			return err
		}
		py.Print("full", py.CallMethod(stack, "full"))
	}
	py.Print(py.CallMethod(stack, "get_nowait"), py.CallMethod(stack, "get_nowait"))
	err = py.Try(func() error {
		py.CallMethod(stack, "get_nowait")
		return nil
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
