package main

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/golden/python3"
)

// TestDifferencesFound compares the programs in which differences were found,
// one way each: a task that awaits itself (3), a closure called from another (700185),
// tasks that wait for each other and are cancelled (700062, 700196), a generator dropped under an eager
// task factory (25), by an exception (58) and in a loop (113), wait_for(..., 0)
// under an eager task factory (99, 110), and the message of a cancelled gather
// (156), and of requests to cancel that go round until the recursion limit (900566).
func TestDifferencesFound(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	if _, err := python3.Find(t.Context(), python3.Command); err != nil {
		t.Skip(err)
	}
	differing, err := compare([]uint64{3, 25, 58, 99, 110, 113, 156, 700062, 700185, 700196, 900566}, false, "")
	if err != nil {
		t.Fatal(err)
	}
	if differing > 0 {
		t.Errorf("%d programs differ", differing)
	}
}

// TestFirstDifference holds the comparison itself to account.
func TestFirstDifference(t *testing.T) {
	tests := []struct {
		want, got []string
		at        int
		differs   bool
	}{
		{[]string{"a", "b"}, []string{"a", "b"}, 0, false},
		{[]string{"a", "b"}, []string{"a", "c"}, 1, true},
		{[]string{"a", "b"}, []string{"a"}, 1, true},
		{[]string{}, nil, 0, true},
		{nil, []string{"a"}, 0, true},
	}
	for _, test := range tests {
		at, differs := firstDifference(test.want, test.got)
		if at != test.at || differs != test.differs {
			t.Errorf("firstDifference(%q, %q) = %d, %v, want %d, %v", test.want, test.got, at, differs, test.at, test.differs)
		}
	}
}
