package statistics

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	pymath "github.com/pyasync2go/pyasync2go/runtime/pystd/math"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// fail raises StatisticsError.
func fail(message string, extra ...any) {
	py.Raise(py.Call(statisticsError, append([]any{message}, extra...)...))
}

func mean(data any) any {
	s := gather(data, false)
	if s.count < 1 {
		fail("mean requires at least one data point")
	}
	return s.sum.over(s.count).as(s.class)
}

// sized is the data and their number; data without a length are made a list.
func sized(data any) (any, int) {
	if _, ok := py.TypeOf(data).Lookup("__len__"); ok {
		return data, py.Len(data)
	}
	l := py.ListFrom(py.Iter(data))
	return l, l.Len()
}

func fmean(data, weights any) any {
	if weights == nil {
		data, n := sized(data)
		sum := pymath.Fsum(data)
		if n == 0 {
			fail("fmean requires at least one data point")
		}
		return sum / float64(n)
	}
	switch py.Payload(weights).(type) {
	case py.Tuple:
	default:
		if !py.IsInstance(weights, py.ListClass) {
			weights = py.ListFrom(py.Iter(weights))
		}
	}
	var sum any
	err := py.Try(func() error {
		sum = pymath.SumProd(data, weights)
		return nil
	})
	if err != nil && py.Matches(err, py.ValueError) {
		fail("data and weights must be the same length")
	}
	py.Check(err)
	den := pymath.Fsum(weights)
	if den == 0 {
		fail("sum of weights must be non-zero")
	}
	return py.TrueDiv(sum, den)
}

func geometricMean(data any) any {
	logs := py.ListOf[any]()
	n, zero := 0, false
	for x := range py.Iter(data) {
		n++
		positive := py.Truth(py.Gt(x, 0.0))
		switch f := number.Real(x); {
		case positive || math.IsNaN(f):
			logs.Append(pymath.Log(f))
		case f == 0:
			zero = true
		default:
			fail("No negative inputs allowed", x)
		}
	}
	sum := pymath.Fsum(logs)
	switch {
	case n == 0:
		fail("Must have a non-empty dataset")
	case math.IsNaN(sum) || zero && math.IsInf(sum, 1):
		return math.NaN()
	case zero:
		return 0.0
	}
	return pymath.Exp(sum / float64(n))
}

// isReal tells whether x is a real number or a Decimal.
func isReal(x any) bool {
	switch py.Payload(x).(type) {
	case int, float64, bool:
		return true
	}
	class := py.TypeOf(x)
	return class.IsSubclassOf(py.IntClass) || isDecimal(class) || derives(class, "fractions", "Fraction")
}

func harmonicMean(data, weights any) any {
	const negative = "harmonic mean does not support negative values"
	if _, ok := py.TypeOf(data).Lookup("__len__"); !ok {
		data = py.ListFrom(py.Iter(data))
	}
	n := py.Len(data)
	if n < 1 {
		fail("harmonic_mean requires at least one data point")
	}
	if n == 1 && weights == nil {
		x := py.GetItem(data, 0)
		if !isReal(x) {
			panic(exc.TypeError("unsupported type"))
		}
		if py.Less(x, 0) {
			fail(negative)
		}
		return x
	}
	whole := total{rat: ratOf(n)}
	var each *py.List[any]
	if weights != nil {
		each = py.ListFrom(py.Iter(weights))
		if each.Len() != n {
			fail("Number of weights does not match data size")
		}
		for w := range each.All() {
			if py.Less(w, 0) {
				fail(negative)
			}
		}
		whole = gather(each, false).sum
	}
	parts := py.ListOf[any]()
	i := 0
	for x := range py.Iter(data) {
		if py.Less(x, 0) {
			fail(negative)
		}
		w := any(1)
		if each != nil {
			w = each.Get(i)
		}
		i++
		if !py.Truth(w) {
			parts.Append(0)
			continue
		}
		if py.Equal(x, 0) {
			return 0
		}
		parts.Append(py.TrueDiv(w, x))
	}
	s := gather(parts, false)
	if s.sum.special != nil {
		if py.LessEqual(s.sum.special, 0) {
			fail("Weighted sum must be positive")
		}
		return convert(s.class, py.TrueDiv(whole.as(py.FloatClass), s.sum.special))
	}
	if s.sum.rat.Sign() <= 0 {
		fail("Weighted sum must be positive")
	}
	if whole.special != nil {
		return convert(s.class, py.TrueDiv(whole.special, s.sum.as(py.FloatClass)))
	}
	return total{rat: whole.rat.Quo(whole.rat, s.sum.rat)}.as(s.class)
}

// sorted is the data in order. It raises StatisticsError if there are none.
func sorted(data any) *py.List[any] {
	l := py.Sorted(data, nil, false)
	if l.Len() == 0 {
		fail("no median for empty data")
	}
	return l
}

func median(data any) any {
	l := sorted(data)
	i := l.Len() / 2
	if l.Len()%2 == 1 {
		return l.Get(i)
	}
	return py.TrueDiv(py.Add(l.Get(i-1), l.Get(i)), 2)
}

func medianLow(data any) any {
	l := sorted(data)
	return l.Get((l.Len() - 1) / 2)
}

func medianHigh(data any) any {
	l := sorted(data)
	return l.Get(l.Len() / 2)
}

func medianGrouped(data, interval any) any {
	l := sorted(data)
	n := l.Len()
	x := l.Get(n / 2)
	below, equal := 0, 0
	for v := range l.All() {
		if py.Less(v, x) {
			below++
		} else if !py.Less(x, v) {
			equal++
		}
	}
	var width, middle float64
	err := py.Try(func() error {
		width, middle = py.Float(interval), py.Float(x)
		return nil
	})
	if err != nil && py.Matches(err, py.ValueError) {
		panic(exc.TypeError("Value cannot be converted to a float"))
	}
	py.Check(err)
	return middle - width/2 + width*(float64(n)/2-float64(below))/float64(equal)
}

// counts are how often each value occurs, in the order of the first ones.
func counts(data any) *py.Dict[any, any] {
	d := py.DictOf[any, any]()
	for x := range py.Iter(data) {
		n, _ := d.GetOr(x, 0).(int)
		d.Set(x, n+1)
	}
	return d
}

// multimode are the values that occur most often.
func multimode(data any) *py.List[any] {
	most, modes := 0, py.ListOf[any]()
	for x, count := range counts(data).All() {
		n := count.(int)
		if n > most {
			most = n
			modes.Clear()
		}
		if n == most {
			modes.Append(x)
		}
	}
	return modes
}

func mode(data any) any {
	modes := multimode(data)
	if modes.Len() == 0 {
		fail("no mode for empty data")
	}
	return modes.Get(0)
}

func quantiles(data, parts, method any) any {
	n := number.Int(parts)
	if n < 1 {
		fail("n must be at least 1")
	}
	l := py.Sorted(data, nil, false)
	count := l.Len()
	result := py.ListOf[any]()
	switch {
	case count == 1:
		for range n - 1 {
			result.Append(l.Get(0))
		}
		return result
	case count == 0:
		fail("must have at least one data point")
	}
	between := func(i, j, delta int) {
		low, high := py.Mul(l.Get(i), n-delta), py.Mul(l.Get(j), delta)
		result.Append(py.TrueDiv(py.Add(low, high), n))
	}
	switch {
	case py.Equal(method, "inclusive"):
		for i := 1; i < n; i++ {
			j := i * (count - 1) / n
			between(j, j+1, i*(count-1)%n)
		}
	case py.Equal(method, "exclusive"):
		for i := 1; i < n; i++ {
			j := max(1, min(i*(count+1)/n, count-1))
			between(j-1, j, i*(count+1)-j*n)
		}
	default:
		panic(exc.ValueError("Unknown method: %s", py.Repr(method)))
	}
	return result
}
