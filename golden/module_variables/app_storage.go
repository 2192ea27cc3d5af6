package main

var appStorageLoaded bool

var db *Database

// importAppStorage runs the module app.storage when it is first imported.
func importAppStorage() {
	if appStorageLoaded {
		return
	}
	appStorageLoaded = true
	importApp()
	importAppStorage()
	importAppStorageBase()
	importApp()
	importAppStorage()
	importAppStorageDatabase()
	db = newDatabase("main")
	db.put("one", 1)
	db.put("two", 2)
}
