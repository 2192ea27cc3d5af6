package elementary

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

var functions = map[string]func(x, y float64) float64{
	"Acos": unary(Acos), "Acosh": unary(Acosh), "Asin": unary(Asin), "Asinh": unary(Asinh), "Atan": unary(Atan),
	"Atanh": unary(Atanh), "Cos": unary(Cos), "Cosh": unary(Cosh), "Exp": unary(Exp), "Exp2": unary(Exp2),
	"Expm1": unary(Expm1), "Log": unary(Log), "Log10": unary(Log10), "Log1p": unary(Log1p), "Log2": unary(Log2),
	"Sin": unary(Sin), "Sinh": unary(Sinh), "Tan": unary(Tan), "Tanh": unary(Tanh),
	"Atan2": Atan2, "Hypot": Hypot, "Pow": Pow,
}

func unary(f func(float64) float64) func(x, y float64) float64 {
	return func(x, _ float64) float64 { return f(x) }
}

// TestValues compares with values that CPython 3.13 gave, to the last bit.
func TestValues(t *testing.T) {
	data, err := os.ReadFile("testdata/values.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var name string
		var x, y, want float64
		if _, err := fmt.Sscan(line, &name, &x, &y, &want); err != nil {
			t.Fatal(err)
		}
		if got := functions[name](x, y); got != want {
			t.Errorf("%s(%v, %v) = %v, want %v", name, x, y, got, want)
		}
	}
}
