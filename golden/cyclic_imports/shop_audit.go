package main

import "fmt"

var shopAuditLoaded bool

func note(text string) {
	fmt.Printf("[%d] %s\n", count, text)
}

// importShopAudit runs the module shop.audit when it is first imported.
func importShopAudit() {
	if shopAuditLoaded {
		return
	}
	shopAuditLoaded = true
	importShop()
	importShopOrders()
}
