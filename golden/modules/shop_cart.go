package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var shopCartLoaded bool

var Cart any

func cartInit(self any) any {
	py.SetAttr(self, "items", py.DictOf[string, any]())
	return nil
}

func cartAdd(self, name, count any) any {
	value := py.Add(py.CallMethod(py.GetAttr(self, "items"), "get", name, 0), count)
	py.SetItem(py.GetAttr(self, "items"), name, value)
	return nil
}

func cartTotal(ctx context.Context, self any) (any, error) {
	var amount any = 0
	for item := range py.Iter(py.CallMethod(py.GetAttr(self, "items"), "items")) {
		values := py.Unpack(item, 2)
		name, count := values[0], values[1]
		old := amount
		result, err := asyncio.Await(ctx, py.Call(lookupFunc, name))
		if err != nil {
			return nil, err
		}
		amount = py.IAdd(old, py.Mul(result, count))
	}
	return amount, nil
}

// importShopCart runs the module shop.cart when it is first imported.
func importShopCart() {
	if shopCartLoaded {
		return
	}
	shopCartLoaded = true
	importShop()
	importShopPrices()
	Cart = py.NewClass("Cart", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "shop.cart")
		ns.Set("__init__", py.Func("Cart.__init__(self)", cartInit))

		ns.Set("add", py.Func("Cart.add(self, name, count)", cartAdd))

		ns.Set("total", py.AsyncFunc("Cart.total(self)", cartTotal))
	})
}
