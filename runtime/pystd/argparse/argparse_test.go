package argparse

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func newTool() any {
	p := py.CallKw(Module().Attr("ArgumentParser"), nil, py.Kwargs{
		{Name: "prog", Value: "tool"}, {Name: "description", Value: "Does things."}, {Name: "exit_on_error", Value: false},
	})
	add := func(names []any, kw ...py.Kw) { py.CallMethodKw(p, "add_argument", names, kw) }
	add([]any{"src"}, py.Kw{Name: "help", Value: "the source"})
	add([]any{"-n", "--num"}, py.Kw{Name: "type", Value: py.IntClass}, py.Kw{Name: "default", Value: 3},
		py.Kw{Name: "help", Value: "how many (default: %(default)s)"})
	add([]any{"--mode"}, py.Kw{Name: "choices", Value: py.ListOf[any]("a", "b")})
	return p
}

func TestHelp(t *testing.T) {
	t.Setenv("COLUMNS", "80")
	const want = `usage: tool [-h] [-n NUM] [--mode {a,b}] src

Does things.

positional arguments:
  src            the source

options:
  -h, --help     show this help message and exit
  -n, --num NUM  how many (default: 3)
  --mode {a,b}
`
	if got := py.Str(py.CallMethod(newTool(), "format_help")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		args []any
		want string
	}{
		{[]any{"x"}, "Namespace(src='x', num=3, mode=None)"},
		{[]any{"-n5", "x", "--mode=b"}, "Namespace(src='x', num=5, mode='b')"},
		{[]any{"x", "--mo", "a"}, "Namespace(src='x', num=3, mode='a')"},
		{[]any{"x", "-n", "q"}, "argument -n/--num: invalid int value: 'q'"},
		{[]any{"x", "--mode", "c"}, "argument --mode: invalid choice: 'c' (choose from 'a', 'b')"},
		{[]any{}, "the following arguments are required: src"},
	} {
		var got string
		err := py.Try(func() error {
			got = py.Repr(py.CallMethod(newTool(), "parse_args", py.ListOf(c.args...)))
			return nil
		})
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%v: got %s, want %s", c.args, got, c.want)
		}
	}
}
