package asyncio

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const locksModule = "asyncio.locks"

// The classes of the synchronisation primitives.
var (
	LockClass             *py.Class
	EventClass            *py.Class
	ConditionClass        *py.Class
	SemaphoreClass        *py.Class
	BoundedSemaphoreClass *py.Class
	BarrierClass          *py.Class
)

func init() {
	LockClass = newPythonClass(locksModule, "Lock", nil, func() any { return NewLock() }, defineLock)
	EventClass = newPythonClass(locksModule, "Event", nil, func() any { return NewEvent() }, defineEvent)
	ConditionClass = newPythonClass(locksModule, "Condition", nil, func() any { return &Condition{} }, defineCondition)
	SemaphoreClass = newPythonClass(locksModule, "Semaphore", nil, func() any { return &Semaphore{} }, defineSemaphore)
	BoundedSemaphoreClass = newPythonClass(locksModule, "BoundedSemaphore", SemaphoreClass,
		func() any { return &Semaphore{bounded: true} }, func(c pythonClass) {
			c.def("__init__(self, value=1)", func(self, value any) any {
				s := semaphoreOf(self)
				initSemaphore(s, value)
				s.bound = s.value
				return nil
			})
		})
	BarrierClass = newPythonClass(locksModule, "Barrier", nil, func() any { return &Barrier{} }, defineBarrier)
}

// PyClass is the class Lock.
func (k *Lock) PyClass() *py.Class { return LockClass }

// PyClass is the class Event.
func (e *Event) PyClass() *py.Class { return EventClass }

// PyClass is the class Condition.
func (c *Condition) PyClass() *py.Class { return ConditionClass }

// PyClass is the class Semaphore or BoundedSemaphore.
func (s *Semaphore) PyClass() *py.Class {
	if s.bounded {
		return BoundedSemaphoreClass
	}
	return SemaphoreClass
}

// PyClass is the class Barrier.
func (b *Barrier) PyClass() *py.Class { return BarrierClass }

func lockState(locked bool) string {
	if locked {
		return "locked"
	}
	return "unlocked"
}

func defineLock(c pythonClass) {
	of := func(self any) *Lock { return py.PayloadAs[*Lock](self) }
	c.def("__init__(self)", func(self any) any { return nil })
	c.def("locked(self)", func(self any) any { return of(self).Locked() })
	c.async("acquire(self)", func(ctx context.Context, self any) (any, error) {
		return true, of(self).Acquire(ctx)
	})
	c.def("release(self)", func(self any) any {
		of(self).Release()
		return nil
	})
	c.def("__repr__(self)", func(self any) any {
		return bracketed(self, lockState(of(self).locked), len(of(self).waiters))
	})
	c.acquireRelease()
}

func defineEvent(c pythonClass) {
	of := func(self any) *Event { return py.PayloadAs[*Event](self) }
	c.def("__init__(self)", func(self any) any { return nil })
	c.def("is_set(self)", func(self any) any { return of(self).set })
	c.def("set(self)", func(self any) any {
		of(self).Set()
		return nil
	})
	c.def("clear(self)", func(self any) any {
		of(self).Clear()
		return nil
	})
	c.async("wait(self)", func(ctx context.Context, self any) (any, error) {
		return true, of(self).Wait(ctx)
	})
	c.def("__repr__(self)", func(self any) any {
		state := "unset"
		if of(self).set {
			state = "set"
		}
		return bracketed(self, state, len(of(self).waiters))
	})
}

// objectLock is a lock of the program under a condition.
type objectLock struct{ object any }

func (o objectLock) Locked() bool { return py.Truth(py.CallMethod(o.object, "locked")) }

func (o objectLock) Acquire(ctx context.Context) error {
	_, err := py.Await(ctx, py.CallMethod(o.object, "acquire"))
	return err
}

func (o objectLock) Release() { py.CallMethod(o.object, "release") }

func defineCondition(c pythonClass) {
	of := func(self any) *Condition { return py.PayloadAs[*Condition](self) }
	c.def("__init__(self, lock=None)", func(self, lock any) any {
		switch l := lock.(type) {
		case nil:
			of(self).lock = NewLock()
		case *Lock:
			of(self).lock = l
		default:
			for _, method := range []string{"locked", "acquire", "release"} {
				py.GetAttr(lock, method)
			}
			of(self).lock = objectLock{lock}
		}
		return nil
	})
	c.def("locked(self)", func(self any) any { return of(self).Locked() })
	c.async("acquire(self)", func(ctx context.Context, self any) (any, error) {
		return true, of(self).Acquire(ctx)
	})
	c.def("release(self)", func(self any) any {
		of(self).Release()
		return nil
	})
	c.async("wait(self)", func(ctx context.Context, self any) (any, error) {
		return true, of(self).Wait(ctx)
	})
	c.async("wait_for(self, predicate)", func(ctx context.Context, self, predicate any) (any, error) {
		result := py.Call(predicate)
		for !py.Truth(result) {
			if err := of(self).Wait(ctx); err != nil {
				return nil, err
			}
			result = py.Call(predicate)
		}
		return result, nil
	})
	c.def("notify(self, n=1)", func(self, n any) any {
		of(self).Notify(py.As[int](n))
		return nil
	})
	c.def("notify_all(self)", func(self any) any {
		of(self).NotifyAll()
		return nil
	})
	c.Getter("_lock", func(self any) any {
		if o, ok := of(self).lock.(objectLock); ok {
			return o.object
		}
		return of(self).lock
	})
	c.def("__repr__(self)", func(self any) any {
		return bracketed(self, lockState(of(self).Locked()), len(of(self).waiters))
	})
	c.acquireRelease()
}

func semaphoreOf(self any) *Semaphore { return py.PayloadAs[*Semaphore](self) }

func initSemaphore(s *Semaphore, value any) {
	if py.Less(value, 0) {
		py.Raise(py.NewValueError("Semaphore initial value must be >= 0"))
	}
	s.value = py.As[int](value)
}

func defineSemaphore(c pythonClass) {
	c.def("__init__(self, value=1)", func(self, value any) any {
		initSemaphore(semaphoreOf(self), value)
		return nil
	})
	c.def("locked(self)", func(self any) any { return semaphoreOf(self).Locked() })
	c.async("acquire(self)", func(ctx context.Context, self any) (any, error) {
		return true, semaphoreOf(self).Acquire(ctx)
	})
	c.def("release(self)", func(self any) any {
		semaphoreOf(self).Release()
		return nil
	})
	c.Member("_value", func(self any) any { return semaphoreOf(self).value },
		func(self, v any) { semaphoreOf(self).value = py.As[int](v) })
	c.def("__repr__(self)", func(self any) any {
		s := semaphoreOf(self)
		state := "locked"
		if !s.Locked() {
			state = fmt.Sprintf("unlocked, value:%d", s.value)
		}
		return bracketed(self, state, len(s.waiters))
	})
	c.acquireRelease()
}

func defineBarrier(c pythonClass) {
	of := func(self any) *Barrier { return py.PayloadAs[*Barrier](self) }
	c.def("__init__(self, parties)", func(self, parties any) any {
		if py.Less(parties, 1) {
			py.Raise(py.NewValueError("parties must be > 0"))
		}
		of(self).init(py.As[int](parties))
		return nil
	})
	c.async("wait(self)", func(ctx context.Context, self any) (any, error) {
		index, err := of(self).Wait(ctx)
		return index, err
	})
	c.async("reset(self)", func(ctx context.Context, self any) (any, error) {
		return nil, of(self).Reset(ctx)
	})
	c.async("abort(self)", func(ctx context.Context, self any) (any, error) {
		return nil, of(self).Abort(ctx)
	})
	c.async("__aenter__(self)", func(ctx context.Context, self any) (any, error) {
		return py.Await(ctx, py.CallMethod(self, "wait"))
	})
	c.async("__aexit__(self, *args)", func(context.Context, any, any) (any, error) { return nil, nil })
	c.Getter("parties", func(self any) any { return of(self).parties })
	c.Getter("n_waiting", func(self any) any { return of(self).Waiting() })
	c.Getter("broken", func(self any) any { return of(self).Broken() })
	c.def("__repr__(self)", func(self any) any {
		b := of(self)
		extra := string(b.state)
		if !b.Broken() {
			extra += fmt.Sprintf(", waiters:%d/%d", b.Waiting(), b.parties)
		}
		return bracketed(self, extra, 0)
	})
}
