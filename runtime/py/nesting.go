package py

// nestingAllowance is how much deeper than Python functions the runtime itself
// may recurse through nested containers, as C code may in CPython.
const nestingAllowance = 9000

// enterNested counts a step into a nested container and raises RecursionError
// when there are too many, as in containers that contain themselves. The
// function it returns ends the step.
func enterNested(doing string) func() {
	t := current
	if t.Depth >= recursionLimit+nestingAllowance {
		raisef(NewRecursionError, "maximum recursion depth exceeded%s", doing)
	}
	t.Depth++
	return func() { t.Depth-- }
}
