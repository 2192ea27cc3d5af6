package decimal

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A signalDict is the mapping that shows the flags or traps of a context.
type signalDict struct{ set *condition }

var signalDictClass *py.Class

func init() {
	signalDictClass = py.NewNativeClass("decimal", "SignalDict", nil, defineSignalDict)
}

// PyClass is the class of the mapping.
func (s *signalDict) PyClass() *py.Class { return signalDictClass }

func (s *signalDict) dict() *py.Dict[any, any] {
	d := py.DictOf[any, any]()
	for _, k := range signals {
		d.Set(k.class, *s.set&k.bit != 0)
	}
	return d
}

func defineSignalDict(d *py.Definition) {
	of := py.PayloadAs[*signalDict]
	d.Method("__getitem__(self, key, /)", func(self, key any) any { return *of(self).set&mustSignal(key) != 0 })
	d.Method("__setitem__(self, key, value, /)", func(self, key, value any) any {
		s, bit := of(self), mustSignal(key)
		if py.Truth(value) {
			*s.set |= bit
		} else {
			*s.set &^= bit
		}
		return nil
	})
	d.Method("__delitem__(self, key, /)", func(any, any) any {
		panic(exc.ValueError("signal keys cannot be deleted"))
	})
	d.Method("__len__(self, /)", func(any) any { return len(signals) })
	d.Method("__iter__(self, /)", func(self any) any { return py.GetIter(of(self).dict()) })
	d.Method("__contains__(self, key, /)", func(_, key any) any {
		_, ok := signalOf(key)
		return ok
	})
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		if s, ok := other.(*signalDict); ok {
			return *s.set == *of(self).set
		}
		return py.Eq(of(self).dict(), other)
	})
	d.Method("__repr__(self, /)", func(self any) any {
		var items []string
		for k, v := range of(self).dict().All() {
			items = append(items, py.Repr(k)+":"+py.Repr(v))
		}
		return "{" + strings.Join(items, ", ") + "}"
	})
	d.Method("get(self, key, default=None)", func(self, key, otherwise any) any {
		return of(self).dict().GetOr(key, otherwise)
	})
	for _, name := range []string{"keys", "values", "items", "copy"} {
		d.Method(name+"(self, /)", func(self any) any { return py.CallMethod(of(self).dict(), name) })
	}
}
