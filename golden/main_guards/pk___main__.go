// tool doc
package main

import "fmt"

var pkMainLoaded bool

func pkMainF() string {
	return "pk.__main__"
}

// importPkMain runs the module pk.__main__ when it is first imported.
func importPkMain() {
	if pkMainLoaded {
		return
	}
	pkMainLoaded = true
	fmt.Println("imported", "pk.__main__")
}
