package decimal

import "math/big"

// integer is the value of d as an integer, false if it is none.
func (d *Decimal) integer() (*big.Int, bool) {
	if d.kind != finite {
		return nil, false
	}
	if d.exp >= 0 {
		return shiftLeft(d.signed(), d.exp), true
	}
	if -d.exp >= d.digits() {
		return new(big.Int), d.isZero()
	}
	q, r := new(big.Int).QuoRem(d.signed(), pow10(-d.exp), new(big.Int))
	return q, r.Sign() == 0
}

// isInteger tells whether d is an integer without making it.
func (d *Decimal) isInteger() bool {
	if d.exp >= 0 {
		return d.kind == finite
	}
	_, ok := d.integer()
	return ok
}

// isOdd tells whether an integer is odd.
func (d *Decimal) isOdd() bool {
	if d.exp > 0 {
		return false
	}
	i, _ := d.integer()
	return i.Bit(0) == 1
}

func (c *calculation) power(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	one := newFinite(false, big.NewInt(1), 0)
	if b.isZero() {
		if a.isZero() {
			return c.invalid(invalidOperation)
		}
		return one
	}
	integer := b.isInteger()
	neg := a.neg && integer && b.isOdd()
	if a.neg && !a.isZero() && !integer {
		if a.kind == infinite && b.kind == finite {
			if b.neg {
				return newFinite(false, new(big.Int), 0)
			}
			return infinity(false)
		}
		return c.invalid(invalidOperation)
	}
	if a.isZero() || a.kind == infinite {
		if a.isZero() == b.neg {
			return infinity(neg)
		}
		return newFinite(neg, new(big.Int), 0)
	}
	order := compareValues(a.withSign(false), one)
	if b.kind == infinite {
		switch {
		case order == 0:
			c.status |= inexact | rounded
			return c.padded(one)
		case order > 0 == b.neg:
			return newFinite(false, new(big.Int), 0)
		}
		return infinity(false)
	}
	if order == 0 {
		return c.powerOfOne(a, b, neg)
	}
	if b.adjusted() > 19 {
		if order > 0 == b.neg {
			return c.finish(newFinite(neg, big.NewInt(1), c.etiny()-2))
		}
		return c.overflowed(neg)
	}
	if integer {
		return c.integerPower(a, b)
	}
	return c.realPower(a, b)
}

// padded is an inexact result that has as many digits as fit.
func (c *calculation) padded(d *Decimal) *Decimal {
	if shift := c.prec - d.digits(); shift > 0 {
		return newFinite(d.neg, shiftLeft(d.coef, shift), d.exp-shift)
	}
	return d
}

// powerOfOne is 1 or -1 with the exponent that repeated multiplication gives.
func (c *calculation) powerOfOne(a, b *Decimal, neg bool) *Decimal {
	d := newFinite(neg, big.NewInt(1), 0)
	if !b.isInteger() {
		c.status |= inexact | rounded
		return c.padded(d)
	}
	n, _ := b.integer()
	if b.neg || a.exp == 0 {
		return d
	}
	shift := new(big.Int).Mul(n, big.NewInt(int64(-a.exp)))
	if !shift.IsInt64() || shift.Int64() > int64(c.prec-1) {
		c.status |= rounded
		return c.padded(d)
	}
	return newFinite(neg, shiftLeft(d.coef, int(shift.Int64())), -int(shift.Int64()))
}

// integerPower multiplies with a few digits more than the result gets.
func (c *calculation) integerPower(a, b *Decimal) *Decimal {
	n, _ := b.integer()
	wide := c.with(c.prec + b.digits() + b.exp + 2)
	wide.rounding, wide.clamp = "ROUND_HALF_EVEN", false
	if b.neg {
		wide.prec++
	}
	work := wide.begin()
	base := a
	if b.neg {
		base = work.divide(newFinite(false, big.NewInt(1), 0), a)
	}
	result := base
	for i := n.BitLen() - 2; i >= 0; i-- {
		result = work.multiply(result, result)
		if n.Bit(i) == 1 {
			result = work.multiply(result, base)
		}
		if result.kind == infinite || result.isZero() {
			break
		}
	}
	c.status |= work.status &^ clamped
	return c.finish(result)
}

// realPower is exp(b * ln(a)) for a positive a.
func (c *calculation) realPower(a, b *Decimal) *Decimal {
	digits := c.prec + 24
	bits := bitsFor(digits + 24 + max(0, b.adjusted()) + nearness(a))
	num, den := a.fraction()
	ln := lnFraction(num, den, bits)
	x := ln.Rsh(ln.Mul(ln, b.fixed(bits)), bits)
	wide := c.with(c.prec + 12).begin()
	wide.rounding = "ROUND_HALF_EVEN"
	result := wide.finish(expOf(x, bits, digits))
	c.status |= wide.status | inexact | rounded
	return c.padded(c.finish(result))
}

// powerModulo is pow(a, b, m) of integers.
func (c *calculation) powerModulo(a, b, m *Decimal) *Decimal {
	if n := c.nan(a, b, m); n != nil {
		return n
	}
	x, ok1 := a.integer()
	y, ok2 := b.integer()
	z, ok3 := m.integer()
	if !ok1 || !ok2 || !ok3 || y.Sign() < 0 || z.Sign() == 0 || m.adjusted() >= c.prec || x.Sign() == 0 && y.Sign() == 0 {
		return c.invalid(invalidOperation)
	}
	modulus := new(big.Int).Abs(z)
	r := new(big.Int).Exp(new(big.Int).Abs(x), y, modulus)
	return newFinite(a.neg && y.Bit(0) == 1, r, 0)
}
