package cmath

import (
	"math"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// argument is the complex number that a function makes of its argument.
func argument(v any) complex128 {
	switch x := py.Payload(v).(type) {
	case complex128:
		return x
	case string:
		panic(exc.TypeError("must be real number, not %s", py.TypeOf(v).Name()))
	}
	if _, ok := py.TypeOf(v).Lookup("__complex__"); ok {
		return py.As[complex128](py.Call(py.ComplexClass, v))
	}
	return complex(number.Real(v), 0)
}

// Module is the module cmath.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("cmath", "This module provides access to mathematical functions for complex\nnumbers.")
	m.Set("pi", math.Pi).Set("e", math.E).Set("tau", 2*math.Pi).Set("inf", math.Inf(1)).Set("nan", math.NaN())
	m.Set("infj", complex(0, math.Inf(1))).Set("nanj", complex(0, math.NaN()))
	m.Builtin("sqrt(z, /)", func(z any) any { return Sqrt(argument(z)) })
	m.Builtin("exp(z, /)", func(z any) any { return Exp(argument(z)) })
	m.Builtin("log(z, base=, /)", func(z, base any) any {
		if base == py.NotImplemented {
			return Log(argument(z))
		}
		return py.TrueDiv(Log(argument(z)), Log(argument(base)))
	}, py.NotImplemented)
	m.Builtin("log10(z, /)", func(z any) any {
		w := Log(argument(z))
		return complex(real(w)/math.Ln10, imag(w)/math.Ln10)
	})
	for name, f := range map[string]func(complex128) complex128{
		"sin": Sin, "cos": Cos, "tan": Tan, "asin": Asin, "acos": Acos, "atan": Atan,
		"sinh": Sinh, "cosh": Cosh, "tanh": Tanh, "asinh": Asinh, "acosh": Acosh, "atanh": Atanh,
	} {
		m.Builtin(name+"(z, /)", func(z any) any { return f(argument(z)) })
	}
	m.Builtin("phase(z, /)", func(z any) any { return Phase(argument(z)) })
	m.Builtin("polar(z, /)", func(z any) any {
		w := argument(z)
		return py.Tuple{py.ComplexAbs(w), Phase(w)}
	})
	m.Builtin("rect(r, phi, /)", func(r, phi any) any { return Rect(number.Real(r), number.Real(phi)) })
	test := func(name string, holds func(re, im float64) bool) {
		m.Builtin(name+"(z, /)", func(z any) any { return holds(real(argument(z)), imag(argument(z))) })
	}
	test("isfinite", func(re, im float64) bool { return finite(re) && finite(im) })
	test("isinf", func(re, im float64) bool { return math.IsInf(re, 0) || math.IsInf(im, 0) })
	test("isnan", func(re, im float64) bool { return math.IsNaN(re) || math.IsNaN(im) })
	m.Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", func(a, b, relative, absolute any) any {
		rel, abs := number.Real(relative), number.Real(absolute)
		if rel < 0 || abs < 0 {
			panic(exc.ValueError("tolerances must be non-negative"))
		}
		return IsClose(argument(a), argument(b), rel, abs)
	})
	return m
})
