package py

// The iterators that the builtin functions map, filter, zip, enumerate,
// reversed and iter(callable, sentinel) make.

var (
	mapClass       = newBuiltinClass("map", ObjectClass)
	filterClass    = newBuiltinClass("filter", ObjectClass)
	zipClass       = newBuiltinClass("zip", ObjectClass)
	enumerateClass = newBuiltinClass("enumerate", ObjectClass)
	reversedClass  = newBuiltinClass("reversed", ObjectClass)
	callableClass  = newFinalClass("callable_iterator")
)

type mapIterator struct {
	Holders
	function any
	sources  []any
}

func (*mapIterator) PyClass() *Class { return mapClass }

// Next calls the function with the next item of each source.
func (m *mapIterator) Next() (any, bool) {
	args := make([]any, len(m.sources))
	for i, s := range m.sources {
		v, ok := Next(s)
		if !ok {
			return nil, false
		}
		args[i] = v
	}
	return Call(m.function, args...), true
}

type filterIterator struct {
	Holders
	function any
	source   any
}

func (*filterIterator) PyClass() *Class { return filterClass }

// Next returns the next item that the function holds true.
func (f *filterIterator) Next() (any, bool) {
	for {
		v, ok := Next(f.source)
		if !ok {
			return nil, false
		}
		if f.function == nil {
			if Truth(v) {
				return v, true
			}
		} else if Truth(Call(f.function, v)) {
			return v, true
		}
	}
}

type zipIterator struct {
	Holders
	sources []any
	strict  bool
}

func (*zipIterator) PyClass() *Class { return zipClass }

// Next returns a tuple of the next item of each source. With strict it raises
// ValueError when one ends before the others.
func (z *zipIterator) Next() (any, bool) {
	if len(z.sources) == 0 {
		return nil, false
	}
	items := make(Tuple, len(z.sources))
	for i, s := range z.sources {
		v, ok := Next(s)
		if !ok {
			if z.strict {
				z.checkEnd(i)
			}
			return nil, false
		}
		items[i] = v
	}
	return items, true
}

// checkEnd raises unless all sources end where source i has.
func (z *zipIterator) checkEnd(i int) {
	arguments := func(n int) string {
		if n == 1 {
			return "argument 1"
		}
		return "arguments 1-" + Str(n)
	}
	if i > 0 {
		raisef(NewValueError, "zip() argument %d is shorter than %s", i+1, arguments(i))
	}
	for j := 1; j < len(z.sources); j++ {
		if _, ok := Next(z.sources[j]); ok {
			raisef(NewValueError, "zip() argument %d is longer than %s", j+1, arguments(j))
		}
	}
}

type enumerateIterator struct {
	Holders
	source any
	count  any
}

func (*enumerateIterator) PyClass() *Class { return enumerateClass }

// Next returns a tuple of the count and the next item.
func (e *enumerateIterator) Next() (any, bool) {
	v, ok := Next(e.source)
	if !ok {
		return nil, false
	}
	n := e.count
	if i, ok := n.(int); ok {
		e.count = AddInt(i, 1)
	} else {
		e.count = Add(n, 1)
	}
	return Tuple{n, v}, true
}

// reverseIterator iterates backwards by __getitem__.
type reverseIterator struct {
	sequence any
	next     int
}

func (*reverseIterator) PyClass() *Class { return reversedClass }

// Next returns the item before.
func (r *reverseIterator) Next() (any, bool) {
	if r.next < 0 {
		return nil, false
	}
	v := GetItem(r.sequence, r.next)
	r.next--
	return v, true
}

type callableIterator struct {
	function any
	sentinel any
}

func (*callableIterator) PyClass() *Class { return callableClass }

// Next calls the function until it returns the sentinel.
func (c *callableIterator) Next() (any, bool) {
	if c.function == nil {
		return nil, false
	}
	v, ok := stopValue(func() any { return Call(c.function) })
	if !ok || Is(v, c.sentinel) || Equal(v, c.sentinel) {
		c.function = nil
		return nil, false
	}
	return v, true
}

// Reversed is reversed(o). It raises TypeError when o has no reverse order.
func Reversed(o any) any {
	if isValue(o) {
		if it, ok := valueReversed(o); ok {
			return it
		}
		switch o.(type) {
		case string, Tuple, Bytes, *ByteArray, *MemoryView:
			return &reverseIterator{o, Len(o) - 1}
		}
	} else {
		class := TypeOf(o)
		if method, ok := class.lookup("__reversed__"); ok && method != nil {
			return callBound(method, o, class, nil, nil)
		}
		if _, ok := class.lookup("__getitem__"); ok {
			if _, ok := native(o).(dictValue); !ok {
				return &reverseIterator{o, Len(o) - 1}
			}
		}
	}
	raisef(NewTypeError, "'%s' object is not reversible", typeName(o))
	return nil
}

func getIters(iterables Tuple) []any {
	sources := make([]any, len(iterables))
	for i, it := range iterables {
		sources[i] = GetIter(it)
	}
	return sources
}

func init() {
	mapClass.define(func(d *Definition) {
		d.New("map(*args)", func(args []any) any {
			a := args[0].(Tuple)
			if len(a) < 2 {
				raisef(NewTypeError, "map() must have at least two arguments.")
			}
			return &mapIterator{function: a[0], sources: getIters(a[1:])}
		})
		addIteratorMethods(d)
	})
	filterClass.define(func(d *Definition) {
		d.New("filter(function, iterable, /)", func(function, iterable any) any {
			return &filterIterator{function: function, source: GetIter(iterable)}
		})
		addIteratorMethods(d)
	})
	zipClass.define(func(d *Definition) {
		d.New("zip(*iterables, strict=False)", func(iterables, strict any) any {
			sources := iterables.(Tuple)
			its := make([]any, len(sources))
			for i, s := range sources {
				it, ok := getIter(s)
				if !ok {
					raisef(NewTypeError, "'%s' object is not iterable", typeName(s))
				}
				its[i] = it
			}
			return &zipIterator{sources: its, strict: Truth(strict)}
		})
		addIteratorMethods(d)
	})
	enumerateClass.define(func(d *Definition) {
		d.New("enumerate(iterable=, start=0)", func(iterable, start any) any {
			if iterable == missing {
				raisef(NewTypeError, "enumerate() missing required argument 'iterable'")
			}
			return &enumerateIterator{source: GetIter(iterable), count: Index(start)}
		}, missing)
		addIteratorMethods(d)
	})
	reversedClass.define(func(d *Definition) {
		d.New("reversed(sequence, /)", Reversed)
		addIteratorMethods(d)
	})
}
