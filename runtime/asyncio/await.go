package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// awaitPromise waits for p in the coroutine that ctx belongs to, and returns the
// exception that p's result raises.
func awaitPromise(ctx context.Context, p *promise) error {
	if p.done() {
		return p.outcome()
	}
	t, driver := suspender(ctx)
	if t != nil {
		// Not in a function of its own: many stacks end here.
		if p.blocking {
			// An await that failed left the future like this.
			return py.NewRuntimeError("await wasn't used with future")
		}
		t.waitFor(p)
		return t.awaited(p, t.park())
	}
	if driver == nil {
		return py.NewRuntimeError("await wasn't used with future")
	}
	p.blocking = true
	if _, err := driver.Suspend(p.object()); err != nil {
		return err
	}
	if !p.done() {
		return py.NewRuntimeError("await wasn't used with future")
	}
	return p.outcome()
}

// suspender returns the task that ctx belongs to, or else what drives the
// coroutine by hand.
func suspender(ctx context.Context) (*task, py.Suspender) {
	if t, ok := ctx.(*task); ok {
		if t.loop.current == t {
			return t, nil
		}
		// The context was kept from another task; it stands for the one that
		// runs.
		if current := t.loop.current; current != nil {
			return current, nil
		}
	}
	if ctx == nil {
		return nil, nil
	}
	switch s := ctx.Value(py.SuspenderKey).(type) {
	case *task:
		if current := s.loop.current; current != nil {
			return current, nil
		}
		return s, nil
	case py.Suspender:
		return nil, s
	}
	return nil, nil
}

// newWaiter makes a future for one wait of the runtime itself in the coroutine
// that ctx belongs to.
func newWaiter(ctx context.Context) (*promise, error) {
	if t, _ := suspender(ctx); t != nil {
		return t.newWait(), nil
	}
	l := RunningLoop()
	if l == nil {
		return nil, errNoRunningLoop()
	}
	return &newFuture[any](l).promise, nil
}

// Running reports whether the task takes a step now.
func (t *task) Running() bool { return t.loop.current == t }

// Suspend hands a value that an __await__ iterator yielded to the task: a
// future to wait for, or None to give every other ready callback a turn.
func (t *task) Suspend(v any) (any, error) {
	if current := t.loop.current; current != nil {
		t = current
	}
	if v == nil {
		return nil, t.yieldOnce()
	}
	if p := promiseOf(v); p != nil {
		if p.blocking || p.loop != t.loop {
			p.blocking = false
			return nil, t.suspend(p)
		}
		t.scheduleStep(py.NewRuntimeError("yield was used instead of yield from in task " + py.Repr(t.object()) +
			" with " + py.Repr(v)))
		return nil, t.park()
	}
	if _, ok := v.(*py.Generator); ok {
		t.scheduleStep(py.NewRuntimeError("yield was used instead of yield from for generator in task " +
			py.Repr(t.object()) + " with " + py.Repr(v)))
		return nil, t.park()
	}
	t.scheduleStep(py.NewRuntimeError("Task got bad yield: " + py.Repr(v)))
	return nil, t.park()
}

// promised is implemented by futures and tasks.
type promised interface {
	core() *promise
}

// promiseOf returns the promise of a future or task in a dynamic value, nil for
// anything else.
func promiseOf(v any) *promise {
	if p, ok := py.Payload(v).(promised); ok {
		return p.core()
	}
	return nil
}

// Await is await x for a dynamic value: a coroutine, a future, a task or an
// object with __await__.
func Await(ctx context.Context, x any) (any, error) { return py.Await(ctx, x) }
