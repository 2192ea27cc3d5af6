// Modules that import each other: at the top, where functions run, and for their types only.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	ada := newCustomer("Ada")
	if err := place(ctx, ada, "tea"); err != nil {
		return err
	}
	if err := place(ctx, ada, "cake"); err != nil {
		return err
	}
	fmt.Println(ada.history())
	fmt.Println(mostLoyal().name, count)
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
