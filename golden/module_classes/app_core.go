package main

var appCoreLoaded bool

// importAppCore runs the module app.core when it is first imported.
func importAppCore() {
	if appCoreLoaded {
		return
	}
	appCoreLoaded = true
}
