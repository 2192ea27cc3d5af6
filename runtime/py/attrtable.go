package py

import (
	"slices"
	"sync"
	"sync/atomic"
)

// attrTable holds the attributes of an object, a class, a function or a module
// in the order in which they were first set. Few names are searched one by one,
// many through an index. Once a program has asked for the object's __dict__,
// the dict it got is the storage, so that both always agree.
type attrTable struct {
	names  []string
	values []any
	index  map[string]int
	dict   *Dict[any, any]
}

// attrIndexSize is the number of names above which an index pays.
const attrIndexSize = 8

func (t *attrTable) find(name string) int {
	if t.index != nil {
		if i, ok := t.index[name]; ok {
			return i
		}
		return -1
	}
	for i, n := range t.names {
		if n == name {
			return i
		}
	}
	return -1
}

func (t *attrTable) get(name string) (any, bool) {
	if t.dict != nil {
		return t.dict.Lookup(name)
	}
	if i := t.find(name); i >= 0 {
		return t.values[i], true
	}
	return nil, false
}

func (t *attrTable) set(name string, value any) {
	if t.dict != nil {
		t.dict.Set(name, value)
		return
	}
	if i := t.find(name); i >= 0 {
		t.values[i] = value
		return
	}
	t.names = append(t.names, name)
	t.values = append(t.values, value)
	if t.index != nil {
		t.index[name] = len(t.names) - 1
	} else if len(t.names) > attrIndexSize {
		t.reindex()
	}
}

// attrShape is the names of the attributes of the instances of a class in the
// order in which the first of them got theirs. Instances that get theirs in the
// same order share the names.
type attrShape struct {
	names atomic.Pointer[[]string]
	mu    sync.Mutex
}

// with returns names, which is shared or empty, with one more name; nil if
// other instances do not have it next.
func (s *attrShape) with(names []string, name string) (shared []string, total int) {
	n := len(names)
	p := s.names.Load()
	if p == nil || n >= len(*p) {
		if p = s.extend(n, name); p == nil {
			return nil, 0
		}
	}
	all := *p
	if all[n] != name || n > 0 && &all[0] != &names[0] {
		return nil, 0
	}
	return all[: n+1 : n+1], len(all)
}

// extend adds the name that comes after n others, if it is the first to come
// there and there is room.
func (s *attrShape) extend(n int, name string) *[]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []string
	if p := s.names.Load(); p != nil {
		all = *p
	} else {
		all = make([]string, 0, attrIndexSize)
	}
	if n < len(all) {
		return &all
	}
	if n > len(all) || n == attrIndexSize {
		return nil
	}
	all = append(all, name)
	s.names.Store(&all)
	return &all
}

// setShaped is set for an instance of the class that has the shape.
func (t *attrTable) setShaped(s *attrShape, name string, value any) {
	if t.dict == nil && t.index == nil {
		if i := t.find(name); i >= 0 {
			t.values[i] = value
			return
		}
		if names, total := s.with(t.names, name); names != nil {
			if t.values == nil {
				t.values = make([]any, 0, total)
			}
			t.names, t.values = names, append(t.values, value)
			return
		}
	}
	t.set(name, value)
}

// delete removes name and reports whether it was there.
func (t *attrTable) delete(name string) bool {
	if t.dict != nil {
		if !t.dict.Has(name) {
			return false
		}
		t.dict.Delete(name)
		return true
	}
	i := t.find(name)
	if i < 0 {
		return false
	}
	t.names = slices.Delete(slices.Clone(t.names), i, i+1) // others may share them
	t.values = slices.Delete(t.values, i, i+1)
	if t.index != nil {
		t.reindex()
	}
	return true
}

func (t *attrTable) reindex() {
	t.index = make(map[string]int, 2*len(t.names))
	for i, name := range t.names {
		t.index[name] = i
	}
}

// all calls f for each attribute in order. Keys of a __dict__ that are not
// strings are no attributes and are skipped.
func (t *attrTable) all(f func(name string, value any)) {
	if t.dict != nil {
		for k, v := range t.dict.All() {
			if name, ok := k.(string); ok {
				f(name, v)
			}
		}
		return
	}
	for i, name := range t.names {
		f(name, t.values[i])
	}
}

// asDict returns the live dict that is the storage from now on.
func (t *attrTable) asDict() *Dict[any, any] {
	if t.dict == nil {
		dict := DictOf[any, any]()
		for i, name := range t.names {
			dict.Set(name, t.values[i])
		}
		*t = attrTable{dict: dict}
	}
	return t.dict
}
