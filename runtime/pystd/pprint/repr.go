package pprint

import (
	"math/big"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// isA tells whether v is printed as values of a builtin class are.
func isA(v any, class *py.Class) bool {
	own, _ := py.TypeOf(v).Lookup("__repr__")
	builtin, _ := class.Lookup("__repr__")
	return py.TypeOf(v).IsSubclassOf(class) && own == builtin
}

// less orders what can be ordered, and other values by their types.
func less(a, b any) bool {
	var result bool
	if py.Try(func() error {
		result = py.Less(a, b)
		return nil
	}) == nil {
		return result
	}
	x, y := py.Str(py.TypeOf(a)), py.Str(py.TypeOf(b))
	return x < y || x == y && py.ID(a) < py.ID(b)
}

func compare(a, b any) int {
	switch {
	case less(a, b):
		return -1
	case less(b, a):
		return 1
	}
	return 0
}

// items are the pairs of a dict in the order in which they are printed.
func (o options) items(dict any) []py.Tuple {
	var items []py.Tuple
	for pair := range py.Iter(py.CallMethod(dict, "items")) {
		items = append(items, pair.(py.Tuple))
	}
	if o.sorted {
		slices.SortStableFunc(items, func(a, b py.Tuple) int {
			if c := compare(a[0], b[0]); c != 0 || py.Equal(a[0], b[0]) {
				return c
			}
			return compare(a[1], b[1])
		})
	}
	return items
}

// repr is the text of v on one line, dicts in order.
func (p *printer) repr(v any, level int) string {
	r := representer{options: p.options, open: map[int]bool{}}
	for id := range p.open {
		r.open[id] = true
	}
	return r.repr(v, level)
}

// A representer makes the text of a value on one line, and finds out whether
// it could be read back and whether it contains itself.
type representer struct {
	options
	open                  map[int]bool
	unreadable, recursive bool
}

func (r *representer) repr(v any, level int) string {
	py.Enter()
	defer py.Leave()
	if r.underscores && isA(v, py.IntClass) {
		switch py.Payload(v).(type) {
		case int, *big.Int:
			return py.Format(v, "_d")
		}
	}
	start, end := "", ""
	switch {
	case isA(v, py.DictClass):
		start, end = "{", "}"
	case isA(v, py.ListClass):
		start, end = "[", "]"
	case isA(v, py.TupleClass):
		start, end = "(", ")"
		if py.Len(v) == 1 {
			end = ",)"
		}
	default:
		text := py.Repr(v)
		if text == "" || text[0] == '<' {
			r.unreadable = true
		}
		return text
	}
	if py.Len(v) == 0 {
		return start + end
	}
	id := py.ID(v)
	if r.depth > 0 && level >= r.depth {
		r.unreadable = true
		r.recursive = r.recursive || r.open[id]
		return start + "..." + end
	}
	if r.open[id] {
		r.unreadable, r.recursive = true, true
		return recursion(v)
	}
	r.open[id] = true
	defer delete(r.open, id)
	var parts []string
	if start == "{" {
		for _, item := range r.items(v) {
			key := r.repr(item[0], level+1)
			parts = append(parts, key+": "+r.repr(item[1], level+1))
		}
	} else {
		for item := range py.Iter(v) {
			parts = append(parts, r.repr(item, level+1))
		}
	}
	return start + strings.Join(parts, ", ") + end
}
