package weakref

import (
	"fmt"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// A table is what the weak dictionaries hold: strong keys or values beside weak
// ones. An entry is gone when the collector has found its weak part.
type table struct {
	entries  *py.Dict[any, any] // values; of a WeakKeyDictionary by references
	weakKeys bool
}

const stateName = "_weak"

// holder keeps a table in an attribute.
type holder struct{ table *table }

func tableOf(self any) *table { return py.GetAttr(self, stateName).(*holder).table }

// swept is the table without the entries that are gone.
func swept(self any) *table {
	t := tableOf(self)
	py.Collect()
	for _, key := range slices.Collect(t.entries.Keys()) {
		v, _ := t.entries.Lookup(key)
		if t.weakPart(key, v).target.Object() == nil {
			t.entries.Delete(key)
		}
	}
	return t
}

func (t *table) weakPart(key, value any) *reference {
	if t.weakKeys {
		return key.(*reference)
	}
	return value.(*reference)
}

// pairs are the keys and values that are there now, which are kept meanwhile.
func (t *table) pairs() []py.Tuple {
	var all []py.Tuple
	for key, value := range t.entries.All() {
		if o := t.weakPart(key, value).target.Object(); o == nil {
			continue
		} else if t.weakKeys {
			all = append(all, py.Tuple{o, value})
		} else {
			all = append(all, py.Tuple{key, o})
		}
	}
	return all
}

func (t *table) key(key any) any {
	if t.weakKeys {
		return newReference(key, nil)
	}
	return key
}

// get is the value of a key.
func (t *table) get(key any) (any, bool) {
	v, ok := t.entries.Lookup(t.key(key))
	if ok && !t.weakKeys {
		v = v.(*reference).target.Object()
		ok = v != nil
	}
	return v, ok
}

func (t *table) set(key, value any) {
	if !t.weakKeys {
		value = newReference(value, nil)
	}
	t.entries.Set(t.key(key), value)
}

// newMapping makes WeakValueDictionary or WeakKeyDictionary.
func newMapping(name string, weakKeys bool) *py.Class {
	return define.Class("weakref", name, []any{collectionsabc.Class("MutableMapping")}, func(b *define.Body) {
		initSpec := "__init__(self, other=(), /, **kw)"
		if weakKeys {
			initSpec = "__init__(self, dict=())"
		}
		fill := func(self, other, kw any) any {
			py.SetAttr(self, stateName, &holder{&table{entries: py.DictOf[any, any](), weakKeys: weakKeys}})
			if other == nil {
				other = py.Tuple{}
			}
			py.CallMethodKw(self, "update", []any{other}, py.KwFrom(kw))
			return nil
		}
		if weakKeys {
			b.Method(initSpec, func(self, other any) any { return fill(self, other, py.DictOf[any, any]()) })
		} else {
			b.Method(initSpec, fill)
		}
		b.Method("__getitem__(self, key)", func(self, key any) any {
			v, ok := swept(self).get(key)
			if !ok {
				if weakKeys {
					key = newReference(key, nil)
				}
				panic(py.NewKeyError(key))
			}
			return v
		})
		b.Method("__setitem__(self, key, value)", func(self, key, value any) any {
			swept(self).set(key, value)
			return nil
		})
		b.Method("__delitem__(self, key)", func(self, key any) any {
			t := swept(self)
			py.DelItem(t.entries, t.key(key))
			return nil
		})
		b.Method("__contains__(self, key)", func(self, key any) any {
			if _, ok := py.WeakTo(key); weakKeys && !ok {
				return false
			}
			_, ok := swept(self).get(key)
			return ok
		})
		b.Method("__len__(self)", func(self any) any { return swept(self).entries.Len() })
		parts := func(name string, part func(p py.Tuple) any) {
			b.GenMethod(name+"(self)", func(y *py.Yielder, self any) any {
				for _, p := range swept(self).pairs() {
					y.Yield(part(p))
				}
				return nil
			})
		}
		key := func(p py.Tuple) any { return p[0] }
		parts("__iter__", key)
		parts("keys", key)
		parts("values", func(p py.Tuple) any { return p[1] })
		parts("items", func(p py.Tuple) any { return p })
		b.Method("clear(self)", func(self any) any {
			tableOf(self).entries.Clear()
			return nil
		})
		b.Method("copy(self)", func(self any) any {
			twin := py.Call(py.TypeOf(self))
			for _, p := range swept(self).pairs() {
				tableOf(twin).set(p[0], p[1])
			}
			return twin
		})
		b.Method("__repr__(self)", func(self any) any { return fmt.Sprintf("<%s at %#x>", name, py.ID(self)) })
		list := "valuerefs"
		if weakKeys {
			list = "keyrefs"
		}
		b.Method(list+"(self)", func(self any) any {
			all := py.ListOf[any]()
			for k, v := range swept(self).entries.All() {
				if weakKeys {
					v = k
				}
				all.Append(v)
			}
			return all
		})
	})
}
