package math

import (
	"math"
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

func raiseValue(text string) { py.Raise(py.NewValueError(text)) }

func raiseOverflow(text string) { py.Raise(py.NewOverflowError(text)) }

// rounded calls the special method of o, or rounds its float.
func rounded(o any, method string, round func(float64) float64) any {
	switch v := o.(type) {
	case int:
		return v
	case *big.Int:
		return v
	case float64:
		return py.Int(round(v))
	}
	if _, ok := py.TypeOf(o).Lookup(method); ok {
		return py.CallMethod(o, method)
	}
	return py.Int(round(number.Real(o)))
}

// Floor is math.floor of a float. It raises OverflowError for an infinity and
// ValueError for a NaN.
func Floor(x float64) any { return py.Int(math.Floor(x)) }

// Ceil is math.ceil of a float. It raises OverflowError for an infinity and
// ValueError for a NaN.
func Ceil(x float64) any { return py.Int(math.Ceil(x)) }

// Trunc is math.trunc. It raises TypeError for what has no __trunc__.
func Trunc(o any) any {
	if v, ok := o.(float64); ok {
		return py.Int(v)
	}
	if _, ok := py.TypeOf(o).Lookup("__trunc__"); !ok {
		panic(exc.TypeError("type %s doesn't define __trunc__ method", py.TypeOf(o).Name()))
	}
	return py.CallMethod(o, "__trunc__")
}

// Gcd is math.gcd of any number of integers.
func Gcd(integers ...any) any {
	total := new(big.Int)
	for _, v := range integers {
		total.GCD(nil, nil, total, new(big.Int).Abs(number.Big(v)))
	}
	return py.NormInt(total)
}

// GcdInt is math.gcd of two ints whose magnitudes fit.
func GcdInt(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	if a < 0 {
		return -a
	}
	return a
}

// Lcm is math.lcm of any number of integers.
func Lcm(integers ...any) any {
	total := big.NewInt(1)
	for _, v := range integers {
		b := new(big.Int).Abs(number.Big(v))
		if b.Sign() == 0 || total.Sign() == 0 {
			total = new(big.Int)
			continue
		}
		common := new(big.Int).GCD(nil, nil, total, b)
		total = new(big.Int).Mul(total.Div(total, common), b)
	}
	return py.NormInt(total)
}

// Factorial is math.factorial. It raises ValueError for a negative number.
func Factorial(n any) any {
	v := number.Big(n)
	switch {
	case v.Sign() < 0:
		raiseValue("factorial() not defined for negative values")
	case !v.IsInt64():
		raiseOverflow("factorial() argument should not exceed 9223372036854775807")
	}
	return py.NormInt(new(big.Int).MulRange(1, v.Int64()))
}

// Isqrt is math.isqrt. It raises ValueError for a negative number.
func Isqrt(n any) any {
	v := number.Big(n)
	if v.Sign() < 0 {
		raiseValue("isqrt() argument must be nonnegative")
	}
	return py.NormInt(new(big.Int).Sqrt(v))
}

// IsqrtInt is math.isqrt of an int that fits. It raises ValueError for a
// negative number.
func IsqrtInt(n int) int {
	return Isqrt(n).(int)
}

func nonNegative(n any, name string) *big.Int {
	v := number.Big(n)
	if v.Sign() < 0 {
		raiseValue(name + " must be a non-negative integer")
	}
	return v
}

// Comb is math.comb. It raises ValueError for negative numbers.
func Comb(n, k any) any {
	number.Big(k)
	total, chosen := nonNegative(n, "n"), nonNegative(k, "k")
	if chosen.Cmp(total) > 0 {
		return 0
	}
	if rest := new(big.Int).Sub(total, chosen); rest.Cmp(chosen) < 0 {
		chosen = rest
	}
	if !chosen.IsInt64() {
		raiseOverflow("min(n - k, k) must not exceed 9223372036854775807")
	}
	result := big.NewInt(1)
	factor := new(big.Int).Set(total)
	for i, one := int64(1), big.NewInt(1); i <= chosen.Int64(); i++ {
		result.Mul(result, factor)
		result.Quo(result, big.NewInt(i))
		factor.Sub(factor, one)
	}
	return py.NormInt(result)
}

// Perm is math.perm; k may be nil. It raises ValueError for negative numbers.
func Perm(n, k any) any {
	if k == nil {
		return Factorial(n)
	}
	number.Big(k)
	total, chosen := nonNegative(n, "n"), nonNegative(k, "k")
	if chosen.Cmp(total) > 0 {
		return 0
	}
	if !chosen.IsInt64() {
		raiseOverflow("k must not exceed 9223372036854775807")
	}
	result := big.NewInt(1)
	factor := new(big.Int).Set(total)
	for range chosen.Int64() {
		result.Mul(result, factor)
		factor.Sub(factor, big.NewInt(1))
	}
	return py.NormInt(result)
}

// logarithm is a logarithm of any number: an int that is too large for a float
// is split into its leading digits and a power of two.
func logarithm(o any, of func(float64) float64) float64 {
	if v, ok := py.Payload(o).(*big.Int); ok {
		if v.Sign() <= 0 {
			raiseDomain()
		}
		if f, _ := new(big.Float).SetInt(v).Float64(); !math.IsInf(f, 0) {
			return of(f)
		}
		mantissa := new(big.Float)
		exponent := new(big.Float).SetInt(v).MantExp(mantissa)
		f, _ := mantissa.Float64()
		return of(f) + float64(of(2)*float64(exponent))
	}
	return checked0(number.Real(o), of)
}

// checked0 refuses zero and below, where logarithms have no value.
func checked0(x float64, of func(float64) float64) float64 {
	if x <= 0 {
		raiseDomain()
	}
	return of(x)
}
