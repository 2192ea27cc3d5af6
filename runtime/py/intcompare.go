package py

import (
	"math"
	"math/big"
)

func intSign(a any) int {
	if x, ok := a.(int); ok {
		switch {
		case x < 0:
			return -1
		case x > 0:
			return 1
		}
		return 0
	}
	return BigInt(a).Sign()
}

// intCmp returns -1, 0 or 1 as a is less than, equal to or greater than b.
func intCmp(a, b any) int {
	if x, y, ok := smallInts(a, b); ok {
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	}
	return BigInt(a).Cmp(BigInt(b))
}

// intFloatCmp compares an int with a float exactly. The float must not be NaN.
func intFloatCmp(a any, f float64) int {
	if math.IsInf(f, 0) {
		if f > 0 {
			return -1
		}
		return 1
	}
	const exact = 1 << 53
	if x, ok := a.(int); ok && -exact <= x && x <= exact {
		switch g := float64(x); {
		case g < f:
			return -1
		case g > f:
			return 1
		}
		return 0
	}
	whole, frac := math.Modf(f)
	i, _ := big.NewFloat(whole).Int(nil)
	if c := BigInt(a).Cmp(i); c != 0 {
		return c
	}
	switch {
	case frac > 0:
		return -1
	case frac < 0:
		return 1
	}
	return 0
}
