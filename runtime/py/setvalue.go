package py

import "slices"

// setValue is what a *Set[T] or *FrozenSet[T] of any T is to the dynamic
// operations, which work on tables of any and keep T where both operands have
// it.
type setValue interface {
	Len() int
	hasItem(v any) bool
	reproducible() bool
	hashValue() int
	stepItem(at int) (item any, next int, ok bool)
	// anyTable is the table itself for T any, otherwise a copy of the same
	// layout.
	anyTable() *setTable[any]
	// fromTable makes a value of the same class of the table: of the same Go
	// type when like is and the items fit.
	fromTable(table setTable[any], like setValue) any
	isFrozen() bool
}

// mutableSetValue is a *Set[T] of any T.
type mutableSetValue interface {
	setValue
	Clear()
	addItem(v any)
	discardItem(v any) bool
	popItem() any
	// adopt makes table the content of the set.
	adopt(table setTable[any])
}

// frozenSetValue is a *FrozenSet[T] of any T.
type frozenSetValue interface {
	setValue
	frozen()
}

func (t *setTable[T]) hasItem(v any) bool {
	if key, ok := v.(T); ok {
		return t.has(key)
	}
	hash := hashAny(v)
	return t.used > 0 && t.find(hash, func(k T) bool { return equalAny(Box(k), v) }) >= 0
}

func (t *setTable[T]) reproducible() bool {
	return t.inTableOrder()
}

func (t *setTable[T]) stepItem(at int) (item any, next int, ok bool) {
	e, next := t.step(at)
	if e == nil {
		return nil, next, false
	}
	return Box(e.key), next, true
}

func (t *setTable[T]) anyTable() *setTable[any] {
	if same, ok := any(t).(*setTable[any]); ok {
		return same
	}
	return convertTable(t, func(k T) any { return Box(k) })
}

// convertTable copies a table with its layout to another type of items.
func convertTable[T, U any](t *setTable[T], convert func(T) U) *setTable[U] {
	out := &setTable[U]{
		ops: keyOpsOf[U](), slots: slices.Clone(t.slots),
		fill: t.fill, used: t.used, dead: t.dead, first: t.first, finger: t.finger, unhashed: t.unhashed,
	}
	out.entries = make([]setEntry[U], len(t.entries))
	for i, e := range t.entries {
		out.entries[i].hash = e.hash
		if e.hash != deletedHash {
			out.entries[i].key = convert(e.key)
		}
	}
	return out
}

func (s *Set[T]) fromTable(table setTable[any], like setValue) any {
	if _, ok := like.(*Set[T]); ok {
		return &Set[T]{unboxTable[T](table)}
	}
	return &Set[any]{table}
}

func (s *FrozenSet[T]) fromTable(table setTable[any], like setValue) any {
	if _, ok := like.(*FrozenSet[T]); ok {
		return &FrozenSet[T]{unboxTable[T](table)}
	}
	return &FrozenSet[any]{table}
}

func unboxTable[T any](table setTable[any]) setTable[T] {
	if same, ok := any(table).(setTable[T]); ok {
		return same
	}
	return *convertTable(&table, As[T])
}

func (s *Set[T]) isFrozen() bool { return false }

func (s *FrozenSet[T]) isFrozen() bool { return true }

func (s *FrozenSet[T]) frozen() {}

func (s *Set[T]) addItem(v any) {
	if key, ok := v.(T); ok {
		s.Add(key)
	} else if !s.hasItem(v) {
		s.Add(As[T](v))
	}
}

func (s *Set[T]) discardItem(v any) bool {
	if key, ok := v.(T); ok {
		return s.discard(key, s.hash(key))
	}
	hash := hashAny(v)
	if s.used == 0 {
		return false
	}
	slot := s.find(hash, func(k T) bool { return equalAny(Box(k), v) })
	if slot < 0 {
		return false
	}
	s.removeSlot(slot)
	return true
}

func (s *Set[T]) popItem() any {
	return Box(s.Pop())
}

func (s *Set[T]) adopt(table setTable[any]) {
	s.setTable = unboxTable[T](table)
}

// setIterator is the object that iterating over a set makes.
type setIterator struct {
	set            setValue
	at, used, seen int
}

func newSetIterator(s setValue) *setIterator {
	return &setIterator{set: s, used: s.Len()}
}

// Next returns the next item, false at the end. It raises RuntimeError when the
// set has changed size.
func (it *setIterator) Next() (any, bool) {
	if it.set == nil {
		return nil, false
	}
	if it.used != it.set.Len() {
		it.used = -1
		raisef(NewRuntimeError, "Set changed size during iteration")
	}
	item, next, ok := it.set.stepItem(it.at)
	if !ok {
		it.set = nil
		return nil, false
	}
	it.at = next
	it.seen++
	return item, true
}
