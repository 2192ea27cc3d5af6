// tool doc
package main

import "fmt"

const x = 1

var pkToolLoaded bool

func f() string {
	return "pk.tool"
}

// importPkTool runs the module pk.tool when it is first imported.
func importPkTool() {
	if pkToolLoaded {
		return
	}
	pkToolLoaded = true
	fmt.Println("imported", "pk.tool")
}
