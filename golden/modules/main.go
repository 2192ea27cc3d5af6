package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func asyncMain(ctx context.Context) error {
	cart := newCart()
	cart.add("tea", 2)
	cart.add("cake", 1)
	totalResult, err := cart.total(ctx)
	if err != nil {
		return err
	}
	py.Print(version, totalResult)
	fmt.Println(known())
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
