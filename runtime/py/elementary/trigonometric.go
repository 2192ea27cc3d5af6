package elementary

import (
	"math"
	"math/big"
	"sync"
)

// Half of pi in three parts.
const (
	halfPiHigh   = 0x1.921fb54442d18p+0
	halfPiMiddle = 0x1.1a62633145c07p-54
	halfPiLow    = -0x1.f1976b7ed8fbcp-110
)

// reduce returns the quarter of the circle that x is in and the angle within
// it, between -pi/4 and pi/4.
func reduce(x float64) (quarter int, r double) {
	if math.Abs(x) < math.Pi/4 {
		return 0, double{x, 0}
	}
	if math.Abs(x) > 1<<28 {
		return reduceLarge(x)
	}
	k := math.Round(x / halfPiHigh)
	high, middle := product(k, halfPiHigh), product(k, halfPiMiddle)
	r = double{x - high.hi, 0}.addFloat(-high.lo)
	r = r.sub(middle).addFloat(-k * halfPiLow)
	return int(k) & 3, r
}

// piBits is the precision that reducing the largest float64 takes.
const piBits = 1400

// bigHalfPi is pi/2, by Machin's formula.
var bigHalfPi = sync.OnceValue(func() *big.Float {
	unit := new(big.Int).Lsh(big.NewInt(1), piBits+32)
	arctan := func(n int64) *big.Int {
		total, term := new(big.Int), new(big.Int).Div(unit, big.NewInt(n))
		square := big.NewInt(n * n)
		for i := int64(1); term.Sign() != 0; i += 2 {
			part := new(big.Int).Div(term, big.NewInt(i))
			if i&2 == 0 {
				total.Add(total, part)
			} else {
				total.Sub(total, part)
			}
			term.Div(term, square)
		}
		return total
	}
	// pi/4 = 4 atan(1/5) - atan(1/239)
	quarter := new(big.Int).Lsh(arctan(5), 2)
	quarter.Sub(quarter, arctan(239))
	f := new(big.Float).SetPrec(piBits).SetInt(quarter)
	return f.SetMantExp(f, -(piBits + 31))
})

func reduceLarge(x float64) (quarter int, r double) {
	halfPi := bigHalfPi()
	v := new(big.Float).SetPrec(piBits).SetFloat64(x)
	q := new(big.Float).SetPrec(piBits).Quo(v, halfPi)
	half := big.NewFloat(0.5)
	if q.Sign() < 0 {
		half.Neg(half)
	}
	k, _ := q.Add(q, half).Int(nil)
	v.Sub(v, q.SetInt(k).Mul(q, halfPi))
	hi, _ := v.Float64()
	lo, _ := v.Sub(v, big.NewFloat(hi)).Float64()
	return int(new(big.Int).And(k, big.NewInt(3)).Int64()), double{hi, lo}
}

// sinSeries and cosSeries are the series for |r| <= pi/4.
func sinSeries(r double) double {
	return alternating(r.mul(r), 1).mul(r)
}

func cosSeries(r double) double {
	return alternating(r.mul(r), 0)
}

// alternating is the sum of (-square)**i / (2i+first)!.
func alternating(square double, first int) double {
	minus := square.neg()
	p := double{}
	for n := 28 + first; n >= first; n -= 2 {
		p = p.mul(minus).add(inverseFactorials[n])
	}
	return p
}

// angles are the sines and cosines of i/32.
var angles = sync.OnceValue(func() *[26][2]double {
	t := new([26][2]double)
	for i := range t {
		r := double{float64(i) / steps, 0}
		t[i] = [2]double{sinSeries(r), cosSeries(r)}
	}
	return t
})

// sinCos returns the sine and the cosine of a finite x, by the angle i/32
// nearest to it and the small rest.
func sinCos(x float64) (sin, cos double) {
	quarter, r := reduce(x)
	negative := r.hi < 0
	if negative {
		r = r.neg()
	}
	i := int(math.Round(r.hi * steps))
	sin, cos = sinCosSmall(r.addFloat(-float64(i) / steps))
	if i > 0 {
		a := &angles()[i]
		sin, cos = a[0].mul(cos).add(a[1].mul(sin)), a[1].mul(cos).sub(a[0].mul(sin))
	}
	if negative {
		sin = sin.neg()
	}
	switch quarter {
	case 1:
		return cos, sin.neg()
	case 2:
		return sin.neg(), cos.neg()
	case 3:
		return cos.neg(), sin
	}
	return sin, cos
}

// sinCosSmall is sinCos for |r| <= 1/64. The precision of a float is enough
// after the first terms of the series.
func sinCosSmall(r double) (sin, cos double) {
	square := r.mul(r)
	s := square.hi
	sinTail := s * s * (1./120 + s*(-1./5040+s*(1./362880-s/39916800)))
	cosTail := s * s * (1./24 + s*(-1./720+s*(1./40320-s/3628800)))
	sin = r.sub(r.mul(square.mul(inverseFactorials[3]).addFloat(-sinTail)))
	cos = one.sub(square.scale(-1).addFloat(-cosTail))
	return sin, cos
}

// tiny is the size below which sin, tan and their inverses are their argument.
const tiny = 0x1p-30

// Sin is the sine of x.
func Sin(x float64) float64 {
	if !isFinite(x) || x == 0 || math.Abs(x) < 0x1p-500 {
		return math.Sin(x)
	}
	sin, _ := sinCos(x)
	return sin.float()
}

// Cos is the cosine of x.
func Cos(x float64) float64 {
	if !isFinite(x) {
		return math.Cos(x)
	}
	_, cos := sinCos(x)
	return cos.float()
}

// Tan is the tangent of x.
func Tan(x float64) float64 {
	if !isFinite(x) || math.Abs(x) < 0x1p-500 {
		return math.Tan(x)
	}
	sin, cos := sinCos(x)
	return sin.div(cos).float()
}

// atan2Double improves Go's result for the angle of (x, y), which are not both
// zero.
func atan2Double(y, x double) double {
	a := math.Atan2(y.hi, x.hi)
	sin, cos := sinCos(a)
	// The tangent of the error is as good as the error.
	off := sin.mul(x).sub(cos.mul(y)).div(cos.mul(x).add(sin.mul(y)))
	return double{a, 0}.sub(off)
}

// Atan is the arc tangent of x.
func Atan(x float64) float64 {
	if !isFinite(x) || math.Abs(x) < tiny || math.Abs(x) > 1/tiny {
		return math.Atan(x)
	}
	return atan2Double(double{x, 0}, one).float()
}

// Atan2 is the angle of the point (x, y), with the special cases of C.
func Atan2(y, x float64) float64 {
	if !isFinite(x) || !isFinite(y) || x == 0 || y == 0 {
		return math.Atan2(y, x)
	}
	_, ky := math.Frexp(y)
	_, kx := math.Frexp(x)
	if ky-kx > 60 || kx-ky > 60 {
		return math.Atan2(y, x)
	}
	return atan2Double(double{math.Ldexp(y, -kx), 0}, double{math.Ldexp(x, -kx), 0}).float()
}

// Asin is the arc sine of x.
func Asin(x float64) float64 {
	if !(math.Abs(x) < 1) || math.Abs(x) < tiny {
		return math.Asin(x)
	}
	return atan2Double(double{x, 0}, oneMinusSquare(x).sqrt()).float()
}

// Acos is the arc cosine of x.
func Acos(x float64) float64 {
	if !(math.Abs(x) < 1) {
		return math.Acos(x)
	}
	return atan2Double(oneMinusSquare(x).sqrt(), double{x, 0}).float()
}

// oneMinusSquare is 1 - x**2.
func oneMinusSquare(x float64) double {
	return sum(1, -x).mul(sum(1, x))
}
