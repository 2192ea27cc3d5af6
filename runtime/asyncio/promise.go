package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type futureState uint8

const (
	statePending futureState = iota
	stateFinished
	stateCancelled
)

func (s futureState) String() string {
	return [...]string{"PENDING", "FINISHED", "CANCELLED"}[s]
}

// futureLike is what the core needs of the *Future[T] or *Task[T] around it.
type futureLike interface {
	py.Classed
	// boxed is the result as a dynamic value.
	boxed() any
	// setBoxed stores a dynamic value as the result.
	setBoxed(v any)
	// cancelFuture is Future.cancel(msg), as the outer type defines it.
	cancelFuture(msg any) bool
}

// promise is the part of a future that does not depend on the type of its
// result.
type promise struct {
	outer futureLike
	loop  *Loop
	state futureState
	// blocking says that __await__ has just yielded the future, or that an await
	// of it failed after that.
	blocking bool
	gatherMark
	// err is the exception of a future that failed. In a task that was cancelled
	// it is the CancelledError that ended it, kept to be raised once by whoever
	// asks for the result.
	err error
	// first is the first of the callbacks, the only one that most futures have.
	first runnable
	extra *promiseExtra
}

// promiseExtra is what few futures have.
type promiseExtra struct {
	cancelMsg any
	// failure is the record of an exception that nobody asked for yet.
	failure *failure
	// traceback is that of the exception when it was stored, if it is recorded: the
	// first await adds to it, and each later one begins anew, as CPython's do.
	traceback *py.Traceback
	traced    bool
	// more are the callbacks after the first.
	more []runnable
}

// programCallback is a callback that the program added to a future.
type programCallback struct {
	fn   any
	vars *Vars
}

// run makes *programCallback runnable; a handle of the loop calls fn.
func (c *programCallback) run(*promise) { panic("asyncio: a callback is called by a handle") }

// extras returns what few futures have, to be set.
func (p *promise) extras() *promiseExtra {
	if p.extra == nil {
		p.extra = &promiseExtra{}
	}
	return p.extra
}

// cancelMsg is the argument of the last cancellation.
func (p *promise) cancelMsg() any {
	if p.extra == nil {
		return nil
	}
	return p.extra.cancelMsg
}

func (p *promise) setCancelMsg(msg any) {
	if msg != nil || p.extra != nil {
		p.extras().cancelMsg = msg
	}
}

func (p *promise) core() *promise { return p }

// done reports whether the future has a result, an exception or was cancelled.
func (p *promise) done() bool { return p.state != statePending }

func (p *promise) cancelled() bool { return p.state == stateCancelled }

// cancel is Future.cancel.
func (p *promise) cancel(msg any) bool {
	p.retrieve()
	if p.state != statePending {
		return false
	}
	p.state = stateCancelled
	p.setCancelMsg(msg)
	p.scheduleCallbacks()
	return true
}

// makeCancelledError makes the CancelledError that the result of a cancelled
// future raises.
func (p *promise) makeCancelledError() error {
	if err := p.err; err != nil && p.state == stateCancelled {
		p.err = nil
		return err
	}
	if msg := p.cancelMsg(); msg != nil {
		return NewCancelledError(msg)
	}
	return NewCancelledError()
}

// finish marks the future done with the result that its outer type holds.
func (p *promise) finish() {
	p.state = stateFinished
	p.scheduleCallbacks()
}

// fail marks the future done with an exception.
func (p *promise) fail(err error) {
	p.err = err
	if tb := py.RecordedTraceback(err); tb != nil {
		p.extras().traceback, p.extras().traced = tb, true
	}
	p.state = stateFinished
	p.scheduleCallbacks()
	p.loop.watchFailure(p)
}

// checkPending raises InvalidStateError unless the future is pending.
func (p *promise) checkPending() error {
	if p.state != statePending {
		return NewInvalidStateError("invalid state")
	}
	return nil
}

// outcome is the error that the result of a future which is done raises, nil if
// it has one.
func (p *promise) outcome() error {
	switch p.state {
	case stateCancelled:
		return p.makeCancelledError()
	case statePending:
		return NewInvalidStateError("Result is not set.")
	}
	p.retrieve()
	if e := p.extra; e != nil && e.traced {
		py.RestoreTraceback(p.err, e.traceback)
		e.traceback = nil
	}
	return p.err
}

// exception is Future.exception: the exception of a finished future, or an
// error when it is cancelled or pending.
func (p *promise) exception() (exc error, err error) {
	switch p.state {
	case stateCancelled:
		return nil, p.makeCancelledError()
	case statePending:
		return nil, NewInvalidStateError("Exception is not set.")
	}
	p.retrieve()
	return p.err, nil
}

// whenDone calls r through the loop when the future is done.
func (p *promise) whenDone(r runnable) {
	if p.state != statePending {
		p.loop.push(r, p)
		return
	}
	p.addCallback(r)
}

func (p *promise) addCallback(r runnable) {
	if p.first == nil && (p.extra == nil || len(p.extra.more) == 0) {
		p.first = r
		return
	}
	e := p.extras()
	e.more = append(e.more, r)
}

// forget removes a callback of the runtime.
func (p *promise) forget(r runnable) {
	p.removeCallbacks(func(c runnable) bool { return c == r })
}

// removeCallbacks removes the callbacks that match and returns their number.
func (p *promise) removeCallbacks(match func(r runnable) bool) int {
	var kept []runnable
	removed := 0
	for _, r := range p.callbacks() {
		if match(r) {
			removed++
		} else {
			kept = append(kept, r)
		}
	}
	if removed > 0 {
		p.first = nil
		p.extras().more = kept
	}
	return removed
}

func (p *promise) callbacks() []runnable {
	var all []runnable
	if p.first != nil {
		all = append(all, p.first)
	}
	if p.extra != nil {
		all = append(all, p.extra.more...)
	}
	return all
}

func (p *promise) scheduleCallbacks() {
	if first := p.first; first != nil {
		p.first = nil
		p.schedule(first)
	}
	if p.extra != nil {
		more := p.extra.more
		p.extra.more = nil
		for _, r := range more {
			p.schedule(r)
		}
	}
}

func (p *promise) schedule(r runnable) {
	c, ok := r.(*programCallback)
	if !ok {
		p.loop.push(r, p)
		return
	}
	p.loop.checkClosed()
	p.loop.push(newHandle(p.loop, c.fn, []any{p.object()}, c.vars), nil)
}
