package threading

import (
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// condition is the Go side of threading.Condition.
type condition struct {
	lock  any
	queue WaitQueue
}

// eventState is the Go side of threading.Event.
type eventState struct {
	queue WaitQueue
	set   bool
}

// semaphoreState is the Go side of threading.Semaphore.
type semaphoreState struct {
	queue   WaitQueue
	value   int
	initial int
	bounded bool
}

const stateName = "_state"

// stateOf returns the Go side of an object of this module.
func stateOf[T any](self any) T {
	h, ok := py.GetAttrOr(self, stateName, nil).(*holder)
	if !ok {
		py.Raise(py.NewRuntimeError("thread.__init__() not called"))
	}
	return h.value.(T)
}

// holder keeps a Go value in an attribute of an object.
type holder struct{ value any }

// PyClass makes holder a value.
func (*holder) PyClass() *py.Class { return holderClass }

var holderClass = py.NewNativeClass("threading", "_State", nil, func(*py.Definition) {})

func setState(self, value any) { py.SetAttr(self, stateName, &holder{value}) }

func seconds(timeout any) time.Duration { return executor.Timeout(timeout) }

func newConditionClass() *py.Class {
	return define.Class("threading", "Condition", nil, func(b *define.Body) {
		b.Method("__init__(self, lock=None)", func(self, lock any) any {
			if lock == nil {
				lock = &RLock{}
			}
			setState(self, &condition{lock: lock})
			return nil
		})
		lockMethod := func(name string) func(self, args, kw any) any {
			return func(self, args, kw any) any {
				return py.CallMethodKw(stateOf[*condition](self).lock, name, args.(py.Tuple), py.KwFrom(kw))
			}
		}
		b.Method("acquire(self, *args, **kwargs)", lockMethod("acquire"))
		b.Method("release(self, *args, **kwargs)", lockMethod("release"))
		b.Method("__enter__(self)", func(self any) any {
			return py.CallMethod(stateOf[*condition](self).lock, "__enter__")
		})
		b.Method("__exit__(self, *args)", func(self, args any) any {
			return py.CallMethod(stateOf[*condition](self).lock, "__exit__", args.(py.Tuple)...)
		})
		b.Method("wait(self, timeout=None)", func(self, timeout any) any {
			return stateOf[*condition](self).wait(seconds(timeout))
		})
		b.Method("wait_for(self, predicate, timeout=None)", func(self, predicate, timeout any) any {
			return stateOf[*condition](self).waitFor(predicate, seconds(timeout))
		})
		b.Method("notify(self, n=1)", func(self, n any) any {
			stateOf[*condition](self).notify(py.As[int](n))
			return nil
		})
		b.Method("notify_all(self)", func(self any) any {
			c := stateOf[*condition](self)
			c.notify(len(c.queue.waiting))
			return nil
		})
	})
}

// owned reports whether the condition's lock is held.
func (c *condition) owned() bool {
	switch l := c.lock.(type) {
	case *RLock:
		return l.owner == py.CurrentThread()
	case *Lock:
		return l.locked
	}
	if py.Truth(py.CallMethod(c.lock, "acquire", false)) {
		py.CallMethod(c.lock, "release")
		return false
	}
	return true
}

func (c *condition) wait(timeout time.Duration) bool {
	if !c.owned() {
		py.Raise(py.NewRuntimeError("cannot wait on un-acquired lock"))
	}
	r, recursive := c.lock.(*RLock)
	var owner *py.Thread
	count := 0
	if recursive {
		owner, count = r.owner, r.count
		r.owner, r.count = nil, 0
		r.queue.Wake(1)
	} else {
		py.CallMethod(c.lock, "release")
	}
	woken := c.queue.Wait(timeout)
	if recursive {
		r.queue.WaitUntil(func() bool { return r.owner == nil }, -1)
		r.owner, r.count = owner, count
	} else {
		py.CallMethod(c.lock, "acquire")
	}
	return woken
}

func (c *condition) waitFor(predicate any, timeout time.Duration) any {
	start := time.Now()
	result := py.Call(predicate)
	for !py.Truth(result) {
		rest := timeout
		if timeout >= 0 {
			if rest = timeout - time.Since(start); rest <= 0 {
				break
			}
		}
		c.wait(rest)
		result = py.Call(predicate)
	}
	return result
}

func (c *condition) notify(n int) {
	if !c.owned() {
		py.Raise(py.NewRuntimeError("cannot notify on un-acquired lock"))
	}
	c.queue.Wake(n)
}

func newEventClass() *py.Class {
	return define.Class("threading", "Event", nil, func(b *define.Body) {
		of := func(self any) *eventState { return stateOf[*eventState](self) }
		b.Method("__init__(self)", func(self any) any {
			setState(self, &eventState{})
			return nil
		})
		b.Method("is_set(self)", func(self any) any { return of(self).set })
		b.Method("set(self)", func(self any) any {
			of(self).set = true
			of(self).queue.WakeAll()
			return nil
		})
		b.Method("clear(self)", func(self any) any {
			of(self).set = false
			return nil
		})
		b.Method("wait(self, timeout=None)", func(self, timeout any) any {
			e := of(self)
			if e.set {
				return true
			}
			return e.queue.Wait(seconds(timeout))
		})
		b.Method("__repr__(self)", func(self any) any {
			state := "unset"
			if of(self).set {
				state = "set"
			}
			return describe(self) + ": " + state + ">"
		})
	})
}

func newSemaphoreClass(name string, base *py.Class) *py.Class {
	var bases []any
	if base != nil {
		bases = []any{base}
	}
	return define.Class("threading", name, bases, func(b *define.Body) {
		of := func(self any) *semaphoreState { return stateOf[*semaphoreState](self) }
		b.Method("__init__(self, value=1)", func(self, value any) any {
			if py.Less(value, 0) {
				py.Raise(py.NewValueError("semaphore initial value must be >= 0"))
			}
			n := py.As[int](value)
			setState(self, &semaphoreState{value: n, initial: n, bounded: base != nil})
			return nil
		})
		if base != nil {
			return
		}
		b.Method("acquire(self, blocking=True, timeout=None)", func(self, blocking, timeout any) any {
			s := of(self)
			limit := seconds(timeout)
			if !py.Truth(blocking) {
				if timeout != nil {
					py.Raise(py.NewValueError("can't specify timeout for non-blocking acquire"))
				}
				limit = 0
			}
			if !s.queue.WaitUntil(func() bool { return s.value > 0 }, limit) {
				return false
			}
			s.value--
			return true
		})
		b.Method("release(self, n=1)", func(self, n any) any {
			of(self).release(py.As[int](n))
			return nil
		})
		b.Method("__enter__(self)", func(self any) any { return py.CallMethod(self, "acquire") })
		b.Method("__exit__(self, t, v, tb)", func(self, _, _, _ any) any {
			py.CallMethod(self, "release")
			return nil
		})
		b.Method("__repr__(self)", func(self any) any {
			return describe(self) + ": value=" + py.Repr(of(self).value) + ">"
		})
	})
}

func (s *semaphoreState) release(n int) {
	if n < 1 {
		py.Raise(py.NewValueError("n must be one or more"))
	}
	if s.bounded && s.value+n > s.initial {
		py.Raise(py.NewValueError("Semaphore released too many times"))
	}
	s.value += n
	s.queue.Wake(n)
}
