package py

// recursionLimit is sys.getrecursionlimit().
var recursionLimit = 1000

// RecursionLimit is sys.getrecursionlimit().
func RecursionLimit() int { return recursionLimit }

// SetRecursionLimit is sys.setrecursionlimit(n). It raises ValueError when n is
// not positive and RecursionError when the program is deeper already.
func SetRecursionLimit(n int) {
	if n < 1 {
		raisef(NewValueError, "recursion limit must be greater or equal than 1")
	}
	if current.Depth >= n {
		raisef(NewRecursionError,
			"cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, current.Depth)
	}
	recursionLimit = n
}

// Enter counts a call of a Python function; Leave must follow, also when the
// call panics. It raises RecursionError at the limit. Functions that the
// runtime calls are counted by it; converted code counts those it calls
// directly and that may recurse.
func Enter() {
	t := current
	if t.Depth++; t.Depth >= recursionLimit {
		t.Depth--
		raisef(NewRecursionError, "maximum recursion depth exceeded")
	}
}

// Leave ends what Enter began.
func Leave() { current.Depth-- }
