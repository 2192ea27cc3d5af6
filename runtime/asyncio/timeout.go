package asyncio

import (
	"context"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type timeoutState string

const (
	timeoutCreated  timeoutState = "created"
	timeoutEntered  timeoutState = "active"
	timeoutExpiring timeoutState = "expiring"
	timeoutExpired  timeoutState = "expired"
	timeoutExited   timeoutState = "finished"
)

// Timeout is asyncio.Timeout, the context manager that cancels what takes too
// long.
type Timeout struct {
	state      timeoutState
	when       float64
	limited    bool
	task       *task
	cancelling int
	handle     *Handle
}

// NewTimeout is asyncio.timeout(d).
func NewTimeout(d time.Duration) *Timeout {
	return &Timeout{state: timeoutCreated, when: GetRunningLoop().Time() + d.Seconds(), limited: true}
}

// NewTimeoutAt is asyncio.timeout_at(when); when is a time of the loop's clock.
func NewTimeoutAt(when float64) *Timeout {
	return &Timeout{state: timeoutCreated, when: when, limited: true}
}

// NoTimeout is asyncio.timeout(None): it expires only after a Reschedule.
func NoTimeout() *Timeout { return &Timeout{state: timeoutCreated} }

// When is Timeout.when(): the deadline; false if there is none.
func (t *Timeout) When() (float64, bool) { return t.when, t.limited }

// Expired is Timeout.expired().
func (t *Timeout) Expired() bool {
	return t.state == timeoutExpiring || t.state == timeoutExpired
}

// Reschedule is Timeout.reschedule(when). It raises RuntimeError when the
// timeout is not active.
func (t *Timeout) Reschedule(when float64) { t.reschedule(when, true) }

// RescheduleNever is Timeout.reschedule(None).
func (t *Timeout) RescheduleNever() { t.reschedule(0, false) }

func (t *Timeout) reschedule(when float64, limited bool) {
	if t.state != timeoutEntered {
		if t.state == timeoutCreated {
			py.Raise(py.NewRuntimeError("Timeout has not been entered"))
		}
		py.Raise(py.NewRuntimeError("Cannot change state of " + string(t.state) + " Timeout"))
	}
	t.when, t.limited = when, limited
	if t.handle != nil {
		t.handle.Cancel()
		t.handle = nil
	}
	if !limited {
		return
	}
	l := GetRunningLoop()
	t.handle = &Handle{loop: l, call: t.expire, owner: "Timeout._on_timeout"}
	if when <= l.Time() {
		l.push(t.handle, nil)
	} else {
		l.at(when, t.handle)
	}
}

// expire is the callback at the deadline.
func (t *Timeout) expire() {
	t.task.cancelUntold()
	t.state = timeoutExpiring
	t.handle = nil
}

// Enter is Timeout.__aenter__. It raises RuntimeError outside a task and when
// the timeout was entered before.
func (t *Timeout) Enter(ctx context.Context) error {
	if t.state != timeoutCreated {
		return py.NewRuntimeError("Timeout has already been entered")
	}
	task, _ := suspender(ctx)
	if task == nil {
		return py.NewRuntimeError("Timeout should be used inside a task")
	}
	t.state = timeoutEntered
	t.task = task
	t.cancelling = task.Cancelling()
	t.reschedule(t.when, t.limited)
	return nil
}

// Exit is Timeout.__aexit__: it gets the error of the block and returns the one
// that leaves it, a TimeoutError if the block was cancelled by the deadline.
func (t *Timeout) Exit(err error) error {
	if t.handle != nil {
		t.handle.Cancel()
		t.handle = nil
	}
	switch t.state {
	case timeoutExpiring:
		t.state = timeoutExpired
		if t.task.Uncancel() > t.cancelling || err == nil {
			break
		}
		if isCancelled(err) {
			return py.From(py.WithContext(py.NewTimeoutError(), err), err)
		}
		e := py.AsException(err)
		insertTimeoutError(e)
		if e.PyClass().IsSubclassOf(py.ExceptionGroup) {
			for member := range py.Iter(py.GetAttr(e, "exceptions")) {
				if m, ok := member.(py.BaseException); ok {
					insertTimeoutError(m)
				}
			}
		}
	case timeoutEntered:
		t.state = timeoutExited
	}
	return err
}

// insertTimeoutError puts a TimeoutError before the CancelledError in the chain
// of contexts of e.
func insertTimeoutError(e py.BaseException) {
	for {
		next := py.Base(e).Context
		if next == nil {
			return
		}
		if isCancelled(next) {
			timeout := py.NewTimeoutError()
			timeout.Cause, timeout.Context, timeout.SuppressContext = next, next, true
			py.Base(e).Context = timeout
			return
		}
		e = next
	}
}

// WithTimeout is async with asyncio.timeout(d) around f.
func WithTimeout(ctx context.Context, d time.Duration, f func(ctx context.Context) error) error {
	return NewTimeout(d).Around(ctx, f)
}

// Around is async with on the timeout, around f.
func (t *Timeout) Around(ctx context.Context, f func(ctx context.Context) error) error {
	if err := t.Enter(ctx); err != nil {
		return err
	}
	return t.Exit(py.Try(func() error { return f(ctx) }))
}
