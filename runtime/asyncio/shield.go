package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// shielding connects the two futures of a shield.
type shielding struct{ inner, outer *promise }

// run is the done callback of the inner future.
func (s *shielding) run(inner *promise) {
	if s.outer.cancelled() {
		if !inner.cancelled() {
			inner.retrieve()
		}
		return
	}
	if inner.cancelled() {
		s.outer.cancel(nil)
		return
	}
	inner.retrieve()
	if inner.err != nil {
		s.outer.fail(inner.err)
		return
	}
	s.outer.outer.(shielded).takeResult(inner)
	s.outer.finish()
}

// shielded is the outer future of a shield.
type shielded interface {
	takeResult(inner *promise)
}

func (f *Future[T]) takeResult(inner *promise) {
	if r, ok := inner.outer.(result[T]); ok {
		f.value = r.peek()
		return
	}
	f.setBoxed(inner.outer.boxed())
}

// shieldPromise is the body of shield: it connects inner with a new future.
func shieldPromise(inner, outer *promise) {
	s := &shielding{inner, outer}
	inner.whenDone(s)
	outer.whenDone(callbackFunc(func(*promise) {
		if !inner.done() {
			inner.forget(s)
		}
	}))
}

// Shield is asyncio.shield(a): awaiting what it returns waits for a, but
// cancelling that wait does not cancel a.
func Shield[T any](ctx context.Context, a Awaitable[T]) Awaitable[T] {
	r := a.ensureResult(loopOf(ctx))
	inner := r.core()
	if inner.done() {
		return r.(Awaitable[T])
	}
	outer := newFuture[T](inner.loop)
	shieldPromise(inner, &outer.promise)
	return outer
}

// shieldAny is asyncio.shield for a dynamic value.
func shieldAny(x any) any {
	f := EnsureFuture(x, nil)
	inner := promiseOf(f)
	if inner == nil {
		py.Raise(py.NewTypeError("An asyncio.Future, a coroutine or an awaitable is required"))
	}
	if inner.done() {
		return f
	}
	outer := newFuture[any](inner.loop)
	shieldPromise(inner, &outer.promise)
	return outer
}
