package py

import "testing"

func TestComplexOfParts(t *testing.T) {
	negative := Neg(0.0)
	for _, c := range []struct {
		re, im any
		want   string
	}{
		{0, negative, "-0j"},
		{negative, negative, "(-0-0j)"},
		{complex(0, 1), negative, "1j"},
		{negative, complex(0, 1), "(-1+0j)"},
		{complex(0, 1), complex(0, 1), "(-1+1j)"},
	} {
		if got := Repr(Call(ComplexClass, c.re, c.im)); got != c.want {
			t.Errorf("complex(%s, %s) = %s, want %s", Repr(c.re), Repr(c.im), got, c.want)
		}
	}
}
