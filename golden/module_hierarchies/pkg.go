package main

var pkgLoaded bool

// importPkg runs the module pkg when it is first imported.
func importPkg() {
	if pkgLoaded {
		return
	}
	pkgLoaded = true
	importPkg()
	importPkgThings()
	importPkg()
	importPkgHelpers()
}
