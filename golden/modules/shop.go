package main

var shopLoaded bool

var version string

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
	version = "1.0"
}
