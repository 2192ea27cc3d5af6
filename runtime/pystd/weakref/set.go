package weakref

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// newSet makes WeakSet, on a table whose values mean nothing.
func newSet() *py.Class {
	return define.Class("weakref", "WeakSet", []any{collectionsabc.Class("MutableSet")}, func(b *define.Body) {
		b.Method("__init__(self, data=None)", func(self, data any) any {
			py.SetAttr(self, stateName, &holder{&table{entries: py.DictOf[any, any](), weakKeys: true}})
			if data != nil {
				py.CallMethod(self, "update", data)
			}
			return nil
		})
		b.Method("__contains__(self, item)", func(self, item any) any {
			if _, ok := py.WeakTo(item); !ok {
				return false
			}
			_, ok := swept(self).get(item)
			return ok
		})
		b.Method("__len__(self)", func(self any) any { return swept(self).entries.Len() })
		b.GenMethod("__iter__(self)", func(y *py.Yielder, self any) any {
			for _, p := range swept(self).pairs() {
				y.Yield(p[0])
			}
			return nil
		})
		b.Method("add(self, item)", func(self, item any) any {
			tableOf(self).set(item, true)
			return nil
		})
		b.Method("discard(self, item)", func(self, item any) any {
			t := swept(self)
			t.entries.PopOr(t.key(item), nil)
			return nil
		})
		b.Method("remove(self, item)", func(self, item any) any {
			t := swept(self)
			py.DelItem(t.entries, t.key(item))
			return nil
		})
		b.Method("clear(self)", func(self any) any {
			tableOf(self).entries.Clear()
			return nil
		})
		b.Method("pop(self)", func(self any) any {
			pairs := swept(self).pairs()
			if len(pairs) == 0 {
				panic(py.NewKeyError("pop from empty WeakSet"))
			}
			last := pairs[len(pairs)-1][0]
			tableOf(self).entries.Delete(newReference(last, nil))
			return last
		})
		b.Method("update(self, other)", func(self, other any) any {
			for item := range py.Iter(other) {
				tableOf(self).set(item, true)
			}
			return nil
		})
		b.Method("copy(self)", func(self any) any { return py.Call(py.TypeOf(self), self) })
		operators := map[string]string{
			"union": "__or__", "intersection": "__and__", "difference": "__sub__", "symmetric_difference": "__xor__",
			"issubset": "__le__", "issuperset": "__ge__",
		}
		for name, operator := range operators {
			b.Method(name+"(self, other)", func(self, other any) any {
				return py.CallMethod(self, operator, py.Call(py.TypeOf(self), other))
			})
		}
	})
}
