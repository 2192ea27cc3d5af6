package calendar

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestFunctions(t *testing.T) {
	for _, c := range []struct {
		name string
		args []any
		want string
	}{
		{"monthrange", []any{2024, 2}, "(calendar.THURSDAY, 29)"},
		{"weekday", []any{2024, 1, 1}, "calendar.MONDAY"},
		{"leapdays", []any{1900, 2001}, "25"},
		{"monthcalendar", []any{2021, 2}, "[[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], " +
			"[15, 16, 17, 18, 19, 20, 21], [22, 23, 24, 25, 26, 27, 28]]"},
		{"monthrange", []any{2024, 13}, "IllegalMonthError: bad month number 13; must be 1-12"},
	} {
		var got string
		if err := py.Try(func() error {
			got = py.Repr(py.Call(Module().Attr(c.name), c.args...))
			return nil
		}); err != nil {
			got = py.TypeOf(err).Name() + ": " + py.Str(err)
		}
		if got != c.want {
			t.Errorf("%s%v: got %s, want %s", c.name, c.args, got, c.want)
		}
	}
	if got := py.Str(Module().Attr("MONDAY")); got != "0" {
		t.Errorf("str(MONDAY): got %s", got)
	}
}
