package statistics

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
)

// A kernel is a kernel of density estimation: its density, the integral of it
// and the inverse of that.
type kernel struct {
	density, integral, inverse func(float64) float64
	bounded                    bool // it is zero beyond -1 and 1
}

var kernels = map[string]kernel{
	"normal": {
		density:  func(t float64) float64 { return pymath.Exp(-0.5*t*t) / math.Sqrt(2*math.Pi) },
		integral: func(t float64) float64 { return 0.5 * (1 + pymath.Erf(t/math.Sqrt2)) },
		inverse:  func(p float64) float64 { return normal{0, 1}.inverse(p) },
	},
	"logistic": {
		density:  func(t float64) float64 { return 0.5 / (1 + pymath.Cosh(t)) },
		integral: func(t float64) float64 { return 1 - 1/(pymath.Exp(t)+1) },
		inverse:  func(p float64) float64 { return pymath.Log(p / (1 - p)) },
	},
	"sigmoid": {
		density:  func(t float64) float64 { return 1 / math.Pi / pymath.Cosh(t) },
		integral: func(t float64) float64 { return 2 / math.Pi * pymath.Atan(pymath.Exp(t)) },
		inverse:  func(p float64) float64 { return pymath.Log(pymath.Tan(p * math.Pi / 2)) },
	},
	"rectangular": {
		density:  func(float64) float64 { return 0.5 },
		integral: func(t float64) float64 { return float64(0.5*t) + 0.5 },
		inverse:  func(p float64) float64 { return float64(2*p) - 1 },
		bounded:  true,
	},
	"triangular": {
		density: func(t float64) float64 { return 1 - math.Abs(t) },
		integral: func(t float64) float64 {
			half := -0.5
			if t < 0 {
				half = 0.5
			}
			return float64(t*t*half) + t + 0.5
		},
		inverse: func(p float64) float64 {
			if p < 0.5 {
				return math.Sqrt(2*p) - 1
			}
			return 1 - math.Sqrt(2-float64(2*p))
		},
		bounded: true,
	},
	"parabolic": {
		density:  func(t float64) float64 { return 3.0 / 4 * (1 - float64(t*t)) },
		integral: func(t float64) float64 { return float64(-0.25*pymath.Pow(t, 3)) + float64(0.75*t) + 0.5 },
		inverse:  func(p float64) float64 { return 2 * pymath.Cos((pymath.Acos(float64(2*p)-1)+math.Pi)/3) },
		bounded:  true,
	},
	"quartic": {
		density:  quarticDensity,
		integral: quarticIntegral,
		inverse:  newton(quarticEstimate, quarticIntegral, quarticDensity),
		bounded:  true,
	},
	"triweight": {
		density:  triweightDensity,
		integral: triweightIntegral,
		inverse:  newton(triweightEstimate, triweightIntegral, triweightDensity),
		bounded:  true,
	},
	"cosine": {
		density:  func(t float64) float64 { return math.Pi / 4 * pymath.Cos(math.Pi/2*t) },
		integral: func(t float64) float64 { return float64(0.5*pymath.Sin(math.Pi/2*t)) + 0.5 },
		inverse:  func(p float64) float64 { return 2 * pymath.Asin(float64(2*p)-1) / math.Pi },
		bounded:  true,
	},
}

var kernelAliases = map[string]string{
	"gauss": "normal", "uniform": "rectangular", "epanechnikov": "parabolic", "biweight": "quartic",
}

func quarticDensity(t float64) float64 { return 15.0 / 16 * pymath.Pow(1-float64(t*t), 2) }

func quarticIntegral(t float64) float64 {
	return float64(3.0/16*pymath.Pow(t, 5)) - float64(5.0/8*pymath.Pow(t, 3)) + float64(15.0/16*t) + 0.5
}

func triweightDensity(t float64) float64 { return 35.0 / 32 * pymath.Pow(1-float64(t*t), 3) }

func triweightIntegral(t float64) float64 {
	return float64(35.0/32*(float64(-1.0/7*pymath.Pow(t, 7))+float64(3.0/5*pymath.Pow(t, 5))-pymath.Pow(t, 3)+t)) + 0.5
}

// lowerHalf is p, or 1-p with the sign of its quantile.
func lowerHalf(p float64) (float64, float64) {
	if p <= 0.5 {
		return 1, p
	}
	return -1, 1 - p
}

func quarticEstimate(p float64) float64 {
	sign, p := lowerHalf(p)
	x := pymath.Pow(2*p, 0.4258865685331) - 1
	if p >= 0.004 {
		x += float64(0.026818732 * pymath.Sin(float64(7.101753784*p)+2.73230839482953))
	}
	return x * sign
}

func triweightEstimate(p float64) float64 {
	sign, p := lowerHalf(p)
	return (pymath.Pow(2*p, 0.3400218741872791) - 1) * sign
}

// newton makes the inverse of a function from an estimate and its derivative.
func newton(estimate, f, derivative func(float64) float64) func(float64) float64 {
	const tolerance = 1e-12
	return func(y float64) float64 {
		x := estimate(y)
		for {
			diff := f(x) - y
			if !(math.Abs(diff) > tolerance) {
				return x
			}
			x -= diff / derivative(x)
		}
	}
}

// estimateArguments checks the arguments of kde and kde_random.
func estimateArguments(data, h, name any) kernel {
	if py.Len(data) == 0 {
		fail("Empty data sequence")
	}
	if first := py.GetItem(data, 0); !py.IsInstance(first, py.IntClass) && !py.IsInstance(first, py.FloatClass) {
		panic(exc.TypeError("Data sequence must contain ints or floats"))
	}
	if py.LessEqual(h, 0.0) {
		fail("Bandwidth h must be positive, not h=" + py.Repr(h))
	}
	text, _ := py.Payload(name).(string)
	if alias, ok := kernelAliases[text]; ok {
		text = alias
	}
	k, ok := kernels[text]
	if !ok {
		fail("Unknown kernel name: " + py.Repr(name))
	}
	return k
}

// kde makes the function of a kernel density estimate.
func kde(data, bandwidth, name, cumulative any) any {
	k := estimateArguments(data, bandwidth, name)
	h := number.Real(bandwidth)
	// near are the data that count at x, and the number of those below.
	near := func(x float64) (*py.List[any], int) {
		l, below := py.ListOf[any](), 0
		if !k.bounded {
			return py.ListFrom(py.Iter(data)), 0
		}
		for v := range py.Sorted(data, nil, false).All() {
			switch f := number.Real(v); {
			case f < x-h:
				below++
			case f <= x+h:
				l.Append(v)
			}
		}
		return l, below
	}
	apply := func(f func(float64) float64, x float64, l *py.List[any], start int) float64 {
		values := py.ListOf[any]()
		for v := range l.All() {
			values.Append(f((x - number.Real(v)) / h))
		}
		return py.Float(py.Sum(values, start))
	}
	doc := "DF estimate with h=" + py.Repr(bandwidth) + " and kernel=" + py.Repr(name)
	if py.Truth(cumulative) {
		return py.Func("cdf(x)", func(x any) any {
			at := number.Real(x)
			l, below := near(at)
			return apply(k.integral, at, l, below) / float64(py.Len(data))
		}).Doc("C" + doc)
	}
	return py.Func("pdf(x)", func(x any) any {
		at := number.Real(x)
		l, _ := near(at)
		return apply(k.density, at, l, 0) / (float64(py.Len(data)) * h)
	}).Doc("P" + doc)
}

// kdeRandom makes a function that draws from a kernel density estimate.
func kdeRandom(data, bandwidth, name, seed any) any {
	k := estimateArguments(data, bandwidth, name)
	generator := py.Call(random.Module().Attr("Random"), seed)
	doc := "Random KDE selection with h=" + py.Repr(bandwidth) + " and kernel=" + py.Repr(name)
	return py.Func("rand()", func() any {
		chosen := py.CallMethod(generator, "choice", data)
		quantile := k.inverse(py.As[float64](py.CallMethod(generator, "random")))
		return py.Add(chosen, py.Mul(bandwidth, quantile))
	}).Doc(doc)
}
