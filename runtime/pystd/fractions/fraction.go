// Package fractions is Python's module fractions: rational numbers.
// https://docs.python.org/3.13/library/fractions.html
package fractions

import (
	"math"
	"math/big"
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Fraction is a fractions.Fraction, always in lowest terms. It never changes
// after it is made.
type Fraction struct{ rat *big.Rat }

// PyClass is the class Fraction.
func (f *Fraction) PyClass() *py.Class { return fractionClass }

// String is str(f).
func (f *Fraction) String() string { return f.rat.RatString() }

func (f *Fraction) numerator() any   { return py.NormInt(f.rat.Num()) }
func (f *Fraction) denominator() any { return py.NormInt(f.rat.Denom()) }

// New is Fraction(num, den). It raises ZeroDivisionError.
func New(num, den *big.Int) *Fraction {
	if den.Sign() == 0 {
		panic(py.NewZeroDivisionError("Fraction(" + num.String() + ", 0)"))
	}
	return &Fraction{new(big.Rat).SetFrac(num, den)}
}

var textPattern = regexp.MustCompile(`(?i)\A\s*([-+]?)(\d+(?:_\d+)*)?(?:\s*/\s*(\d+(?:_\d+)*)|(?:\.(\d+(?:_\d+)*)?)?(?:e([-+]?\d+(?:_\d+)*))?)\s*\z`)

// parse reads the text of a Fraction: a quotient of ints or a decimal number.
func parse(text string) *Fraction {
	m := textPattern.FindStringSubmatch(text)
	if m == nil || m[2] == "" && m[4] == "" {
		panic(exc.ValueError("Invalid literal for Fraction: %s", py.Repr(text)))
	}
	integer := func(s string) *big.Int {
		i, ok := new(big.Int).SetString(strings.ReplaceAll(strings.TrimPrefix(s, "+"), "_", ""), 10)
		if !ok {
			return new(big.Int)
		}
		return i
	}
	decimals := strings.ReplaceAll(m[4], "_", "")
	num, den := integer(m[2]+decimals), big.NewInt(1)
	if m[3] != "" {
		den = integer(m[3])
	}
	ten := big.NewInt(10)
	den.Mul(den, new(big.Int).Exp(ten, big.NewInt(int64(len(decimals))), nil))
	if m[5] != "" {
		exp := integer(m[5])
		scale := new(big.Int).Exp(ten, new(big.Int).Abs(exp), nil)
		if exp.Sign() < 0 {
			den.Mul(den, scale)
		} else {
			num.Mul(num, scale)
		}
	}
	if m[1] == "-" {
		num.Neg(num)
	}
	return New(num, den)
}

// fromFloat is the exact value of a float.
func fromFloat(x float64) *Fraction {
	switch {
	case math.IsNaN(x):
		panic(exc.ValueError("cannot convert NaN to integer ratio"))
	case math.IsInf(x, 0):
		panic(exc.OverflowError("cannot convert Infinity to integer ratio"))
	}
	return &Fraction{new(big.Rat).SetFloat64(x)}
}

// rational is the value of an int or a Fraction; false for other types.
func rational(v any) (*big.Rat, bool) {
	switch v := py.Payload(v).(type) {
	case *Fraction:
		return v.rat, true
	case int, bool, *big.Int:
		return new(big.Rat).SetInt(py.BigInt(py.Index(v))), true
	}
	return nil, false
}

// ratioOf is the value of what has as_integer_ratio.
func ratioOf(v any) *Fraction {
	ratio, ok := py.CallMethod(v, "as_integer_ratio").(py.Tuple)
	if !ok || len(ratio) != 2 {
		panic(exc.TypeError("both arguments should be Rational instances"))
	}
	return New(py.BigInt(ratio[0]), py.BigInt(ratio[1]))
}

// create is Fraction(numerator, denominator).
func create(num, den any) any {
	if den == nil {
		if r, ok := rational(num); ok {
			return &Fraction{r}
		}
		switch v := py.Payload(num).(type) {
		case string:
			return parse(v)
		case float64:
			return fromFloat(v)
		}
		if _, ok := py.TypeOf(num).Lookup("as_integer_ratio"); ok {
			return ratioOf(num)
		}
		panic(exc.TypeError("argument should be a string or a Rational instance"))
	}
	a, ok1 := rational(num)
	b, ok2 := rational(den)
	if !ok1 || !ok2 {
		panic(exc.TypeError("both arguments should be Rational instances"))
	}
	return New(new(big.Int).Mul(a.Num(), b.Denom()), new(big.Int).Mul(a.Denom(), b.Num()))
}

// float is the nearest float; it raises OverflowError as int / int does.
func (f *Fraction) float() float64 {
	return py.Float(py.TrueDiv(f.numerator(), f.denominator()))
}

// floor is the largest integer that is not larger.
func floor(r *big.Rat) *big.Int {
	return new(big.Int).Div(r.Num(), r.Denom())
}

// round is the nearest integer, the even one of two.
func round(r *big.Rat) *big.Int {
	low := floor(r)
	rest := new(big.Rat).Sub(r, new(big.Rat).SetInt(low))
	if order := rest.Cmp(big.NewRat(1, 2)); order > 0 || order == 0 && low.Bit(0) == 1 {
		low.Add(low, big.NewInt(1))
	}
	return low
}

// roundTo is round(f, digits).
func (f *Fraction) roundTo(digits int) *Fraction {
	shift := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(digits, -digits))), nil))
	if digits < 0 {
		shift.Inv(shift)
	}
	whole := new(big.Rat).SetInt(round(new(big.Rat).Mul(f.rat, shift)))
	return &Fraction{whole.Quo(whole, shift)}
}

// limit is f.limit_denominator(n): the closest fraction with a denominator of
// at most n.
func (f *Fraction) limit(n *big.Int) *Fraction {
	if n.Sign() < 1 {
		panic(exc.ValueError("max_denominator should be at least 1"))
	}
	if f.rat.Denom().Cmp(n) <= 0 {
		return f
	}
	p0, q0, p1, q1 := big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(0)
	num, den := new(big.Int).Set(f.rat.Num()), new(big.Int).Set(f.rat.Denom())
	next := func(a, b, c *big.Int) *big.Int { return new(big.Int).Add(a, new(big.Int).Mul(b, c)) }
	for {
		a := new(big.Int).Div(num, den)
		q2 := next(q0, a, q1)
		if q2.Cmp(n) > 0 {
			break
		}
		p0, q0, p1, q1 = p1, q1, next(p0, a, p1), q2
		num, den = den, new(big.Int).Sub(num, new(big.Int).Mul(a, den))
	}
	k := new(big.Int).Div(new(big.Int).Sub(n, q0), q1)
	twice := new(big.Int).Mul(big.NewInt(2), new(big.Int).Mul(den, next(q0, k, q1)))
	if twice.Cmp(f.rat.Denom()) <= 0 {
		return New(p1, q1)
	}
	return New(next(p0, k, p1), next(q0, k, q1))
}

// hash is that of the number, whatever its type.
func (f *Fraction) hash() int {
	modulus := big.NewInt(1<<61 - 1)
	inverse := new(big.Int).ModInverse(f.rat.Denom(), modulus)
	if inverse == nil {
		return f.rat.Sign() * 314159
	}
	h := inverse.Mul(inverse, new(big.Int).Abs(f.rat.Num()))
	h.Mod(h, modulus)
	if f.rat.Sign() < 0 {
		h.Neg(h)
	}
	return py.Hash(py.NormInt(h))
}
