package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

var shopLoaded bool

var (
	version string
	all     *py.List[string]
)

// runs the module shop when it is first imported.
func importShop() {
	if shopLoaded {
		return
	}
	shopLoaded = true
	importShop()
	importShopCart()
	version = "1.0"
	all = py.ListOf[string]("Cart", "VERSION")
}
