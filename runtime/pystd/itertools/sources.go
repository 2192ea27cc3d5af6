package itertools

import (
	"iter"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	chainClass      = newChainClass()
	countClass      = newCountClass()
	cycleClass      = class("cycle(iterable, /)", cycle)
	repeatClass     = newRepeatClass()
	zipLongestClass = class("zip_longest(*iterables, fillvalue=None)", zipLongest)
)

// teeClass is made by init because its __copy__ makes another instance of it.
var teeClass *py.Class

func init() {
	teeClass = iteratorClass("_tee", func(d *py.Definition) {
		d.Method("__copy__(self, /)", func(self any) any {
			it := py.PayloadAs[*define.Iterator](self)
			return newTee(it.Extra.(*teeNode))
		})
	})
}

func newChainClass() *py.Class {
	chained := func(class *py.Class, iterables step) any {
		var items step
		return define.NewIterator(class, func() (any, bool) {
			for {
				if items == nil {
					source, ok := iterables()
					if !ok {
						return nil, false
					}
					items = next(source)
				}
				if v, ok := items(); ok {
					return v, true
				}
				items = nil
			}
		})
	}
	return iteratorClass("chain", func(d *py.Definition) {
		c := d.Class()
		d.New("chain(*iterables)", func(iterables any) any { return chained(c, next(iterables)) })
		d.ClassMethod("from_iterable(cls, iterable, /)", func(_, iterable any) any {
			return chained(c, next(iterable))
		})
		d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any {
			return py.Call(py.GenericAliasClass, cls, item)
		})
	})
}

// counter is the state of count(), which its repr shows.
type counter struct {
	value any
	by    any
}

func newCountClass() *py.Class {
	return iteratorClass("count", func(d *py.Definition) {
		c := d.Class()
		d.New("count(start=0, step=1)", func(start, by any) any {
			if !isNumber(start) || !isNumber(by) {
				panic(exc.TypeError("a number is required"))
			}
			return newCounter(c, start, by)
		})
		d.Method("__repr__(self, /)", func(self any) any {
			state := py.PayloadAs[*define.Iterator](self).Extra.(*counter)
			if state.by == any(1) {
				return "count(" + py.Repr(state.value) + ")"
			}
			return "count(" + py.Repr(state.value) + ", " + py.Repr(state.by) + ")"
		})
	})
}

func newCounter(c *py.Class, start, by any) *define.Iterator {
	state := &counter{start, by}
	it := define.NewIterator(c, func() (any, bool) {
		v := state.value
		state.value = py.Add(v, state.by)
		return v, true
	})
	it.Extra = state
	return it
}

// Count is itertools.count(start, step) as an object.
//
// https://docs.python.org/3.13/library/itertools.html#itertools.count
func Count(start, step int) any { return newCounter(countClass, start, step) }

// Numbers are the values of count(start, step) as long as they fit an int; then it
// raises OverflowError.
func Numbers(start, step int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := start; yield(n); {
			next := n + step
			if (next > n) != (step > 0) && step != 0 {
				panic(exc.OverflowError("count() has outgrown 64 bits"))
			}
			n = next
		}
	}
}

func isNumber(v any) bool {
	switch v.(type) {
	case nil, string, py.Tuple, py.Bytes:
		return false
	case int, bool, float64, complex128:
		return true
	}
	return py.HasAttr(v, "__index__") || py.HasAttr(v, "__float__") || py.HasAttr(v, "__complex__")
}

func cycle(args []any) step {
	items := next(args[0])
	var saved []any
	exhausted, at := false, 0
	return func() (any, bool) {
		if !exhausted {
			if v, ok := items(); ok {
				saved = append(saved, v)
				return v, true
			}
			exhausted = true
		}
		if len(saved) == 0 {
			return nil, false
		}
		v := saved[at]
		at = (at + 1) % len(saved)
		return v, true
	}
}

// repetition is the state of repeat(): left is negative for ever.
type repetition struct {
	value any
	left  int
}

func newRepeatClass() *py.Class {
	state := func(self any) *repetition { return py.PayloadAs[*define.Iterator](self).Extra.(*repetition) }
	return iteratorClass("repeat", func(d *py.Definition) {
		c := d.Class()
		d.New("repeat(object, times=)", func(value, times any) any {
			r := &repetition{value, -1}
			if times != absent {
				r.left = max(py.As[int](times), 0)
			}
			it := define.NewIterator(c, func() (any, bool) {
				if r.left == 0 {
					return nil, false
				}
				if r.left > 0 {
					r.left--
				}
				return r.value, true
			})
			it.Extra = r
			return it
		}, absent)
		d.Method("__length_hint__(self, /)", func(self any) any {
			if left := state(self).left; left >= 0 {
				return left
			}
			panic(exc.TypeError("len() of unsized object"))
		})
		d.Method("__repr__(self, /)", func(self any) any {
			r := state(self)
			if r.left < 0 {
				return "repeat(" + py.Repr(r.value) + ")"
			}
			return "repeat(" + py.Repr(r.value) + ", " + strconv.Itoa(r.left) + ")"
		})
	})
}

func zipLongest(args []any) step {
	var sources []step
	for _, o := range args[0].(py.Tuple) {
		sources = append(sources, next(o))
	}
	fill, live := args[1], len(sources)
	return func() (any, bool) {
		if live == 0 {
			return nil, false
		}
		row := make(py.Tuple, len(sources))
		for i, source := range sources {
			row[i] = fill
			if source == nil {
				continue
			}
			v, ok := source()
			if ok {
				row[i] = v
				continue
			}
			sources[i] = nil
			if live--; live == 0 {
				return nil, false
			}
		}
		return row, true
	}
}

// teeNode is a place in the items that the iterators of tee() share.
type teeNode struct {
	source step
	loaded bool
	value  any
	ok     bool
	after  *teeNode
}

func (n *teeNode) load() {
	if n.loaded {
		return
	}
	n.value, n.ok = n.source()
	n.loaded = true
	n.after = &teeNode{source: n.source}
}

func newTee(node *teeNode) *define.Iterator {
	var it *define.Iterator
	it = define.NewIterator(teeClass, func() (any, bool) {
		node.load()
		if !node.ok {
			return nil, false
		}
		v := node.value
		node = node.after
		it.Extra = node
		return v, true
	})
	it.Extra = node
	return it
}

func tee(iterable, n any) any {
	count := py.As[int](n)
	if count < 0 {
		panic(exc.ValueError("n must be >= 0"))
	}
	node := &teeNode{source: next(iterable)}
	all := make(py.Tuple, count)
	for i := range all {
		all[i] = newTee(node)
	}
	return all
}
