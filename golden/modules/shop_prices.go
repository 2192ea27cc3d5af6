package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var shopPricesLoaded bool

var prices *py.Dict[string, int]

func lookup(ctx context.Context, name string) (int, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return prices.Get(name), nil
}

func known() *py.List[string] {
	return py.SortedList(prices.Keys())
}

// importShopPrices runs the module shop.prices when it is first imported.
func importShopPrices() {
	if shopPricesLoaded {
		return
	}
	shopPricesLoaded = true
	prices = py.DictOf[string, int]("tea", 3, "cake", 5)
}
