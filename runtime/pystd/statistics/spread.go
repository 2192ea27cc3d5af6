package statistics

import (
	"math"
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
)

func ratOf(n int) *big.Rat { return new(big.Rat).SetInt64(int64(n)) }

func variance(data, xbar any) any {
	class, ss, n := deviations(data, xbar)
	if n < 2 {
		fail("variance requires at least two data points")
	}
	return ss.over(n - 1).as(class)
}

func pvariance(data, mu any) any {
	class, ss, n := deviations(data, mu)
	if n < 1 {
		fail("pvariance requires at least one data point")
	}
	return ss.over(n).as(class)
}

func stdev(data, xbar any) any {
	class, ss, n := deviations(data, xbar)
	if n < 2 {
		fail("stdev requires at least two data points")
	}
	return ss.over(n - 1).root(class)
}

func pstdev(data, mu any) any {
	class, ss, n := deviations(data, mu)
	if n < 1 {
		fail("pstdev requires at least one data point")
	}
	return ss.over(n).root(class)
}

// pairs checks that two sequences have the same number of data, at least two,
// and returns it.
func pairs(what string, x, y any) int {
	n := py.Len(x)
	if py.Len(y) != n {
		fail(what + " requires that both inputs have same number of data points")
	}
	if n < 2 {
		fail(what + " requires at least two data points")
	}
	return n
}

// centered are the data less their mean, and the mean.
func centered(data any, n int) (*py.List[any], float64) {
	mean := pymath.Fsum(data) / float64(n)
	l := py.ListOf[any]()
	for x := range py.Iter(data) {
		l.Append(py.Sub(x, mean))
	}
	return l, mean
}

func covariance(x, y any) any {
	n := pairs("covariance", x, y)
	dx, _ := centered(x, n)
	dy, _ := centered(y, n)
	return py.TrueDiv(pymath.SumProd(dx, dy), n-1)
}

// rank are the places of the data in their order, shared by equal ones.
func rank(data any, start float64) *py.List[any] {
	numbered := py.ListOf[any]()
	n := 0
	for x := range py.Iter(data) {
		numbered.Append(py.Tuple{x, n})
		n++
	}
	order := py.Sorted(numbered, nil, false)
	ranks := make([]any, n)
	place := start - 1
	for i := 0; i < n; {
		j := i
		value := order.Get(i).(py.Tuple)[0]
		for j < n && py.Equal(order.Get(j).(py.Tuple)[0], value) {
			j++
		}
		for k := i; k < j; k++ {
			ranks[order.Get(k).(py.Tuple)[1].(int)] = place + float64(j-i+1)/2
		}
		place += float64(j - i)
		i = j
	}
	return py.ListOf(ranks...)
}

func correlation(x, y, method any) any {
	n := pairs("correlation", x, y)
	var dx, dy *py.List[any]
	switch {
	case py.Equal(method, "ranked"):
		start := float64(n-1) / -2
		dx, dy = rank(x, start), rank(y, start)
	case py.Equal(method, "linear"):
		dx, _ = centered(x, n)
		dy, _ = centered(y, n)
	default:
		panic(exc.ValueError("Unknown method: %s", py.Repr(method)))
	}
	sxy := py.Float(pymath.SumProd(dx, dy))
	den := rootOfProduct(py.Float(pymath.SumProd(dx, dx)), py.Float(pymath.SumProd(dy, dy)))
	if den == 0 {
		fail("at least one of the inputs is constant")
	}
	return sxy / den
}

// rootOfProduct is sqrt(x*y) with less error, and without overflow.
func rootOfProduct(x, y float64) float64 {
	h := math.Sqrt(x * y)
	scaled := func(scale float64) float64 { return rootOfProduct(scale*x, scale*y) / scale }
	switch {
	case math.IsInf(h, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0):
		return scaled(0x1p-512)
	case math.IsInf(h, 0) || math.IsNaN(h):
		return h
	case h == 0 && x != 0 && y != 0:
		return scaled(0x1p537)
	case h == 0:
		return h
	}
	d := py.Float(pymath.SumProd(py.Tuple{x, h}, py.Tuple{y, -h}))
	return h + d/(2*h)
}

var linearRegressionClass = collections.NamedTuple("LinearRegression", []string{"slope", "intercept"}, nil, "statistics")

func linearRegression(x, y, proportional any) any {
	n := pairs("linear regression", x, y)
	through := py.Truth(proportional)
	xMean, yMean := 0.0, 0.0
	if !through {
		x, xMean = centered(x, n)
		y, yMean = centered(y, n)
	}
	sxy := py.Add(pymath.SumProd(x, y), 0.0)
	sxx := pymath.SumProd(x, x)
	if py.Equal(sxx, 0) {
		fail("x is constant")
	}
	slope := py.TrueDiv(sxy, sxx)
	intercept := any(0.0)
	if !through {
		intercept = py.Sub(yMean, py.Mul(slope, xMean))
	}
	return py.Call(linearRegressionClass, slope, intercept)
}
