package decimal

import "math/big"

func (c *calculation) abs(d *Decimal) *Decimal {
	if d.neg && !d.isNaN() {
		return c.minus(d)
	}
	return c.plus(d)
}

// scaleB multiplies by ten to the power of an integer.
func (c *calculation) scaleB(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	limit := big.NewInt(int64(2 * (c.emax + c.prec)))
	n, ok := b.integer()
	if b.kind != finite || b.exp != 0 || !ok || n.CmpAbs(limit) > 0 {
		return c.invalid(invalidOperation)
	}
	if a.kind == infinite {
		return a
	}
	return c.finish(newFinite(a.neg, a.coef, a.exp+int(n.Int64())))
}

// logB is the exponent of the first digit.
func (c *calculation) logB(d *Decimal) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	switch {
	case d.kind == infinite:
		return infinity(false)
	case d.isZero():
		c.status |= divisionByZero
		return infinity(true)
	}
	return c.finish(fromBig(big.NewInt(int64(d.adjusted())), 0))
}

func (c *calculation) nextPlus(d *Decimal) *Decimal  { return c.next(d, "ROUND_CEILING", false) }
func (c *calculation) nextMinus(d *Decimal) *Decimal { return c.next(d, "ROUND_FLOOR", true) }

// next is the neighbour of a number in the direction of rounding.
func (c *calculation) next(d *Decimal, rounding string, down bool) *Decimal {
	if n := c.nan(d); n != nil {
		return n
	}
	if d.kind == infinite {
		if d.neg == down {
			return d
		}
		return newFinite(d.neg, new(big.Int).Sub(pow10(c.prec), big.NewInt(1)), c.etop())
	}
	directed := *c.Context
	directed.rounding = rounding
	work := directed.begin()
	if rounded := work.finish(d); compareValues(rounded, d) != 0 {
		return rounded
	}
	return work.add(d, newFinite(down, big.NewInt(1), c.etiny()-1))
}

func (c *Context) isNormal(d *Decimal) bool {
	return d.kind == finite && !d.isZero() && d.adjusted() >= c.emin
}

func (c *Context) isSubnormal(d *Decimal) bool {
	return d.kind == finite && !d.isZero() && d.adjusted() < c.emin
}

// numberClass describes a number.
func (c *Context) numberClass(d *Decimal) string {
	name := "Normal"
	switch {
	case d.kind == quiet:
		return "NaN"
	case d.kind == signaling:
		return "sNaN"
	case d.kind == infinite:
		name = "Infinity"
	case d.isZero():
		name = "Zero"
	case c.isSubnormal(d):
		name = "Subnormal"
	}
	if d.neg {
		return "-" + name
	}
	return "+" + name
}

func sameQuantum(a, b *Decimal) bool {
	if a.kind != finite || b.kind != finite {
		return a.isNaN() && b.isNaN() || a.kind == infinite && b.kind == infinite
	}
	return a.exp == b.exp
}
