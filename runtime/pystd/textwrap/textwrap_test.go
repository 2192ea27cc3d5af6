package textwrap

import (
	"slices"
	"testing"
)

// The lines are CPython's.
func TestWrap(t *testing.T) {
	const text = "Hello there -- you goof-ball, use the -b option! Supercalifragilistic"
	for width, want := range map[int][]string{
		10: {"Hello", "there --", "you goof-", "ball, use", "the -b", "option! Su", "percalifra", "gilistic"},
		20: {"Hello there -- you", "goof-ball, use the", "-b option!", "Supercalifragilistic"},
		70: {"Hello there -- you goof-ball, use the -b option! Supercalifragilistic"},
	} {
		w := &wrapper{width: width, breakLongWords: true, breakOnHyphens: true, dropWhitespace: true}
		if got := w.wrap(text); !slices.Equal(got, want) {
			t.Errorf("width %d: got %q, want %q", width, got, want)
		}
	}
}

func TestDedent(t *testing.T) {
	for text, want := range map[string]string{
		"  a\n    b\n":   "a\n  b\n",
		"\ta\n  b":       "\ta\n  b",
		"  \n  x\n   \n": "\nx\n\n",
	} {
		if got := Dedent(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
