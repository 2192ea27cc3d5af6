package unittest

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The messages are those of CPython 3.13.
func TestMessages(t *testing.T) {
	test := py.Call(caseClass)
	for _, c := range []struct {
		method string
		args   []any
		want   string
	}{
		{"assertEqual", []any{1, 2}, "1 != 2"},
		{"assertEqual", []any{1, 2, "extra"}, "1 != 2 : extra"},
		{"assertEqual", []any{"a", "b"}, "'a' != 'b'\n- a\n+ b\n"},
		{"assertEqual", []any{py.Tuple{1}, py.Tuple{1, 2}}, "Tuples differ: (1,) != (1, 2)\n\nSecond tuple contains 1 additional elements.\nFirst extra element 1:\n2\n\n- (1,)\n+ (1, 2)\n?    ++\n"},
		{"assertIn", []any{3, py.Tuple{1}}, "3 not found in (1,)"},
		{"assertAlmostEqual", []any{1.0, 1.1}, "1.0 != 1.1 within 7 places (0.10000000000000009 difference)"},
		{"assertIsInstance", []any{1, py.StrClass}, "1 is not an instance of <class 'str'>"},
		{"assertTrue", []any{0}, "0 is not true"},
		{"assertRaises", []any{py.ValueError, py.IntClass, "1"}, "ValueError not raised by int"},
	} {
		err := py.Try(func() error { py.CallMethod(test, c.method, c.args...); return nil })
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", c.method, err, c.want)
		}
	}
}
