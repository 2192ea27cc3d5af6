package traceback

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// raised is an exception that came through two functions.
func raised() py.BaseException {
	outer, inner := py.NewFrame("C.outer", "/src/a.py", 3), py.NewFrame("inner", "/src/a.py", 7)
	outer.At(4)
	inner.At(8)
	err := py.Try(func() error {
		defer outer.Unwind()
		defer inner.Unwind()
		panic(py.NewKeyError("k"))
	})
	return py.AsException(err)
}

// The results are those of CPython 3.13 for the same calls.
func TestTraceback(t *testing.T) {
	e := raised()
	call := func(name string, args ...any) any { return py.CallMethod(Module(), name, args...) }
	tb := py.GetAttr(e, "__traceback__")
	stack := call("extract_tb", tb)
	summary := py.CallMethod(Module().Attr("TracebackException"), "from_exception", e)
	tests := []struct {
		name, want string
		got        any
	}{
		{"extract_tb", "[<FrameSummary file /src/a.py, line 4 in outer>, <FrameSummary file /src/a.py, line 8 in inner>]", stack},
		{"limit", "[<FrameSummary file /src/a.py, line 8 in inner>]", call("extract_tb", tb, -1)},
		{"tuple", "['/src/a.py', 4, 'outer', '']", py.Call(py.ListClass, py.GetItem(stack, 0))},
		{"format_tb", `['  File "/src/a.py", line 4, in outer\n', '  File "/src/a.py", line 8, in inner\n']`, call("format_tb", tb)},
		{"format_exception", `['Traceback (most recent call last):\n', '  File "/src/a.py", line 4, in outer\n', '  File "/src/a.py", line 8, in inner\n', "KeyError: 'k'\n"]`, call("format_exception", e)},
		{"not raised", `['ValueError: x\n']`, call("format_exception", py.NewValueError("x"))},
		{"none", `['NoneType: None\n']`, call("format_exception_only", nil)},
		{"only", `["KeyError: 'k'\n"]`, call("format_exception_only", e)},
		{"from_exception", "('KeyError', \"'k'\", 2)", py.Tuple{py.GetAttr(summary, "exc_type_str"), py.Str(summary), py.Len(py.GetAttr(summary, "stack"))}},
		{"walk_tb", "[('outer', 4), ('inner', 8)]", func() any {
			out := py.ListOf[any]()
			for pair := range py.Iter(call("walk_tb", tb)) {
				frame := py.GetItem(pair, 0)
				out.Append(py.Tuple{py.GetAttr(py.GetAttr(frame, "f_code"), "co_name"), py.GetItem(pair, 1)})
			}
			return out
		}()},
		{"repeated", `['  File "a.py", line 3, in g\n    x = 1\n', '  File "a.py", line 3, in g\n    x = 1\n', '  File "a.py", line 3, in g\n    x = 1\n', '  [Previous line repeated 1 more time]\n']`,
			call("format_list", py.ListOf[any](entry, entry, entry, entry))},
	}
	for _, test := range tests {
		if got := py.Repr(test.got); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

var entry = py.Tuple{"a.py", 3, "g", " x = 1 "}
