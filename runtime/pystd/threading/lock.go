package threading

import (
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Lock is threading.Lock.
type Lock struct {
	queue  WaitQueue
	locked bool
}

// PyClass is the class lock.
func (l *Lock) PyClass() *py.Class { return lockClass }

// Acquire is Lock.acquire: it waits for the lock, at most timeout if that is not
// negative, and reports whether it was acquired.
func (l *Lock) Acquire(timeout time.Duration) bool {
	if !l.queue.WaitUntil(func() bool { return !l.locked }, timeout) {
		return false
	}
	l.locked = true
	return true
}

// Release is Lock.release. It raises RuntimeError when the lock is free.
func (l *Lock) Release() {
	if !l.locked {
		py.Raise(py.NewRuntimeError("release unlocked lock"))
	}
	l.locked = false
	l.queue.Wake(1)
}

// RLock is threading.RLock: the thread that holds it can acquire it again.
type RLock struct {
	queue WaitQueue
	owner *py.Thread
	count int
}

// PyClass is the class RLock.
func (l *RLock) PyClass() *py.Class { return rlockClass }

// Acquire is RLock.acquire.
func (l *RLock) Acquire(timeout time.Duration) bool {
	me := py.CurrentThread()
	if l.owner == me {
		l.count++
		return true
	}
	if !l.queue.WaitUntil(func() bool { return l.owner == nil }, timeout) {
		return false
	}
	l.owner, l.count = me, 1
	return true
}

// Release is RLock.release. It raises RuntimeError when another thread, or none,
// holds the lock.
func (l *RLock) Release() {
	if l.owner != py.CurrentThread() {
		py.Raise(py.NewRuntimeError("cannot release un-acquired lock"))
	}
	l.count--
	if l.count == 0 {
		l.owner = nil
		l.queue.Wake(1)
	}
}

var (
	lockClass  *py.Class
	rlockClass *py.Class
)

func init() {
	lockClass = py.NewNativeClass("_thread", "lock", nil, func(d *py.Definition) {
		of := func(self any) *Lock { return py.PayloadAs[*Lock](self) }
		d.Final()
		d.New("lock()", func() any { return &Lock{} })
		acquire := func(self, blocking, timeout any) any {
			return of(self).Acquire(timeoutArgument(blocking, timeout))
		}
		d.Method("acquire(self, /, blocking=True, timeout=-1)", acquire)
		d.Method("release(self, /)", func(self any) any {
			of(self).Release()
			return nil
		})
		d.Method("locked(self, /)", func(self any) any { return of(self).locked })
		d.Method("__enter__(self, /)", func(self any) any { return acquire(self, true, -1) })
		d.Method("__exit__(self, /, *args)", func(self, _ any) any {
			of(self).Release()
			return nil
		})
		d.Method("__repr__(self, /)", func(self any) any {
			state := "unlocked"
			if of(self).locked {
				state = "locked"
			}
			return fmt.Sprintf("<%s _thread.lock object at %#x>", state, py.ID(self))
		})
	})
	rlockClass = py.NewNativeClass("_thread", "RLock", nil, func(d *py.Definition) {
		of := func(self any) *RLock { return py.PayloadAs[*RLock](self) }
		d.New("RLock()", func() any { return &RLock{} })
		acquire := func(self, blocking, timeout any) any {
			return of(self).Acquire(timeoutArgument(blocking, timeout))
		}
		d.Method("acquire(self, /, blocking=True, timeout=-1)", acquire)
		d.Method("release(self, /)", func(self any) any {
			of(self).Release()
			return nil
		})
		d.Method("_is_owned(self, /)", func(self any) any { return of(self).owner == py.CurrentThread() })
		d.Method("__enter__(self, /)", func(self any) any { return acquire(self, true, -1) })
		d.Method("__exit__(self, /, *args)", func(self, _ any) any {
			of(self).Release()
			return nil
		})
		d.Method("__repr__(self, /)", func(self any) any {
			state := "unlocked"
			if of(self).count > 0 {
				state = "locked"
			}
			return fmt.Sprintf("<%s _thread.RLock object owner=%d count=%d at %#x>", state, identOf(of(self).owner),
				of(self).count, py.ID(self))
		})
	})
}
