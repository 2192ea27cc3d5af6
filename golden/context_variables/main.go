package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextvars"
)

var requestID any

func log(message string) {
	fmt.Println("[" + py.Format(py.CallMethod(requestID, "get"), "") + "] " + message)
}

func handle(ctx context.Context, name string) error {
	token := py.CallMethod(requestID, "set", name)
	log("start")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	log("end")
	py.CallMethod(requestID, "reset", token)
	log("after")
	return nil
}

func asyncMain(ctx context.Context) error {
	err := asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
		return handle(ctx, "r1")
	}), asyncio.Go(func(ctx context.Context) error {
		return handle(ctx, "r2")
	}))
	if err != nil {
		return err
	}
	log("main")
	return nil
}

func main() {
	py.Main(func() error {
		requestID = py.CallMethodKw(contextvars.Module(), "ContextVar", []any{"request_id"}, py.Kwargs{{Name: "default", Value: "-"}})

		return asyncio.RunFunc(asyncMain)
	})
}
