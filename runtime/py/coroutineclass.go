package py

import "context"

// sendOrStop is the method send of generators and coroutines: the end is a
// StopIteration with the value.
func sendOrStop(self, v any) any {
	r, ok := stepSend(self, v)
	if !ok {
		raiseStopIteration(r)
	}
	return r
}

func raiseStopIteration(value any) {
	if value == nil {
		Raise(NewStopIteration())
	}
	Raise(NewStopIteration(value))
}

// defineFrameMethods adds the methods that generators and coroutines share.
func defineFrameMethods(d *Definition) {
	d.Method("send(self, value, /)", sendOrStop)
	d.Method("throw(self, typ, val=None, tb=None, /)", func(self, typ, val, tb any) any {
		r, ok := stepThrow(self, thrownException(typ, val))
		if !ok {
			raiseStopIteration(r)
		}
		return r
	})
	d.Method("close(self, /)", func(self any) any {
		switch o := self.(type) {
		case *Generator:
			return o.Close()
		case coroutineObject:
			o.Close()
		}
		return nil
	})
	name := func(self any) (name, qualname *string) {
		if g, ok := self.(*Generator); ok {
			return &g.name, &g.qualname
		}
		c := self.(coroutineObject).Dynamic()
		return &c.name, &c.qualname
	}
	defineFrameNames(d, name)
}

// defineFrameNames adds __name__, __qualname__ and the repr that shows it.
func defineFrameNames(d *Definition, names func(self any) (name, qualname *string)) {
	d.Member("__name__", func(self any) any { n, _ := names(self); return *n }, func(self, value any) {
		n, _ := names(self)
		*n = mustBeString(value, "__name__")
	})
	d.Member("__qualname__", func(self any) any { _, q := names(self); return *q }, func(self, value any) {
		_, q := names(self)
		*q = mustBeString(value, "__qualname__")
	})
	d.Method("__repr__(self, /)", func(self any) any {
		_, qualname := names(self)
		return "<" + typeName(self) + " object " + *qualname + " at " + addressText(self) + ">"
	})
}

// thrownException makes the exception of throw(typ, val).
func thrownException(typ, val any) BaseException {
	switch t := typ.(type) {
	case BaseException:
		return t
	case *Class:
		if t.layout == layoutException {
			if e, ok := val.(BaseException); ok {
				return e
			}
			if val == nil {
				return makeException(t)
			}
			return NewException(t, val)
		}
	}
	raisef(NewTypeError, "exceptions must be classes or instances deriving from BaseException, not %s", typeName(typ))
	return nil
}

func init() {
	CoroutineClass.define(func(d *Definition) {
		defineFrameMethods(d)
		is := func(name string, state frameState) {
			d.Getter(name, func(self any) any { return stateOf(self.(coroutineObject)) == state })
		}
		d.Method("__await__(self, /)", func(self any) any { return &coroutineWrapper{self.(coroutineObject).Dynamic()} })
		is("cr_running", frameRunning)
		is("cr_suspended", frameSuspended)
		d.Getter("cr_code", func(self any) any { return &code{qualname: self.(coroutineObject).Dynamic().qualname} })
		d.Getter("cr_origin", func(any) any { return nil })
		d.Getter("cr_frame", func(self any) any {
			if stateOf(self.(coroutineObject)) == frameFinished {
				return nil
			}
			return Ellipsis
		})
		d.Getter("cr_await", func(self any) any {
			if stateOf(self.(coroutineObject)) == frameSuspended {
				return Ellipsis
			}
			return nil
		})
	})
	coroutineWrapperClass.define(func(d *Definition) {
		d.Method("send(self, value, /)", func(self, v any) any {
			return sendOrStop(self.(*coroutineWrapper).coroutine, v)
		})
		d.Method("__next__(self, /)", func(self any) any {
			return sendOrStop(self.(*coroutineWrapper).coroutine, nil)
		})
		d.Method("__iter__(self, /)", func(self any) any { return self })
		d.Method("throw(self, typ, val=None, tb=None, /)", func(self, typ, val, tb any) any {
			r, ok := self.(*coroutineWrapper).coroutine.Throw(thrownException(typ, val))
			if !ok {
				raiseStopIteration(r)
			}
			return r
		})
		d.Method("close(self, /)", func(self any) any {
			self.(*coroutineWrapper).coroutine.Close()
			return nil
		})
	})
}

// coroutineWrapper is what coroutine.__await__() returns.
type coroutineWrapper struct {
	coroutine *Coroutine
}

var coroutineWrapperClass = newFinalClass("coroutine_wrapper")

func (w *coroutineWrapper) PyClass() *Class { return coroutineWrapperClass }

// AwaitAny awaits the coroutine.
func (w *coroutineWrapper) AwaitAny(ctx context.Context) (any, error) { return w.coroutine.Run(ctx) }
