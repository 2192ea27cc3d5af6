package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func save(ctx context.Context) (string, error) {
	if err := asyncio.Sleep(ctx, 20*time.Millisecond); err != nil {
		return "", err
	}
	fmt.Println("saved")
	return "ok", nil
}

func asyncMain(ctx context.Context) error {
	task := asyncio.CreateTask(ctx, asyncio.GoValue(save))
	if _, err := asyncio.WaitFor(ctx, asyncio.Shield(ctx, task), 5*time.Millisecond); err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		py.Print("gave up waiting", task.Finished())
	}
	result, err := task.Await(ctx)
	if err != nil {
		return err
	}
	fmt.Println(result)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
