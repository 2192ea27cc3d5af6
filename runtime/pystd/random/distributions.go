package random

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
)

const twoPi = 2 * math.Pi

var (
	normalConstant = 4 * elementary.Exp(-0.5) / math.Sqrt(2)
	log4           = elementary.Log(4)
	gammaConstant  = 1 + elementary.Log(4.5)
)

// Uniform is uniform(a, b).
func (g *Generator) Uniform(a, b float64) float64 { return a + float64((b-a)*g.Random()) }

// triangular is triangular(low, high, mode); mode may be nil.
func (g *Generator) triangular(low, high float64, mode any) any {
	u, c := g.Random(), 0.5
	if mode != nil {
		if high == low {
			return low
		}
		c = (py.Float(mode) - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return low + float64((high-low)*math.Sqrt(u*c))
}

// NormalVariate is normalvariate(mu, sigma).
func (g *Generator) NormalVariate(mu, sigma float64) float64 {
	for {
		u1 := g.Random()
		u2 := 1 - g.Random()
		z := normalConstant * (u1 - 0.5) / u2
		if z*z/4 <= -elementary.Log(u2) {
			return mu + float64(z*sigma)
		}
	}
}

// Gauss is gauss(mu, sigma).
func (g *Generator) Gauss(mu, sigma float64) float64 {
	z, ok := g.gaussNext.(float64)
	g.gaussNext = nil
	if !ok {
		angle := g.Random() * twoPi
		radius := math.Sqrt(-2 * elementary.Log(1-g.Random()))
		z = elementary.Cos(angle) * radius
		g.gaussNext = float64(elementary.Sin(angle) * radius)
	}
	return mu + float64(z*sigma)
}

// LogNormVariate is lognormvariate(mu, sigma).
func (g *Generator) LogNormVariate(mu, sigma float64) float64 {
	return pymath.Exp(g.NormalVariate(mu, sigma))
}

// ExpoVariate is expovariate(lambd). It raises ZeroDivisionError for zero.
func (g *Generator) ExpoVariate(lambda float64) float64 {
	return py.TrueDivFloat(-elementary.Log(1-g.Random()), lambda)
}

// VonMisesVariate is vonmisesvariate(mu, kappa).
func (g *Generator) VonMisesVariate(mu, kappa float64) float64 {
	if kappa <= 1e-6 {
		return twoPi * g.Random()
	}
	s := 0.5 / kappa
	r := s + math.Sqrt(1+float64(s*s))
	var z float64
	for {
		z = elementary.Cos(math.Pi * g.Random())
		d := z / (r + z)
		u := g.Random()
		if u < 1-float64(d*d) || u <= (1-d)*elementary.Exp(d) {
			break
		}
	}
	q := 1 / r
	angle := elementary.Acos((q + z) / (1 + float64(q*z)))
	if g.Random() > 0.5 {
		return py.ModFloat(mu+angle, twoPi)
	}
	return py.ModFloat(mu-angle, twoPi)
}

// GammaVariate is gammavariate(alpha, beta). It raises ValueError unless both
// are positive.
func (g *Generator) GammaVariate(alpha, beta float64) float64 {
	if alpha <= 0 || beta <= 0 {
		panic(exc.ValueError("gammavariate: alpha and beta must be > 0.0"))
	}
	switch {
	case alpha > 1:
		return g.largeGamma(alpha) * beta
	case alpha == 1:
		return -elementary.Log(1-g.Random()) * beta
	}
	return g.smallGamma(alpha) * beta
}

func (g *Generator) largeGamma(alpha float64) float64 {
	ainv := math.Sqrt(2*alpha - 1)
	bbb := alpha - log4
	ccc := alpha + ainv
	for {
		u1 := g.Random()
		if u1 <= 1e-7 || u1 >= 0.9999999 {
			continue
		}
		u2 := 1 - g.Random()
		v := elementary.Log(u1/(1-u1)) / ainv
		x := alpha * elementary.Exp(v)
		z := u1 * u1 * u2
		r := bbb + float64(ccc*v) - x
		if r+gammaConstant-float64(4.5*z) >= 0 || r >= elementary.Log(z) {
			return x
		}
	}
}

func (g *Generator) smallGamma(alpha float64) float64 {
	for {
		u := g.Random()
		b := (math.E + alpha) / math.E
		p := b * u
		var x float64
		if p <= 1 {
			x = elementary.Pow(p, 1/alpha)
		} else {
			x = -elementary.Log((b - p) / alpha)
		}
		u1 := g.Random()
		if p > 1 {
			if u1 <= elementary.Pow(x, alpha-1) {
				return x
			}
		} else if u1 <= elementary.Exp(-x) {
			return x
		}
	}
}

// BetaVariate is betavariate(alpha, beta).
func (g *Generator) BetaVariate(alpha, beta float64) float64 {
	y := g.GammaVariate(alpha, 1)
	if y == 0 {
		return 0
	}
	return y / (y + g.GammaVariate(beta, 1))
}

// ParetoVariate is paretovariate(alpha).
func (g *Generator) ParetoVariate(alpha float64) float64 {
	u := 1 - g.Random()
	return py.Float(py.PowFloat(u, py.TrueDivFloat(-1, alpha)))
}

// WeibullVariate is weibullvariate(alpha, beta).
func (g *Generator) WeibullVariate(alpha, beta float64) float64 {
	u := 1 - g.Random()
	return alpha * py.Float(py.PowFloat(-elementary.Log(u), py.TrueDivFloat(1, beta)))
}

// BinomialVariate is binomialvariate(n, p). It raises ValueError for a
// negative n and for a p that is no probability.
func (g *Generator) BinomialVariate(n int, p float64) int {
	switch {
	case n < 0:
		panic(exc.ValueError("n must be non-negative"))
	case p == 0:
		return 0
	case p == 1:
		return n
	case p < 0 || p > 1:
		panic(exc.ValueError("p must be in the range 0.0 <= p <= 1.0"))
	case n == 1:
		if g.Random() < p {
			return 1
		}
		return 0
	case p > 0.5:
		return n - g.BinomialVariate(n, 1-p)
	case float64(n)*p < 10:
		return g.geometricBinomial(n, p)
	}
	return g.rejectionBinomial(n, p)
}

// geometricBinomial counts the successes by the gaps between them.
func (g *Generator) geometricBinomial(n int, p float64) int {
	x, y := 0, 0
	c := elementary.Log2(1 - p)
	if c == 0 {
		return 0
	}
	for {
		y += int(math.Floor(pymath.Log2(g.Random())/c)) + 1
		if y > n {
			return x
		}
		x++
	}
}

// rejectionBinomial is Hörmann's transformed rejection with squeeze.
func (g *Generator) rejectionBinomial(n int, p float64) int {
	count := float64(n)
	spq := math.Sqrt(float64(count*p) * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(count*p) + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spq
	lpq := elementary.Log(p / (1 - p))
	m := math.Floor((count + 1) * p)
	h := pymath.Lgamma(m+1) + pymath.Lgamma(count-m+1)
	for {
		u := g.Random() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > count {
			continue
		}
		v := g.Random()
		if us >= 0.07 && v <= vr {
			return int(k)
		}
		v *= alpha / (a/float64(us*us) + b)
		if elementary.Log(v) <= h-pymath.Lgamma(k+1)-pymath.Lgamma(count-k+1)+float64((k-m)*lpq) {
			return int(k)
		}
	}
}
