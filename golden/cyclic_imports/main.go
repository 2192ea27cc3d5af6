// Modules that import each other: at the top, where functions run, and for their types only.
package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	ada := py.Call(Customer, "Ada")
	if _, err := asyncio.Await(ctx, py.Call(placeFunc, ada, "tea")); err != nil {
		return err
	}
	if _, err := asyncio.Await(ctx, py.Call(placeFunc, ada, "cake")); err != nil {
		return err
	}
	py.Print(py.CallMethod(ada, "history"))
	py.Print(py.GetAttr(py.Call(mostLoyalFunc), "name"), count)
	return nil
}

func main() {
	py.Main(func() error {
		importShop()
		importShopCustomers()
		importShopOrders()
		importShop()
		importShopCustomers()

		return asyncio.RunFunc(asyncMain)
	})
}
