package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	cart := py.Call(Cart)
	py.CallMethod(cart, "add", "tea", 2)
	py.CallMethod(cart, "add", "cake", 1)
	result, err := asyncio.Await(ctx, py.CallMethod(cart, "total"))
	if err != nil {
		return err
	}
	py.Print(version, result)
	py.Print(py.Call(knownFunc))
	return nil
}

func main() {
	py.Main(func() error {
		importShop()
		importShopPrices()
		importShop()

		return asyncio.RunFunc(asyncMain)
	})
}
