package py

import "slices"

func listSelf(self any) listValue {
	return PayloadAs[listValue](self)
}

func init() {
	ListClass.define(defineList)
	TupleClass.define(defineTuple)
}

func defineList(d *Definition) {
	d.Alloc(func() any { return &List[any]{} })
	d.Init("__init__(self, iterable=(), /)", func(self, items any) any {
		l := listSelf(self)
		l.Clear()
		extendList(l, items)
		return nil
	}, Tuple{})
	d.Method("append(self, object, /)", func(self, v any) any {
		listSelf(self).appendItem(v)
		return nil
	})
	d.Method("clear(self, /)", func(self any) any {
		listSelf(self).Clear()
		return nil
	})
	d.Method("copy(self, /)", func(self any) any { return listSelf(self).copyList() })
	d.Method("count(self, value, /)", func(self, v any) any {
		l, n := listSelf(self), 0
		for i := 0; i < l.Len(); i++ {
			if equalAny(l.item(i), v) {
				n++
			}
		}
		return n
	})
	d.Method("extend(self, iterable, /)", func(self, items any) any {
		extendList(listSelf(self), items)
		return nil
	})
	d.Method("index(self, value, start=0, stop=9223372036854775807, /)", func(self, v, start, stop any) any {
		l := listSelf(self)
		i, ok := searchItems(l.Len, l.item, v, start, stop)
		if !ok {
			raisef(NewValueError, "%s is not in list", Repr(v))
		}
		return i
	})
	d.Method("insert(self, index, object, /)", func(self, index, v any) any {
		i, ok := toIndex(index)
		if !ok {
			raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(index))
		}
		listSelf(self).insertItem(sliceIndex(i), v)
		return nil
	})
	d.Method("pop(self, index=-1, /)", func(self, index any) any {
		return listSelf(self).popItem(intArg(index))
	})
	d.Method("remove(self, value, /)", func(self, v any) any {
		l := listSelf(self)
		for i := 0; i < l.Len(); i++ {
			if equalAny(l.item(i), v) {
				l.deleteSpan(span{i, i + 1, 1, 1})
				return nil
			}
		}
		raisef(NewValueError, "list.remove(x): x not in list")
		return nil
	})
	d.Method("reverse(self, /)", func(self any) any {
		listSelf(self).Reverse()
		return nil
	})
	d.Method("sort(self, /, *, key=None, reverse=False)", func(self, key, reverse any) any {
		listSelf(self).sortItems(key, Truth(reverse))
		return nil
	})
}

// searchItems finds v among the items from start to stop, as many as there are
// while comparisons may change the sequence.
func searchItems(length func() int, item func(int) any, v, start, stop any) (int, bool) {
	n := length()
	lo := clampIndex(sliceBound(start), n, 0, n)
	hi := clampIndex(sliceBound(stop), n, 0, n)
	for i := lo; i < hi && i < length(); i++ {
		if equalAny(item(i), v) {
			return i, true
		}
	}
	return 0, false
}

// sliceBound is sliceIndex for a bound that cannot be None.
func sliceBound(v any) int {
	if v == nil {
		raisef(NewTypeError, "slice indices must be integers or have an __index__ method")
	}
	if _, ok := toIndex(v); !ok {
		raisef(NewTypeError, "slice indices must be integers or have an __index__ method")
	}
	return sliceIndex(v)
}

func defineTuple(d *Definition) {
	d.New("tuple(iterable=(), /)", func(items any) any { return tupleFrom(items) }, Tuple{})
	d.Method("count(self, value, /)", func(self, v any) any { return PayloadAs[Tuple](self).Count(v) })
	d.Method("index(self, value, start=0, stop=9223372036854775807, /)", func(self, v, start, stop any) any {
		t := PayloadAs[Tuple](self)
		i, ok := searchItems(t.Len, func(i int) any { return t[i] }, v, start, stop)
		if !ok {
			raisef(NewValueError, "tuple.index(x): x not in tuple")
		}
		return i
	})
	d.Method("__getnewargs__(self, /)", func(self any) any { return Tuple{PayloadAs[Tuple](self)} })
}

// tupleFrom is tuple(items).
func tupleFrom(items any) Tuple {
	switch x := items.(type) {
	case Tuple:
		return x
	case listValue:
		if x.Len() == 0 {
			return Tuple{}
		}
		return x.snapshot()
	}
	return slices.AppendSeq(Tuple{}, iterSized(items))
}
