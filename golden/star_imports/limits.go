package main

var limitsLoaded bool

const limit = 5

func within(x int) bool {
	return x < limit
}

// importLimits runs the module limits when it is first imported.
func importLimits() {
	if limitsLoaded {
		return
	}
	limitsLoaded = true
	importShapes()
}
