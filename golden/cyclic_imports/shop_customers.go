package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	prefix              = "customer"
	shopCustomersLoaded bool
)

var known *py.List[any]

var Customer any

func customerInit(self, name any) any {
	py.SetAttr(self, "name", name)
	known.Append(self)
	note(prefix + " " + py.Format(name, ""))
	return nil
}

func customerHistory(self any) any {
	items := py.ListOf[any]()
	for order := range py.Iter(py.Call(ofFunc, self)) {
		items.Append(py.GetAttr(order, "item"))
	}
	return items
}

func mostLoyal() any {
	return py.MaxBy(known.All(), func(c any) int { return py.Len(py.Call(ofFunc, c)) })
}

var mostLoyalFunc any

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
	known = py.ListOf[any]()
	Customer = py.NewClass("Customer", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "shop.customers")
		ns.Set("__init__", py.Func("Customer.__init__(self, name)", customerInit))

		ns.Set("history", py.Func("Customer.history(self)", customerHistory))
	})
	mostLoyalFunc = py.Func("most_loyal()", mostLoyal)

	fmt.Println("customers: done")
}
