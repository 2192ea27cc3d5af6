package decimal

import "math/big"

// dropDigits divides by ten to the power of n and rounds. It reports whether
// what was dropped was not zero.
func dropDigits(coef *big.Int, n int, neg bool, rounding string) (*big.Int, bool) {
	digits := digitCount(coef)
	quotient, rest := new(big.Int), coef
	half := -1
	if n <= digits {
		unit := pow10(n)
		quotient, rest = new(big.Int).QuoRem(coef, unit, new(big.Int))
		half = new(big.Int).Lsh(rest, 1).Cmp(unit)
	}
	if rest.Sign() == 0 {
		return quotient, false
	}
	up := false
	switch rounding {
	case "ROUND_UP":
		up = true
	case "ROUND_CEILING":
		up = !neg
	case "ROUND_FLOOR":
		up = neg
	case "ROUND_HALF_UP":
		up = half >= 0
	case "ROUND_HALF_DOWN":
		up = half > 0
	case "ROUND_HALF_EVEN":
		up = half > 0 || half == 0 && quotient.Bit(0) == 1
	case "ROUND_05UP":
		up = new(big.Int).Rem(quotient, big.NewInt(5)).Sign() == 0
	}
	if up {
		quotient.Add(quotient, big.NewInt(1))
	}
	return quotient, true
}

// rescale gives d another exponent, rounding if digits are dropped.
func rescale(d *Decimal, exp int, rounding string) (result *Decimal, lost bool) {
	if exp <= d.exp || d.isZero() {
		if d.isZero() {
			return newFinite(d.neg, d.coef, exp), false
		}
		return newFinite(d.neg, shiftLeft(d.coef, d.exp-exp), exp), false
	}
	coef, lost := dropDigits(d.coef, exp-d.exp, d.neg, rounding)
	return newFinite(d.neg, coef, exp), lost
}

// A calculation collects the conditions of one operation in a context.
type calculation struct {
	*Context
	status condition
}

func (c *Context) begin() *calculation { return &calculation{Context: c} }

// end signals the conditions and returns the result.
func (c *calculation) end(d *Decimal) *Decimal {
	if c.status != 0 {
		c.Context.signal(c.status)
	}
	return d
}

func (c *calculation) invalid(part condition) *Decimal {
	c.status |= part
	return notANumber()
}

// finish fits a result into the context's precision and exponents.
func (c *calculation) finish(d *Decimal) *Decimal {
	if d.kind != finite {
		return c.fitNaN(d)
	}
	etiny, etop := c.etiny(), c.emax
	if c.clamp {
		etop = c.etop()
	}
	if d.isZero() {
		exp := min(max(d.exp, etiny), etop)
		if exp != d.exp {
			c.status |= clamped
			return newFinite(d.neg, d.coef, exp)
		}
		return d
	}
	exp := d.adjusted() - c.prec + 1
	if exp > c.etop() {
		return c.overflowed(d.neg)
	}
	isSubnormal := exp < etiny
	exp = max(exp, etiny)
	if d.exp < exp {
		coef, lost := dropDigits(d.coef, exp-d.exp, d.neg, c.rounding)
		if digitCount(coef) > c.prec {
			coef.Quo(coef, big.NewInt(10))
			exp++
		}
		if exp > c.etop() {
			return c.overflowed(d.neg)
		}
		c.status |= rounded
		if isSubnormal {
			c.status |= subnormal
		}
		if lost {
			c.status |= inexact
			if isSubnormal {
				c.status |= underflow
			}
		}
		if coef.Sign() == 0 {
			c.status |= clamped
		}
		return newFinite(d.neg, coef, exp)
	}
	if isSubnormal {
		c.status |= subnormal
	}
	if c.clamp && d.exp > etop {
		c.status |= clamped
		return newFinite(d.neg, shiftLeft(d.coef, d.exp-etop), etop)
	}
	return d
}

func (c *calculation) fitNaN(d *Decimal) *Decimal {
	room := c.prec
	if c.clamp {
		room--
	}
	if d.isNaN() && d.coef.Sign() != 0 && d.digits() > room {
		return &Decimal{d.kind, d.neg, new(big.Int).Rem(d.coef, pow10(room)), 0}
	}
	return d
}

func (c *calculation) overflowed(neg bool) *Decimal {
	c.status |= overflow | inexact | rounded
	toLargest := false
	switch c.rounding {
	case "ROUND_DOWN", "ROUND_05UP":
		toLargest = true
	case "ROUND_CEILING":
		toLargest = neg
	case "ROUND_FLOOR":
		toLargest = !neg
	}
	if !toLargest {
		return infinity(neg)
	}
	return newFinite(neg, new(big.Int).Sub(pow10(c.prec), big.NewInt(1)), c.etop())
}

// nan is the result if an operand is a NaN, nil if none is.
func (c *calculation) nan(operands ...*Decimal) *Decimal {
	for _, kind := range []kind{signaling, quiet} {
		for _, d := range operands {
			if d.kind != kind {
				continue
			}
			if kind == signaling {
				c.status |= invalidOperation
			}
			return c.fitNaN(&Decimal{quiet, d.neg, d.coef, 0})
		}
	}
	return nil
}
