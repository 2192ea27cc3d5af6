// Package cmath is Python's module cmath: square root, exponential, logarithm
// and polar coordinates of complex numbers, calculated as CPython does.
// https://docs.python.org/3.13/library/cmath.html
package cmath

import (
	"math"
	"math/cmplx"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
)

const (
	smallest = 0x1p-1022 // the smallest normal number
	scaleUp  = 53
)

func domainError() { py.Raise(py.NewValueError("math domain error")) }

func finite(x float64) bool { return x-x == 0 }

func finiteComplex(z complex128) bool { return finite(real(z)) && finite(imag(z)) }

// Sqrt is sqrt(z).
func Sqrt(z complex128) complex128 {
	if !finiteComplex(z) {
		return cmplx.Sqrt(z)
	}
	if z == 0 {
		return complex(0, imag(z))
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	var s float64
	if ax < smallest && ay < smallest {
		ax = math.Ldexp(ax, scaleUp)
		s = math.Ldexp(math.Sqrt(ax+elementary.Hypot(ax, math.Ldexp(ay, scaleUp))), -(scaleUp+1)/2)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+elementary.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if real(z) >= 0 {
		return complex(s, math.Copysign(d, imag(z)))
	}
	return complex(d, math.Copysign(s, imag(z)))
}

// Log is log(z). It raises ValueError for zero.
func Log(z complex128) complex128 {
	if !finiteComplex(z) {
		return cmplx.Log(z)
	}
	if z == 0 {
		domainError()
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	var re float64
	switch {
	case ax > math.MaxFloat64/4 || ay > math.MaxFloat64/4:
		re = elementary.Log(elementary.Hypot(ax/2, ay/2)) + math.Ln2
	case ax < smallest && ay < smallest:
		h := elementary.Hypot(math.Ldexp(ax, scaleUp), math.Ldexp(ay, scaleUp))
		re = elementary.Log(h) - float64(scaleUp*math.Ln2)
	default:
		h := elementary.Hypot(ax, ay)
		if 0.71 <= h && h <= 1.73 {
			high, low := max(ax, ay), min(ax, ay)
			re = elementary.Log1p(float64((high-1)*(high+1))+float64(low*low)) / 2
		} else {
			re = elementary.Log(h)
		}
	}
	return complex(re, Phase(z))
}

// Exp is exp(z). It raises OverflowError, and ValueError for an infinite angle.
func Exp(z complex128) complex128 {
	re, im := real(z), imag(z)
	if !finiteComplex(z) {
		if math.IsInf(im, 0) && (finite(re) || math.IsInf(re, 1)) {
			domainError()
		}
		return cmplx.Exp(z)
	}
	var w complex128
	if re > 708 {
		l := elementary.Exp(re - 1)
		w = complex(l*elementary.Cos(im)*math.E, l*elementary.Sin(im)*math.E)
	} else {
		l := elementary.Exp(re)
		w = complex(l*elementary.Cos(im), l*elementary.Sin(im))
	}
	if math.IsInf(real(w), 0) || math.IsInf(imag(w), 0) {
		py.Raise(py.NewOverflowError("math range error"))
	}
	return w
}

// Phase is phase(z).
func Phase(z complex128) float64 { return elementary.Atan2(imag(z), real(z)) }

// Rect is rect(r, phi). It raises ValueError for an infinite angle.
func Rect(r, phi float64) complex128 {
	switch {
	case math.IsInf(phi, 0) && r != 0 && !math.IsNaN(r):
		domainError()
	case !finite(r) || !finite(phi):
		return cmplx.Rect(r, phi)
	case phi == 0:
		return complex(r, r*phi)
	}
	return complex(r*elementary.Cos(phi), r*elementary.Sin(phi))
}

// IsClose is isclose(a, b).
func IsClose(a, b complex128, relative, absolute float64) bool {
	switch {
	case a == b:
		return true
	case cmplx.IsInf(a) || cmplx.IsInf(b):
		return false
	}
	diff := cmplx.Abs(a - b)
	return diff <= relative*cmplx.Abs(b) || diff <= relative*cmplx.Abs(a) || diff <= absolute
}
