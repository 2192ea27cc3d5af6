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
	blocking  bool
	err       error
	cancelMsg any
	// failure is the record of an exception that nobody asked for yet.
	failure *failure
	// cancelledErr is the CancelledError that ended a task, kept to be raised
	// once by whoever asks for the result.
	cancelledErr error

	first doneCallback
	more  []doneCallback
}

// doneCallback is one entry of a future's callbacks.
type doneCallback struct {
	r    runnable
	fn   any
	vars *Vars
}

func (c *doneCallback) set() bool { return c.r != nil || c.fn != nil }

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
	p.cancelMsg = msg
	p.scheduleCallbacks()
	return true
}

// makeCancelledError makes the CancelledError that the result of a cancelled
// future raises.
func (p *promise) makeCancelledError() error {
	if err := p.cancelledErr; err != nil {
		p.cancelledErr = nil
		return err
	}
	if p.cancelMsg == nil {
		return NewCancelledError()
	}
	return NewCancelledError(p.cancelMsg)
}

// finish marks the future done with the result that its outer type holds.
func (p *promise) finish() {
	p.state = stateFinished
	p.scheduleCallbacks()
}

// fail marks the future done with an exception.
func (p *promise) fail(err error) {
	p.err = err
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
	p.addCallback(doneCallback{r: r})
}

func (p *promise) addCallback(c doneCallback) {
	if !p.first.set() && len(p.more) == 0 {
		p.first = c
		return
	}
	p.more = append(p.more, c)
}

// forget removes a callback of the runtime.
func (p *promise) forget(r runnable) {
	p.removeCallbacks(func(c *doneCallback) bool { return c.r == r })
}

// removeCallbacks removes the callbacks that match and returns their number.
func (p *promise) removeCallbacks(match func(c *doneCallback) bool) int {
	var kept []doneCallback
	removed := 0
	for _, c := range p.callbacks() {
		if match(&c) {
			removed++
		} else {
			kept = append(kept, c)
		}
	}
	if removed > 0 {
		p.first, p.more = doneCallback{}, kept
	}
	return removed
}

func (p *promise) callbacks() []doneCallback {
	var all []doneCallback
	if p.first.set() {
		all = append(all, p.first)
	}
	return append(all, p.more...)
}

func (p *promise) scheduleCallbacks() {
	if p.first.set() {
		first := p.first
		p.first = doneCallback{}
		p.schedule(first)
	}
	if len(p.more) > 0 {
		more := p.more
		p.more = nil
		for _, c := range more {
			p.schedule(c)
		}
	}
}

func (p *promise) schedule(c doneCallback) {
	if c.r != nil {
		p.loop.push(c.r, p)
		return
	}
	p.loop.checkClosed()
	p.loop.push(newHandle(p.loop, c.fn, []any{p.object()}, c.vars), nil)
}
