package elementary

import "math"

// The hyperbolic functions and their inverses are not correctly rounded in C
// either: they are the formulas below over exp, expm1, log and log1p.

// large is the size from which the smaller exponential does not count.
const large = 22

// Sinh is the hyperbolic sine of x.
func Sinh(x float64) float64 {
	abs := math.Abs(x)
	half := math.Copysign(0.5, x)
	switch {
	case !isFinite(x) || abs < 0x1p-28:
		return x
	case abs < large:
		t := math.Expm1(abs)
		if abs < 1 {
			return half * (2*t - t*t/(t+1))
		}
		return half * (t + t/(t+1))
	case abs < 709.7:
		return half * Exp(abs)
	}
	w := Exp(abs / 2)
	return half * w * w
}

// Cosh is the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	abs := math.Abs(x)
	switch {
	case !isFinite(x):
		return abs
	case abs < math.Ln2/2:
		t := math.Expm1(abs)
		w := 1 + t
		if abs < 0x1p-55 {
			return w
		}
		return 1 + t*t/(w+w)
	case abs < large:
		t := Exp(abs)
		return 0.5*t + 0.5/t
	case abs < 709.7:
		return 0.5 * Exp(abs)
	}
	w := Exp(abs / 2)
	return 0.5 * w * w
}

// Tanh is the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	abs := math.Abs(x)
	var z float64
	switch {
	case math.IsNaN(x) || abs < 0x1p-55:
		return x
	case abs >= large:
		z = 1
	case abs >= 1:
		z = 1 - 2/(math.Expm1(2*abs)+2)
	default:
		t := math.Expm1(-2 * abs)
		z = -t / (t + 2)
	}
	return math.Copysign(z, x)
}

// Asinh is the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	abs := math.Abs(x)
	var w float64
	switch {
	case !isFinite(x) || abs < 0x1p-28:
		return x
	case abs > 0x1p28:
		w = Log(abs) + math.Ln2
	case abs > 2:
		w = Log(2*abs + 1/(math.Sqrt(x*x+1)+abs))
	default:
		t := x * x
		w = math.Log1p(abs + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// Acosh is the inverse hyperbolic cosine of x, nan below 1.
func Acosh(x float64) float64 {
	switch {
	case !(x > 1) || !isFinite(x):
		return math.Acosh(x)
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

// Atanh is the inverse hyperbolic tangent of x. C's function and Go's are the
// same.
func Atanh(x float64) float64 {
	return math.Atanh(x)
}
