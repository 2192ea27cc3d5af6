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
