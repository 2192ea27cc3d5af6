package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Event is asyncio.Event, a flag that tasks can wait for.
type Event struct {
	py.Attributes
	loopBound
	waiters waiters
	set     bool
}

// NewEvent is asyncio.Event().
func NewEvent() *Event { return &Event{} }

// IsSet is Event.is_set().
func (e *Event) IsSet() bool { return e.set }

// Set is Event.set(): it wakes all that wait.
func (e *Event) Set() {
	if e.set {
		return
	}
	e.set = true
	for _, w := range e.waiters {
		if !w.done() {
			w.finish()
		}
	}
}

// Clear is Event.clear().
func (e *Event) Clear() { e.set = false }

// Wait is Event.wait(): it waits until the flag is set.
func (e *Event) Wait(ctx context.Context) error {
	t, stage := startAwait(ctx)
	if stage == leftAtFirstAwait {
		e, err := t.comeBack(&t.wait)
		e.(*Event).waiters.remove(&t.wait)
		return err
	}
	if e.set {
		return nil
	}
	if err := e.bind(e); err != nil {
		return err
	}
	w, err := newWaiter(ctx)
	if err != nil {
		return err
	}
	e.waiters.add(w)
	if stage == beforeFirstAwait {
		return t.leave(w, e)
	}
	err = awaitPromise(ctx, w)
	e.waiters.remove(w)
	return err
}
