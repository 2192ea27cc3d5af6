package collectionsabc

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// addSets makes Set and MutableSet.
func (b *builder) addSets() {
	b.class("Set", []string{"Collection"}, func(d *define.Body) {
		b.addSetComparisons(d)
		b.addSetOperators(d)
	})
	b.class("MutableSet", []string{"Set"}, addMutableSetMethods)
}

func (b *builder) isSet(v any) bool      { return py.IsInstance(v, b.byName["Set"]) }
func (b *builder) isIterable(v any) bool { return py.IsInstance(v, b.byName["Iterable"]) }

func (b *builder) addSetComparisons(d *define.Body) {
	compare := func(spec string, holds func(self, other any) bool) {
		d.Method(spec, func(self, other any) any {
			if !b.isSet(other) {
				return py.NotImplemented
			}
			return holds(self, other)
		})
	}
	contained := func(a, b any) bool {
		if py.Len(a) > py.Len(b) {
			return false
		}
		for v := range py.Iter(a) {
			if !py.Contains(b, v) {
				return false
			}
		}
		return true
	}
	compare("__le__(self, other)", contained)
	compare("__lt__(self, other)", func(self, other any) bool {
		return py.Len(self) < py.Len(other) && py.LessEqual(self, other)
	})
	compare("__gt__(self, other)", func(self, other any) bool {
		return py.Len(self) > py.Len(other) && py.GreaterEqual(self, other)
	})
	compare("__ge__(self, other)", func(self, other any) bool { return contained(other, self) })
	compare("__eq__(self, other)", func(self, other any) bool {
		return py.Len(self) == py.Len(other) && py.LessEqual(self, other)
	})
	d.Method("isdisjoint(self, other)", func(self, other any) any {
		for v := range py.Iter(other) {
			if py.Contains(self, v) {
				return false
			}
		}
		return true
	})
}

// fromIterable makes a set of self's class.
func fromIterable(self any, items []any) any {
	return py.CallMethod(self, "_from_iterable", py.ListOf(items...))
}

func (b *builder) addSetOperators(d *define.Body) {
	d.ClassMethod("_from_iterable(cls, it)", func(cls, it any) any { return py.Call(cls, it) })
	filter := func(a, in any, keep bool) []any {
		var items []any
		for v := range py.Iter(a) {
			if py.Contains(in, v) == keep {
				items = append(items, v)
			}
		}
		return items
	}
	operator := func(name string, combine func(self, other any) any) {
		f := func(self, other any) any {
			if !b.isSet(other) {
				if !b.isIterable(other) {
					return py.NotImplemented
				}
				other = fromIterable(self, py.ListFrom(py.Iter(other)).Items())
			}
			return combine(self, other)
		}
		d.Method("__"+name+"__(self, other)", f)
	}
	and := func(self, other any) any { return fromIterable(self, filter(other, self, true)) }
	or := func(self, other any) any {
		items := py.ListFrom(py.Iter(self))
		items.Extend(py.Iter(other))
		return fromIterable(self, items.Items())
	}
	xor := func(self, other any) any { return py.BitOr(py.Sub(self, other), py.Sub(other, self)) }
	operator("and", and)
	operator("rand", and)
	operator("or", or)
	operator("ror", or)
	operator("sub", func(self, other any) any { return fromIterable(self, filter(self, other, false)) })
	operator("rsub", func(self, other any) any { return fromIterable(self, filter(other, self, false)) })
	operator("xor", xor)
	operator("rxor", xor)
	d.Method("_hash(self)", func(self any) any { return py.Hash(py.FrozenSetFrom(py.Iter(self))) })
}

func addMutableSetMethods(d *define.Body) {
	abstractMethod(d, "add(self, value)", raiseNotImplemented)
	abstractMethod(d, "discard(self, value)", raiseNotImplemented)
	d.Method("remove(self, value)", func(self, value any) any {
		if !py.Contains(self, value) {
			panic(py.NewKeyError(value))
		}
		py.CallMethod(self, "discard", value)
		return nil
	})
	d.Method("pop(self)", func(self any) any {
		v, ok := py.Next(py.GetIter(self))
		if !ok {
			panic(py.NewKeyError())
		}
		py.CallMethod(self, "discard", v)
		return v
	})
	d.Method("clear(self)", func(self any) any {
		return untilError(py.KeyError, func() { py.CallMethod(self, "pop") })
	})
	d.Method("__ior__(self, it)", func(self, it any) any {
		for v := range py.Iter(it) {
			py.CallMethod(self, "add", v)
		}
		return self
	})
	d.Method("__iand__(self, it)", func(self, it any) any {
		for v := range py.Iter(py.Sub(self, it)) {
			py.CallMethod(self, "discard", v)
		}
		return self
	})
	d.Method("__ixor__(self, it)", func(self, it any) any {
		if it == self {
			py.CallMethod(self, "clear")
			return self
		}
		for v := range py.Iter(it) {
			if py.Contains(self, v) {
				py.CallMethod(self, "discard", v)
			} else {
				py.CallMethod(self, "add", v)
			}
		}
		return self
	})
	d.Method("__isub__(self, it)", func(self, it any) any {
		if it == self {
			py.CallMethod(self, "clear")
			return self
		}
		for v := range py.Iter(it) {
			py.CallMethod(self, "discard", v)
		}
		return self
	})
}
