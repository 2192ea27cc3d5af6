// Package bisect is Python's module bisect.
// https://docs.python.org/3.13/library/bisect.html
package bisect

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// search finds where x belongs in a sorted sequence, before or after the items
// that are equal to it. It raises ValueError for a negative lo.
func search(a, x, lo, hi, key any, right bool) int {
	low := number.Int(lo)
	if low < 0 {
		panic(exc.ValueError("lo must be non-negative"))
	}
	high := py.Len(a)
	if hi != nil {
		high = number.Int(hi)
	}
	for low < high {
		middle := (low + high) / 2
		item := py.GetItem(a, middle)
		if key != nil {
			item = py.Call(key, item)
		}
		if right && py.Less(x, item) || !right && !py.Less(item, x) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// Left is bisect.bisect_left(a, x).
func Left(a, x any) int { return search(a, x, 0, nil, nil, false) }

// Right is bisect.bisect_right(a, x).
func Right(a, x any) int { return search(a, x, 0, nil, nil, true) }

func insert(a, x, lo, hi, key any, right bool) any {
	value := x
	if key != nil {
		value = py.Call(key, x)
	}
	py.CallMethod(a, "insert", search(a, value, lo, hi, key, right), x)
	return nil
}

// Module is the module bisect.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("bisect", "Bisection algorithms.")
	const parameters = "(a, x, lo=0, hi=None, *, key=None)"
	for name, right := range map[string]bool{"bisect_left": false, "bisect_right": true, "bisect": true} {
		m.Builtin(name+parameters, func(a, x, lo, hi, key any) any { return search(a, x, lo, hi, key, right) })
	}
	for name, right := range map[string]bool{"insort_left": false, "insort_right": true, "insort": true} {
		m.Builtin(name+parameters, func(a, x, lo, hi, key any) any { return insert(a, x, lo, hi, key, right) })
	}
	return m
})
