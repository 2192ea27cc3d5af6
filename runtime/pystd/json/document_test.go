package json

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestLoads holds values and errors to CPython 3.13's.
func TestLoads(t *testing.T) {
	for document, want := range map[string]string{
		`{"a": [1, 2.5, null, true], "b": "\u00e9\ud83d\ude00"}`: "{'a': [1, 2.5, None, True], 'b': 'é😀'}",
		`1e5`:      "100000.0",
		`{"a":1,}`: "Illegal trailing comma before end of object: line 1 column 7 (char 6)",
		"[1,\n x]": "Expecting value: line 2 column 2 (char 5)",
		`01`:       "Extra data: line 1 column 2 (char 1)",
		`"abc`:     "Unterminated string starting at: line 1 column 1 (char 0)",
		`"\x"`:     `Invalid \escape: line 1 column 2 (char 1)`,
		`"\u12"`:   `Invalid \uXXXX escape: line 1 column 3 (char 2)`,
	} {
		var got string
		if err := py.Try(func() error { got = py.Repr(Loads(document)); return nil }); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("loads(%q) = %s, want %s", document, got, want)
		}
	}
}

// TestDumps holds documents to CPython 3.13's.
func TestDumps(t *testing.T) {
	v := py.DictOf[any, any](1, 2, nil, py.Tuple{}, true, "é\u2028😀\x7f\x00", "f", 1e100)
	const want = `{"1": "\u00e9\u2028\ud83d\ude00\u007f\u0000", "null": [], "f": 1e+100}`
	if got := Dumps(v); got != want {
		t.Errorf("dumps = %s, want %s", got, want)
	}
	if got := DumpsIndent(py.ListOf[any](1, py.ListOf[any](), py.DictOf[any, any]("a", 2)), 2); got != "[\n  1,\n  [],\n  {\n    \"a\": 2\n  }\n]" {
		t.Errorf("dumps with indent = %s", got)
	}
}
