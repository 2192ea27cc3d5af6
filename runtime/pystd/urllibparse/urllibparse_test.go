package urllibparse

import (
	"os"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestFunctions checks what CPython 3.13 has recorded, one call a line:
// function, arguments and the repr of the result, separated by tabs.
func TestFunctions(t *testing.T) {
	data, err := os.ReadFile("testdata/calls.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var args []any
		for _, a := range part[1 : len(part)-1] {
			args = append(args, a)
		}
		var got string
		err := py.Try(func() error {
			name, attr, _ := strings.Cut(part[0], ".")
			v := py.Call(Module().Attr(name), args...)
			if attr != "" {
				v = py.GetAttr(v, attr)
			}
			got = py.Repr(v)
			return nil
		})
		if err != nil {
			got = py.TypeOf(err).Name() + ": " + err.Error()
		}
		if want := part[len(part)-1]; got != want {
			t.Errorf("%s%v: got %s, want %s", part[0], args, got, want)
		}
	}
}

func TestURLEncode(t *testing.T) {
	encode := Module().Attr("urlencode")
	query := py.DictOf[any, any]("a b", 1, "c", py.ListOf[any]("x&y", "é"))
	if got, want := py.Str(py.CallKw(encode, []any{query}, py.Kwargs{{Name: "doseq", Value: true}})), "a+b=1&c=x%26y&c=%C3%A9"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := py.Str(py.Call(encode, query)), "a+b=1&c=%5B%27x%26y%27%2C+%27%C3%A9%27%5D"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
