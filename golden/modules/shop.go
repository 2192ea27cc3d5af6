package main

var shopLoaded bool

const version = "1.0"

// importShop runs the module shop when it is first imported.
func importShop() {
	if shopLoaded {
		return
	}
	shopLoaded = true
	importShop()
	importShopPrices()
	importShop()
	importShopCart()
}
