// tool doc
package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	toolLoaded  bool
	toolGlobals = py.NewGlobals("tool", "", "../testdata/main_guards/tool.py", "tool doc")
)

// importTool runs the module tool when it is first imported.
func importTool() {
	if toolLoaded {
		return
	}
	toolLoaded = true
	toolGlobals.Set("x", 1)
	toolGlobals.Set("f", py.Func("f()", func() any { return "tool" }))
	fmt.Println("imported", "tool")
}

var toolModule = py.ModuleOf(toolGlobals)
