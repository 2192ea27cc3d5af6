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
	orders           *py.List[*Order]
)

type Order struct {
	customer *Customer
	item     string
}

func of(customer *Customer) *py.List[*Order] {
	ordersValue := py.ListOf[*Order]()
	for order := range orders.All() {
		if py.Is(order.customer, customer) {
			ordersValue.Append(order)
		}
	}
	return ordersValue
}

func place(ctx context.Context, customer *Customer, item string) error {
	importShop()
	importShopAudit()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	orders.Append(&Order{customer: customer, item: item})
	count++
	note(customer.name + " orders " + item)
	return nil
}

// importShopOrders runs the module shop.orders when it is first imported.
func importShopOrders() {
	if shopOrdersLoaded {
		return
	}
	shopOrdersLoaded = true

	importShop()
	importShopCustomers()

	fmt.Println("orders: begins, knows", prefix)
	orders = py.ListOf[*Order]()
	count = 0
	dataclasses.Struct(py.StructClass[Order]("shop.orders.Order", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "customer"}, {Name: "item"}})

	fmt.Println("orders: done")
}
