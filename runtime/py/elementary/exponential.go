package elementary

import (
	"math"
	"sync"
)

// The natural logarithm of two in three parts, of which the first has so few
// bits that a small multiple of it is exact.
const (
	ln2High   = 0x1.62e42fee00000p-1
	ln2Middle = 0x1.a39ef35793c76p-33
	ln2Low    = 0x1.cc01f97b57a08p-87
)

// powersOfTwo are 2**(i/32).
var powersOfTwo = sync.OnceValue(func() *[steps]double {
	t := new([steps]double)
	for i := range t {
		t[i] = expm1Series(ln2.mulFloat(float64(i) / steps)).add(one)
	}
	return t
})

const steps = 32

// expm1Series is e**x - 1 for 0 <= x < 0.7: the series at x/256, doubled back
// by (1+p)**2 - 1 = 2p + p**2.
func expm1Series(x double) double {
	const halvings = 8
	r := x.scale(-halvings)
	p := inverseFactorials[10]
	for n := 9; n >= 1; n-- {
		p = p.mul(r).add(inverseFactorials[n])
	}
	p = p.mul(r)
	for range halvings {
		p = p.scale(1).add(p.mul(p))
	}
	return p
}

// expDouble is e**x as a number in [1, 2] and a power of two: e**x is
// 2**k * 2**(j/32) * e**r.
func expDouble(x double) (double, int) {
	n := math.Round(x.hi * (steps / math.Ln2))
	// A 32nd of the first part of log 2 has few bits as well.
	r := double{x.hi - n*(ln2High/steps), 0}.addFloat(x.lo)
	r = r.sub(product(n, ln2Middle/steps)).addFloat(-n * (ln2Low / steps))
	k := int(math.Floor(n / steps))
	power := powersOfTwo()[int(n)-k*steps]
	return power.add(power.mul(expm1Small(r))), k
}

// expm1Small is e**x - 1 for |x| < 0.011. From the third term of the series on,
// the precision of a float is enough.
func expm1Small(x double) double {
	r := x.hi
	tail := r * r * r * (1./6 + r*(1./24+r*(1./120+r*(1./720+r*(1./5040+r/40320)))))
	return x.add(x.mul(x).scale(-1).addFloat(tail))
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x) || x > 709.79 || x < -745.2:
		return math.Exp(x)
	case x == 0:
		return 1
	}
	y, k := expDouble(double{x, 0})
	return math.Ldexp(y.float(), k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	if !isFinite(x) || x > 1100 || x < -1100 {
		return math.Exp2(x)
	}
	y, k := expDouble(ln2.mulFloat(x))
	return math.Ldexp(y.float(), k)
}

// Expm1 is e**x - 1, exact for small x too. C's function and Go's are the same.
func Expm1(x float64) float64 {
	return math.Expm1(x)
}

// atanhSeries is 2*atanh(s) for |s| < 0.006.
func atanhSeries(s double) double {
	square := s.mul(s)
	p := double{}
	for n := 17; n >= 1; n -= 2 {
		p = p.mul(square).add(one.div(double{float64(n), 0}))
	}
	return p.mul(s).scale(1)
}

// logDouble is log(x) for a positive x.
func logDouble(x double) double {
	_, k := math.Frexp(x.hi)
	m := x.scale(-k)
	if m.hi < math.Sqrt2/2 {
		m, k = m.scale(1), k-1
	}
	f := m.addFloat(-1)
	var y double
	if math.Abs(f.hi) < 0.01 {
		y = atanhSeries(f.div(f.addFloat(2)))
	} else {
		// One step of Newton's method doubles the bits that Go's function has.
		y0 := math.Log(m.hi)
		e, n := expDouble(double{-y0, 0})
		y = m.mul(e.scale(n)).addFloat(-1).addFloat(y0)
	}
	if k == 0 {
		return y
	}
	return ln2.mulFloat(float64(k)).add(y)
}

// Log is the natural logarithm of x.
func Log(x float64) float64 {
	if !(x > 0) || !isFinite(x) {
		return math.Log(x)
	}
	return logDouble(double{x, 0}).float()
}

// Log2 is the logarithm of x to base 2.
func Log2(x float64) float64 {
	if !(x > 0) || !isFinite(x) {
		return math.Log2(x)
	}
	return logDouble(double{x, 0}).div(ln2).float()
}

// Log10 is the logarithm of x to base 10, by the sum that C computes.
func Log10(x float64) float64 {
	if !(x > 0) || !isFinite(x) {
		return math.Log10(x)
	}
	const (
		inverse  = 4.34294481903251816668e-01 // 1/log(10)
		log2High = 3.01029995663611771306e-01
		log2Low  = 3.69423907715893078616e-13
	)
	m, k := math.Frexp(x)
	if k > 0 {
		m, k = 2*m, k-1
	}
	n := float64(k)
	return n*log2Low + inverse*Log(m) + n*log2High
}

// Log1p is log(1+x), exact for small x too. C's function and Go's are the same.
func Log1p(x float64) float64 {
	return math.Log1p(x)
}

// Pow is x**y, with the special cases of C.
func Pow(x, y float64) float64 {
	switch {
	case !isFinite(x) || !isFinite(y) || x == 0 || y == 0 || x == 1 || x < 0 && y != math.Trunc(y):
		return math.Pow(x, y)
	case y == 1:
		return x
	case y == 2:
		return x * x
	case y == -1:
		return 1 / x
	case y == 0.5:
		return math.Sqrt(x)
	}
	sign := 1.0
	if x < 0 && math.Mod(y, 2) != 0 {
		sign = -1
	}
	l := logDouble(double{math.Abs(x), 0})
	switch rough := l.hi * y; {
	case rough > 709.79:
		return math.Copysign(math.Inf(1), sign)
	case rough < -745.2:
		return math.Copysign(0, sign)
	}
	e, k := expDouble(l.mulFloat(y))
	return sign * math.Ldexp(e.float(), k)
}

// Cbrt is the cube root of x.
func Cbrt(x float64) float64 {
	r := math.Cbrt(x)
	if !isFinite(r) || r == 0 {
		return r
	}
	_, k := math.Frexp(r)
	a, b := math.Ldexp(r, -k), math.Ldexp(x, -3*k)
	rest := product(a, a).mulFloat(a).addFloat(-b)
	return math.Ldexp(a-rest.hi/(3*a*a), k)
}

// Hypot is the length of (x, y).
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	if !isFinite(x) || !isFinite(y) || y == 0 {
		return math.Hypot(x, y)
	}
	_, k := math.Frexp(x)
	x, y = math.Ldexp(x, -k), math.Ldexp(y, -k)
	return math.Ldexp(product(x, x).add(product(y, y)).sqrt().float(), k)
}
