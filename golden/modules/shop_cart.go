package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var shopCartLoaded bool

type Cart struct {
	items *py.Dict[string, any]
}

func newCart() *Cart {
	return &Cart{items: py.DictOf[string, any]()}
}

func (c *Cart) add(name string, count int) {
	value := py.Add(c.items.GetOr(name, 0), count)
	c.items.Set(name, value)
}

func (c *Cart) total(ctx context.Context) (any, error) {
	var amount any = 0
	for item := range py.Iter(py.CallMethod(c.items, "items")) {
		values := py.Unpack(item, 2)
		name, count := values[0], values[1]
		old := amount
		result, err := lookup(ctx, py.As[string](name))
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
}
