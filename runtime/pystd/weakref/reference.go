package weakref

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// reference is weakref.ref.
type reference struct {
	py.Attributes
	target   py.Weak
	class    string // the name of the target's class
	id       int
	callback any
	stop     func()
	hash     any
}

// PyClass is weakref.ReferenceType.
func (*reference) PyClass() *py.Class { return referenceClass }

// weakTo makes a weak reference to an object; it raises TypeError.
func weakTo(o any) py.Weak {
	switch py.TypeOf(o) {
	case py.StrClass, py.IntClass, py.FloatClass, py.BoolClass, py.TupleClass, py.ListClass, py.DictClass, py.BytesClass, py.ComplexClass:
	default:
		if w, ok := py.WeakTo(o); ok && weakable(py.TypeOf(o)) {
			return w
		}
	}
	panic(exc.TypeError("cannot create weak reference to '%s' object", py.TypeOf(o).Name()))
}

// weakable reports whether instances of a class have room for weak references:
// those of a class with __slots__ only if one is __weakref__.
func weakable(class *py.Class) bool {
	for _, c := range class.MRO() {
		if c == py.ObjectClass {
			break
		}
		slots, ok := c.Own("__slots__")
		if !ok {
			return true
		}
		if py.Contains(slots, "__weakref__") {
			return true
		}
	}
	return false
}

// get is the target, nil if it has been dropped.
func (r *reference) get() any {
	py.Collect()
	return r.target.Object()
}

// plain are the references without a callback, of which an object has one.
var plain = map[py.Weak]*reference{}

func newReference(o, callback any) *reference {
	w := weakTo(o)
	if callback == nil {
		if r := plain[w]; r != nil {
			return r
		}
	}
	r := &reference{target: w, class: py.TypeOf(o).Name(), id: py.ID(o), callback: callback}
	if callback == nil {
		plain[w] = r
		// Made again when it is asked for after that.
		py.Forget(o, func() { delete(plain, w) })
		return r
	}
	own := py.WeakOf(r)
	r.stop = py.Watch(o, func() {
		// A reference that is dropped itself has no callback any more.
		if r, ok := own.Object().(*reference); ok {
			callback := r.callback
			r.callback = nil
			py.Unraisable(callback, func() { py.Call(callback, r) })
		}
	})
	return r
}

func (r *reference) text() string {
	if o := r.get(); o != nil {
		return fmt.Sprintf("<weakref at %#x; to '%s' at %#x>", py.ID(r), r.class, r.id)
	}
	return fmt.Sprintf("<weakref at %#x; dead>", py.ID(r))
}

var referenceClass = py.NewNativeClass("weakref", "ReferenceType", nil, func(d *py.Definition) {
	of := py.PayloadAs[*reference]
	d.New("ReferenceType(object, callback=None, /)", func(o, callback any) any { return newReference(o, callback) })
	d.Method("__call__(self, /)", func(self any) any { return of(self).get() })
	d.Getter("__callback__", func(self any) any { return of(self).callback })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).text() })
	d.Method("__hash__(self, /)", func(self any) any {
		r := of(self)
		if r.hash == nil {
			o := r.target.Object()
			if o == nil {
				panic(exc.TypeError("weak object has gone away"))
			}
			r.hash = py.Hash(o)
		}
		return r.hash
	})
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		r := of(self)
		o, ok := py.Payload(other).(*reference)
		if !ok {
			return py.NotImplemented
		}
		if a, b := r.target.Object(), o.target.Object(); a != nil && b != nil {
			return py.Equal(a, b)
		}
		return r == o
	})
	d.Subscriptable()
})
