package statistics

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// value reads a bool, an int or a float.
func value(text string) any {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return f
	}
	return text == "True"
}

// TestFunctions checks what CPython 3.13 has recorded: function|data|result.
func TestFunctions(t *testing.T) {
	text, err := os.ReadFile("testdata/functions.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		data := py.ListOf[any]()
		for _, word := range strings.Fields(f[1]) {
			data.Append(value(word))
		}
		var got string
		err := py.Try(func() error {
			got = py.Repr(py.Call(Module().Attr(f[0]), data))
			return nil
		})
		if err != nil {
			got = py.TypeOf(err).Name() + ": " + py.Str(err)
		}
		if got != f[2] {
			t.Errorf("%s(%s): got %s, want %s", f[0], f[1], got, f[2])
		}
	}
}
