package cmath

import (
	"math"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestFunctions(t *testing.T) {
	m := Module()
	for _, c := range []struct {
		name string
		args []any
		want string
	}{
		{"sqrt", []any{-4}, "2j"},
		{"sqrt", []any{3 - 4i}, "(2-1j)"},
		{"exp", []any{complex(0, math.Pi)}, "(-1+1.2246467991473532e-16j)"},
		{"exp", []any{1000}, "OverflowError: math range error"},
		{"log", []any{1i}, "1.5707963267948966j"},
		{"log", []any{2, 3}, "(0.6309297535714574+0j)"},
		{"log", []any{0}, "ValueError: math domain error"},
		{"log10", []any{100i}, "(2+0.6821881769209206j)"},
		{"phase", []any{-1}, "3.141592653589793"},
		{"polar", []any{3 + 4i}, "(5.0, 0.9272952180016122)"},
		{"rect", []any{2, 1}, "(1.0806046117362795+1.682941969615793j)"},
		{"sqrt", []any{"a"}, "TypeError: must be real number, not str"},
	} {
		var got string
		if err := py.Try(func() error {
			got = py.Repr(py.Call(m.Attr(c.name), c.args...))
			return nil
		}); err != nil {
			got = py.TypeOf(err).Name() + ": " + err.Error()
		}
		if got != c.want {
			t.Errorf("%s%v: got %s, want %s", c.name, c.args, got, c.want)
		}
	}
}
