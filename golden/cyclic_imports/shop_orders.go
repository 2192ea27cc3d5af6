package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

var (
	count            int
	shopOrdersLoaded bool
	orders           *py.List[any]
)

var (
	OrderClass any
	Order      any
)

func of(customer any) *py.List[any] {
	ordersValue := py.ListOf[any]()
	for order := range orders.All() {
		if py.Is(py.GetAttr(order, "customer"), customer) {
			ordersValue.Append(order)
		}
	}
	return ordersValue
}

var ofFunc any

func place(ctx context.Context, customer any, item string) error {
	importShop()
	importShopAudit()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	orders.Append(py.Call(Order, customer, item))
	count++
	note(py.Format(py.GetAttr(customer, "name"), "") + " orders " + item)
	return nil
}

var placeFunc any

// importShopOrders runs the module shop.orders when it is first imported.
func importShopOrders() {
	if shopOrdersLoaded {
		return
	}
	shopOrdersLoaded = true

	importShop()
	importShopCustomers()

	fmt.Println("orders: begins, knows", prefix)
	orders = py.ListOf[any]()
	count = 0
	decorator := dataclasses.Module().Attr("dataclass")
	OrderClass = py.NewClass("Order", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "shop.orders")
		ns.Annotate("customer", "Customer")
		ns.Annotate("item", "str")
	})
	Order = py.Call(decorator, OrderClass)
	ofFunc = py.Func("of(customer)", of)
	placeFunc = py.AsyncFunc("place(customer, item)", place)

	fmt.Println("orders: done")
}
