package py

func setSelf(self any) setValue {
	return PayloadAs[setValue](self)
}

func mutableSetSelf(self any) mutableSetValue {
	return PayloadAs[mutableSetValue](self)
}

func init() {
	SetClass.define(defineSetQueries)
	SetClass.define(defineSetChanges)
	SetClass.define(defineSetUpdates)
	FrozenSetClass.define(defineSetQueries)
	FrozenSetClass.define(defineFrozenSet)
}

func defineFrozenSet(d *Definition) {
	d.New("frozenset(iterable=(), /)", func(items any) any {
		if s, ok := items.(frozenSetValue); ok {
			return s
		}
		return &FrozenSet[any]{*tableFrom(items)}
	}, Tuple{})
}

// otherTable is how a method that takes any iterables sees one of them.
func otherTable(other any) *setTable[any] {
	if s, ok := native(other).(setValue); ok {
		return s.anyTable()
	}
	return tableFrom(other)
}

// likeSelf makes the result of a method: a set of the class of self.
func likeSelf(s setValue, table setTable[any], others ...any) any {
	like := s
	for _, o := range others {
		other, ok := native(o).(setValue)
		if !ok {
			like = nil
			break
		}
		like = other
	}
	return s.fromTable(table, like)
}

func defineSetQueries(d *Definition) {
	d.Method("copy(self, /)", func(self any) any {
		s := setSelf(self)
		if _, plain := self.(frozenSetValue); plain {
			return self
		}
		return likeSelf(s, s.anyTable().copyTable())
	})
	d.Method("union(self, /, *others)", func(self, others any) any {
		s := setSelf(self)
		out := s.anyTable().copyTable()
		for _, other := range others.(Tuple) {
			updateTable(&out, other)
		}
		return likeSelf(s, out, others.(Tuple)...)
	})
	d.Method("intersection(self, /, *others)", func(self, others any) any {
		s := setSelf(self)
		if len(others.(Tuple)) == 0 {
			return likeSelf(s, s.anyTable().copyTable())
		}
		return likeSelf(s, *intersectAll(s, others.(Tuple)), others.(Tuple)...)
	})
	d.Method("difference(self, /, *others)", func(self, others any) any {
		s := setSelf(self)
		return likeSelf(s, *subtractAll(s, others.(Tuple)))
	})
	d.Method("symmetric_difference(self, other, /)", func(self, other any) any {
		s := setSelf(self)
		out := tableFrom(other)
		out.toggle(s.anyTable())
		return likeSelf(s, *out, other)
	})
	d.Method("isdisjoint(self, other, /)", func(self, other any) any {
		s := setSelf(self)
		if o, ok := native(other).(setValue); ok {
			return s.anyTable().disjoint(o.anyTable())
		}
		for v := range Iter(other) {
			if s.hasItem(v) {
				return false
			}
		}
		return true
	})
	d.Method("issubset(self, other, /)", func(self, other any) any {
		return setSelf(self).anyTable().subsetOf(otherTable(other))
	})
	d.Method("issuperset(self, other, /)", func(self, other any) any {
		return otherTable(other).subsetOf(setSelf(self).anyTable())
	})
}

func intersectAll(s setValue, others Tuple) *setTable[any] {
	out := s.anyTable()
	for _, other := range others {
		table := intersectWith(out, other)
		out = &table
	}
	return out
}

// intersectWith keeps the order of the other's items when it is no set.
func intersectWith(t *setTable[any], other any) setTable[any] {
	if o, ok := native(other).(setValue); ok {
		return t.intersect(o.anyTable())
	}
	out := setTable[any]{ops: anyKeys}
	for v := range Iter(other) {
		if hash := hashAny(v); t.has(v) {
			out.add(v, hash)
		}
	}
	return out
}

func subtractAll(s setValue, others Tuple) *setTable[any] {
	if len(others) == 0 {
		out := s.anyTable().copyTable()
		return &out
	}
	var out setTable[any]
	switch first := native(others[0]).(type) {
	case setValue:
		out = s.anyTable().subtract(first.anyTable())
	case dictValue:
		out = s.anyTable().subtractFrom(first.Len(), func(v any) bool {
			_, ok := first.lookupItem(v)
			return ok
		}, func(t *setTable[any]) { subtractItems(t, first) })
	default:
		out = s.anyTable().copyTable()
		subtractItems(&out, others[0])
	}
	for _, other := range others[1:] {
		subtractItems(&out, other)
	}
	return &out
}

func subtractItems(t *setTable[any], other any) {
	if o, ok := native(other).(setValue); ok {
		t.subtractInPlace(o.anyTable())
		return
	}
	for v := range Iter(other) {
		t.discard(v, hashAny(v))
	}
	t.shrink()
}

func defineSetChanges(d *Definition) {
	d.Alloc(func() any { return &Set[any]{} })
	d.Init("__init__(self, iterable=(), /)", func(self, items any) any {
		s := mutableSetSelf(self)
		s.Clear()
		s.adopt(*tableFrom(items))
		return nil
	}, Tuple{})
	d.Method("add(self, object, /)", func(self, v any) any {
		mutableSetSelf(self).addItem(v)
		return nil
	})
	d.Method("clear(self, /)", func(self any) any {
		mutableSetSelf(self).Clear()
		return nil
	})
	d.Method("discard(self, object, /)", func(self, v any) any {
		mutableSetSelf(self).discardItem(setKey(v))
		return nil
	})
	d.Method("remove(self, object, /)", func(self, v any) any {
		if !mutableSetSelf(self).discardItem(setKey(v)) {
			Raise(NewKeyError(v))
		}
		return nil
	})
	d.Method("pop(self, /)", func(self any) any { return mutableSetSelf(self).popItem() })
}

func defineSetUpdates(d *Definition) {
	d.Method("update(self, /, *others)", func(self, others any) any {
		s := mutableSetSelf(self)
		table := s.anyTable()
		for _, other := range others.(Tuple) {
			updateTable(table, other)
		}
		s.adopt(*table)
		return nil
	})
	d.Method("intersection_update(self, /, *others)", func(self, others any) any {
		s := mutableSetSelf(self)
		s.adopt(*intersectAll(s, others.(Tuple)))
		return nil
	})
	d.Method("difference_update(self, /, *others)", func(self, others any) any {
		s := mutableSetSelf(self)
		table := s.anyTable()
		for _, other := range others.(Tuple) {
			subtractItems(table, other)
		}
		s.adopt(*table)
		return nil
	})
	d.Method("symmetric_difference_update(self, other, /)", func(self, other any) any {
		s := mutableSetSelf(self)
		table := s.anyTable()
		table.toggle(otherTable(other))
		s.adopt(*table)
		return nil
	})
}
