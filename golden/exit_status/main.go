package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func asyncMain(ctx context.Context) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	fmt.Println("leaving")
	sys.Exit(3)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
