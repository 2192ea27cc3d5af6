package py

import "math/bits"

// intBitLength is int.bit_length().
func intBitLength(a any) int {
	if x, ok := a.(int); ok {
		if x < 0 {
			return bits.Len(uint(-x))
		}
		return bits.Len(uint(x))
	}
	return BigInt(a).BitLen()
}

// intBitCount is int.bit_count(): the ones in the absolute value.
func intBitCount(a any) int {
	if x, ok := a.(int); ok {
		if x < 0 {
			x = -x
		}
		return bits.OnesCount(uint(x))
	}
	n := 0
	for _, w := range BigInt(a).Bits() {
		n += bits.OnesCount(uint(w))
	}
	return n
}
