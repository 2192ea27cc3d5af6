package itertools

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	productClass                     = class("product(*iterables, repeat=1)", product)
	permutationsClass                = class("permutations(iterable, r=None)", permutations)
	combinationsClass                = class("combinations(iterable, r)", combinations)
	combinationsWithReplacementClass = class("combinations_with_replacement(iterable, r)", combinationsWithReplacement)
)

// pick makes the tuple of the items at the given places.
func pick(pool []any, places []int) py.Tuple {
	t := make(py.Tuple, len(places))
	for i, at := range places {
		t[i] = pool[at]
	}
	return t
}

func product(args []any) step {
	times := py.As[int](args[1])
	if times < 0 {
		panic(exc.ValueError("repeat argument cannot be negative"))
	}
	var once, pools [][]any
	for _, o := range args[0].(py.Tuple) {
		once = append(once, py.TupleFrom(py.Iter(o)))
	}
	for range times {
		pools = append(pools, once...)
	}
	places := make([]int, len(pools))
	first := true
	return func() (any, bool) {
		if first {
			first = false
			if slices.ContainsFunc(pools, func(p []any) bool { return len(p) == 0 }) {
				return nil, false
			}
		} else {
			i := len(pools) - 1
			for ; i >= 0; i-- {
				if places[i]++; places[i] < len(pools[i]) {
					break
				}
				places[i] = 0
			}
			if i < 0 {
				return nil, false
			}
		}
		t := make(py.Tuple, len(pools))
		for i, at := range places {
			t[i] = pools[i][at]
		}
		return t, true
	}
}

// size checks the r of a selection.
func size(r any) int {
	n := py.As[int](r)
	if n < 0 {
		panic(exc.ValueError("r must be non-negative"))
	}
	return n
}

func indexes(n int) []int {
	places := make([]int, n)
	for i := range places {
		places[i] = i
	}
	return places
}

func permutations(args []any) step {
	pool := py.TupleFrom(py.Iter(args[0]))
	n := len(pool)
	r := n
	if args[1] != nil {
		if _, ok := args[1].(int); !ok {
			panic(exc.TypeError("Expected int as r"))
		}
		r = size(args[1])
	}
	if r > n {
		return func() (any, bool) { return nil, false }
	}
	places, cycles := indexes(n), make([]int, r)
	for i := range cycles {
		cycles[i] = n - i
	}
	first := true
	return func() (any, bool) {
		if first {
			first = false
			return pick(pool, places[:r]), true
		}
		for i := r - 1; i >= 0; i-- {
			if cycles[i]--; cycles[i] == 0 {
				moved := places[i]
				copy(places[i:], places[i+1:])
				places[n-1] = moved
				cycles[i] = n - i
				continue
			}
			j := n - cycles[i]
			places[i], places[j] = places[j], places[i]
			return pick(pool, places[:r]), true
		}
		return nil, false
	}
}

func combinations(args []any) step {
	pool, r := py.TupleFrom(py.Iter(args[0])), size(args[1])
	n := len(pool)
	if r > n {
		return func() (any, bool) { return nil, false }
	}
	places, first := indexes(r), true
	return func() (any, bool) {
		if first {
			first = false
			return pick(pool, places), true
		}
		i := r - 1
		for i >= 0 && places[i] == i+n-r {
			i--
		}
		if i < 0 {
			return nil, false
		}
		places[i]++
		for j := i + 1; j < r; j++ {
			places[j] = places[j-1] + 1
		}
		return pick(pool, places), true
	}
}

func combinationsWithReplacement(args []any) step {
	pool, r := py.TupleFrom(py.Iter(args[0])), size(args[1])
	n := len(pool)
	if n == 0 && r > 0 {
		return func() (any, bool) { return nil, false }
	}
	places, first := make([]int, r), true
	return func() (any, bool) {
		if first {
			first = false
			return pick(pool, places), true
		}
		i := r - 1
		for i >= 0 && places[i] == n-1 {
			i--
		}
		if i < 0 {
			return nil, false
		}
		at := places[i] + 1
		for j := i; j < r; j++ {
			places[j] = at
		}
		return pick(pool, places), true
	}
}
