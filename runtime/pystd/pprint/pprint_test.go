package pprint

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func TestFormat(t *testing.T) {
	value := py.DictOf[any, any](
		"b", py.ListOf[any]("alpha", "beta", 3), "a", py.Tuple{1, 2.5, nil},
		"text", "several words that do not fit on one line", "set", py.SetOf[any](3, 1, 2))
	for width, want := range map[int]string{
		200: `{'a': (1, 2.5, None), 'b': ['alpha', 'beta', 3], 'set': {1, 2, 3}, 'text': 'several words that do not fit on one line'}`,
		80: `{'a': (1, 2.5, None),
 'b': ['alpha', 'beta', 3],
 'set': {1, 2, 3},
 'text': 'several words that do not fit on one line'}`,
		40: `{'a': (1, 2.5, None),
 'b': ['alpha', 'beta', 3],
 'set': {1, 2, 3},
 'text': 'several words that do not '
         'fit on one line'}`,
		20: `{'a': (1,
       2.5,
       None),
 'b': ['alpha',
       'beta',
       3],
 'set': {1, 2, 3},
 'text': 'several '
         'words '
         'that do '
         'not fit '
         'on one '
         'line'}`,
		8: `{'a': (1,
       2.5,
       None),
 'b': ['alpha',
       'beta',
       3],
 'set': {1,
         2,
         3},
 'text': 'several '
         'words '
         'that '
         'do '
         'not '
         'fit '
         'on '
         'one '
         'line'}`,
	} {
		if got := Format(value, 1, width, true); got != want {
			t.Errorf("width %d: got\n%s\nwant\n%s", width, got, want)
		}
	}
}

// TestOptions compares the options with what CPython prints.
func TestOptions(t *testing.T) {
	numbers := py.ListOf[any]()
	for i := range 12 {
		numbers.Append(i * 1000)
	}
	nested := py.ListOf[any](1, py.ListOf[any](2, py.ListOf[any](3)))
	for _, c := range []struct {
		options options
		value   any
		want    string
	}{
		{options{indent: 1, width: 30, compact: true}, numbers, "[0, 1000, 2000, 3000, 4000,\n 5000, 6000, 7000, 8000, 9000,\n 10000, 11000]"},
		{options{indent: 1, width: 30, underscores: true}, 1234567, "1_234_567"},
		{options{indent: 1, width: 80, depth: 2}, nested, "[1, [2, [...]]]"},
		{options{indent: 1, width: 12}, py.Bytes("0123456789abc"), "(b'01234567'\n b'89abc')"},
	} {
		if got := c.options.format(c.value); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}
