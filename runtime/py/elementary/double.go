// Package elementary computes the elementary functions of C's math library in
// twice the precision of a float64 and rounds once, so that the result is the
// float64 nearest to the true value in all but a few of 2^40 cases. CPython
// shows the digits that its C library computes, which are those of the nearest
// float64 nearly always; the functions of Go's package math are off by one unit
// in the last place much more often.
package elementary

import "math"

// double is the sum of two floats that do not overlap: about 106 bits.
type double struct {
	hi, lo float64
}

// sum returns a + b exactly.
func sum(a, b float64) double {
	s := a + b
	t := s - a
	return double{s, (a - (s - t)) + (b - t)}
}

// orderedSum is sum for |a| >= |b|.
func orderedSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// product returns a * b exactly.
func product(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (a double) neg() double {
	return double{-a.hi, -a.lo}
}

func (a double) add(b double) double {
	s, t := sum(a.hi, b.hi), sum(a.lo, b.lo)
	s = orderedSum(s.hi, s.lo+t.hi)
	return orderedSum(s.hi, s.lo+t.lo)
}

func (a double) addFloat(b float64) double {
	s := sum(a.hi, b)
	return orderedSum(s.hi, s.lo+a.lo)
}

func (a double) sub(b double) double {
	return a.add(b.neg())
}

func (a double) mul(b double) double {
	p := product(a.hi, b.hi)
	return orderedSum(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a double) mulFloat(b float64) double {
	p := product(a.hi, b)
	return orderedSum(p.hi, p.lo+a.lo*b)
}

func (a double) div(b double) double {
	q1 := a.hi / b.hi
	r := a.sub(b.mulFloat(q1))
	q2 := r.hi / b.hi
	r = r.sub(b.mulFloat(q2))
	q := orderedSum(q1, q2)
	return q.addFloat(r.hi / b.hi)
}

func (a double) sqrt() double {
	if a.hi <= 0 {
		return double{}
	}
	r := math.Sqrt(a.hi)
	rest := a.sub(product(r, r))
	return orderedSum(r, rest.hi/(2*r))
}

// scale multiplies by a power of two.
func (a double) scale(exponent int) double {
	return double{math.Ldexp(a.hi, exponent), math.Ldexp(a.lo, exponent)}
}

func (a double) float() float64 {
	return a.hi + a.lo
}

var (
	one = double{1, 0}
	ln2 = double{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}
)

// inverseFactorials are 1/n!.
var inverseFactorials = func() (t [32]double) {
	t[0] = one
	for n := 1; n < len(t); n++ {
		t[n] = t[n-1].div(double{float64(n), 0})
	}
	return t
}()

func isFinite(x float64) bool {
	return x-x == 0
}
