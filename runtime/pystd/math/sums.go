package math

import (
	"math"
	"math/big"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// Fsum is math.fsum: the sum of floats, rounded once. It raises OverflowError,
// and ValueError for infinities of both signs.
func Fsum(values any) float64 {
	var partials []float64
	special, infinities := 0.0, 0.0
	for v := range py.Iter(values) {
		x := number.Real(v)
		start, kept := x, 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			high := x + y
			if low := y - (high - x); low != 0 {
				partials[kept] = low
				kept++
			}
			x = high
		}
		partials = partials[:kept]
		switch {
		case x == 0:
		case finite(x):
			partials = append(partials, x)
		default:
			if finite(start) {
				raiseOverflow("intermediate overflow in fsum")
			}
			if math.IsInf(start, 0) {
				infinities += start
			}
			special += start
			partials = partials[:0]
		}
	}
	if special != 0 {
		if math.IsNaN(infinities) {
			raiseValue("-inf + inf in fsum")
		}
		return special
	}
	return sumPartials(partials)
}

// sumPartials adds non-overlapping floats of rising size, rounding half to
// even.
func sumPartials(partials []float64) float64 {
	n := len(partials)
	if n == 0 {
		return 0
	}
	n--
	high, low := partials[n], 0.0
	for n > 0 {
		x := high
		n--
		y := partials[n]
		high = x + y
		if low = y - (high - x); low != 0 {
			break
		}
	}
	if n > 0 && (low < 0 && partials[n-1] < 0 || low > 0 && partials[n-1] > 0) {
		y := low * 2
		if x := high + y; y == x-high {
			high = x
		}
	}
	return high
}

// exactBits is the precision in which products and squares are added up, so
// that the final rounding is the only one.
const exactBits = 2400

// norm is the length of a vector, rounded once.
func norm(coordinates []float64) float64 {
	nan := false
	for _, x := range coordinates {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || math.IsNaN(x)
	}
	if nan {
		return math.NaN()
	}
	if len(coordinates) == 1 {
		return math.Abs(coordinates[0])
	}
	sum := new(big.Float).SetPrec(exactBits)
	for _, x := range coordinates {
		f := new(big.Float).SetPrec(exactBits).SetFloat64(x)
		sum.Add(sum, f.Mul(f, f))
	}
	if sum.Sign() == 0 {
		return 0
	}
	length, _ := new(big.Float).SetPrec(200).Sqrt(sum).Float64()
	return length
}

// Dist is math.dist: the distance of two points. It raises ValueError when
// their dimensions differ.
func Dist(p, q any) float64 {
	from, to := slices.Collect(py.Iter(p)), slices.Collect(py.Iter(q))
	if len(from) != len(to) {
		raiseValue("both points must have the same number of dimensions")
	}
	differences := make([]float64, len(from))
	for i := range from {
		differences[i] = math.Abs(number.Real(from[i]) - number.Real(to[i]))
	}
	return norm(differences)
}

// Prod is math.prod.
func Prod(iterable, start any) any {
	total := start
	for v := range py.Iter(iterable) {
		total = py.Mul(total, v)
	}
	return total
}

// SumProd is math.sumprod. It raises ValueError when the lengths differ.
func SumProd(p, q any) any {
	a, b := slices.Collect(py.Iter(p)), slices.Collect(py.Iter(q))
	if len(a) != len(b) {
		raiseValue("Inputs are not the same length")
	}
	if !allReal(a) || !allReal(b) {
		var total any = 0
		for i := range a {
			total = py.Add(total, py.Mul(a[i], b[i]))
		}
		return total
	}
	sum := new(big.Float).SetPrec(exactBits)
	rest := 0.0
	for i := range a {
		x, y := number.Real(a[i]), number.Real(b[i])
		if !finite(x) || !finite(y) {
			rest += x * y
			continue
		}
		f := new(big.Float).SetPrec(exactBits).SetFloat64(x)
		sum.Add(sum, f.Mul(f, new(big.Float).SetFloat64(y)))
	}
	total, _ := sum.Float64()
	return total + rest
}

// allReal tells whether the values are floats or small ints, with a float
// among them: only then are products added as floats.
func allReal(values []any) bool {
	float := false
	for _, v := range values {
		switch v.(type) {
		case float64:
			float = true
		case int:
		default:
			return false
		}
	}
	return float
}
