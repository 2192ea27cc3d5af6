package collections

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// dequeValue is what a Deque of any type is to dynamic code.
type dequeValue interface {
	Len() int
	MaxLen() int
	Clear()
	Reverse()
	Rotate(n int)
	Delete(i int)
	item(i int) any
	setItem(i int, v any)
	push(v any, left bool)
	take(left bool) any
	insert(i int, v any)
	find(v any, lo, hi int) int
	count(v any) int
	remove(v any)
	copyDeque() any
	limit(maxLen int)
	version() int
	position(i int, fault string) int
}

func (d *Deque[T]) item(i int) any       { return py.Box(*d.slot(i)) }
func (d *Deque[T]) setItem(i int, v any) { *d.slot(i) = py.As[T](v) }
func (d *Deque[T]) insert(i int, v any)  { d.Insert(i, py.As[T](v)) }
func (d *Deque[T]) copyDeque() any       { return d.Copy() }
func (d *Deque[T]) version() int         { return d.changes }
func (d *Deque[T]) limit(maxLen int)     { d.maxLen = maxLen }

func (d *Deque[T]) push(v any, left bool) {
	if left {
		d.AppendLeft(py.As[T](v))
	} else {
		d.Append(py.As[T](v))
	}
}

func (d *Deque[T]) take(left bool) any {
	if left {
		return py.Box(d.PopLeft())
	}
	return py.Box(d.Pop())
}

// DequeClass is the class collections.deque.
var DequeClass = py.NewNativeClass("collections", "deque", nil, defineDeque).NameInErrors("collections.deque")

func dequeOf(self any) dequeValue { return py.PayloadAs[dequeValue](self) }

func defineDeque(d *py.Definition) {
	d.Doc("A list-like sequence optimized for data accesses near its endpoints.")
	d.Set(py.SequenceFlag, true)
	d.Alloc(func() any { return NewDeque[any]() })
	d.Init("__init__(self, iterable=(), maxlen=None)", func(self, iterable, maxlen any) any {
		deque := dequeOf(self)
		limit := -1
		if maxlen != nil {
			n, ok := maxlen.(int)
			if !ok {
				panic(exc.TypeError("an integer is required"))
			}
			if limit = n; n < 0 {
				panic(exc.ValueError("maxlen must be non-negative"))
			}
		}
		deque.Clear()
		deque.limit(limit)
		extend(deque, iterable, false)
		return nil
	})
	d.Getter("maxlen", func(self any) any {
		if n := dequeOf(self).MaxLen(); n >= 0 {
			return n
		}
		return nil
	})
	defineDequeMethods(d)
	defineDequeOperators(d)
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any {
		return py.Call(py.GenericAliasClass, cls, item)
	})
}

func extend(deque dequeValue, iterable any, left bool) {
	if py.Payload(iterable) == any(deque) {
		iterable = deque.copyDeque()
	}
	for v := range py.Iter(iterable) {
		deque.push(v, left)
	}
}

func defineDequeMethods(d *py.Definition) {
	d.Method("append(self, item, /)", func(self, v any) any { dequeOf(self).push(v, false); return nil })
	d.Method("appendleft(self, item, /)", func(self, v any) any { dequeOf(self).push(v, true); return nil })
	d.Method("pop(self, /)", func(self any) any { return dequeOf(self).take(false) })
	d.Method("popleft(self, /)", func(self any) any { return dequeOf(self).take(true) })
	d.Method("extend(self, iterable, /)", func(self, it any) any { extend(dequeOf(self), it, false); return nil })
	d.Method("extendleft(self, iterable, /)", func(self, it any) any { extend(dequeOf(self), it, true); return nil })
	d.Method("clear(self, /)", func(self any) any { dequeOf(self).Clear(); return nil })
	d.Method("reverse(self, /)", func(self any) any { dequeOf(self).Reverse(); return nil })
	d.Method("rotate(self, n=1, /)", func(self, n any) any { dequeOf(self).Rotate(py.As[int](n)); return nil })
	d.Method("count(self, value, /)", func(self, v any) any { return dequeOf(self).count(v) })
	d.Method("remove(self, value, /)", func(self, v any) any { dequeOf(self).remove(v); return nil })
	d.Method("insert(self, index, value, /)", func(self, i, v any) any {
		dequeOf(self).insert(py.As[int](i), v)
		return nil
	})
	d.Method("index(self, value, start=0, stop=None, /)", func(self, v, start, stop any) any {
		deque := dequeOf(self)
		lo, hi := py.As[int](start), deque.Len()
		if stop != nil {
			hi = py.As[int](stop)
		}
		if lo < 0 {
			lo = max(lo+deque.Len(), 0)
		}
		if hi < 0 {
			hi += deque.Len()
		}
		i := deque.find(v, lo, hi)
		if i < 0 {
			panic(exc.ValueError("%s is not in deque", py.Repr(v)))
		}
		return i
	})
	for _, name := range []string{"copy", "__copy__"} {
		d.Method(name+"(self, /)", func(self any) any {
			if obj, ok := self.(*py.Object); ok {
				return likeDeque(obj, dequeOf(self).copyDeque())
			}
			return dequeOf(self).copyDeque()
		})
	}
	d.Method("__reversed__(self, /)", func(self any) any {
		return newDequeIterator(dequeOf(self), true)
	})
	d.Method("__reduce__(self, /)", func(self any) any {
		args := py.Tuple{}
		if n := dequeOf(self).MaxLen(); n >= 0 {
			args = py.Tuple{py.Tuple{}, n}
		}
		return py.Tuple{py.TypeOf(self), args, nil, py.GetIter(self)}
	})
}

// likeDeque makes an instance of obj's class with the items of a deque.
func likeDeque(obj *py.Object, items any) any {
	maxlen := py.GetAttr(items, "maxlen")
	if maxlen == nil {
		return py.Call(obj.Class, items)
	}
	return py.Call(obj.Class, items, maxlen)
}

func defineDequeOperators(d *py.Definition) {
	d.Method("__len__(self, /)", func(self any) any { return dequeOf(self).Len() })
	d.Method("__iter__(self, /)", func(self any) any { return newDequeIterator(dequeOf(self), false) })
	d.Method("__contains__(self, item, /)", func(self, v any) any {
		deque := dequeOf(self)
		return deque.find(v, 0, deque.Len()) >= 0
	})
	d.Method("__getitem__(self, index, /)", func(self, i any) any {
		deque := dequeOf(self)
		return deque.item(deque.position(sequenceIndex(i), "deque index out of range"))
	})
	d.Method("__setitem__(self, index, value, /)", func(self, i, v any) any {
		deque := dequeOf(self)
		deque.setItem(deque.position(sequenceIndex(i), "deque index out of range"), v)
		return nil
	})
	d.Method("__delitem__(self, index, /)", func(self, i any) any {
		dequeOf(self).Delete(sequenceIndex(i))
		return nil
	})
	d.Method("__repr__(self, /)", func(self any) any {
		return dequeText(self)
	})
	d.Method("__add__(self, other, /)", func(self, other any) any {
		right, ok := py.Payload(other).(dequeValue)
		if !ok {
			panic(exc.TypeError("can only concatenate deque (not \"%s\") to deque", py.TypeOf(other).Name()))
		}
		sum := dequeOf(self).copyDeque()
		extend(sum.(dequeValue), right, false)
		return sum
	})
	d.Method("__iadd__(self, other, /)", func(self, other any) any {
		extend(dequeOf(self), other, false)
		return self
	})
	times := func(self, n any) any {
		product := dequeOf(self).copyDeque()
		repeatDeque(product.(dequeValue), py.As[int](n))
		return product
	}
	d.Method("__mul__(self, value, /)", times)
	d.Method("__rmul__(self, value, /)", times)
	d.Method("__imul__(self, value, /)", func(self, n any) any {
		repeatDeque(dequeOf(self), py.As[int](n))
		return self
	})
	d.Set("__hash__", nil)
	compare := func(name string, op func(a, b any) any) {
		d.Method(name+"(self, other, /)", func(self, other any) any {
			b, ok := py.Payload(other).(dequeValue)
			if !ok {
				return py.NotImplemented
			}
			return op(dequeItems(dequeOf(self)), dequeItems(b))
		})
	}
	compare("__eq__", py.Eq)
	compare("__ne__", py.Ne)
	compare("__lt__", py.Lt)
	compare("__le__", py.Le)
	compare("__gt__", py.Gt)
	compare("__ge__", py.Ge)
}

func sequenceIndex(i any) int {
	if n, ok := i.(int); ok {
		return n
	}
	if b, ok := i.(bool); ok {
		return py.As[int](py.Int(b))
	}
	if !py.HasAttr(i, "__index__") {
		panic(exc.TypeError("sequence index must be integer, not '%s'", py.TypeOf(i).Name()))
	}
	return py.As[int](py.CallMethod(i, "__index__"))
}

func repeatDeque(deque dequeValue, n int) {
	items := dequeItems(deque)
	if n <= 0 {
		deque.Clear()
		return
	}
	for range n - 1 {
		for _, v := range items {
			deque.push(v, false)
		}
	}
}

func dequeItems(deque dequeValue) py.Tuple {
	items := make(py.Tuple, deque.Len())
	for i := range items {
		items[i] = deque.item(i)
	}
	return items
}

// dequeReprs holds the deques whose repr is being made.
var dequeReprs = map[dequeValue]bool{}

func dequeText(self any) string {
	deque := dequeOf(self)
	if dequeReprs[deque] {
		return "[...]"
	}
	dequeReprs[deque] = true
	defer delete(dequeReprs, deque)
	return dequeRepr(py.TypeOf(self).Name(), deque)
}

// dequeIterator is what iter() and reversed() of a deque return.
type dequeIterator struct {
	deque   dequeValue
	at      int
	step    int
	version int
}

var (
	dequeIteratorClass        = py.NewNativeClass("collections", "_deque_iterator", nil, noMethods)
	dequeReverseIteratorClass = py.NewNativeClass("collections", "_deque_reverse_iterator", nil, noMethods)
)

// noMethods defines nothing: iterators get their methods from Next.
func noMethods(*py.Definition) {}

func newDequeIterator(deque dequeValue, reverse bool) *dequeIterator {
	if reverse {
		return &dequeIterator{deque, deque.Len() - 1, -1, deque.version()}
	}
	return &dequeIterator{deque, 0, 1, deque.version()}
}

// PyClass is the iterator's class.
func (it *dequeIterator) PyClass() *py.Class {
	if it.step < 0 {
		return dequeReverseIteratorClass
	}
	return dequeIteratorClass
}

// Next returns the next item. It raises RuntimeError when the deque has
// changed.
func (it *dequeIterator) Next() (any, bool) {
	if it.version != it.deque.version() {
		panic(exc.RuntimeError("deque mutated during iteration"))
	}
	if it.at < 0 || it.at >= it.deque.Len() {
		return nil, false
	}
	v := it.deque.item(it.at)
	it.at += it.step
	return v, true
}
