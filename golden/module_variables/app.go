// The application.
package main

var appLoaded bool

// importApp runs the module app when it is first imported.
func importApp() {
	if appLoaded {
		return
	}
	appLoaded = true
}
