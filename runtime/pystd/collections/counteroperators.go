package collections

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type counterMethod = func(name, params string, fn any, defaults ...any)

func isCounter(v any) bool { return py.TypeOf(v).IsSubclassOf(CounterClass) }

// defineCounterComparisons adds the comparisons, which treat missing elements
// as zero.
func defineCounterComparisons(method counterMethod) {
	every := func(a, b any, holds func(x, y any) bool) bool {
		for _, c := range []any{a, b} {
			for k := range py.Iter(c) {
				if !holds(py.GetItem(a, k), py.GetItem(b, k)) {
					return false
				}
			}
		}
		return true
	}
	compare := func(name string, holds func(a, b any) bool) {
		method(name, "(self, other)", func(self, other any) any {
			if !isCounter(other) {
				return py.NotImplemented
			}
			return holds(self, other)
		})
	}
	equal := func(a, b any) bool { return every(a, b, py.Equal) }
	atMost := func(a, b any) bool { return every(a, b, py.LessEqual) }
	atLeast := func(a, b any) bool { return every(a, b, py.GreaterEqual) }
	compare("__eq__", equal)
	compare("__ne__", func(a, b any) bool { return !equal(a, b) })
	compare("__le__", atMost)
	compare("__lt__", func(a, b any) bool { return atMost(a, b) && !equal(a, b) })
	compare("__ge__", atLeast)
	compare("__gt__", func(a, b any) bool { return atLeast(a, b) && !equal(a, b) })
}

// defineCounterOperators adds the operators of multisets: their results keep
// only positive counts.
func defineCounterOperators(method counterMethod) {
	positive := func(n any) bool { return py.Greater(n, 0) }
	combine := func(name string, onlyLeft bool, of func(a, b any) any) {
		method(name, "(self, other)", func(self, other any) any {
			if !isCounter(other) {
				return py.NotImplemented
			}
			result := py.Call(CounterClass)
			for k, n := range counts(self) {
				if v := of(n, py.GetItem(other, k)); positive(v) {
					py.SetItem(result, k, v)
				}
			}
			if onlyLeft {
				return result
			}
			for k, n := range counts(other) {
				if !py.Contains(self, k) {
					if v := of(0, n); positive(v) {
						py.SetItem(result, k, v)
					}
				}
			}
			return result
		})
	}
	combine("__add__", false, py.Add)
	combine("__sub__", false, py.Sub)
	combine("__or__", false, func(a, b any) any {
		if py.Less(a, b) {
			return b
		}
		return a
	})
	combine("__and__", true, func(a, b any) any {
		if py.Less(a, b) {
			return a
		}
		return b
	})
	method("__pos__", "(self)", func(self any) any {
		result := py.Call(CounterClass)
		for k, n := range counts(self) {
			if positive(n) {
				py.SetItem(result, k, n)
			}
		}
		return result
	})
	method("__neg__", "(self)", func(self any) any {
		result := py.Call(CounterClass)
		for k, n := range counts(self) {
			if py.Less(n, 0) {
				py.SetItem(result, k, py.Sub(0, n))
			}
		}
		return result
	})
	defineCounterInPlace(method)
}

// defineCounterInPlace adds the augmented assignments.
func defineCounterInPlace(method counterMethod) {
	keepPositive := func(self any) any {
		var drop []any
		for k, n := range counts(self) {
			if !py.Greater(n, 0) {
				drop = append(drop, k)
			}
		}
		for _, k := range drop {
			py.DelItem(self, k)
		}
		return self
	}
	method("__iadd__", "(self, other)", func(self, other any) any {
		for k, n := range counts(other) {
			py.SetItem(self, k, py.IAdd(py.GetItem(self, k), n))
		}
		return keepPositive(self)
	})
	method("__isub__", "(self, other)", func(self, other any) any {
		for k, n := range counts(other) {
			py.SetItem(self, k, py.ISub(py.GetItem(self, k), n))
		}
		return keepPositive(self)
	})
	method("__ior__", "(self, other)", func(self, other any) any {
		for k, n := range counts(other) {
			if py.Greater(n, py.GetItem(self, k)) {
				py.SetItem(self, k, n)
			}
		}
		return keepPositive(self)
	})
	method("__iand__", "(self, other)", func(self, other any) any {
		var keys []any
		for k := range counts(self) {
			keys = append(keys, k)
		}
		for _, k := range keys {
			if n := py.GetItem(other, k); py.Less(n, py.GetItem(self, k)) {
				py.SetItem(self, k, n)
			}
		}
		return keepPositive(self)
	})
}
