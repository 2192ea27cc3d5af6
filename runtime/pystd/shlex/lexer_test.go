package shlex

import (
	"slices"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The words are CPython's.
func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"a 'b c' d", []string{"a", "b c", "d"}},
		{"a \"b \\\" c\" d", []string{"a", "b \" c", "d"}},
		{"it\\'s", []string{"it's"}},
		{"a\\ b x#y", []string{"a b", "x#y"}},
		{"k=\"v w\"", []string{"k=v w"}},
	} {
		var got []string
		for word := range py.Iter(py.Call(Module().Attr("split"), c.text)) {
			got = append(got, word.(string))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
	for _, text := range []string{`"open`, `end\`} {
		err := py.Try(func() error {
			py.Call(Module().Attr("split"), text)
			return nil
		})
		if !py.Matches(err, py.ValueError) {
			t.Errorf("%s: got %v, want a ValueError", text, err)
		}
	}
}
