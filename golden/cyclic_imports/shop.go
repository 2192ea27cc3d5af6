package main

var shopLoaded bool

// importShop runs the module shop when it is first imported.
func importShop() {
	if shopLoaded {
		return
	}
	shopLoaded = true
}
