package py

import (
	"math"
	"math/big"
	"math/bits"
)

// keyOps is how values of one type are hashed and compared: the tables of Dict
// and Set choose it once for their key type, so that a string or an int is
// never put into an interface on the way.
type keyOps[K any] struct {
	hash  func(K) int
	equal func(a, b K) bool
	// reproducible tells whether the hash of a key is the same in CPython, so
	// that the order of a set follows from it.
	reproducible func(K) bool
}

var (
	stringKeys = &keyOps[string]{hashString, func(a, b string) bool { return a == b }, never[string]}
	intKeys    = &keyOps[int]{hashSmallInt, func(a, b int) bool { return a == b }, always[int]}
	floatKeys  = &keyOps[float64]{hashFloat, sameFloat, always[float64]}
	boolKeys   = &keyOps[bool]{boolInt, func(a, b bool) bool { return a == b }, always[bool]}
	anyKeys    = &keyOps[any]{}
	tupleKeys  = &keyOps[Tuple]{}
)

// Hashing any value can call Python code and so refers to the whole package;
// as an initializer it would be a cycle.
func init() {
	*anyKeys = keyOps[any]{hashAny, equalAny, reproducibleHash}
	*tupleKeys = keyOps[Tuple]{
		func(k Tuple) int { return hashTuple(k) }, equalTuples, reproducibleTuple,
	}
}

func always[K any](K) bool { return true }

func never[K any](K) bool { return false }

func keyOpsOf[K any]() *keyOps[K] {
	var ops any
	switch any((*K)(nil)).(type) {
	case *string:
		ops = stringKeys
	case *int:
		ops = intKeys
	case *bool:
		ops = boolKeys
	case *float64:
		ops = floatKeys
	case *any:
		ops = anyKeys
	case *Tuple:
		ops = tupleKeys
	case *Pair[int, int]:
		ops = intPairKeys
	default:
		if s := operationsOf((*K)(nil)); s != nil {
			return s.keys.(*keyOps[K])
		}
		if ops := structKeysOf[K](); ops != nil {
			return ops
		}
		return &keyOps[K]{
			hash:  func(k K) int { return hashAny(Box(k)) },
			equal: func(a, b K) bool { return equalAny(Box(a), Box(b)) },

			reproducible: func(k K) bool { return reproducibleHash(Box(k)) },
		}
	}
	return ops.(*keyOps[K])
}

// reproducibleHash tells whether hash(k) is the same in every run of CPython:
// it is for numbers, None and tuples and frozensets of such. Instances are taken
// to be so when they define __hash__ themselves; otherwise it is their address.
func reproducibleHash(k any) bool {
	switch k := k.(type) {
	case nil, int, bool, float64, complex128, *big.Int, *Range:
		return true
	case Tuple:
		return reproducibleTuple(k)
	case frozenSetValue:
		return k.reproducible()
	case string, Bytes:
		return false
	case *Object:
		if k.Native != nil && !hashesItself(k) {
			return reproducibleHash(k.Native)
		}
	}
	return hashesItself(k)
}

func reproducibleTuple(k Tuple) bool {
	for _, item := range k {
		if !reproducibleHash(item) {
			return false
		}
	}
	return true
}

// hashesItself tells whether the class of an object has a __hash__ of its own,
// written in Python.
func hashesItself(k any) bool {
	method, ok := TypeOf(k).lookup("__hash__")
	f, isFunction := method.(*Function)
	return ok && method != nil && !(isFunction && f.kind == builtinFunction)
}

// hashAny is Hash with the frequent types first.
func hashAny(k any) int {
	switch k := k.(type) {
	case string:
		return hashString(k)
	case int:
		return hashSmallInt(k)
	}
	return Hash(k)
}

// equalAny is how containers compare: an object is always equal to itself,
// whatever its __eq__ says.
func equalAny(a, b any) bool {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return x == y
		}
	case int:
		if y, ok := b.(int); ok {
			return x == y
		}
	case float64:
		if y, ok := b.(float64); ok {
			return sameFloat(x, y)
		}
	}
	return Is(a, b) || Equal(a, b)
}

// sameFloat is equality in a container, where a nan is equal to itself. A float
// has no identity here but its bits.
func sameFloat(a, b float64) bool {
	return a == b || math.Float64bits(a) == math.Float64bits(b)
}

// equalTuples is equalAny for tuples.
func equalTuples(a, b Tuple) bool {
	if len(a) != len(b) {
		return false
	}
	for i, v := range a {
		if x, ok := v.(int); ok {
			if y, ok := b[i].(int); ok {
				if x != y {
					return false
				}
				continue
			}
		}
		if !equalAny(v, b[i]) {
			return false
		}
	}
	return true
}

// hashString hashes text, eight bytes a step. Unlike CPython's it has no
// random seed: a program gives the same output each time it runs.
func hashString(s string) int {
	const (
		k0 = 0x9E3779B97F4A7C15
		k1 = 0xA0761D6478BD642F
	)
	h := uint64(len(s))*k1 ^ k0
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		hi, lo := bits.Mul64(h^w, k1)
		h = hi ^ lo
		s = s[8:]
	}
	var w uint64
	for i := 0; i < len(s); i++ {
		w |= uint64(s[i]) << (8 * i)
	}
	hi, lo := bits.Mul64(h^w, k1)
	return fixHash(hi ^ lo)
}

// fixHash makes a hash of computed bits; CPython keeps -1 for errors.
func fixHash(h uint64) int {
	if int(h) == -1 {
		return -2
	}
	return int(h)
}
