package weakref

import (
	"fmt"
	"slices"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// finalizer is weakref.finalize.
type finalizer struct {
	target py.Weak
	call   func() any
	parts  py.Tuple // the function, its arguments and its keywords
	atExit bool
	stop   func()
	id     int
	class  string
}

// PyClass is weakref.finalize.
func (*finalizer) PyClass() *py.Class { return finalizeClass }

// pending are the finalizers that have not been called, in the order they were made.
var pending []*finalizer

var runAtExit = sync.OnceFunc(func() { py.AtExit(callPending) })

// callPending calls those that are left at the end of the program, the last first.
func callPending() {
	for _, f := range slices.Backward(slices.Clone(pending)) {
		if f.atExit && f.alive() {
			py.Unraisable(f, func() { f.run() })
		}
	}
}

func (f *finalizer) alive() bool { return slices.Contains(pending, f) }

// take removes the finalizer from the pending ones; false if it was not.
func (f *finalizer) take() bool {
	i := slices.Index(pending, f)
	if i < 0 {
		return false
	}
	pending = slices.Delete(pending, i, i+1)
	f.stop()
	return true
}

// run calls the function if that has not happened.
func (f *finalizer) run() any {
	if !f.take() {
		return nil
	}
	return f.call()
}

func newFinalizer(o, function, args, kw any) any {
	runAtExit()
	f := &finalizer{target: weakTo(o), atExit: true, id: py.ID(o), class: py.TypeOf(o).Name()}
	f.parts = py.Tuple{function, args, kw}
	f.call = func() any { return py.CallKw(function, args.(py.Tuple), py.KwFrom(kw)) }
	f.stop = py.Watch(o, func() { py.Unraisable(f, func() { f.run() }) })
	pending = append(pending, f)
	return f
}

// described is what detach() and peek() return.
func (f *finalizer) described() any {
	o := f.target.Object()
	if o == nil {
		return nil
	}
	return append(py.Tuple{o}, f.parts...)
}

var finalizeClass *py.Class

func init() {
	finalizeClass = py.NewNativeClass("weakref", "finalize", nil, func(d *py.Definition) {
		of := py.PayloadAs[*finalizer]
		settled := func(self any) *finalizer {
			py.Collect()
			return of(self)
		}
		d.New("finalize(obj, func, /, *args, **kwargs)", newFinalizer)
		d.Method("__call__(self, _=None)", func(self, _ any) any { return settled(self).run() })
		d.Method("detach(self)", func(self any) any {
			f := settled(self)
			parts := f.described()
			if parts == nil || !f.take() {
				return nil
			}
			return parts
		})
		d.Method("peek(self)", func(self any) any {
			if f := settled(self); f.alive() {
				return f.described()
			}
			return nil
		})
		d.Getter("alive", func(self any) any { return settled(self).alive() })
		d.Member("atexit", func(self any) any { f := of(self); return f.alive() && f.atExit }, func(self, on any) { of(self).atExit = py.Truth(on) })
		d.Method("__repr__(self)", func(self any) any {
			f := settled(self)
			if !f.alive() {
				return fmt.Sprintf("<finalize object at %#x; dead>", py.ID(f))
			}
			return fmt.Sprintf("<finalize object at %#x; for '%s' at %#x>", py.ID(f), f.class, f.id)
		})
	})
}
