package decimal

import (
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// comparable makes operands of a comparison; false is NotImplemented. Floats
// and fractions compare with their exact value.
func comparable(d *Decimal, other any) (a, b *Decimal, ok bool) {
	if b, ok := operand(other); ok {
		return d, b, true
	}
	switch v := py.Payload(other).(type) {
	case float64:
		Current().signal(floatOperation)
		return d, fromFloat(v), true
	case complex128:
		if imag(v) == 0 {
			return d, fromFloat(real(v)), true
		}
		return nil, nil, false
	}
	class := py.TypeOf(other)
	_, num := class.Lookup("numerator")
	_, den := class.Lookup("denominator")
	if !num || !den || d.kind != finite {
		return d, fromBig(new(big.Int), 0), num && den
	}
	exact := exactContext().begin()
	scaled := exact.multiply(d, fromBig(py.BigInt(py.Index(py.GetAttr(other, "denominator"))), 0))
	return scaled, fromBig(py.BigInt(py.Index(py.GetAttr(other, "numerator"))), 0), true
}

func defineComparisons(d *py.Definition) {
	equality := func(spec string, want bool) {
		d.Method(spec, func(self, other any) any {
			if c, ok := py.Payload(other).(complex128); ok && imag(c) != 0 {
				return !want
			}
			a, b, ok := comparable(decimalOf(self), other)
			if !ok {
				return py.NotImplemented
			}
			if a.isNaN() || b.isNaN() {
				if a.kind == signaling || b.kind == signaling {
					Current().signal(invalidOperation)
				}
				return !want
			}
			return (compareValues(a, b) == 0) == want
		})
	}
	equality("__eq__(self, value, /)", true)
	equality("__ne__(self, value, /)", false)
	order := func(spec string, holds func(sign int) bool) {
		d.Method(spec, func(self, other any) any {
			if _, ok := py.Payload(other).(complex128); ok {
				return py.NotImplemented
			}
			a, b, ok := comparable(decimalOf(self), other)
			if !ok {
				return py.NotImplemented
			}
			if a.isNaN() || b.isNaN() {
				Current().signal(invalidOperation)
				return false
			}
			return holds(compareValues(a, b))
		})
	}
	order("__lt__(self, value, /)", func(sign int) bool { return sign < 0 })
	order("__le__(self, value, /)", func(sign int) bool { return sign <= 0 })
	order("__gt__(self, value, /)", func(sign int) bool { return sign > 0 })
	order("__ge__(self, value, /)", func(sign int) bool { return sign >= 0 })
}

// compare is a.compare(b): -1, 0, 1 or NaN.
func (c *calculation) compare(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		return n
	}
	return fromBig(big.NewInt(int64(signOf(compareValues(a, b)))), 0)
}

func (c *calculation) compareSignal(a, b *Decimal) *Decimal {
	if n := c.nan(a, b); n != nil {
		c.status |= invalidOperation
		return n
	}
	return c.compare(a, b)
}

func signOf(i int) int {
	switch {
	case i < 0:
		return -1
	case i > 0:
		return 1
	}
	return 0
}

// total is the order of all values, different representations of one number
// included.
func total(a, b *Decimal) int {
	if a.neg != b.neg {
		if a.neg {
			return -1
		}
		return 1
	}
	order := 1
	if a.neg {
		order = -1
	}
	if a.isNaN() || b.isNaN() {
		rank := map[kind]int{finite: 0, infinite: 0, signaling: 1, quiet: 2}
		if x, y := rank[a.kind], rank[b.kind]; x != y {
			return order * signOf(x-y)
		}
		return order * a.coef.Cmp(b.coef)
	}
	if sign := compareValues(a, b); sign != 0 {
		return signOf(sign)
	}
	return order * signOf(a.exp-b.exp)
}

func absolute(d *Decimal) *Decimal { return d.withSign(false) }

func (c *calculation) compareTotal(a, b *Decimal) *Decimal {
	return fromBig(big.NewInt(int64(total(a, b))), 0)
}

func (c *calculation) compareTotalMag(a, b *Decimal) *Decimal {
	return c.compareTotal(absolute(a), absolute(b))
}

// extreme chooses the larger number, or the smaller one for a negative
// direction. A number is preferred to a quiet NaN.
func (c *calculation) extreme(a, b *Decimal, direction int, magnitude bool) *Decimal {
	if a.isNaN() || b.isNaN() {
		switch {
		case a.kind == quiet && !b.isNaN():
			return c.finish(b)
		case b.kind == quiet && !a.isNaN():
			return c.finish(a)
		}
		return c.nan(a, b)
	}
	sign := compareValues(a, b)
	if magnitude {
		sign = compareValues(absolute(a), absolute(b))
	}
	if sign == 0 {
		sign = total(a, b)
	}
	if sign*direction < 0 {
		return c.finish(b)
	}
	return c.finish(a)
}

func (c *calculation) max(a, b *Decimal) *Decimal    { return c.extreme(a, b, 1, false) }
func (c *calculation) min(a, b *Decimal) *Decimal    { return c.extreme(a, b, -1, false) }
func (c *calculation) maxMag(a, b *Decimal) *Decimal { return c.extreme(a, b, 1, true) }
func (c *calculation) minMag(a, b *Decimal) *Decimal { return c.extreme(a, b, -1, true) }
