package py

import (
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
)

// complexOf converts an operand of complex arithmetic.
func complexOf(v any) (complex128, bool) {
	if c, ok := v.(complex128); ok {
		return c, true
	}
	if o, ok := v.(*Object); ok && o.Native != nil {
		return complexOf(o.Native)
	}
	f, ok := floatOf(v)
	return complex(f, 0), ok
}

// complexEqual compares exactly: an int is not rounded to a float first.
func complexEqual(a, b any) bool {
	if y, ok := b.(complex128); ok {
		a, b = b, a
		if x, ok := b.(complex128); ok {
			return x == y
		}
	}
	c := a.(complex128)
	if imag(c) != 0 || math.IsNaN(real(c)) {
		return false
	}
	if f, ok := b.(float64); ok {
		return real(c) == f
	}
	i, _ := intOf(b)
	return intFloatCmp(i, real(c)) == 0
}

// complexMul multiplies by the schoolbook formula, without recovering
// infinities.
func complexMul(x, y complex128) complex128 {
	return complex(float64(real(x)*real(y))-float64(imag(x)*imag(y)), float64(real(x)*imag(y))+float64(imag(x)*real(y)))
}

// complexDiv divides after scaling by the larger part of the divisor.
func complexDiv(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	switch absC, absD := math.Abs(c), math.Abs(d); {
	case absC >= absD:
		if absC == 0 {
			raisef(NewZeroDivisionError, "complex division by zero")
		}
		ratio := d / c
		denom := c + float64(d*ratio)
		return complex((a+float64(b*ratio))/denom, (b-float64(a*ratio))/denom)
	case absD >= absC:
		ratio := c / d
		denom := float64(c*ratio) + d
		return complex((float64(a*ratio)+b)/denom, (float64(b*ratio)-a)/denom)
	}
	return complex(math.NaN(), math.NaN())
}

// complexPow is x ** y. It raises ZeroDivisionError and OverflowError.
func complexPow(x, y complex128) complex128 {
	var r complex128
	switch n := real(y); {
	case y == 0:
		return 1
	case x == 0:
		if imag(y) != 0 || real(y) < 0 {
			raisef(NewZeroDivisionError, "0.0 to a negative or complex power")
		}
		return 0
	case imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100:
		r = complexPowInt(x, int(n))
	default:
		length := elementary.Pow(ComplexAbs(x), real(y))
		at := elementary.Atan2(imag(x), real(x))
		phase := float64(at * real(y))
		if imag(y) != 0 {
			length /= elementary.Exp(float64(at * imag(y)))
			phase += float64(imag(y) * elementary.Log(ComplexAbs(x)))
		}
		if math.IsInf(phase, 0) {
			raisef(NewZeroDivisionError, "0.0 to a negative or complex power")
		}
		r = complex(length*elementary.Cos(phase), length*elementary.Sin(phase))
	}
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		raisef(NewOverflowError, "complex exponentiation")
	}
	return r
}

func complexPowInt(x complex128, n int) complex128 {
	if n < 0 {
		return complexDiv(1, complexPowInt(x, -n))
	}
	r := complex128(1)
	p := x
	for mask := 1; mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	return r
}

// ComplexAbs is abs(c). It raises OverflowError when the parts are finite and
// the result is not.
func ComplexAbs(c complex128) float64 {
	r := elementary.Hypot(real(c), imag(c))
	if math.IsInf(r, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
		raisef(NewOverflowError, "absolute value too large")
	}
	return r
}

// FormatComplex is repr(c).
func FormatComplex(c complex128) string {
	re, im := real(c), imag(c)
	imText := floatRepr(im, false)
	if re == 0 && !math.Signbit(re) {
		return imText + "j"
	}
	sign := "+"
	if math.Signbit(im) && !math.IsNaN(im) {
		sign = ""
	}
	return "(" + floatRepr(re, false) + sign + imText + "j)"
}

// ParseComplex is complex(s). It raises ValueError for anything else than the
// text of a complex number.
func ParseComplex(s string) complex128 {
	text := numberText(s)
	if !underscoresBetweenDigits(text) {
		raisef(NewValueError, "could not convert string to complex: %s", strRepr(s))
	}
	c, ok := parseComplex(text)
	if !ok {
		raisef(NewValueError, "complex() arg is a malformed string")
	}
	return c
}

func parseComplex(s string) (complex128, bool) {
	if inner, ok := strings.CutPrefix(s, "("); ok {
		inner, ok = strings.CutSuffix(inner, ")")
		if !ok {
			return 0, false
		}
		s = strings.TrimFunc(inner, isASCIISpace)
	}
	isJ := func(t string) bool { return t == "j" || t == "J" }
	first := floatPrefix(s, true)
	if first == 0 {
		// A sign or nothing before the unit.
		unit := strings.TrimLeft(s, "+-")
		if len(s)-len(unit) > 1 || !isJ(unit) {
			return 0, false
		}
		return complex(0, signOf(s)), true
	}
	re, rest := floatValue(s[:first]), s[first:]
	switch {
	case rest == "":
		return complex(re, 0), true
	case isJ(rest):
		return complex(0, re), true
	case rest[0] != '+' && rest[0] != '-':
		return 0, false
	}
	second := floatPrefix(rest, true)
	if second == 0 {
		if !isJ(rest[1:]) {
			return 0, false
		}
		return complex(re, signOf(rest)), true
	}
	if !isJ(rest[second:]) {
		return 0, false
	}
	return complex(re, floatValue(rest[:second])), true
}

func signOf(s string) float64 {
	if strings.HasPrefix(s, "-") {
		return -1
	}
	return 1
}
