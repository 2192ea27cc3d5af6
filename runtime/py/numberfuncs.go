package py

import "math"

// Builtin functions of numbers whose types are known.
//
// https://docs.python.org/3.13/library/functions.html

// Magnitude is abs(a). It raises OverflowError for the least int, whose absolute
// value Go's int does not hold: where that can occur, use AbsInt.
func Magnitude(a int) int {
	if a == math.MinInt {
		raisef(NewOverflowError, "int too large to convert to Go int")
	}
	return max(a, -a)
}

// DivModInt is divmod(a, b) of ints. It raises ZeroDivisionError, and
// OverflowError as FloorDivInt does.
func DivModInt(a, b int) (quotient, remainder int) {
	return FloorDivInt(a, b), ModInt(a, b)
}

// DivModFloat is divmod(a, b) of floats. It raises ZeroDivisionError.
func DivModFloat(a, b float64) (quotient, remainder float64) {
	if b == 0 {
		raisef(NewZeroDivisionError, "float divmod()")
	}
	return floatDivMod(a, b)
}

// MinFloat is min(a, b, *rest): the first of those that no other is less than, a
// NaN if it is the first of all.
func MinFloat(a, b float64, rest ...float64) float64 {
	if b < a {
		a = b
	}
	for _, x := range rest {
		if x < a {
			a = x
		}
	}
	return a
}

// MaxFloat is max(a, b, *rest), as MinFloat is min.
func MaxFloat(a, b float64, rest ...float64) float64 {
	if b > a {
		a = b
	}
	for _, x := range rest {
		if x > a {
			a = x
		}
	}
	return a
}

// Char is chr(i). It raises ValueError outside the range of code points.
func Char(i int) string { return Chr(i).(string) }

// Hex is hex(n).
func Hex(n int) string { return Format(n, "#x") }

// Oct is oct(n).
func Oct(n int) string { return Format(n, "#o") }

// Bin is bin(n).
func Bin(n int) string { return Format(n, "#b") }
