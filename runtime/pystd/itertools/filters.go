package itertools

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	compressClass    = class("compress(data, selectors)", compress)
	dropWhileClass   = class("dropwhile(predicate, iterable, /)", dropWhile)
	filterFalseClass = class("filterfalse(function, iterable, /)", filterFalse)
	isliceClass      = class("islice(iterable, /, *args)", islice)
	starMapClass     = class("starmap(function, iterable, /)", starMap)
	takeWhileClass   = class("takewhile(predicate, iterable, /)", takeWhile)
	accumulateClass  = class("accumulate(iterable, func=None, *, initial=None)", accumulate)
	batchedClass     = class("batched(iterable, n, *, strict=False)", batched)
	pairwiseClass    = class("pairwise(iterable, /)", pairwise)
	groupByClass     = class("groupby(iterable, key=None)", groupBy)
	grouperClass     = iteratorClass("_grouper", nil)
)

func compress(args []any) step {
	data, selectors := next(args[0]), next(args[1])
	return func() (any, bool) {
		for {
			v, ok := data()
			if !ok {
				return nil, false
			}
			s, ok := selectors()
			if !ok {
				return nil, false
			}
			if py.Truth(s) {
				return v, true
			}
		}
	}
}

func dropWhile(args []any) step {
	items, dropping := next(args[1]), true
	return func() (any, bool) {
		for {
			v, ok := items()
			if !ok {
				return nil, false
			}
			if dropping && py.Truth(py.Call(args[0], v)) {
				continue
			}
			dropping = false
			return v, true
		}
	}
}

func filterFalse(args []any) step {
	items := next(args[1])
	return func() (any, bool) {
		for {
			v, ok := items()
			if !ok {
				return nil, false
			}
			keep := v
			if args[0] != nil && args[0] != any(py.BoolClass) {
				keep = py.Call(args[0], v)
			}
			if !py.Truth(keep) {
				return v, true
			}
		}
	}
}

func takeWhile(args []any) step {
	items := next(args[1])
	return func() (any, bool) {
		v, ok := items()
		if !ok || !py.Truth(py.Call(args[0], v)) {
			return nil, false
		}
		return v, true
	}
}

func starMap(args []any) step {
	items := next(args[1])
	return func() (any, bool) {
		v, ok := items()
		if !ok {
			return nil, false
		}
		return py.Call(args[0], py.TupleFrom(py.Iter(v))...), true
	}
}

func islice(args []any) step {
	bounds := args[1].(py.Tuple)
	if len(bounds) == 0 || len(bounds) > 3 {
		if len(bounds) == 0 {
			panic(exc.TypeError("islice expected at least 2 arguments, got 1"))
		}
		panic(exc.TypeError("islice expected at most 4 arguments, got %d", len(bounds)+1))
	}
	start, stop, by := 0, -1, 1
	limit := func(v any, message string) int {
		i, ok := v.(int)
		if !ok && py.HasAttr(v, "__index__") {
			i, ok = py.CallMethod(v, "__index__").(int)
		}
		if !ok || i < 0 {
			panic(exc.ValueError("%s", message))
		}
		return i
	}
	if len(bounds) == 1 {
		if bounds[0] != nil {
			stop = limit(bounds[0], "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	} else {
		const message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
		if bounds[1] != nil {
			stop = limit(bounds[1], "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		if bounds[0] != nil {
			start = limit(bounds[0], message)
		}
	}
	if len(bounds) == 3 && bounds[2] != nil {
		const message = "Step for islice() must be a positive integer or None."
		if by = limit(bounds[2], message); by == 0 {
			panic(exc.ValueError(message))
		}
	}
	items := next(args[0])
	at, wanted := 0, start
	return func() (any, bool) {
		for ; at < wanted; at++ {
			if _, ok := items(); !ok {
				return nil, false
			}
		}
		if stop >= 0 && at >= stop {
			return nil, false
		}
		v, ok := items()
		at++
		if wanted += by; stop >= 0 {
			wanted = min(wanted, stop)
		}
		return v, ok
	}
}

func accumulate(args []any) step {
	items, combine, initial := next(args[0]), args[1], args[2]
	first := true
	var total any
	return func() (any, bool) {
		if first {
			first = false
			if initial != nil {
				total = initial
				return total, true
			}
			v, ok := items()
			total = v
			return v, ok
		}
		v, ok := items()
		if !ok {
			return nil, false
		}
		if combine == nil {
			total = py.Add(total, v)
		} else {
			total = py.Call(combine, total, v)
		}
		return total, true
	}
}

func batched(args []any) step {
	n := py.As[int](args[1])
	if n < 1 {
		panic(exc.ValueError("n must be at least one"))
	}
	items, strict := next(args[0]), py.Truth(args[2])
	return func() (any, bool) {
		batch := make(py.Tuple, 0, min(n, 64))
		for len(batch) < n {
			v, ok := items()
			if !ok {
				break
			}
			batch = append(batch, v)
		}
		if len(batch) == 0 {
			return nil, false
		}
		if strict && len(batch) < n {
			panic(exc.ValueError("batched(): incomplete batch"))
		}
		return batch, true
	}
}

func pairwise(args []any) step {
	items := next(args[0])
	var before any
	first := true
	return func() (any, bool) {
		if first {
			first = false
			v, ok := items()
			if !ok {
				return nil, false
			}
			before = v
		}
		v, ok := items()
		if !ok {
			return nil, false
		}
		pair := py.Tuple{before, v}
		before = v
		return pair, true
	}
}

// groupBy yields (key, group) pairs. A group reads from the same iterator as
// its groupby and ends as soon as that goes on.
func groupBy(args []any) step {
	items, keyOf := next(args[0]), args[1]
	var current, currentKey, targetKey any
	started, ended := false, false
	generation := 0
	advance := func() bool {
		v, ok := items()
		if !ok {
			ended = true
			return false
		}
		key := v
		if keyOf != nil {
			key = py.Call(keyOf, v)
		}
		current, currentKey = v, key
		return true
	}
	hasTarget := false
	return func() (any, bool) {
		generation++
		mine := generation
		for {
			if !started {
				started = true
			} else if !hasTarget || !py.Equal(targetKey, currentKey) {
				break
			}
			if ended || !advance() {
				return nil, false
			}
			if !hasTarget {
				break
			}
		}
		targetKey, hasTarget = currentKey, true
		key := currentKey
		fresh := true
		group := func() (any, bool) {
			if mine != generation {
				return nil, false
			}
			if !fresh {
				if ended || !advance() {
					return nil, false
				}
				if !py.Equal(key, currentKey) {
					return nil, false
				}
			}
			fresh = false
			return current, true
		}
		return py.Tuple{key, define.NewIterator(grouperClass, group)}, true
	}
}
