package math

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
)

// The coefficients of Lanczos' approximation with g = 6.024680040776729583740234375.
const (
	lanczosG       = 6.024680040776729583740234375
	lanczosGMinusH = 5.524680040776729583740234375
)

var lanczosNumerator = [...]float64{
	23531376880.410759688572007674451636754734846804940,
	42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843,
	17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708,
	1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801,
	31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768,
	186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024,
	210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDenominator = [...]float64{
	0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
}

// lanczosSum is the approximation's rational function at a positive x. Large x
// are evaluated in powers of 1/x, which do not overflow.
func lanczosSum(x float64) float64 {
	var num, den float64
	if x < 5 {
		for i := len(lanczosNumerator) - 1; i >= 0; i-- {
			num = float64(num*x) + lanczosNumerator[i]
			den = float64(den*x) + lanczosDenominator[i]
		}
	} else {
		for i := range lanczosNumerator {
			num = num/x + lanczosNumerator[i]
			den = den/x + lanczosDenominator[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x), exact at multiples of one half.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch int(math.Round(2 * y)) {
	case 0:
		r = elementary.Sin(math.Pi * y)
	case 1:
		r = elementary.Cos(math.Pi * (y - 0.5))
	case 2:
		r = elementary.Sin(math.Pi * (1 - y))
	case 3:
		r = -elementary.Cos(math.Pi * (y - 1.5))
	default:
		r = elementary.Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// Gamma is math.gamma. It raises ValueError at zero and the negative integers
// and OverflowError above about 171.
func Gamma(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 1) {
		return x
	}
	if math.IsInf(x, -1) || x == 0 {
		raiseDomain()
	}
	if x == math.Floor(x) {
		if x < 0 {
			raiseDomain()
		}
		if x <= 23 {
			product := 1.0
			for i := 2.0; i < x; i++ {
				product *= i
			}
			return product
		}
	}
	abs := math.Abs(x)
	if abs < 1e-20 {
		return checked(x, 1/x, true)
	}
	if abs > 200 {
		if x < 0 {
			return 0 / sinPi(x)
		}
		raiseRange()
	}
	y := abs + lanczosGMinusH
	var z float64
	if abs > lanczosGMinusH {
		z = (y - abs) - lanczosGMinusH
	} else {
		z = (y - lanczosGMinusH) - abs
	}
	z = z * lanczosG / y
	var r float64
	if x < 0 {
		r = -math.Pi / sinPi(abs) / abs * elementary.Exp(y) / lanczosSum(abs)
		r -= float64(z * r)
		if abs < 140 {
			r /= elementary.Pow(y, abs-0.5)
		} else {
			root := elementary.Pow(y, abs/2-0.25)
			r = r / root / root
		}
	} else {
		r = lanczosSum(abs) / elementary.Exp(y)
		r += float64(z * r)
		if abs < 140 {
			r *= elementary.Pow(y, abs-0.5)
		} else {
			root := elementary.Pow(y, abs/2-0.25)
			r = r * root * root
		}
	}
	return checked(x, r, true)
}

// Lgamma is math.lgamma. It raises ValueError at zero and the negative
// integers.
func Lgamma(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	if math.IsInf(x, 0) {
		return math.Inf(1)
	}
	if x == math.Floor(x) && x <= 2 {
		if x <= 0 {
			raiseDomain()
		}
		return 0
	}
	abs := math.Abs(x)
	if abs < 1e-20 {
		return -elementary.Log(abs)
	}
	r := elementary.Log(lanczosSum(abs)) - lanczosG
	r += float64((abs - 0.5) * (elementary.Log(abs+lanczosG-0.5) - 1))
	if x < 0 {
		r = elementary.Log(math.Pi) - elementary.Log(math.Abs(sinPi(abs))) - elementary.Log(abs) - r
	}
	return checked(x, r, true)
}
