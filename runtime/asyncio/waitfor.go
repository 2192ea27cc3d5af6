package asyncio

import (
	"context"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// WaitFor is asyncio.wait_for(a, timeout): when the time is over, a is cancelled
// and TimeoutError returned.
func WaitFor[T any](ctx context.Context, a Awaitable[T], timeout time.Duration) (T, error) {
	var zero T
	if timeout <= 0 {
		r := a.ensureResult(loopOf(ctx))
		if err := waitForNothing(ctx, r.core()); err != nil {
			return zero, err
		}
		return r.peek(), nil
	}
	t := NewTimeout(timeout)
	if err := t.Enter(ctx); err != nil {
		return zero, err
	}
	v, err := awaitProtected(ctx, a)
	if err = t.Exit(err); err != nil {
		return zero, err
	}
	return v, nil
}

func awaitProtected[T any](ctx context.Context, a Awaitable[T]) (v T, err error) {
	defer py.Catch(&err)
	return a.Await(ctx)
}

// waitForNothing is wait_for with a timeout that is not positive.
func waitForNothing(ctx context.Context, p *promise) error {
	if p.done() {
		return p.outcome()
	}
	if err := cancelAndWait(ctx, p); err != nil {
		return err
	}
	err := p.outcome()
	if err != nil && isCancelled(err) {
		return py.From(py.WithContext(py.NewTimeoutError(), err), err)
	}
	return err
}

// releaser is a done callback that ends a wait.
type releaser struct{ waiter *promise }

func (r *releaser) run(*promise) {
	if !r.waiter.done() {
		r.waiter.finish()
	}
}

// cancelAndWait cancels p and waits until it is done.
func cancelAndWait(ctx context.Context, p *promise) error {
	waiter := newFuture[any](loopOf(ctx))
	release := &releaser{&waiter.promise}
	p.whenDone(release)
	p.cancelUntold()
	err := awaitPromise(ctx, &waiter.promise)
	p.forget(release)
	return err
}

// waitForAny is asyncio.wait_for for dynamic values; timeout may be None.
func waitForAny(ctx context.Context, x, timeout any) (any, error) {
	if timeout != nil && py.LessEqual(timeout, 0) {
		p := ensurePromise(x, nil)
		if err := waitForNothing(ctx, p); err != nil {
			return nil, err
		}
		return p.outer.boxed(), nil
	}
	t := timeoutOf(timeout)
	if err := t.Enter(ctx); err != nil {
		return nil, err
	}
	v, err := awaitAnyProtected(ctx, x)
	return v, t.Exit(err)
}

// timeoutOf is asyncio.timeout(delay) for a dynamic delay.
func timeoutOf(delay any) *Timeout {
	l := GetRunningLoop()
	if delay == nil {
		return NoTimeout()
	}
	return NewTimeoutAt(py.Float(py.Add(l.Time(), delay)))
}

func awaitAnyProtected(ctx context.Context, x any) (v any, err error) {
	defer py.Catch(&err)
	return py.Await(ctx, x)
}
