package py

import (
	"math/bits"
	"reflect"
	"sync"
)

// Pair is a tuple of two items of known types. Its identity is that of its
// items; dynamic operations get it as a Tuple.
type Pair[A, B any] struct {
	First  A
	Second B
}

// PairOf makes a Pair.
func PairOf[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

// Tuple is the pair as dynamic operations take it.
func (p Pair[A, B]) Tuple() Tuple { return Tuple{Box(p.First), Box(p.Second)} }

// String is repr(p).
func (p Pair[A, B]) String() string { return p.Tuple().String() }

func (p *Pair[A, B]) set(t Tuple) bool {
	if len(t) != 2 {
		return false
	}
	p.First, p.Second = As[A](t[0]), As[B](t[1])
	return true
}

func (*Pair[A, B]) operations() *structOps {
	a, b := keyOpsOf[A](), keyOpsOf[B]()
	lessA, lessB := LessOf[A](), LessOf[B]()
	return &structOps{
		keys: &keyOps[Pair[A, B]]{
			hash: func(p Pair[A, B]) int {
				return newTupleHash().add(a.hash(p.First)).add(b.hash(p.Second)).sum(2)
			},
			equal: func(p, q Pair[A, B]) bool { return a.equal(p.First, q.First) && b.equal(p.Second, q.Second) },
			reproducible: func(p Pair[A, B]) bool {
				return a.reproducible(p.First) && b.reproducible(p.Second)
			},
		},
		less: func(p, q Pair[A, B]) bool {
			switch {
			case !a.equal(p.First, q.First):
				return lessA(p.First, q.First)
			case !b.equal(p.Second, q.Second):
				return lessB(p.Second, q.Second)
			}
			return false
		},
	}
}

// Triple is a tuple of three items of known types, like Pair.
type Triple[A, B, C any] struct {
	First  A
	Second B
	Third  C
}

// TripleOf makes a Triple.
func TripleOf[A, B, C any](a A, b B, c C) Triple[A, B, C] { return Triple[A, B, C]{a, b, c} }

// Tuple is the triple as dynamic operations take it.
func (t Triple[A, B, C]) Tuple() Tuple { return Tuple{Box(t.First), Box(t.Second), Box(t.Third)} }

// String is repr(t).
func (t Triple[A, B, C]) String() string { return t.Tuple().String() }

func (t *Triple[A, B, C]) set(from Tuple) bool {
	if len(from) != 3 {
		return false
	}
	t.First, t.Second, t.Third = As[A](from[0]), As[B](from[1]), As[C](from[2])
	return true
}

func (*Triple[A, B, C]) operations() *structOps {
	a, b, c := keyOpsOf[A](), keyOpsOf[B](), keyOpsOf[C]()
	lessA, lessB, lessC := LessOf[A](), LessOf[B](), LessOf[C]()
	return &structOps{
		keys: &keyOps[Triple[A, B, C]]{
			hash: func(t Triple[A, B, C]) int {
				return newTupleHash().add(a.hash(t.First)).add(b.hash(t.Second)).add(c.hash(t.Third)).sum(3)
			},
			equal: func(t, u Triple[A, B, C]) bool {
				return a.equal(t.First, u.First) && b.equal(t.Second, u.Second) && c.equal(t.Third, u.Third)
			},
			reproducible: func(t Triple[A, B, C]) bool {
				return a.reproducible(t.First) && b.reproducible(t.Second) && c.reproducible(t.Third)
			},
		},
		less: func(t, u Triple[A, B, C]) bool {
			switch {
			case !a.equal(t.First, u.First):
				return lessA(t.First, u.First)
			case !b.equal(t.Second, u.Second):
				return lessB(t.Second, u.Second)
			case !c.equal(t.Third, u.Third):
				return lessC(t.Third, u.Third)
			}
			return false
		},
	}
}

// tupleStruct is a pointer to a struct that carries a tuple.
type tupleStruct interface {
	Tuple() Tuple
	// set takes over the items of a tuple of the same length.
	set(t Tuple) bool
	operations() *structOps
}

// structOps is how structs of one type are hashed and compared, as tuples are.
type structOps struct {
	keys any // *keyOps[T]
	less any // func(a, b T) bool
}

// structOperations holds the operations of each type of structs.
var structOperations sync.Map

// operationsOf returns the operations of a type of structs that carry tuples,
// nil if p, a pointer to a value of the type, points to something else.
func operationsOf(p any) *structOps {
	t := reflect.TypeOf(p)
	if ops, ok := structOperations.Load(t); ok {
		return ops.(*structOps)
	}
	s, ok := p.(tupleStruct)
	if !ok {
		return nil
	}
	ops, _ := structOperations.LoadOrStore(t, s.operations())
	return ops.(*structOps)
}

// intPairKeys are the operations of the most frequent keys.
var intPairKeys = &keyOps[Pair[int, int]]{
	hash: func(p Pair[int, int]) int {
		return newTupleHash().add(hashSmallInt(p.First)).add(hashSmallInt(p.Second)).sum(2)
	},
	equal:        func(p, q Pair[int, int]) bool { return p == q },
	reproducible: always[Pair[int, int]],
}

// lessIntPairs is "<" of pairs of ints.
func lessIntPairs(p, q Pair[int, int]) bool {
	return p.First < q.First || p.First == q.First && p.Second < q.Second
}

// tupleHash is CPython's variant of xxHash over the hashes of the items of a
// tuple.
type tupleHash uint64

const (
	tuplePrime1 = 11400714785074694791
	tuplePrime2 = 14029467366897019727
	tuplePrime5 = 2870177450012600261
)

func newTupleHash() tupleHash { return tuplePrime5 }

// add takes in the hash of the next item.
func (h tupleHash) add(item int) tupleHash {
	return tupleHash(bits.RotateLeft64(uint64(h)+uint64(item)*tuplePrime2, 31) * tuplePrime1)
}

// sum is the hash of a tuple of n items.
func (h tupleHash) sum(n int) int {
	h += tupleHash(n) ^ (tuplePrime5 ^ 3527539)
	if int(h) == -1 {
		return 1546275796
	}
	return int(h)
}
