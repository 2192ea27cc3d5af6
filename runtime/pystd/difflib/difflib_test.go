package difflib

import (
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func split(text string) any {
	all := py.ListOf[any]()
	for _, word := range strings.Fields(text) {
		all.Append(word + "\n")
	}
	return all
}

// TestDiffs compares with what CPython prints.
func TestDiffs(t *testing.T) {
	a, b := split("one two three four five six"), split("one tow three four 5 six seven")
	joined := func(function string, args ...any) string {
		var out strings.Builder
		for line := range py.Iter(py.Call(Module().Attr(function), append([]any{a, b}, args...)...)) {
			out.WriteString(py.As[string](line))
		}
		return out.String()
	}
	if got, want := joined("unified_diff", "a", "b", "", "", 1), "--- a\n+++ b\n@@ -1,6 +1,7 @@\n one\n-two\n+tow\n three\n four\n-five\n+5\n six\n+seven\n"; got != want {
		t.Errorf("unified:\n%s", got)
	}
	if got, want := joined("ndiff"), "  one\n- two\n?   -\n+ tow\n?  +\n  three\n  four\n- five\n+ 5\n  six\n+ seven\n"; got != want {
		t.Errorf("ndiff:\n%s", got)
	}
}
