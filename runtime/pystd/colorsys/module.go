// Package colorsys is Python's module colorsys: conversions between systems of
// colours.
// https://docs.python.org/3.13/library/colorsys.html
package colorsys

import (
	"math"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

const (
	oneThird = 1.0 / 3.0
	oneSixth = 1.0 / 6.0
	twoThird = 2.0 / 3.0
)

// Module is the module colorsys.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("colorsys", "")
	m.Set("ONE_THIRD", oneThird).Set("ONE_SIXTH", oneSixth).Set("TWO_THIRD", twoThird)
	for spec, f := range map[string]func(a, b, c float64) (x, y, z float64){
		"rgb_to_yiq(r, g, b)": toYIQ, "yiq_to_rgb(y, i, q)": fromYIQ,
		"rgb_to_hls(r, g, b)": toHLS, "hls_to_rgb(h, l, s)": fromHLS,
		"rgb_to_hsv(r, g, b)": toHSV, "hsv_to_rgb(h, s, v)": fromHSV,
	} {
		m.Func(spec, func(a, b, c any) any {
			x, y, z := f(number.Real(a), number.Real(b), number.Real(c))
			return py.Tuple{x, y, z}
		})
	}
	return m
})

func toYIQ(r, g, b float64) (y, i, q float64) {
	y = float64(0.30*r) + float64(0.59*g) + float64(0.11*b)
	i = float64(0.74*(r-y)) - float64(0.27*(b-y))
	q = float64(0.48*(r-y)) + float64(0.41*(b-y))
	return y, i, q
}

func fromYIQ(y, i, q float64) (r, g, b float64) {
	clip := func(v float64) float64 { return min(max(v, 0), 1) }
	r = y + float64(0.9468822170900693*i) + float64(0.6235565819861433*q)
	g = y - float64(0.27478764629897834*i) - float64(0.6356910791873801*q)
	b = y - float64(1.1085450346420322*i) + float64(1.7090069284064666*q)
	return clip(r), clip(g), clip(b)
}

// hue is the hue of a colour whose components are not all the same.
func hue(r, g, b, high, low float64) float64 {
	span := high - low
	rc, gc, bc := (high-r)/span, (high-g)/span, (high-b)/span
	var h float64
	switch high {
	case r:
		h = bc - gc
	case g:
		h = 2 + rc - bc
	default:
		h = 4 + gc - rc
	}
	return py.ModFloat(h/6, 1)
}

func toHLS(r, g, b float64) (h, l, s float64) {
	high, low := max(r, g, b), min(r, g, b)
	sum, span := high+low, high-low
	l = sum / 2
	if low == high {
		return 0, l, 0
	}
	if l <= 0.5 {
		s = span / sum
	} else {
		s = span / (2 - high - low)
	}
	return hue(r, g, b, high, low), l, s
}

func fromHLS(h, l, s float64) (r, g, b float64) {
	if s == 0 {
		return l, l, l
	}
	m2 := l + s - float64(l*s)
	if l <= 0.5 {
		m2 = l * (1 + s)
	}
	m1 := float64(2*l) - m2
	value := func(h float64) float64 {
		h = py.ModFloat(h, 1)
		switch {
		case h < oneSixth:
			return m1 + float64((m2-m1)*h*6)
		case h < 0.5:
			return m2
		case h < twoThird:
			return m1 + float64((m2-m1)*(twoThird-h)*6)
		}
		return m1
	}
	return value(h + oneThird), value(h), value(h - oneThird)
}

func toHSV(r, g, b float64) (h, s, v float64) {
	high, low := max(r, g, b), min(r, g, b)
	if low == high {
		return 0, 0, high
	}
	return hue(r, g, b, high, low), (high - low) / high, high
}

func fromHSV(h, s, v float64) (r, g, b float64) {
	if s == 0 {
		return v, v, v
	}
	i := math.Trunc(h * 6)
	f := float64(h*6) - i
	p := v * (1 - s)
	q := v * (1 - float64(s*f))
	t := v * (1 - float64(s*(1-f)))
	switch py.ModInt(int(i), 6) {
	case 0:
		return v, t, p
	case 1:
		return q, v, p
	case 2:
		return p, v, t
	case 3:
		return p, q, v
	case 4:
		return t, p, v
	}
	return v, p, q
}
