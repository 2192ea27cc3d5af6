package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

var limitsLoaded bool

var limit int

func within(x any) any {
	return py.Lt(x, limit)
}

// runs the module limits when it is first imported.
func importLimits() {
	if limitsLoaded {
		return
	}
	limitsLoaded = true
	importShapes()
	limit = 5
}
