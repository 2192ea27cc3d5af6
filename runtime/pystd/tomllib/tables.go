package tomllib

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A flag marks a table.
type flag int

const (
	// frozen marks what an inline table or array made: nothing can be added.
	frozen flag = 1 << iota
	// explicit marks a table that has a header, or that a dotted key made.
	explicit
)

// flags are the marks of the tables, as a tree of their keys.
type flags struct {
	own, below flag // below counts for all tables inside as well
	nested     map[string]*flags
	pending    [][]string
}

func newFlags() *flags { return &flags{nested: map[string]*flags{}} }

func (f *flags) child(key string, create bool) *flags {
	c := f.nested[key]
	if c == nil && create {
		c = newFlags()
		f.nested[key] = c
	}
	return c
}

func (f *flags) set(key []string, mark flag, recursive bool) {
	for _, k := range key {
		f = f.child(k, true)
	}
	if recursive {
		f.below |= mark
	} else {
		f.own |= mark
	}
}

func (f *flags) is(key []string, mark flag) bool {
	if len(key) == 0 {
		return false
	}
	for _, k := range key[:len(key)-1] {
		if f = f.child(k, false); f == nil {
			return false
		}
		if f.below&mark != 0 {
			return true
		}
	}
	f = f.child(key[len(key)-1], false)
	return f != nil && (f.own|f.below)&mark != 0
}

// unset forgets all marks of a table.
func (f *flags) unset(key []string) {
	for _, k := range key[:len(key)-1] {
		if f = f.child(k, false); f == nil {
			return
		}
	}
	delete(f.nested, key[len(key)-1])
}

// addPending marks a table as explicit once the current section ends.
func (f *flags) addPending(key []string) { f.pending = append(f.pending, slices.Clone(key)) }

func (f *flags) finalizePending() {
	for _, key := range f.pending {
		f.set(key, explicit, false)
	}
	f.pending = nil
}

type table = *py.Dict[any, any]

// nest returns the table behind a key, making what is missing; in a list it is
// the last item if lists may be entered. It reports false when there is
// something else.
func nest(t table, key []string, lists bool) (table, bool) {
	for _, k := range key {
		v, ok := t.Lookup(k)
		if !ok {
			v = py.DictOf[any, any]()
			t.Set(k, v)
		}
		if list, isList := v.(*py.List[any]); isList && lists && list.Len() > 0 {
			v = list.Get(-1)
		}
		if t, ok = v.(table); !ok {
			return nil, false
		}
	}
	return t, true
}

// appendNest adds a table to the list behind a key.
func appendNest(t table, key []string) bool {
	t, ok := nest(t, key[:len(key)-1], true)
	if !ok {
		return false
	}
	last := key[len(key)-1]
	v, ok := t.Lookup(last)
	if !ok {
		t.Set(last, py.ListOf[any](py.DictOf[any, any]()))
		return true
	}
	list, ok := v.(*py.List[any])
	if ok {
		list.Append(py.DictOf[any, any]())
	}
	return ok
}
