package threading

import (
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// WaitQueue is a FIFO of threads that wait. It is guarded by the interpreter
// lock, which is released while a thread waits.
type WaitQueue struct{ waiting []chan struct{} }

// Wait waits until the thread is woken, at most timeout if that is not negative,
// and reports whether it was woken.
func (q *WaitQueue) Wait(timeout time.Duration) bool {
	c := make(chan struct{})
	q.waiting = append(q.waiting, c)
	woken := false
	py.Blocking(func() { woken = receive(c, timeout) })
	if woken {
		return true
	}
	for i, other := range q.waiting {
		if other == c {
			q.waiting = append(q.waiting[:i], q.waiting[i+1:]...)
			return false
		}
	}
	// It was woken just after its time had run out.
	return true
}

func receive(c <-chan struct{}, timeout time.Duration) bool {
	if timeout < 0 {
		<-c
		return true
	}
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case <-c:
		return true
	case <-timer.C:
		return false
	}
}

// Wake wakes up to n of those that wait.
func (q *WaitQueue) Wake(n int) {
	for ; n > 0 && len(q.waiting) > 0; n-- {
		close(q.waiting[0])
		q.waiting = q.waiting[1:]
	}
}

// WakeAll wakes all that wait.
func (q *WaitQueue) WakeAll() { q.Wake(len(q.waiting)) }

// WaitUntil waits until ready is true, and reports whether it is.
func (q *WaitQueue) WaitUntil(ready func() bool, timeout time.Duration) bool {
	start := time.Now()
	for !ready() {
		rest := timeout
		if timeout >= 0 {
			if rest = timeout - time.Since(start); rest <= 0 {
				return false
			}
		}
		q.Wait(rest)
	}
	return true
}

// timeoutArgument is the timeout of acquire(blocking, timeout).
func timeoutArgument(blocking, timeout any) time.Duration {
	if !py.Truth(blocking) {
		if timeout != nil && !py.Equal(timeout, -1) {
			py.Raise(py.NewValueError("can't specify a timeout for a non-blocking call"))
		}
		return 0
	}
	if timeout == nil || py.Equal(timeout, -1) {
		return -1
	}
	if py.Less(timeout, 0) {
		py.Raise(py.NewValueError("timeout value must be a non-negative number"))
	}
	return executor.Timeout(timeout)
}
