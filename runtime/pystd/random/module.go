// Package random is Python's module random: the Mersenne Twister and its
// distributions, bit for bit.
// https://docs.python.org/3.13/library/random.html
package random

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var one any = 1

// shared is the generator that the functions of the module use.
var shared = sync.OnceValue(func() *Generator { return New(nil) })

// RandomClass is the class random.Random.
var RandomClass = py.NewNativeClass("random", "Random", nil, func(d *py.Definition) {
	d.Alloc(func() any { return New(nil) })
	d.Init("__init__(self, x=None)", func(self, x any) any {
		of(self).Seed(x)
		return nil
	})
	defineMethods(func(spec string, fn any, defaults ...any) { d.Method(spec, fn, defaults...) })
	d.Set("VERSION", 3)
})

// SystemRandomClass is the class random.SystemRandom.
var SystemRandomClass = py.NewNativeClass("random", "SystemRandom", []*py.Class{RandomClass}, func(d *py.Definition) {
	d.Alloc(func() any { return &Generator{system: true} })
	unsupported := func(args []any) any {
		panic(exc.NotImplementedError("System entropy source does not have state."))
	}
	d.Method("getstate(self, *args, **kwds)", unsupported)
	d.Method("setstate(self, *args, **kwds)", unsupported)
})

var of = py.PayloadAs[*Generator]

// real is a parameter of a distribution.
func real(o any) float64 { return number.Real(o) }

// defineMethods defines the methods of Random.
func defineMethods(method func(spec string, fn any, defaults ...any)) {
	method("seed(self, a=None, version=2)", func(self, a, version any) any {
		if py.Equal(version, 1) {
			of(self).seedVersion1(a)
		} else {
			of(self).Seed(a)
		}
		return nil
	})
	method("getstate(self)", func(self any) any { return of(self).stateTuple() })
	method("setstate(self, state)", func(self, state any) any {
		of(self).setState(state)
		return nil
	})
	method("random(self, /)", func(self any) any { return of(self).Random() })
	method("getrandbits(self, k, /)", func(self, k any) any { return of(self).GetRandBits(number.Int(k)) })
	method("randbytes(self, n)", func(self, n any) any { return of(self).RandBytes(number.Int(n)) })
	method("randrange(self, start, stop=None, step=1)", func(self, start, stop, step any) any {
		return of(self).RandRange(start, stop, step)
	})
	method("randint(self, a, b)", func(self, a, b any) any {
		return of(self).RandRange(a, py.Add(b, 1), 1)
	})
	method("choice(self, seq)", func(self, seq any) any { return of(self).Choice(seq) })
	method("shuffle(self, x)", func(self, x any) any {
		of(self).Shuffle(x)
		return nil
	})
	method("sample(self, population, k, *, counts=None)", func(self, population, k, counts any) any {
		return of(self).Sample(population, k, counts)
	})
	method("choices(self, population, weights=None, *, cum_weights=None, k=1)",
		func(self, population, weights, cumulative, k any) any {
			return of(self).Choices(population, weights, cumulative, k)
		})
	defineDistributions(method)
}

func defineDistributions(method func(spec string, fn any, defaults ...any)) {
	two := func(spec string, fn func(g *Generator, a, b float64) float64) {
		method(spec, func(self, a, b any) any { return fn(of(self), real(a), real(b)) })
	}
	two("uniform(self, a, b)", (*Generator).Uniform)
	two("normalvariate(self, mu=0.0, sigma=1.0)", (*Generator).NormalVariate)
	two("gauss(self, mu=0.0, sigma=1.0)", (*Generator).Gauss)
	two("lognormvariate(self, mu, sigma)", (*Generator).LogNormVariate)
	two("vonmisesvariate(self, mu, kappa)", (*Generator).VonMisesVariate)
	two("gammavariate(self, alpha, beta)", (*Generator).GammaVariate)
	two("betavariate(self, alpha, beta)", (*Generator).BetaVariate)
	two("weibullvariate(self, alpha, beta)", (*Generator).WeibullVariate)
	method("triangular(self, low=0.0, high=1.0, mode=None)", func(self, low, high, mode any) any {
		return of(self).triangular(real(low), real(high), mode)
	})
	method("expovariate(self, lambd=1.0)", func(self, lambda any) any { return of(self).ExpoVariate(real(lambda)) })
	method("paretovariate(self, alpha)", func(self, alpha any) any { return of(self).ParetoVariate(real(alpha)) })
	method("binomialvariate(self, n=1, p=0.5)", func(self, n, p any) any {
		return of(self).BinomialVariate(number.Int(n), real(p))
	})
}

var functions = []string{
	"seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
	"normalvariate", "lognormvariate", "expovariate", "vonmisesvariate", "gammavariate", "gauss", "betavariate",
	"binomialvariate", "paretovariate", "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes",
}

// Module is the module random.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("random", "Random variable generators.")
	m.Class(RandomClass)
	m.Class(SystemRandomClass)
	for _, name := range functions {
		m.Lazy(name, func() any { return py.GetAttr(shared(), name) })
	}
	return m
})
