package logging

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestFormatIsValidated(t *testing.T) {
	for _, row := range []struct{ style, format, want string }{
		{"%", "%(message)s", ""},
		{"%", "nothing", "Invalid format 'nothing' for '%' style"},
		{"{", "{levelname[0]}:{message:<10}", ""},
		{"{", "{x", "invalid format: expected '}' before end of string"},
		{"{", "x", "invalid format: no fields"},
		{"{", "{a!z}", "invalid format: invalid conversion: 'z'"},
		{"{", "{a b}", "invalid format: invalid field name/expression: 'a b'"},
		{"{", "{a:zz}", "invalid format: bad specifier: 'zz'"},
		{"$", "$x $$ ${y}", ""},
		{"$", "cost $5", "invalid format: bare '$' not allowed"},
		{"$", "$$", "invalid format: no fields"},
		{"?", "x", "Style must be one of: %,{,$"},
	} {
		err := py.Try(func() error {
			py.Call(Module().Attr("Formatter"), row.format, nil, row.style)
			return nil
		})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != row.want {
			t.Errorf("%s: got %q, want %q", row.format, got, row.want)
		}
	}
}
