package decimal

import "math/big"

// plus is context.plus(d): d rounded, with no negative zero.
func (c *calculation) plus(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	if d.isZero() && c.rounding != "ROUND_FLOOR" {
		d = d.withSign(false)
	}
	return c.finish(d)
}

func (c *calculation) minus(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	return c.plus(d.withSign(!d.neg))
}

func (c *calculation) add(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	if a.kind == infinite || b.kind == infinite {
		if a.kind == b.kind && a.neg != b.neg {
			return c.invalid(invalidOperation)
		}
		if a.kind == infinite {
			return a
		}
		return b
	}
	exp := min(a.exp, b.exp)
	if a.isZero() && b.isZero() {
		neg := a.neg && b.neg || a.neg != b.neg && c.rounding == "ROUND_FLOOR"
		return c.finish(newFinite(neg, new(big.Int), exp))
	}
	if a.isZero() || b.isZero() {
		d := a
		if a.isZero() {
			d = b
		}
		if d.exp > exp {
			least := max(exp, d.adjusted()-c.prec+1-1)
			if least < d.exp {
				d, _ = rescale(d, least, c.rounding)
			}
		}
		return c.finish(d)
	}
	a, b = c.align(a, b)
	sum := new(big.Int).Add(a.signed(), b.signed())
	d := fromBig(sum, a.exp)
	if sum.Sign() == 0 {
		d.neg = c.rounding == "ROUND_FLOOR"
	}
	return c.finish(d)
}

// align gives two numbers that are not zero the same exponent. A number too
// small to matter is replaced by the smallest that rounds the same way.
func (c *calculation) align(a, b *Decimal) (*Decimal, *Decimal) {
	if a.exp < b.exp {
		b, a = c.align(b, a)
		return a, b
	}
	least := a.exp + min(-1, a.digits()-c.prec-2)
	if b.adjusted() < least {
		b = newFinite(b.neg, big.NewInt(1), least)
	}
	return newFinite(a.neg, shiftLeft(a.coef, a.exp-b.exp), b.exp), b
}

func (c *calculation) subtract(a, b *Decimal) *Decimal {
	if b.isNaN() {
		return c.add(a, b)
	}
	return c.add(a, b.withSign(!b.neg))
}

func (c *calculation) multiply(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	neg := a.neg != b.neg
	if a.kind == infinite || b.kind == infinite {
		if a.isZero() || b.isZero() {
			return c.invalid(invalidOperation)
		}
		return infinity(neg)
	}
	return c.finish(newFinite(neg, new(big.Int).Mul(a.coef, b.coef), a.exp+b.exp))
}

func (c *calculation) divide(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	neg := a.neg != b.neg
	switch {
	case a.kind == infinite && b.kind == infinite:
		return c.invalid(invalidOperation)
	case a.kind == infinite:
		return infinity(neg)
	case b.kind == infinite:
		c.status |= clamped
		return newFinite(neg, new(big.Int), c.etiny())
	case b.isZero() && a.isZero():
		return c.invalid(divisionUndefined)
	case b.isZero():
		c.status |= divisionByZero
		return infinity(neg)
	case a.isZero():
		return c.finish(newFinite(neg, a.coef, a.exp-b.exp))
	}
	shift := b.digits() - a.digits() + c.prec + 1
	exp := a.exp - b.exp - shift
	num, den := a.coef, b.coef
	if shift >= 0 {
		num = shiftLeft(num, shift)
	} else {
		den = shiftLeft(den, -shift)
	}
	quotient, rest := new(big.Int).QuoRem(num, den, new(big.Int))
	if rest.Sign() != 0 {
		// A digit 0 or 5 at the end would look like an exact or half result.
		if new(big.Int).Rem(quotient, big.NewInt(5)).Sign() == 0 {
			quotient.Add(quotient, big.NewInt(1))
		}
	} else {
		ideal, ten := a.exp-b.exp, big.NewInt(10)
		for exp < ideal {
			q, r := new(big.Int).QuoRem(quotient, ten, new(big.Int))
			if r.Sign() != 0 {
				break
			}
			quotient = q
			exp++
		}
	}
	return c.finish(newFinite(neg, quotient, exp))
}

// divideInteger is the truncated quotient and the remainder of finite numbers,
// b not zero; false if the quotient has too many digits.
func (c *calculation) divideInteger(a, b *Decimal) (quotient, rest *Decimal, ok bool) {
	neg := a.neg != b.neg
	ideal := min(a.exp, b.exp)
	gap := a.adjusted() - b.adjusted()
	if b.kind == infinite || a.isZero() || gap <= -2 {
		if b.kind != infinite && a.exp > ideal {
			a, _ = rescale(a, ideal, c.rounding)
		}
		return newFinite(neg, new(big.Int), 0), a, true
	}
	if gap <= c.prec {
		q, r := new(big.Int).QuoRem(shiftLeft(a.coef, a.exp-ideal), shiftLeft(b.coef, b.exp-ideal), new(big.Int))
		if digitCount(q) <= c.prec {
			return newFinite(neg, q, 0), newFinite(a.neg, r, ideal), true
		}
	}
	return nil, nil, false
}

// quotientAndRest is divmod(a, b).
func (c *calculation) quotientAndRest(a, b *Decimal) (*Decimal, *Decimal) {
	if n := c.nan(a, b); n != nil {
		return n, n
	}
	switch {
	case a.kind == infinite && b.kind == infinite:
		n := c.invalid(invalidOperation)
		return n, n
	case a.kind == infinite:
		return infinity(a.neg != b.neg), c.invalid(invalidOperation)
	case b.isZero() && a.isZero():
		n := c.invalid(divisionUndefined)
		return n, n
	case b.isZero():
		c.status |= divisionByZero
		return infinity(a.neg != b.neg), c.invalid(invalidOperation)
	}
	q, r, ok := c.divideInteger(a, b)
	if !ok {
		n := c.invalid(divisionImpossible)
		return n, n
	}
	return q, c.finish(r)
}

// floorDivide is a // b, which truncates in this module.
func (c *calculation) floorDivide(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	switch {
	case a.kind == infinite && b.kind == infinite:
		return c.invalid(invalidOperation)
	case a.kind == infinite:
		return infinity(a.neg != b.neg)
	case b.isZero() && a.isZero():
		return c.invalid(divisionUndefined)
	case b.isZero():
		c.status |= divisionByZero
		return infinity(a.neg != b.neg)
	}
	q, _, ok := c.divideInteger(a, b)
	if !ok {
		return c.invalid(divisionImpossible)
	}
	return q
}

func (c *calculation) remainder(a, b *Decimal) *Decimal {
	if b.isZero() && !a.isNaN() {
		if a.isZero() {
			return c.invalid(divisionUndefined)
		}
		return c.invalid(invalidOperation)
	}
	_, r := c.quotientAndRest(a, b)
	return r
}

// remainderNear is the remainder of the division that rounds to nearest.
func (c *calculation) remainderNear(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	switch {
	case a.kind == infinite || b.isZero() && !a.isZero():
		return c.invalid(invalidOperation)
	case b.isZero():
		return c.invalid(divisionUndefined)
	case b.kind == infinite:
		return c.finish(a)
	}
	q, r, ok := c.divideInteger(a, b)
	if !ok {
		return c.invalid(divisionImpossible)
	}
	ideal := min(a.exp, b.exp)
	r, _ = rescale(r, ideal, c.rounding)
	divisor := shiftLeft(b.coef, b.exp-ideal)
	if half := new(big.Int).Lsh(r.coef, 1).Cmp(divisor); half > 0 || half == 0 && q.coef.Bit(0) == 1 {
		r = newFinite(!r.neg, new(big.Int).Sub(divisor, r.coef), ideal)
		if digitCount(new(big.Int).Add(q.coef, big.NewInt(1))) > c.prec {
			return c.invalid(divisionImpossible)
		}
	}
	return c.finish(r)
}

// fma is a*b + third with one rounding.
func (c *calculation) fma(a, b, third *Decimal) *Decimal {
	if n := c.nan(a, b, third); n != nil {
		return n
	}
	exact := exactContext().begin()
	product := exact.multiply(a, b)
	c.status |= exact.status & invalidOperation
	if product.isNaN() {
		return product
	}
	return c.add(product, third)
}

// quantize gives a the exponent of b.
func (c *calculation) quantize(a, b *Decimal, rounding string) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	if a.kind == infinite || b.kind == infinite {
		if a.kind == b.kind {
			return a
		}
		return c.invalid(invalidOperation)
	}
	if b.exp < c.etiny() || b.exp > c.emax {
		return c.invalid(invalidOperation)
	}
	if a.isZero() {
		return c.finish(newFinite(a.neg, a.coef, b.exp))
	}
	if a.adjusted() > c.emax || a.adjusted()-b.exp+1 > c.prec {
		return c.invalid(invalidOperation)
	}
	d, lost := rescale(a, b.exp, rounding)
	if d.adjusted() > c.emax || d.digits() > c.prec {
		return c.invalid(invalidOperation)
	}
	if !d.isZero() && d.adjusted() < c.emin {
		c.status |= subnormal
	}
	if d.exp > a.exp {
		c.status |= rounded
		if lost {
			c.status |= inexact
		}
	}
	return c.finish(d)
}

// toIntegral rounds to an integer; it sets conditions only if exact is asked
// for.
func (c *calculation) toIntegral(d *Decimal, rounding string, exact bool) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	if d.kind == infinite || d.exp >= 0 {
		return d
	}
	r, lost := rescale(d, 0, rounding)
	if exact {
		c.status |= rounded
		if lost {
			c.status |= inexact
		}
	}
	return r
}

// normalize drops the zeros at the end.
func (c *calculation) normalize(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	d = c.finish(d)
	if d.kind == infinite {
		return d
	}
	if d.isZero() {
		return newFinite(d.neg, d.coef, 0)
	}
	top := c.emax
	if c.clamp {
		top = c.etop()
	}
	coef, exp, ten := d.coef, d.exp, big.NewInt(10)
	for exp < top {
		q, r := new(big.Int).QuoRem(coef, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		coef = q
		exp++
	}
	return newFinite(d.neg, coef, exp)
}

// compareValues orders two numbers that are no NaN.
func compareValues(a, b *Decimal) int {
	sign := func(d *Decimal) int {
		switch {
		case d.isZero():
			return 0
		case d.neg:
			return -1
		}
		return 1
	}
	if sa, sb := sign(a), sign(b); sa != sb || sa == 0 {
		return sa - sb
	}
	order := 1
	if a.neg {
		order = -1
	}
	if a.kind != b.kind {
		if a.kind == infinite {
			return order
		}
		return -order
	}
	if a.kind == infinite {
		return 0
	}
	if x, y := a.adjusted(), b.adjusted(); x != y {
		if x > y {
			return order
		}
		return -order
	}
	exp := min(a.exp, b.exp)
	return order * shiftLeft(a.coef, a.exp-exp).Cmp(shiftLeft(b.coef, b.exp-exp))
}
