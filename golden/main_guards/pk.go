// pk doc
package main

var pkLoaded bool

// importPk runs the module pk when it is first imported.
func importPk() {
	if pkLoaded {
		return
	}
	pkLoaded = true
}
