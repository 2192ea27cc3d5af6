package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	prefix              = "customer"
	shopCustomersLoaded bool
)

var known *py.List[*Customer]

type Customer struct {
	name string
}

var _ = py.StructClass[Customer]("shop.customers.Customer", nil)

func newCustomer(name string) *Customer {
	c := &Customer{}
	c.name = name
	known.Append(c)
	note(prefix + " " + name)
	return c
}

func (c *Customer) history() *py.List[string] {
	items := py.ListOf[string]()
	for order := range of(c).All() {
		items.Append(order.item)
	}
	return items
}

func mostLoyal() *Customer {
	return py.MaxBy(known.All(), func(c *Customer) int { return of(c).Len() })
}

// importShopCustomers runs the module shop.customers when it is first imported.
func importShopCustomers() {
	if shopCustomersLoaded {
		return
	}
	shopCustomersLoaded = true

	fmt.Println("customers: begins")

	importShop()
	importShopOrders()
	importShop()
	importShopAudit()
	known = py.ListOf[*Customer]()

	fmt.Println("customers: done")
}
