// Package math is Python's module math.
// https://docs.python.org/3.13/library/math.html
package math

import (
	"math"
	"math/big"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// The constants of the module.
const (
	Pi  = math.Pi
	E   = math.E
	Tau = 2 * math.Pi
)

// absent is the default of parameters whose absence matters.
var absent any = &struct{ name string }{"absent"}

var unary = []struct {
	name string
	fn   func(float64) float64
}{
	{"sqrt", Sqrt}, {"cbrt", Cbrt}, {"exp", Exp}, {"exp2", Exp2}, {"expm1", Expm1}, {"log1p", Log1p},
	{"sin", Sin}, {"cos", Cos}, {"tan", Tan}, {"asin", Asin}, {"acos", Acos}, {"atan", Atan},
	{"sinh", Sinh}, {"cosh", Cosh}, {"tanh", Tanh}, {"asinh", Asinh}, {"acosh", Acosh}, {"atanh", Atanh},
	{"erf", Erf}, {"erfc", Erfc}, {"gamma", Gamma}, {"lgamma", Lgamma}, {"fabs", Fabs},
	{"degrees", Degrees}, {"radians", Radians}, {"ulp", Ulp},
}

var binary = []struct {
	spec string
	fn   func(x, y float64) float64
}{
	{"atan2(y, x, /)", Atan2}, {"copysign(x, y, /)", Copysign}, {"fmod(x, y, /)", Fmod},
	{"pow(x, y, /)", Pow}, {"remainder(x, y, /)", Remainder},
}

var tests = []struct {
	name string
	fn   func(float64) bool
}{
	{"isfinite", finite}, {"isnan", math.IsNaN}, {"isinf", func(x float64) bool { return math.IsInf(x, 0) }},
}

// Module is the module math.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("math", "This module provides access to the mathematical functions\ndefined by the C standard.")
	m.Set("pi", Pi).Set("e", E).Set("tau", Tau).Set("inf", math.Inf(1)).Set("nan", math.NaN())
	for _, f := range unary {
		m.Builtin(f.name+"(x, /)", func(x any) any { return f.fn(number.Real(x)) })
	}
	for _, f := range binary {
		m.Builtin(f.spec, func(x, y any) any { return f.fn(number.Real(x), number.Real(y)) })
	}
	for _, f := range tests {
		m.Builtin(f.name+"(x, /)", func(x any) any { return f.fn(number.Real(x)) })
	}
	addFloats(m)
	addIntegers(m)
	return m
})

func addFloats(m *py.Module) {
	m.Builtin("log(x, base=, /)", func(x, base any) any {
		numerator := logarithm(x, Log)
		if base == absent {
			return numerator
		}
		return py.TrueDivFloat(numerator, logarithm(base, Log))
	}, absent)
	m.Builtin("log2(x, /)", func(x any) any { return logarithm(x, Log2) })
	m.Builtin("log10(x, /)", func(x any) any { return logarithm(x, Log10) })
	m.Builtin("fma(x, y, z, /)", func(x, y, z any) any { return Fma(number.Real(x), number.Real(y), number.Real(z)) })
	m.Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", func(a, b, relative, absolute any) any {
		return isClose(number.Real(a), number.Real(b), number.Real(relative), number.Real(absolute))
	})
	m.Builtin("hypot(*coordinates)", func(coordinates any) any {
		var xs []float64
		for _, c := range coordinates.(py.Tuple) {
			xs = append(xs, number.Real(c))
		}
		if len(xs) == 2 {
			return Hypot(xs[0], xs[1])
		}
		return norm(xs)
	})
	m.Builtin("dist(p, q, /)", func(p, q any) any { return Dist(p, q) })
	m.Builtin("fsum(seq, /)", func(seq any) any { return Fsum(seq) })
	m.Builtin("frexp(x, /)", func(x any) any {
		mantissa, exponent := math.Frexp(number.Real(x))
		return py.Tuple{mantissa, exponent}
	})
	m.Builtin("ldexp(x, i, /)", func(x, i any) any { return ldexp(number.Real(x), i) })
	m.Builtin("modf(x, /)", func(x any) any {
		f := number.Real(x)
		if math.IsInf(f, 0) {
			return py.Tuple{math.Copysign(0, f), f}
		}
		whole, fraction := math.Modf(f)
		return py.Tuple{math.Copysign(fraction, f), whole}
	})
	m.Builtin("nextafter(x, y, /, *, steps=None)", func(x, y, steps any) any {
		return nextAfter(number.Real(x), number.Real(y), steps)
	})
}

func addIntegers(m *py.Module) {
	m.Builtin("floor(x, /)", func(x any) any { return rounded(x, "__floor__", math.Floor) })
	m.Builtin("ceil(x, /)", func(x any) any { return rounded(x, "__ceil__", math.Ceil) })
	m.Builtin("trunc(x, /)", Trunc)
	m.Builtin("gcd(*integers)", func(integers any) any { return Gcd(integers.(py.Tuple)...) })
	m.Builtin("lcm(*integers)", func(integers any) any { return Lcm(integers.(py.Tuple)...) })
	m.Builtin("factorial(n, /)", Factorial)
	m.Builtin("isqrt(n, /)", Isqrt)
	m.Builtin("comb(n, k, /)", Comb)
	m.Builtin("perm(n, k=None, /)", Perm)
	m.Builtin("prod(iterable, /, *, start=1)", Prod)
	m.Builtin("sumprod(p, q, /)", SumProd)
}

func ldexp(x float64, exponent any) float64 {
	switch i := py.Payload(exponent).(type) {
	case int:
		result := math.Ldexp(x, min(max(i, -100000), 100000))
		if math.IsInf(result, 0) && finite(x) {
			raiseRange()
		}
		return result
	case bool:
		return ldexp(x, py.Index(i))
	case *big.Int:
		if i.Sign() > 0 && x != 0 && finite(x) {
			raiseRange()
		}
		if i.Sign() < 0 && finite(x) {
			return math.Copysign(0, x)
		}
		return x
	}
	panic(exc.TypeError("Expected an int as second argument to ldexp."))
}

// nextAfter moves steps floats from x towards y.
func nextAfter(x, y float64, steps any) float64 {
	if steps == nil {
		return math.Nextafter(x, y)
	}
	count := number.Big(steps)
	if count.Sign() < 0 {
		raiseValue("steps must be a non-negative integer")
	}
	if math.IsNaN(x) {
		return x
	}
	if math.IsNaN(y) {
		return y
	}
	at, goal := ordinal(x), ordinal(y)
	distance := new(big.Int).Sub(big.NewInt(goal), big.NewInt(at))
	if count.CmpAbs(distance) >= 0 {
		return y
	}
	if goal > at {
		return fromOrdinal(at + count.Int64())
	}
	return fromOrdinal(at - count.Int64())
}

// ordinal numbers the floats in their order.
func ordinal(x float64) int64 {
	if bits := int64(math.Float64bits(math.Abs(x))); x < 0 {
		return -bits
	} else {
		return bits
	}
}

func fromOrdinal(n int64) float64 {
	if n < 0 {
		return -math.Float64frombits(uint64(-n))
	}
	return math.Float64frombits(uint64(n))
}
