package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
)

func greet(ctx context.Context, name string) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	return "hello, " + name, nil
}

func asyncMain(ctx context.Context) error {
	greetResult, err := greet(ctx, "world")
	if err != nil {
		return err
	}
	fmt.Println(greetResult)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
