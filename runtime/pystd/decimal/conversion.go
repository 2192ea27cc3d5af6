package decimal

import (
	"math"
	"math/big"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// operand is the Decimal that an operator makes of its other operand: of a
// Decimal or an int. It is false for other types.
func operand(v any) (*Decimal, bool) {
	switch v := py.Payload(v).(type) {
	case *Decimal:
		return v, true
	case int, bool, *big.Int:
		return fromBig(py.BigInt(py.Index(v)), 0), true
	}
	return nil, false
}

// argument is the Decimal that a method makes of an argument. It raises
// TypeError for other types.
func argument(v any) *Decimal {
	d, ok := operand(v)
	if !ok {
		panic(exc.TypeError("conversion from %s to Decimal is not supported", py.TypeOf(v).Name()))
	}
	return d
}

// fromFloat is the exact value of a float.
func fromFloat(f float64) *Decimal {
	neg := math.Signbit(f)
	switch {
	case math.IsNaN(f):
		return notANumber().withSign(neg)
	case math.IsInf(f, 0):
		return infinity(neg)
	case f == 0:
		return newFinite(neg, new(big.Int), 0)
	}
	frac, exp := math.Frexp(math.Abs(f))
	m := big.NewInt(int64(frac * (1 << 53)))
	exp -= 53
	zeros := m.TrailingZeroBits()
	m.Rsh(m, zeros)
	exp += int(zeros)
	if exp >= 0 {
		return newFinite(neg, m.Lsh(m, uint(exp)), 0)
	}
	five := new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-exp)), nil)
	return newFinite(neg, m.Mul(m, five), exp)
}

// fromTuple is the value of (sign, digits, exponent).
func fromTuple(parts py.Tuple) *Decimal {
	if len(parts) != 3 {
		panic(exc.ValueError("argument must be a sequence of length 3"))
	}
	sign, ok := py.Payload(parts[0]).(int)
	if b, isBool := parts[0].(bool); isBool {
		sign, ok = py.Int(b).(int), true
	}
	if !ok || sign != 0 && sign != 1 {
		panic(exc.ValueError("sign must be an integer with the value 0 or 1"))
	}
	coef := new(big.Int)
	if py.TypeOf(parts[1]) != py.TupleClass && py.TypeOf(parts[1]) != py.ListClass {
		panic(exc.ValueError("coefficient must be a tuple of digits"))
	}
	for v := range py.Iter(parts[1]) {
		digit, ok := v.(int)
		if !ok || digit < 0 || digit > 9 {
			panic(exc.ValueError("coefficient must be a tuple of digits"))
		}
		coef.Add(coef.Mul(coef, big.NewInt(10)), big.NewInt(int64(digit)))
	}
	switch exp := py.Payload(parts[2]).(type) {
	case int:
		return newFinite(sign == 1, coef, exp)
	case string:
		switch exp {
		case "F":
			return infinity(sign == 1)
		case "n":
			return &Decimal{quiet, sign == 1, coef, 0}
		case "N":
			return &Decimal{signaling, sign == 1, coef, 0}
		}
		panic(exc.ValueError("string argument in the third position must be 'F', 'n' or 'N'"))
	}
	panic(exc.ValueError("exponent must be an integer"))
}

// convert is Decimal(value), exact.
func (c *Context) convert(value any) *Decimal {
	switch v := py.Payload(value).(type) {
	case string:
		d, ok := parse(v)
		if !ok {
			c.signal(conversionSyntax)
			return notANumber()
		}
		return d
	case float64:
		c.signal(floatOperation)
		return fromFloat(v)
	case py.Tuple:
		return fromTuple(v)
	}
	if py.TypeOf(value) == py.ListClass {
		return fromTuple(py.TupleFrom(py.Iter(value)))
	}
	return argument(value)
}

// New is Decimal(text) in the current context.
func New(text string) *Decimal { return Current().convert(text) }

// Int is int(d): it raises OverflowError for an infinity and ValueError for a
// NaN.
func (d *Decimal) Int() any { return d.rounded("ROUND_DOWN") }

// rounded is d as an int.
func (d *Decimal) rounded(mode string) any {
	switch {
	case d.isNaN():
		panic(exc.ValueError("cannot convert NaN to integer"))
	case d.kind == infinite:
		panic(exc.OverflowError("cannot convert Infinity to integer"))
	}
	r, _ := rescale(d, 0, mode)
	return py.NormInt(r.signed())
}

// Float is float(d).
func (d *Decimal) Float() float64 {
	switch d.kind {
	case signaling:
		panic(exc.ValueError("cannot convert signaling NaN to float"))
	case quiet:
		return math.Copysign(math.NaN(), 1)
	}
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

// ratio is d.as_integer_ratio().
func (d *Decimal) ratio() py.Tuple {
	switch {
	case d.isNaN():
		panic(exc.ValueError("cannot convert NaN to integer ratio"))
	case d.kind == infinite:
		panic(exc.OverflowError("cannot convert Infinity to integer ratio"))
	}
	num, den := d.fraction()
	r := new(big.Rat).SetFrac(num, den)
	if d.neg {
		r.Neg(r)
	}
	return py.Tuple{py.NormInt(r.Num()), py.NormInt(r.Denom())}
}

// hash is that of the number, whatever its type.
func (d *Decimal) hash() int {
	switch d.kind {
	case signaling:
		panic(exc.TypeError("Cannot hash a signaling NaN value"))
	case quiet:
		return py.ID(d) >> 4
	case infinite:
		return py.Hash(d.Float())
	}
	modulus := big.NewInt(1<<61 - 1)
	base := big.NewInt(10)
	if d.exp < 0 {
		base.ModInverse(base, modulus)
	}
	h := base.Exp(base, big.NewInt(int64(max(d.exp, -d.exp))), modulus)
	h.Mod(h.Mul(h, d.coef), modulus)
	if d.neg {
		h.Neg(h)
	}
	return py.Hash(py.NormInt(h))
}
