package datetime

import (
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// outcome is the repr of what run gives, or the exception that it raises.
func outcome(run func() any) (text string) {
	err := py.Try(func() error {
		text = py.Repr(run())
		return nil
	})
	if err != nil {
		return py.TypeOf(err).Name() + ": " + err.Error()
	}
	return text
}

// recorded calls check with the fields of each line of a file of testdata, that
// CPython 3.13 has written.
func recorded(t *testing.T, file string, check func(t *testing.T, fields []string)) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		check(t, strings.Split(strings.TrimSuffix(line, "\n"), "|"))
	}
}

func TestFromISOFormat(t *testing.T) {
	recorded(t, "fromisoformat.txt", func(t *testing.T, f []string) {
		if got := outcome(func() any { return py.CallMethod(dateTimeClass, "fromisoformat", f[0]) }); got != f[1] {
			t.Errorf("fromisoformat(%q): got %s, want %s", f[0], got, f[1])
		}
	})
}

func TestStrptime(t *testing.T) {
	recorded(t, "strptime.txt", func(t *testing.T, f []string) {
		if got := outcome(func() any { return py.CallMethod(dateTimeClass, "strptime", f[0], f[1]) }); got != f[2] {
			t.Errorf("strptime(%q, %q): got %s, want %s", f[0], f[1], got, f[2])
		}
	})
}

func TestStrftime(t *testing.T) {
	recorded(t, "strftime.txt", func(t *testing.T, f []string) {
		got := outcome(func() any {
			return py.CallMethod(py.CallMethod(dateTimeClass, "fromisoformat", f[0]), "strftime", f[1])
		})
		if got != f[2] {
			t.Errorf("%s.strftime(%q): got %s, want %s", f[0], f[1], got, f[2])
		}
	})
}

func TestTimeDelta(t *testing.T) {
	day := newDelta(1, 0, 0)
	for want, run := range map[string]func() any{
		"datetime.timedelta(days=1, seconds=43200)": func() any { return py.Mul(day, 1.5) },
		"datetime.timedelta(seconds=28800)":         func() any { return py.TrueDiv(day, 3) },
		"24.0":                                      func() any { return py.TrueDiv(day, newDelta(0, 3600, 0)) },
		"OverflowError: days=1999999998; must have magnitude <= 999999999":             func() any { return py.Mul(newDelta(maxDays, 0, 0), 2) },
		"ZeroDivisionError: integer modulo by zero":                                    func() any { return py.Mod(day, &TimeDelta{}) },
		"datetime.timedelta(microseconds=2)":                                           func() any { return py.Call(deltaClass, 0, 0, 1.5) },
		"TypeError: unsupported type for timedelta days component: str":                func() any { return py.Call(deltaClass, "a") },
		"TypeError: unsupported operand type(s) for +: 'datetime.timedelta' and 'int'": func() any { return py.Add(day, 1) },
	} {
		if got := outcome(run); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
