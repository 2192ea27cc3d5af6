package array

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestRange checks the bounds of each kind: the largest value fits, the next
// does not.
func TestRange(t *testing.T) {
	for code, largest := range map[string]int{"b": 127, "B": 255, "h": 32767, "H": 65535, "i": 1<<31 - 1, "I": 1<<32 - 1, "q": 1<<63 - 1} {
		a := create(code, py.ListOf[any](largest), true)
		if got := a.get(0); got != largest {
			t.Errorf("%s: got %v, want %d", code, got, largest)
		}
		err := py.Try(func() error {
			a.append(py.Add(largest, 1))
			return nil
		})
		if !py.Matches(err, py.OverflowError) || a.len() != 1 {
			t.Errorf("%s: %v, and %d items", code, err, a.len())
		}
	}
}

func TestSlices(t *testing.T) {
	a := create("h", py.ListOf[any](0, 1, 2, 3, 4, 5), true)
	for _, c := range []struct {
		slice *py.Slice
		want  string
	}{
		{py.NewSlice(1, 3, nil), "array('h', [1, 2])"},
		{py.NewSlice(nil, nil, -2), "array('h', [5, 3, 1])"},
		{py.NewSlice(9, nil, nil), "array('h')"},
	} {
		if got := py.Repr(a.getItem(c.slice)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.slice, got, c.want)
		}
	}
	a.setItem(py.NewSlice(1, 5, nil), create("h", py.ListOf[any](9), true))
	a.delItem(py.NewSlice(nil, nil, 2))
	if got := py.Repr(a); got != "array('h', [9])" {
		t.Errorf("after assignment and deletion: %s", got)
	}
}
