// tool doc
package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const x = 1

var pkToolLoaded bool

func f() string {
	return "pk.tool"
}

var fFunc any

// importPkTool runs the module pk.tool when it is first imported.
func importPkTool() {
	if pkToolLoaded {
		return
	}
	pkToolLoaded = true
	fFunc = py.Func("f()", f)
	fmt.Println("imported", "pk.tool")
}
