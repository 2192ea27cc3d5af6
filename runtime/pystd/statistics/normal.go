package statistics

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
)

// polynomial is a polynomial in r; the coefficients begin with the highest.
func polynomial(r float64, coefficients ...float64) float64 {
	sum := 0.0
	for i, c := range coefficients {
		if i == 0 {
			sum = c
		} else {
			// The conversion keeps the compiler from fusing the two.
			sum = float64(sum*r) + c
		}
	}
	return sum
}

// inverseNormal is the inverse of the distribution function: Wichura's
// algorithm AS241.
func inverseNormal(p, mu, sigma float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		num := polynomial(r, 2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
			13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665) * q
		den := polynomial(r, 5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
			5394.196021424751, 687.1870074920579, 42.31333070160091, 1)
		return mu + float64(num/den*sigma)
	}
	r := p
	if q > 0 {
		r = 1 - p
	}
	r = math.Sqrt(-pymath.Log(r))
	var num, den float64
	if r <= 5 {
		r -= 1.6
		num = polynomial(r, 0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
			3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835)
		den = polynomial(r, 1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
			0.6897673349851, 1.6763848301838038, 2.053191626637759, 1)
	} else {
		r -= 5
		num = polynomial(r, 2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784, 0.026532189526576124,
			0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103)
		den = polynomial(r, 2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05, 0.0007868691311456133,
			0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1)
	}
	x := num / den
	if q < 0 {
		x = -x
	}
	return mu + float64(x*sigma)
}

// A normal is the mean and standard deviation of a NormalDist.
type normal struct{ mu, sigma float64 }

func normalOf(o any) normal {
	return normal{py.As[float64](py.GetAttr(o, "_mu")), py.As[float64](py.GetAttr(o, "_sigma"))}
}

func (d normal) variance() float64 { return d.sigma * d.sigma }

func (d normal) cdf(x float64) float64 {
	if d.sigma == 0 {
		fail("cdf() not defined when sigma is zero")
	}
	return 0.5 * (1 + pymath.Erf((x-d.mu)/float64(d.sigma*math.Sqrt2)))
}

func (d normal) pdf(x float64) float64 {
	variance := d.variance()
	if variance == 0 {
		fail("pdf() not defined when sigma is zero")
	}
	diff := x - d.mu
	return pymath.Exp(diff*diff/(-2*variance)) / math.Sqrt(pymath.Tau*variance)
}

func (d normal) inverse(p float64) float64 {
	if p <= 0 || p >= 1 {
		fail("p must be in the range 0.0 < p < 1.0")
	}
	return inverseNormal(p, d.mu, d.sigma)
}

func (d normal) overlap(other normal) float64 {
	x, y := d, other
	if y.sigma < x.sigma || y.sigma == x.sigma && y.mu < x.mu {
		x, y = y, x
	}
	xVariance, yVariance := x.variance(), y.variance()
	if xVariance == 0 || yVariance == 0 {
		fail("overlap() not defined when sigma is zero")
	}
	dv, dm := yVariance-xVariance, math.Abs(y.mu-x.mu)
	if dv == 0 {
		return 1 - pymath.Erf(dm/float64(float64(2*x.sigma)*math.Sqrt2))
	}
	a := float64(x.mu*yVariance) - float64(y.mu*xVariance)
	b := x.sigma * y.sigma * math.Sqrt(float64(dm*dm)+float64(dv*pymath.Log(yVariance/xVariance)))
	x1, x2 := (a+b)/dv, (a-b)/dv
	return 1 - (math.Abs(y.cdf(x1)-x.cdf(x1)) + math.Abs(y.cdf(x2)-x.cdf(x2)))
}

// normalClass is the class NormalDist.
var normalClass *py.Class

func init() {
	normalClass = define.Class("statistics", "NormalDist", nil, func(b *define.Body) {
		b.Doc("Normal distribution of a random variable")
		b.Set("__slots__", py.Tuple{"_mu", "_sigma"})
		b.Method("__init__(self, mu=0.0, sigma=1.0)", func(self, mu, sigma any) any {
			if py.Less(sigma, 0.0) {
				fail("sigma must be non-negative")
			}
			py.SetAttr(self, "_mu", py.Float(mu))
			py.SetAttr(self, "_sigma", py.Float(sigma))
			return nil
		})
		b.ClassMethod("from_samples(cls, data)", func(cls, data any) any {
			class, ss, n := deviations(data, nil)
			if n < 2 {
				fail("stdev requires at least two data points")
			}
			return py.Call(cls, py.Float(mean(data)), py.Float(ss.over(n-1).root(class)))
		})
		defineNormalMethods(b)
		defineNormalOperators(b)
	})
}

func defineNormalMethods(b *define.Body) {
	b.Method("samples(self, n, *, seed=None)", func(self, n, seed any) any {
		next := random.Random
		if seed != nil {
			generator := py.Call(random.Module().Attr("Random"), seed)
			next = func() float64 { return py.As[float64](py.CallMethod(generator, "random")) }
		}
		d, l := normalOf(self), py.ListOf[any]()
		for range max(0, number.Int(n)) {
			l.Append(inverseNormal(next(), d.mu, d.sigma))
		}
		return l
	})
	b.Method("pdf(self, x)", func(self, x any) any { return normalOf(self).pdf(number.Real(x)) })
	b.Method("cdf(self, x)", func(self, x any) any { return normalOf(self).cdf(number.Real(x)) })
	b.Method("inv_cdf(self, p)", func(self, p any) any { return normalOf(self).inverse(number.Real(p)) })
	b.Method("quantiles(self, n=4)", func(self, n any) any {
		l, parts := py.ListOf[any](), number.Int(n)
		for i := 1; i < parts; i++ {
			l.Append(normalOf(self).inverse(float64(i) / float64(parts)))
		}
		return l
	})
	b.Method("overlap(self, other)", func(self, other any) any {
		if !py.IsInstance(other, normalClass) {
			panic(exc.TypeError("Expected another NormalDist instance"))
		}
		return normalOf(self).overlap(normalOf(other))
	})
	b.Method("zscore(self, x)", func(self, x any) any {
		d := normalOf(self)
		if d.sigma == 0 {
			fail("zscore() not defined when sigma is zero")
		}
		return py.TrueDiv(py.Sub(x, d.mu), d.sigma)
	})
	for _, name := range []string{"mean", "median", "mode"} {
		b.Property(name, func(self any) any { return normalOf(self).mu })
	}
	b.Property("stdev", func(self any) any { return normalOf(self).sigma })
	b.Property("variance", func(self any) any { return normalOf(self).variance() })
}

func defineNormalOperators(b *define.Body) {
	made := func(mu, sigma any) any { return py.Call(normalClass, mu, sigma) }
	sum := func(op func(a, b any) any) func(a, b any) any {
		return func(x, y any) any {
			d := normalOf(x)
			if py.IsInstance(y, normalClass) {
				other := normalOf(y)
				return made(op(d.mu, other.mu), pymath.Hypot(d.sigma, other.sigma))
			}
			return made(op(d.mu, y), d.sigma)
		}
	}
	add, sub := sum(py.Add), sum(py.Sub)
	negated := func(x any) any {
		d := normalOf(x)
		return made(-d.mu, d.sigma)
	}
	scaled := func(x, y any) any {
		d := normalOf(x)
		return made(py.Mul(d.mu, y), d.sigma*math.Abs(number.Real(y)))
	}
	b.Method("__add__(x1, x2)", add)
	b.Method("__radd__(x1, x2)", add)
	b.Method("__sub__(x1, x2)", sub)
	b.Method("__rsub__(x1, x2)", func(x, y any) any { return negated(sub(x, y)) })
	b.Method("__mul__(x1, x2)", scaled)
	b.Method("__rmul__(x1, x2)", scaled)
	b.Method("__truediv__(x1, x2)", func(x, y any) any {
		d := normalOf(x)
		return made(py.TrueDiv(d.mu, y), py.TrueDiv(d.sigma, math.Abs(number.Real(y))))
	})
	b.Method("__pos__(x1)", func(x any) any { return made(normalOf(x).mu, normalOf(x).sigma) })
	b.Method("__neg__(x1)", negated)
	b.Method("__eq__(x1, x2)", func(x, y any) any {
		if !py.IsInstance(y, normalClass) {
			return py.NotImplemented
		}
		return normalOf(x) == normalOf(y)
	})
	b.Method("__hash__(self)", func(self any) any {
		return py.Hash(py.Tuple{normalOf(self).mu, normalOf(self).sigma})
	})
	b.Method("__repr__(self)", func(self any) any {
		d := normalOf(self)
		return py.TypeOf(self).Name() + "(mu=" + py.Repr(d.mu) + ", sigma=" + py.Repr(d.sigma) + ")"
	})
}
