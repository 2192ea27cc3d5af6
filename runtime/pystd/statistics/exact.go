package statistics

import (
	"math"
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A total is a sum that loses nothing: a fraction, or what a sum with an
// infinity or a NaN is.
type total struct {
	rat     *big.Rat
	special any // nil unless the sum is not finite
}

// A sample is what has been gathered of the data: how many there are, the type
// of the result, and sums.
type sample struct {
	class   *py.Class
	count   int
	sum     total
	squares total
}

// sums adds up numbers that share a denominator, so that fractions need not be
// brought to lowest terms for each.
type sums map[string]*big.Rat

func (s sums) add(num, den *big.Int) {
	key := den.String()
	sum, ok := s[key]
	if !ok {
		sum = new(big.Rat)
		s[key] = sum
	}
	sum.Add(sum, new(big.Rat).SetFrac(num, den))
}

func (s sums) total() *big.Rat {
	all := new(big.Rat)
	for _, sum := range s {
		all.Add(all, sum)
	}
	return all
}

// gather adds up the data, and their squares if asked.
func gather(data any, squares bool) sample {
	types := []*py.Class{}
	known := map[*py.Class]bool{}
	s := sample{}
	first, second := sums{}, sums{}
	var special, specialSquares any
	for x := range py.Iter(data) {
		if class := py.TypeOf(x); !known[class] {
			known[class] = true
			types = append(types, class)
		}
		s.count++
		num, den, finite := exactRatio(x)
		if !finite {
			special, specialSquares = plus(special, x), plus(specialSquares, py.Mul(x, x))
			continue
		}
		first.add(num, den)
		if squares {
			second.add(new(big.Int).Mul(num, num), new(big.Int).Mul(den, den))
		}
	}
	s.class = py.IntClass
	for _, class := range types {
		s.class = coerce(s.class, class)
	}
	s.sum, s.squares = total{first.total(), special}, total{second.total(), specialSquares}
	return s
}

func plus(a, b any) any {
	if a == nil {
		a = 0
	}
	return py.Add(a, b)
}

// exactRatio is x as a fraction; false if it is not finite. It raises TypeError
// for what is no number.
func exactRatio(x any) (num, den *big.Int, finite bool) {
	switch v := x.(type) {
	case int:
		return big.NewInt(int64(v)), big.NewInt(1), true
	case float64:
		if math.IsInf(v, 0) || math.IsNaN(v) {
			return nil, nil, false
		}
		r := new(big.Rat).SetFloat64(v)
		return r.Num(), r.Denom(), true
	}
	if py.HasAttr(x, "as_integer_ratio") {
		var pair py.Tuple
		err := py.Try(func() error {
			pair = py.As[py.Tuple](py.CallMethod(x, "as_integer_ratio"))
			return nil
		})
		if err == nil {
			return py.BigInt(pair[0]), py.BigInt(pair[1]), true
		}
		if py.Matches(err, py.OverflowError) || py.Matches(err, py.ValueError) {
			return nil, nil, false
		}
		py.Check(err)
	}
	if !py.HasAttr(x, "numerator") || !py.HasAttr(x, "denominator") {
		panic(exc.TypeError("can't convert type '%s' to numerator/denominator", py.TypeOf(x).Name()))
	}
	return py.BigInt(py.GetAttr(x, "numerator")), py.BigInt(py.GetAttr(x, "denominator")), true
}

// derives tells whether a class derives from the class module.name.
func derives(class *py.Class, module, name string) bool {
	for _, c := range class.MRO() {
		if c.ModuleName() == module && c.Name() == name {
			return true
		}
	}
	return false
}

func isDecimal(class *py.Class) bool { return derives(class, "decimal", "Decimal") }

// coerce is the type of a result of values of two types. It raises TypeError.
func coerce(t, s *py.Class) *py.Class {
	switch {
	case t == s || s == py.IntClass || s == py.BoolClass:
		return t
	case t == py.IntClass || s.IsSubclassOf(t):
		return s
	case t.IsSubclassOf(s):
		return t
	case t.IsSubclassOf(py.IntClass):
		return s
	case s.IsSubclassOf(py.IntClass):
		return t
	case derives(t, "fractions", "Fraction") && s.IsSubclassOf(py.FloatClass):
		return s
	case t.IsSubclassOf(py.FloatClass) && derives(s, "fractions", "Fraction"):
		return t
	}
	panic(exc.TypeError("don't know how to coerce %s and %s", t.Name(), s.Name()))
}

// over is the total divided by a number.
func (t total) over(n int) total {
	if t.special != nil {
		return total{special: py.TrueDiv(t.special, n)}
	}
	return total{rat: new(big.Rat).Quo(t.rat, new(big.Rat).SetInt64(int64(n)))}
}

// as is the total as a value of a class.
func (t total) as(class *py.Class) any {
	if t.special != nil {
		if py.TypeOf(t.special) == class {
			return t.special
		}
		return py.Call(class, t.special)
	}
	num, den := py.NormInt(t.rat.Num()), py.NormInt(t.rat.Denom())
	switch {
	case class.IsSubclassOf(py.IntClass) && t.rat.IsInt():
		return convert(class, num)
	case class.IsSubclassOf(py.IntClass):
		return py.TrueDiv(num, den)
	case class.IsSubclassOf(py.FloatClass):
		return convert(class, py.TrueDiv(num, den))
	case isDecimal(class):
		return py.TrueDiv(py.Call(class, num), py.Call(class, den))
	}
	return py.Call(class, num, den)
}

// convert is v as a value of a class.
func convert(class *py.Class, v any) any {
	if py.TypeOf(v) == class {
		return v
	}
	return py.Call(class, v)
}

// deviations are the sum of the squared deviations from a center: from the mean
// if center is nil.
func deviations(data, center any) (*py.Class, total, int) {
	if center != nil {
		squared := py.ListOf[any]()
		for x := range py.Iter(data) {
			d := py.Sub(x, center)
			squared.Append(py.Mul(d, d))
		}
		s := gather(squared, false)
		return s.class, s.sum, s.count
	}
	s := gather(data, true)
	if s.count == 0 || s.sum.special != nil {
		return s.class, s.sum, s.count
	}
	// (n * sum of squares - square of sum) / n
	n := new(big.Rat).SetInt64(int64(s.count))
	result := new(big.Rat).Mul(n, s.squares.rat)
	result.Sub(result, new(big.Rat).Mul(s.sum.rat, s.sum.rat))
	return s.class, total{rat: result.Quo(result, n)}, s.count
}

// root is the square root of a total, correctly rounded.
func (t total) root(class *py.Class) any {
	if t.special != nil {
		py.GetAttr(t.special, "numerator") // raises AttributeError as CPython does
	}
	if isDecimal(class) {
		return decimalRoot(class, t.rat)
	}
	return floatRoot(t.rat)
}

// floatRoot is the square root as a float.
func floatRoot(r *big.Rat) float64 {
	const width = 2*53 + 3
	n, m := r.Num(), r.Denom()
	shift := py.FloorDivInt(n.BitLen()-m.BitLen()-width, 2)
	if shift >= 0 {
		root := oddRoot(n, new(big.Int).Lsh(m, uint(2*shift)))
		return py.Float(py.NormInt(root.Lsh(root, uint(shift))))
	}
	root := oddRoot(new(big.Int).Lsh(n, uint(-2*shift)), m)
	return py.Float(py.TrueDiv(py.NormInt(root), py.NormInt(new(big.Int).Lsh(big.NewInt(1), uint(-shift)))))
}

// oddRoot is the square root of n/m, rounded to an odd number if inexact, so
// that rounding it again is right.
func oddRoot(n, m *big.Int) *big.Int {
	a := new(big.Int).Sqrt(new(big.Int).Quo(n, m))
	if new(big.Int).Mul(new(big.Int).Mul(a, a), m).Cmp(n) != 0 {
		a.SetBit(a, 0, 1)
	}
	return a
}

// decimalRoot is the square root as a Decimal.
func decimalRoot(class *py.Class, r *big.Rat) any {
	n, m := r.Num(), r.Denom()
	if n.Sign() == 0 {
		return py.Call(class, "0.0")
	}
	ratio := func(v any) (*big.Int, *big.Int) {
		pair := py.As[py.Tuple](py.CallMethod(v, "as_integer_ratio"))
		return py.BigInt(pair[0]), py.BigInt(pair[1])
	}
	mul := func(values ...*big.Int) *big.Int {
		product := big.NewInt(1)
		for _, v := range values {
			product.Mul(product, v)
		}
		return product
	}
	root := py.CallMethod(py.TrueDiv(py.Call(class, py.NormInt(n)), py.Call(class, py.NormInt(m))), "sqrt")
	nr, dr := ratio(root)
	// order compares 4*n*(dr*d)**2 with m*(dr*num + d*nr)**2: n/m with the
	// square of the number halfway to a neighbour.
	order := func(neighbour any) int {
		num, d := ratio(neighbour)
		sum := new(big.Int).Add(mul(dr, num), mul(d, nr))
		return mul(big.NewInt(4), n, dr, d, dr, d).Cmp(mul(m, sum, sum))
	}
	if up := py.CallMethod(root, "next_plus"); order(up) > 0 {
		return up
	}
	if down := py.CallMethod(root, "next_minus"); order(down) < 0 {
		return down
	}
	return root
}
