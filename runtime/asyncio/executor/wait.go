package executor

import (
	"slices"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// When Wait returns.
const (
	FirstCompleted = "FIRST_COMPLETED"
	FirstException = "FIRST_EXCEPTION"
	AllCompleted   = "ALL_COMPLETED"
	asCompleted    = "_AS_COMPLETED"
)

// waiter collects finished futures for Wait and AsCompleted.
type waiter struct {
	until    string
	pending  int
	finished []*Future
	ready    chan struct{}
	signaled bool
}

// newWaiter installs a waiter in the futures.
func newWaiter(fs []*Future, until string) *waiter {
	w := &waiter{until: until, ready: make(chan struct{})}
	for _, f := range fs {
		if !f.settled() {
			w.pending++
		}
		f.waiters = append(f.waiters, w)
	}
	return w
}

// settled reports whether the future is done and its waiters know.
func (f *Future) settled() bool { return f.state == Finished || f.state == CancelledAndNotified }

func (w *waiter) add(f *Future) {
	w.finished = append(w.finished, f)
	w.pending--
	switch w.until {
	case FirstCompleted, asCompleted:
		w.signal()
	case FirstException:
		if w.pending == 0 || f.err != nil {
			w.signal()
		}
	default:
		if w.pending == 0 {
			w.signal()
		}
	}
}

func (w *waiter) signal() {
	if !w.signaled {
		w.signaled = true
		close(w.ready)
	}
}

// wait waits for the signal with the interpreter lock released.
func (w *waiter) wait(timeout time.Duration) {
	ready := w.ready
	py.Blocking(func() { waitFor(ready, timeout) })
}

func (w *waiter) removeFrom(fs []*Future) {
	for _, f := range fs {
		if i := slices.Index(f.waiters, w); i >= 0 {
			f.waiters = slices.Delete(f.waiters, i, i+1)
		}
	}
}

// Wait is concurrent.futures.wait: it waits for the futures and returns those
// that are done and those that are not. A negative timeout means no limit.
func Wait(fs []*Future, timeout time.Duration, until string) (done, notDone []*Future) {
	split := func() {
		done, notDone = nil, nil
		for _, f := range fs {
			if f.settled() {
				done = append(done, f)
			} else {
				notDone = append(notDone, f)
			}
		}
	}
	split()
	failed := slices.ContainsFunc(done, func(f *Future) bool { return f.err != nil })
	switch {
	case until == FirstCompleted && len(done) > 0,
		until == FirstException && failed,
		len(notDone) == 0:
		return done, notDone
	}
	w := newWaiter(fs, until)
	w.wait(timeout)
	w.removeFrom(fs)
	finished := done
	for _, f := range w.finished {
		if !slices.Contains(finished, f) {
			finished = append(finished, f)
		}
	}
	notDone = nil
	for _, f := range fs {
		if !slices.Contains(finished, f) {
			notDone = append(notDone, f)
		}
	}
	return finished, notDone
}

// AsCompleted is concurrent.futures.as_completed: it calls yield with each
// future as it is done until yield returns false. It returns TimeoutError when
// they are not all done within timeout; a negative timeout means no limit.
func AsCompleted(fs []*Future, timeout time.Duration, yield func(*Future) bool) error {
	start := time.Now()
	w := newWaiter(fs, asCompleted)
	defer w.removeFrom(fs)
	left := len(fs)
	var finished []*Future
	for _, f := range fs {
		if f.settled() {
			finished = append(finished, f)
		}
	}
	for {
		for _, f := range finished {
			left--
			if !yield(f) {
				return nil
			}
		}
		if left == 0 {
			return nil
		}
		rest := timeout
		if timeout >= 0 {
			rest = timeout - time.Since(start)
			if rest < 0 {
				return py.NewTimeoutError(unfinished(left, len(fs)))
			}
		}
		w.wait(rest)
		finished = w.finished
		w.finished = nil
		w.signaled = false
		w.ready = make(chan struct{})
	}
}
