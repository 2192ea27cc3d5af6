package py

import "iter"

// Set is a set. Its order is CPython's where that can be known, see setTable.
// A *Set[T] of any T is a set to the dynamic operations too.
type Set[T any] struct {
	setTable[T]
}

// FrozenSet is a frozenset: a set that is never changed after it is made, and
// so can be hashed.
type FrozenSet[T any] struct {
	setTable[T]
}

// SetOf makes the set that a display with expressions in it makes: the items
// are added one by one.
func SetOf[T any](items ...T) *Set[T] {
	s := &Set[T]{}
	for _, v := range items {
		s.Add(v)
	}
	return s
}

// NewSet is set().
func NewSet[T any]() *Set[T] { return &Set[T]{} }

// SetLiteral makes the set of a display of three or more constants, which
// CPython stores ready-made and copies. That can give another order than
// SetOf.
func SetLiteral[T any](items ...T) *Set[T] {
	stored := SetOf(items...)
	s := &Set[T]{}
	s.merge(&stored.setTable)
	return s
}

// SetFrom is set(seq).
func SetFrom[T any](seq iter.Seq[T]) *Set[T] {
	s := &Set[T]{}
	for v := range seq {
		s.Add(v)
	}
	return s
}

// FrozenSetOf is frozenset((items...)).
func FrozenSetOf[T any](items ...T) *FrozenSet[T] {
	s := &FrozenSet[T]{}
	for _, v := range items {
		s.add(v, s.hash(v))
	}
	return s
}

// FrozenSetFrom is frozenset(seq).
func FrozenSetFrom[T any](seq iter.Seq[T]) *FrozenSet[T] {
	s := &FrozenSet[T]{}
	for v := range seq {
		s.add(v, s.hash(v))
	}
	return s
}

// Len is len(s).
func (t *setTable[T]) Len() int {
	return t.used
}

// Has is v in s.
func (t *setTable[T]) Has(v T) bool {
	return t.has(v)
}

// All iterates over the items. It raises RuntimeError when the set changes size
// on the way.
func (t *setTable[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		used := t.used
		for e, at := t.step(0); e != nil; e, at = t.step(at) {
			if !yield(e.key) {
				return
			}
			t.checkSize(used)
		}
	}
}

func (t *setTable[T]) checkSize(used int) {
	if t.used != used {
		raisef(NewRuntimeError, "Set changed size during iteration")
	}
}

// IsDisjoint is s.isdisjoint(other).
func (s *Set[T]) IsDisjoint(other *Set[T]) bool {
	return s.disjoint(&other.setTable)
}

// IsSubset is s <= other.
func (s *Set[T]) IsSubset(other *Set[T]) bool {
	return s.subsetOf(&other.setTable)
}

// IsSuperset is s >= other.
func (s *Set[T]) IsSuperset(other *Set[T]) bool {
	return other.subsetOf(&s.setTable)
}

// Equal is s == other.
func (s *Set[T]) Equal(other *Set[T]) bool {
	return s.used == other.used && s.subsetOf(&other.setTable)
}

// Add is s.add(v).
func (s *Set[T]) Add(v T) {
	s.add(v, s.hash(v))
}

// Discard is s.discard(v).
func (s *Set[T]) Discard(v T) {
	s.discard(v, s.hash(v))
}

// Remove is s.remove(v). It raises KeyError.
func (s *Set[T]) Remove(v T) {
	if !s.discard(v, s.hash(v)) {
		Raise(NewKeyError(Box(v)))
	}
}

// Pop is s.pop(). It raises KeyError for an empty set.
func (s *Set[T]) Pop() T {
	if s.used == 0 {
		raisef(NewKeyError, "pop from an empty set")
	}
	return s.pop()
}

// Clear is s.clear().
func (s *Set[T]) Clear() {
	s.clear()
}

// Copy is s.copy().
func (s *Set[T]) Copy() *Set[T] {
	return &Set[T]{s.copyTable()}
}

// Update is s.update(seq).
func (s *Set[T]) Update(seq iter.Seq[T]) {
	for v := range seq {
		s.Add(v)
	}
}

// UpdateSet is s |= other.
func (s *Set[T]) UpdateSet(other *Set[T]) {
	s.merge(&other.setTable)
}

// Union is s | other, a new set.
func (s *Set[T]) Union(other *Set[T]) *Set[T] {
	out := s.Copy()
	out.merge(&other.setTable)
	return out
}

// Intersection is s & other, a new set.
func (s *Set[T]) Intersection(other *Set[T]) *Set[T] {
	return &Set[T]{s.intersect(&other.setTable)}
}

// IntersectionUpdate is s &= other.
func (s *Set[T]) IntersectionUpdate(other *Set[T]) {
	s.setTable = s.intersect(&other.setTable)
}

// Difference is s - other, a new set.
func (s *Set[T]) Difference(other *Set[T]) *Set[T] {
	return &Set[T]{s.subtract(&other.setTable)}
}

// DifferenceUpdate is s -= other.
func (s *Set[T]) DifferenceUpdate(other *Set[T]) {
	s.subtractInPlace(&other.setTable)
}

// SymmetricDifference is s ^ other, a new set.
func (s *Set[T]) SymmetricDifference(other *Set[T]) *Set[T] {
	out := other.Copy()
	out.toggle(&s.setTable)
	return out
}

// SymmetricDifferenceUpdate is s ^= other.
func (s *Set[T]) SymmetricDifferenceUpdate(other *Set[T]) {
	s.toggle(&other.setTable)
}

// String is repr(s).
func (s *Set[T]) String() string {
	return setRepr(s)
}

// IsDisjoint is s.isdisjoint(other).
func (s *FrozenSet[T]) IsDisjoint(other *FrozenSet[T]) bool {
	return s.disjoint(&other.setTable)
}

// IsSubset is s <= other.
func (s *FrozenSet[T]) IsSubset(other *FrozenSet[T]) bool {
	return s.subsetOf(&other.setTable)
}

// IsSuperset is s >= other.
func (s *FrozenSet[T]) IsSuperset(other *FrozenSet[T]) bool {
	return other.subsetOf(&s.setTable)
}

// Equal is s == other.
func (s *FrozenSet[T]) Equal(other *FrozenSet[T]) bool {
	return s.used == other.used && s.subsetOf(&other.setTable)
}

// Union is s | other, a new frozenset.
func (s *FrozenSet[T]) Union(other *FrozenSet[T]) *FrozenSet[T] {
	out := &FrozenSet[T]{s.copyTable()}
	out.merge(&other.setTable)
	return out
}

// Intersection is s & other, a new frozenset.
func (s *FrozenSet[T]) Intersection(other *FrozenSet[T]) *FrozenSet[T] {
	return &FrozenSet[T]{s.intersect(&other.setTable)}
}

// Difference is s - other, a new frozenset.
func (s *FrozenSet[T]) Difference(other *FrozenSet[T]) *FrozenSet[T] {
	return &FrozenSet[T]{s.subtract(&other.setTable)}
}

// SymmetricDifference is s ^ other, a new frozenset.
func (s *FrozenSet[T]) SymmetricDifference(other *FrozenSet[T]) *FrozenSet[T] {
	out := &FrozenSet[T]{other.copyTable()}
	out.toggle(&s.setTable)
	return out
}

// String is repr(s).
func (s *FrozenSet[T]) String() string {
	return setRepr(s)
}
