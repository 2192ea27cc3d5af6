package ipaddress

import (
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestValues checks what CPython 3.13 has recorded: function|argument|result.
func TestValues(t *testing.T) {
	data, err := os.ReadFile("testdata/values.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		var got string
		err := py.Try(func() error {
			got = py.Repr(py.Call(Module().Attr(f[0]), f[1]))
			return nil
		})
		if err != nil {
			got = py.TypeOf(err).Name() + ": " + py.Str(err)
		}
		if got != f[2] {
			t.Errorf("%s(%q): got %s, want %s", f[0], f[1], got, f[2])
		}
	}
}
