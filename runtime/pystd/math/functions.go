package math

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
)

// Inf and NaN are math.inf and math.nan.
var (
	Inf = math.Inf(1)
	NaN = math.NaN()
)

// Sqrt is math.sqrt. It raises ValueError for a negative number.
func Sqrt(x float64) float64 {
	if x < 0 {
		raiseDomain()
	}
	return math.Sqrt(x)
}

// Cbrt is math.cbrt.
func Cbrt(x float64) float64 { return elementary.Cbrt(x) }

// Exp is math.exp. It raises OverflowError.
func Exp(x float64) float64 { return checked(x, elementary.Exp(x), true) }

// Exp2 is math.exp2. It raises OverflowError.
func Exp2(x float64) float64 { return checked(x, elementary.Exp2(x), true) }

// Expm1 is math.expm1. It raises OverflowError.
func Expm1(x float64) float64 { return checked(x, elementary.Expm1(x), true) }

// Log is math.log of one float. It raises ValueError unless x is positive.
func Log(x float64) float64 { return checked(x, elementary.Log(x), false) }

// Log2 is math.log2 of a float. It raises ValueError unless x is positive.
func Log2(x float64) float64 { return checked(x, elementary.Log2(x), false) }

// Log10 is math.log10 of a float. It raises ValueError unless x is positive.
func Log10(x float64) float64 { return checked(x, elementary.Log10(x), false) }

// Log1p is math.log1p. It raises ValueError unless x is greater than -1.
func Log1p(x float64) float64 { return checked(x, elementary.Log1p(x), false) }

// Sin is math.sin. It raises ValueError for an infinity.
func Sin(x float64) float64 { return checked(x, elementary.Sin(x), false) }

// Cos is math.cos. It raises ValueError for an infinity.
func Cos(x float64) float64 { return checked(x, elementary.Cos(x), false) }

// Tan is math.tan. It raises ValueError for an infinity.
func Tan(x float64) float64 { return checked(x, elementary.Tan(x), false) }

// Asin is math.asin. It raises ValueError outside -1 to 1.
func Asin(x float64) float64 { return checked(x, elementary.Asin(x), false) }

// Acos is math.acos. It raises ValueError outside -1 to 1.
func Acos(x float64) float64 { return checked(x, elementary.Acos(x), false) }

// Atan is math.atan.
func Atan(x float64) float64 { return elementary.Atan(x) }

// Atan2 is math.atan2.
func Atan2(y, x float64) float64 { return elementary.Atan2(y, x) }

// Sinh is math.sinh. It raises OverflowError.
func Sinh(x float64) float64 { return checked(x, elementary.Sinh(x), true) }

// Cosh is math.cosh. It raises OverflowError.
func Cosh(x float64) float64 { return checked(x, elementary.Cosh(x), true) }

// Tanh is math.tanh.
func Tanh(x float64) float64 { return elementary.Tanh(x) }

// Asinh is math.asinh.
func Asinh(x float64) float64 { return elementary.Asinh(x) }

// Acosh is math.acosh. It raises ValueError below 1.
func Acosh(x float64) float64 { return checked(x, elementary.Acosh(x), false) }

// Atanh is math.atanh. It raises ValueError unless x lies between -1 and 1.
func Atanh(x float64) float64 { return checked(x, elementary.Atanh(x), false) }

// Erf is math.erf.
func Erf(x float64) float64 { return math.Erf(x) }

// Erfc is math.erfc.
func Erfc(x float64) float64 { return math.Erfc(x) }

// Fabs is math.fabs.
func Fabs(x float64) float64 { return math.Abs(x) }

// Degrees is math.degrees.
func Degrees(x float64) float64 { return x * (180 / math.Pi) }

// Radians is math.radians.
func Radians(x float64) float64 { return x * (math.Pi / 180) }

// Copysign is math.copysign.
func Copysign(x, y float64) float64 { return math.Copysign(x, y) }

// Fmod is math.fmod. It raises ValueError when y is zero or x infinite.
func Fmod(x, y float64) float64 {
	if math.IsInf(y, 0) && finite(x) {
		return x
	}
	result := math.Mod(x, y)
	if math.IsNaN(result) && !math.IsNaN(x) && !math.IsNaN(y) {
		raiseDomain()
	}
	return result
}

// Remainder is math.remainder. It raises ValueError when y is zero or x
// infinite.
func Remainder(x, y float64) float64 {
	result := math.Remainder(x, y)
	if math.IsNaN(result) && !math.IsNaN(x) && !math.IsNaN(y) {
		raiseDomain()
	}
	return result
}

// Pow is math.pow. It raises ValueError for zero to a negative power and for a
// negative number to a fraction, OverflowError when the result is too large.
func Pow(x, y float64) float64 {
	result := elementary.Pow(x, y)
	if !finite(x) || !finite(y) {
		return result
	}
	if math.IsNaN(result) || math.IsInf(result, 0) && x == 0 {
		raiseDomain()
	}
	if math.IsInf(result, 0) {
		raiseRange()
	}
	return result
}

// Fma is math.fma: x*y + z rounded once. It raises ValueError and
// OverflowError.
func Fma(x, y, z float64) float64 {
	result := math.FMA(x, y, z)
	switch {
	case math.IsNaN(result) && !math.IsNaN(x) && !math.IsNaN(y) && !math.IsNaN(z):
		raiseValue("invalid operation in fma")
	case math.IsInf(result, 0) && finite(x) && finite(y) && finite(z):
		raiseOverflow("overflow in fma")
	}
	return result
}

// Hypot is math.hypot of two numbers.
func Hypot(x, y float64) float64 { return elementary.Hypot(x, y) }

// Ulp is math.ulp: the value of the last binary digit of x.
func Ulp(x float64) float64 {
	x = math.Abs(x)
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	next := math.Nextafter(x, math.Inf(1))
	if math.IsInf(next, 0) {
		return x - math.Nextafter(x, math.Inf(-1))
	}
	return next - x
}

// IsClose is math.isclose with its default tolerances.
func IsClose(a, b float64) bool { return isClose(a, b, 1e-9, 0) }

func isClose(a, b, relative, absolute float64) bool {
	if relative < 0 || absolute < 0 {
		raiseValue("tolerances must be non-negative")
	}
	if a == b {
		return true
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return false
	}
	difference := math.Abs(b - a)
	return difference <= math.Abs(relative*b) || difference <= math.Abs(relative*a) || difference <= absolute
}
