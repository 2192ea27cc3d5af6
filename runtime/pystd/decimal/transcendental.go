package decimal

import "math/big"

// The functions of this file calculate with integers that stand for fractions
// of two to the power of bits.

func one(bits uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), bits) }

// lnFraction is ln(num/den).
func lnFraction(num, den *big.Int, bits uint) *big.Int {
	shift := num.BitLen() - den.BitLen()
	n, d := num, den
	if shift > 0 {
		d = new(big.Int).Lsh(den, uint(shift))
	} else {
		n = new(big.Int).Lsh(num, uint(-shift))
	}
	result := twiceArtanh(new(big.Int).Sub(n, d), new(big.Int).Add(n, d), bits)
	if shift != 0 {
		ln2 := twiceArtanh(big.NewInt(1), big.NewInt(3), bits)
		result.Add(result, ln2.Mul(ln2, big.NewInt(int64(shift))))
	}
	return result
}

// twiceArtanh is 2*artanh(num/den).
func twiceArtanh(num, den *big.Int, bits uint) *big.Int {
	power := new(big.Int).Quo(new(big.Int).Lsh(num, bits+1), den)
	x := new(big.Int).Quo(new(big.Int).Lsh(num, bits), den)
	square := new(big.Int).Rsh(new(big.Int).Mul(x, x), bits)
	sum := new(big.Int)
	for k := int64(1); power.Sign() != 0; k += 2 {
		sum.Add(sum, new(big.Int).Quo(power, big.NewInt(k)))
		power.Quo(power.Mul(power, square), one(bits))
	}
	return sum
}

// fixed is d as a fraction.
func (d *Decimal) fixed(bits uint) *big.Int {
	i := new(big.Int).Lsh(d.signed(), bits)
	if d.exp >= 0 {
		return i.Mul(i, pow10(d.exp))
	}
	return i.Quo(i, pow10(-d.exp))
}

// fraction is a positive d as a quotient of integers.
func (d *Decimal) fraction() (num, den *big.Int) {
	if d.exp >= 0 {
		return shiftLeft(d.coef, d.exp), big.NewInt(1)
	}
	return d.coef, pow10(-d.exp)
}

// bitsFor is enough for so many digits.
func bitsFor(digits int) uint { return uint(digits)*10/3 + 64 }

// inexactResult is a fraction with more digits than any precision asked for
// needs; its last digit tells that the value is not exact.
func inexactResult(value *big.Int, bits uint, digits, exp int) *Decimal {
	scaled := new(big.Int).Mul(value, pow10(digits))
	d := fromBig(scaled.Quo(scaled, one(bits)), exp-digits)
	if new(big.Int).Rem(d.coef, big.NewInt(5)).Sign() == 0 {
		d.coef.Add(d.coef, big.NewInt(1))
	}
	return d
}

// expOf is e to the power of a fraction, as a Decimal of so many digits.
func expOf(x *big.Int, bits uint, digits int) *Decimal {
	ln10 := lnFraction(big.NewInt(10), big.NewInt(1), bits)
	k := new(big.Int).Div(x, ln10)
	r := new(big.Int).Sub(x, new(big.Int).Mul(k, ln10))
	// The series converges fast for a small argument; squaring undoes it.
	const halvings = 16
	r.Rsh(r, halvings)
	sum, term := one(bits), one(bits)
	for n := int64(1); term.Sign() != 0; n++ {
		term.Rsh(term.Mul(term, r), bits).Quo(term, big.NewInt(n))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Rsh(sum.Mul(sum, sum), bits)
	}
	return inexactResult(sum, bits, digits, int(k.Int64()))
}

// halfEven finishes a result as the functions do that always round half even.
func (c *calculation) halfEven(d *Decimal) *Decimal {
	even := c.with(c.prec)
	even.rounding = "ROUND_HALF_EVEN"
	inner := even.begin()
	d = inner.finish(d)
	c.status |= inner.status
	return d
}

func (c *calculation) sqrt(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	switch {
	case d.isZero():
		return c.finish(newFinite(d.neg, d.coef, d.exp>>1))
	case d.neg:
		return c.invalid(invalidOperation)
	case d.kind == infinite:
		return d
	}
	e, coef, length := d.exp>>1, d.coef, (d.digits()+1)>>1
	if d.exp&1 != 0 {
		coef = shiftLeft(coef, 1)
		length = d.digits()>>1 + 1
	}
	shift := c.prec + 1 - length
	exact := true
	if shift >= 0 {
		coef = shiftLeft(coef, 2*shift)
	} else {
		quotient, rest := new(big.Int).QuoRem(coef, pow10(-2*shift), new(big.Int))
		coef, exact = quotient, rest.Sign() == 0
	}
	e -= shift
	root := new(big.Int).Sqrt(coef)
	if exact && new(big.Int).Mul(root, root).Cmp(coef) == 0 {
		if shift >= 0 {
			root.Quo(root, pow10(shift))
		} else {
			root = shiftLeft(root, -shift)
		}
		e += shift
	} else if new(big.Int).Rem(root, big.NewInt(5)).Sign() == 0 {
		root.Add(root, big.NewInt(1))
	}
	return c.halfEven(newFinite(false, root, e))
}

func (c *calculation) exp(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	switch {
	case d.kind == infinite && d.neg:
		return newFinite(false, new(big.Int), 0)
	case d.kind == infinite:
		return d
	case d.isZero():
		return newFinite(false, big.NewInt(1), 0)
	case d.adjusted() > 19:
		if d.neg {
			return c.finish(newFinite(false, big.NewInt(1), c.etiny()-2))
		}
		return c.overflowed(false)
	}
	if d.adjusted() < -c.prec-1 {
		tiny := newFinite(d.neg, big.NewInt(1), -c.prec-2)
		exact := exactContext().begin()
		return c.halfEven(exact.add(newFinite(false, big.NewInt(1), 0), tiny))
	}
	digits := c.prec + 16
	bits := bitsFor(digits + 24)
	return c.halfEven(expOf(d.fixed(bits), bits, digits))
}

// logarithm has the cases that ln and log10 share; nil for other numbers.
func (c *calculation) logarithm(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	switch {
	case d.isZero():
		return infinity(true)
	case d.neg:
		return c.invalid(invalidOperation)
	case d.kind == infinite:
		return d
	case compareValues(d, fromBig(big.NewInt(1), 0)) == 0:
		return newFinite(false, new(big.Int), 0)
	}
	return nil
}

// nearness is how many zeros the logarithm of d begins with.
func nearness(d *Decimal) int {
	return max(0, -exactContext().begin().subtract(d, fromBig(big.NewInt(1), 0)).adjusted())
}

func (c *calculation) ln(d *Decimal) *Decimal {
	if r := c.logarithm(d); r != nil {
		return r
	}
	digits := c.prec + 16 + nearness(d)
	bits := bitsFor(digits + 24)
	num, den := d.fraction()
	return c.halfEven(inexactResult(lnFraction(num, den, bits), bits, digits, 0))
}

func (c *calculation) log10(d *Decimal) *Decimal {
	if r := c.logarithm(d); r != nil {
		return r
	}
	if power := exactContext().begin().normalize(d); power.coef.Cmp(big.NewInt(1)) == 0 {
		return c.finish(fromBig(big.NewInt(int64(power.exp)), 0))
	}
	digits := c.prec + 16 + nearness(d)
	bits := bitsFor(digits + 24)
	num, den := d.fraction()
	value := new(big.Int).Lsh(lnFraction(num, den, bits), bits)
	value.Quo(value, lnFraction(big.NewInt(10), big.NewInt(1), bits))
	return c.halfEven(inexactResult(value, bits, digits, 0))
}
