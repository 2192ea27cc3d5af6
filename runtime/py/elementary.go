package py

import "math"

// hypot is the length of (x, y), correct to the last bit but for halfway cases.
func hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Inf(1)
	}
	if x < y {
		x, y = y, x
	}
	if y == 0 || math.IsNaN(x) || math.IsNaN(y) {
		return x + y
	}
	_, e := math.Frexp(x)
	x, y = math.Ldexp(x, -e), math.Ldexp(y, -e)
	h := math.Sqrt(math.FMA(x, x, y*y))
	// One step of Newton's method with the error of h*h, x*x and y*y known.
	hh, xx, yy := h*h, x*x, y*y
	rest := (xx - hh) + yy + (math.FMA(x, x, -xx) + math.FMA(y, y, -yy) - math.FMA(h, h, -hh))
	return math.Ldexp(h+rest/(2*h), e)
}

func pow(x, y float64) float64 {
	return math.Pow(x, y)
}

func exp(x float64) float64 {
	return math.Exp(x)
}

func log(x float64) float64 {
	return math.Log(x)
}
