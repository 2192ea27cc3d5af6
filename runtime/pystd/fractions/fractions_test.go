package fractions

import (
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func outcome(run func() any) (text string) {
	err := py.Try(func() error {
		text = py.Str(run())
		return nil
	})
	if err != nil {
		return py.TypeOf(err).Name() + ": " + err.Error()
	}
	return text
}

// TestOperations checks what CPython 3.13 has recorded: method|number|argument|result.
func TestOperations(t *testing.T) {
	data, err := os.ReadFile("testdata/operations.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		method, number, argument, want := part[0], part[1], part[2], part[3]
		got := outcome(func() any {
			f := parse(number)
			switch {
			case method == "__format__":
				return py.Format(f, argument)
			case argument == "":
				return py.CallMethod(f, method)
			}
			return py.CallMethod(f, method, parse(argument))
		})
		if got != want {
			t.Errorf("%s.%s(%s): got %s, want %s", number, method, argument, got, want)
		}
	}
}

func TestMixed(t *testing.T) {
	half := New(py.BigInt(1), py.BigInt(2))
	third := New(py.BigInt(1), py.BigInt(3))
	for want, run := range map[string]func() any{
		"1.0":            func() any { return py.Add(half, 0.5) },
		"3/2":            func() any { return py.Add(1, half) },
		"True":           func() any { return py.Eq(0.5, half) },
		"5/6":            func() any { return py.Sum(py.ListOf[any](half, third), 0) },
		"4.0":            func() any { return py.Pow(16, half) },
		"311/99":         func() any { return py.CallMethod(fromFloat(3.141592653589793), "limit_denominator", 100) },
		"Fraction(1, 3)": func() any { return py.Repr(py.Call(Module().Attr("Fraction"), 2, 6)) },
	} {
		if got := outcome(run); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
