package executor

import (
	"math"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// State is the state of a Future.
type State string

// The states of a Future.
const (
	Pending              State = "PENDING"
	Running              State = "RUNNING"
	Cancelled            State = "CANCELLED"
	CancelledAndNotified State = "CANCELLED_AND_NOTIFIED"
	Finished             State = "FINISHED"
)

// Future is concurrent.futures.Future: the result of a call in another thread.
// It is guarded by the interpreter lock.
type Future struct {
	py.Attributes
	state     State
	result    any
	err       error
	finished  chan struct{}
	callbacks []any
	waiters   []*waiter
	// Self is the object of a class derived from Future that this is part of.
	self any
}

// NewFuture makes a pending future.
func NewFuture() *Future { return &Future{state: Pending} }

// PyClass is the class Future.
func (f *Future) PyClass() *py.Class { return FutureClass }

// State returns the state of the future.
func (f *Future) State() State { return f.state }

// Done is Future.done().
func (f *Future) Done() bool {
	return f.state == Finished || f.IsCancelled()
}

// IsCancelled is Future.cancelled().
func (f *Future) IsCancelled() bool {
	return f.state == Cancelled || f.state == CancelledAndNotified
}

// Cancel is Future.cancel(): it reports whether the call will not happen.
func (f *Future) Cancel() bool {
	switch f.state {
	case Running, Finished:
		return false
	case Cancelled, CancelledAndNotified:
		return true
	}
	f.state = Cancelled
	f.settle()
	return true
}

// SetRunningOrNotifyCancel is Future.set_running_or_notify_cancel(): it reports
// whether the call is to be made. It raises RuntimeError in any other state.
func (f *Future) SetRunningOrNotifyCancel() bool {
	switch f.state {
	case Cancelled:
		f.state = CancelledAndNotified
		for _, w := range f.waiters {
			w.add(f)
		}
		return false
	case Pending:
		f.state = Running
		return true
	}
	py.Raise(py.NewRuntimeError("Future in unexpected state"))
	return false
}

// SetResult is Future.set_result(v). It raises InvalidStateError when the future
// is done.
func (f *Future) SetResult(v any) {
	f.checkUnfinished()
	f.result = v
	f.finish()
}

// SetException is Future.set_exception(err). It raises InvalidStateError when
// the future is done.
func (f *Future) SetException(err error) {
	f.checkUnfinished()
	f.err = err
	f.finish()
}

func (f *Future) finish() {
	f.state = Finished
	for _, w := range f.waiters {
		w.add(f)
	}
	f.settle()
}

func (f *Future) checkUnfinished() {
	if f.Done() {
		py.Raise(newError(InvalidStateError, string(f.state)+": "+py.Repr(f.Object())))
	}
}

// Object is the value that the program sees: the future, or the object of a
// class derived from it.
func (f *Future) Object() any {
	if f.self != nil {
		return f.self
	}
	return f
}

// settle wakes those that wait and calls the callbacks.
func (f *Future) settle() {
	if f.finished != nil {
		close(f.finished)
	}
	callbacks := f.callbacks
	f.callbacks = nil
	for _, fn := range callbacks {
		f.invoke(fn)
	}
}

func (f *Future) invoke(fn any) {
	if goFunc, ok := fn.(func(*Future)); ok {
		goFunc(f)
		return
	}
	err := py.Try(func() error {
		py.Call(fn, f.Object())
		return nil
	})
	if err != nil && !py.Matches(err, py.ExceptionClass) {
		py.Raise(err)
	}
}

// AddDoneCallback is Future.add_done_callback(fn): fn, a Python callable or a
// func(*Future), is called with the future once it is done, or at once.
func (f *Future) AddDoneCallback(fn any) {
	if !f.Done() {
		f.callbacks = append(f.callbacks, fn)
		return
	}
	f.invoke(fn)
}

// Wait waits until the future is done, at most timeout; a negative timeout means
// no limit. It reports whether the future is done. It must be called with the
// interpreter lock, which it releases meanwhile.
func (f *Future) Wait(timeout time.Duration) bool {
	if f.Done() {
		return true
	}
	if f.finished == nil {
		f.finished = make(chan struct{})
	}
	finished := f.finished
	py.Blocking(func() { waitFor(finished, timeout) })
	return f.Done()
}

// waitFor waits for c, at most timeout if that is not negative, and reports
// whether c was ready.
func waitFor(c <-chan struct{}, timeout time.Duration) bool {
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

// Result is Future.result(timeout): the result or the exception of the call,
// CancelledError or TimeoutError.
func (f *Future) Result(timeout time.Duration) (any, error) {
	if !f.Wait(timeout) {
		return nil, py.NewTimeoutError()
	}
	if f.IsCancelled() {
		return nil, newError(CancelledError)
	}
	return f.result, f.err
}

// Exception is Future.exception(timeout): the exception of the call, nil if it
// has a result; err is CancelledError or TimeoutError.
func (f *Future) Exception(timeout time.Duration) (exc error, err error) {
	if !f.Wait(timeout) {
		return nil, py.NewTimeoutError()
	}
	if f.IsCancelled() {
		return nil, newError(CancelledError)
	}
	return f.err, nil
}

// Timeout converts a timeout in seconds, or None, for Wait and Result.
func Timeout(seconds any) time.Duration {
	if seconds == nil {
		return -1
	}
	s := py.Float(seconds)
	if s <= 0 {
		return 0
	}
	if ns := s * float64(time.Second); ns < math.MaxInt64 {
		return time.Duration(math.Ceil(ns))
	}
	return -1
}
