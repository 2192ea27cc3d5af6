package sqlite3

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A row is a sqlite3.Row: a tuple whose items have names.
type row struct {
	values      py.Tuple
	description any
}

// PyClass is sqlite3.Row.
func (*row) PyClass() *py.Class { return rowClass }

// names are those of the columns.
func (r *row) names() []string {
	var names []string
	if r.description != nil {
		for column := range py.Iter(r.description) {
			names = append(names, py.GetItem(column, 0).(string))
		}
	}
	return names
}

func (r *row) item(key any) any {
	switch k := py.Payload(key).(type) {
	case string:
		for i, name := range r.names() {
			if name == k || equalFoldASCII(name, k) {
				return r.values[i]
			}
		}
		panic(exc.IndexError("No item with that key"))
	case int, bool, *py.Slice:
		return py.GetItem(r.values, key)
	}
	panic(exc.IndexError("Index must be int or string"))
}

func equalFoldASCII(a, b string) bool {
	lower := func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	return len(a) == len(b) && strings.Map(lower, a) == strings.Map(lower, b)
}

var rowClass = py.NewNativeClass("sqlite3", "Row", nil, func(d *py.Definition) {
	of := py.PayloadAs[*row]
	d.New("Row(cursor, data, /)", func(of, data any) any {
		c, ok := py.Payload(of).(*cursor)
		if !ok {
			panic(exc.TypeError("Row() argument 1 must be sqlite3.Cursor, not %s", py.TypeOf(of).Name()))
		}
		values, ok := py.Payload(data).(py.Tuple)
		if !ok {
			panic(exc.TypeError("Row() argument 2 must be tuple, not %s", py.TypeOf(data).Name()))
		}
		return &row{values, c.description}
	})
	d.Method("keys(self, /)", func(self any) any {
		keys := py.ListOf[any]()
		for _, name := range of(self).names() {
			keys.Append(name)
		}
		return keys
	})
	d.Method("__getitem__(self, key, /)", func(self, key any) any { return of(self).item(key) })
	d.Method("__len__(self, /)", func(self any) any { return len(of(self).values) })
	d.Method("__iter__(self, /)", func(self any) any { return py.GetIter(of(self).values) })
	d.Method("__hash__(self, /)", func(self any) any {
		r := of(self)
		return py.Hash(r.description) ^ py.Hash(r.values)
	})
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		r := of(self)
		o, ok := py.Payload(other).(*row)
		if !ok {
			return py.NotImplemented
		}
		return py.Equal(r.description, o.description) && py.Equal(r.values, o.values)
	})
})
