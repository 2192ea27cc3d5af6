package py

import (
	"math"
	"math/big"
)

// Numbers hash by their value modulo the prime 2**61 - 1, whatever their type,
// so that numbers that are equal hash equal.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
	hashInf     = 314159
	hashImag    = 1000003
)

func hashSmallInt(i int) int {
	if -hashModulus < i && i < hashModulus {
		if i == -1 {
			return -2
		}
		return i
	}
	i %= hashModulus
	if i == -1 {
		return -2
	}
	return i
}

func hashInt(a any) int {
	if i, ok := a.(int); ok {
		return hashSmallInt(i)
	}
	m := new(big.Int).Rem(BigInt(a), big.NewInt(hashModulus))
	return hashSmallInt(int(m.Int64()))
}

func hashFloat(f float64) int {
	if i := int(f); float64(i) == f && -1<<53 < i && i < 1<<53 {
		return hashSmallInt(i)
	}
	switch {
	case math.IsInf(f, 1):
		return hashInf
	case math.IsInf(f, -1):
		return -hashInf
	case math.IsNaN(f):
		return int(math.Float64bits(f) >> 4)
	}
	frac, exp := math.Frexp(math.Abs(f))
	// 53 bits of the fraction as an integer, times 2**(exp-53) in the field,
	// where multiplying by a power of two is a rotation.
	m := uint64(frac * (1 << 53))
	rotation := (exp - 53) % hashBits
	if rotation < 0 {
		rotation += hashBits
	}
	m = (m<<rotation)&hashModulus | m>>(hashBits-rotation)
	if m == hashModulus {
		m = 0
	}
	h := int(m)
	if f < 0 {
		h = -h
	}
	return fixHash(uint64(h))
}

func hashComplex(c complex128) int {
	return fixHash(uint64(hashFloat(real(c))) + hashImag*uint64(hashFloat(imag(c))))
}

// hashTuple is the hash of a tuple.
func hashTuple(items []any) int {
	h := newTupleHash()
	for _, item := range items {
		if n, ok := item.(int); ok {
			h = h.add(hashSmallInt(n))
		} else {
			h = h.add(hashAny(item))
		}
	}
	return h.sum(len(items))
}
