package cmath

import (
	"math"
	"math/cmplx"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
)

// large numbers have their squares added without overflow only if they are
// halved before.
const large = math.MaxFloat64 / 4

var (
	sqrtLarge    = math.Sqrt(large)
	logLarge     = elementary.Log(large)
	sqrtSmallest = math.Sqrt(smallest)
)

// isLarge reports whether a part of z is large.
func isLarge(z complex128) bool { return math.Abs(real(z)) > large || math.Abs(imag(z)) > large }

// logOfLarge is the logarithm of twice the absolute value of a large number.
func logOfLarge(z complex128) float64 {
	return elementary.Log(elementary.Hypot(real(z)/2, imag(z)/2)) + float64(math.Ln2*2)
}

// rotated calculates a function of z by one of z times i.
func rotated(f func(complex128) complex128, z complex128) complex128 {
	w := f(complex(-imag(z), real(z)))
	return complex(imag(w), -real(w))
}

// checkOverflow raises OverflowError for a result that is not finite.
func checkOverflow(w complex128) complex128 {
	if math.IsInf(real(w), 0) || math.IsInf(imag(w), 0) {
		py.Raise(py.NewOverflowError("math range error"))
	}
	return w
}

// Acos is acos(z).
func Acos(z complex128) complex128 {
	if !finiteComplex(z) {
		return cmplx.Acos(z)
	}
	x, y := real(z), imag(z)
	if isLarge(z) {
		if x < 0 {
			return complex(elementary.Atan2(math.Abs(y), x), -math.Copysign(logOfLarge(z), y))
		}
		return complex(elementary.Atan2(math.Abs(y), x), math.Copysign(logOfLarge(z), -y))
	}
	s1, s2 := Sqrt(complex(1-x, -y)), Sqrt(complex(1+x, y))
	return complex(2*elementary.Atan2(real(s1), real(s2)),
		elementary.Asinh(float64(real(s2)*imag(s1))-float64(imag(s2)*real(s1))))
}

// Acosh is acosh(z).
func Acosh(z complex128) complex128 {
	if !finiteComplex(z) {
		return cmplx.Acosh(z)
	}
	x, y := real(z), imag(z)
	if isLarge(z) {
		return complex(logOfLarge(z), elementary.Atan2(y, x))
	}
	s1, s2 := Sqrt(complex(x-1, y)), Sqrt(complex(x+1, y))
	return complex(elementary.Asinh(float64(real(s1)*real(s2))+float64(imag(s1)*imag(s2))),
		2*elementary.Atan2(imag(s1), real(s2)))
}

// Asin is asin(z).
func Asin(z complex128) complex128 { return rotated(Asinh, z) }

// Asinh is asinh(z).
func Asinh(z complex128) complex128 {
	if !finiteComplex(z) {
		return cmplx.Asinh(z)
	}
	x, y := real(z), imag(z)
	if isLarge(z) {
		return complex(math.Copysign(logOfLarge(z), x), elementary.Atan2(y, math.Abs(x)))
	}
	s1, s2 := Sqrt(complex(1+y, -x)), Sqrt(complex(1-y, x))
	return complex(elementary.Asinh(float64(real(s1)*imag(s2))-float64(real(s2)*imag(s1))),
		elementary.Atan2(y, float64(real(s1)*real(s2))-float64(imag(s1)*imag(s2))))
}

// Atan is atan(z).
func Atan(z complex128) complex128 { return rotated(Atanh, z) }

// Atanh is atanh(z). It raises ValueError for 1 and -1.
func Atanh(z complex128) complex128 {
	if !finiteComplex(z) {
		return cmplx.Atanh(z)
	}
	x, y := real(z), imag(z)
	if x < 0 || x == 0 && math.Signbit(x) {
		return -Atanh(-z)
	}
	ay := math.Abs(y)
	switch {
	case x > sqrtLarge || ay > sqrtLarge:
		h := elementary.Hypot(x/2, y/2)
		return complex(x/4/h/h, -math.Copysign(math.Pi/2, -y))
	case x == 1 && ay < sqrtSmallest:
		if ay == 0 {
			domainError()
		}
		return complex(-elementary.Log(math.Sqrt(ay)/math.Sqrt(elementary.Hypot(ay, 2))),
			math.Copysign(elementary.Atan2(2, -ay)/2, y))
	}
	square := float64(ay * ay)
	return complex(elementary.Log1p(4*x/(float64((1-x)*(1-x))+square))/4,
		-elementary.Atan2(-2*y, float64((1-x)*(1+x))-square)/2)
}

// Cos is cos(z).
func Cos(z complex128) complex128 { return Cosh(complex(-imag(z), real(z))) }

// Cosh is cosh(z). It raises OverflowError, and ValueError for an infinite angle.
func Cosh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finiteComplex(z) {
		if math.IsInf(y, 0) && !math.IsNaN(x) {
			domainError()
		}
		return cmplx.Cosh(z)
	}
	if math.Abs(x) > logLarge {
		less := x - math.Copysign(1, x)
		return checkOverflow(complex(elementary.Cos(y)*elementary.Cosh(less)*math.E, elementary.Sin(y)*elementary.Sinh(less)*math.E))
	}
	return checkOverflow(complex(elementary.Cos(y)*elementary.Cosh(x), elementary.Sin(y)*elementary.Sinh(x)))
}

// Sin is sin(z).
func Sin(z complex128) complex128 { return rotated(Sinh, z) }

// Sinh is sinh(z). It raises OverflowError, and ValueError for an infinite angle.
func Sinh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finiteComplex(z) {
		if math.IsInf(y, 0) && !math.IsNaN(x) {
			domainError()
		}
		return cmplx.Sinh(z)
	}
	if math.Abs(x) > logLarge {
		less := x - math.Copysign(1, x)
		return checkOverflow(complex(elementary.Cos(y)*elementary.Sinh(less)*math.E, elementary.Sin(y)*elementary.Cosh(less)*math.E))
	}
	return checkOverflow(complex(elementary.Cos(y)*elementary.Sinh(x), elementary.Sin(y)*elementary.Cosh(x)))
}

// Tan is tan(z).
func Tan(z complex128) complex128 { return rotated(Tanh, z) }

// Tanh is tanh(z). It raises ValueError for an infinite angle.
func Tanh(z complex128) complex128 {
	x, y := real(z), imag(z)
	if !finiteComplex(z) {
		if math.IsInf(y, 0) && finite(x) {
			domainError()
		}
		return cmplx.Tanh(z)
	}
	if math.Abs(x) > logLarge {
		return complex(math.Copysign(1, x), 4*elementary.Sin(y)*elementary.Cos(y)*elementary.Exp(-2*math.Abs(x)))
	}
	tx, ty, cx := elementary.Tanh(x), elementary.Tan(y), 1/elementary.Cosh(x)
	product := tx * ty
	denominator := 1 + float64(product*product)
	return complex(tx*(1+float64(ty*ty))/denominator, ty/denominator*cx*cx)
}
