package asyncio

import (
	"context"
	"errors"
)

// A coroutine that does nothing that shows before its first await can wait there
// without a stack: it leaves its function, with an error that nothing looks at,
// and its function is called again once the wait is over. What the await did
// before it waited is not done twice, because it knows that it is called again.

// firstAwait tells how far a task is with the first await of such a coroutine.
type firstAwait uint8

const (
	// noFirstAwait: the task waits on its stack.
	noFirstAwait firstAwait = iota
	// beforeFirstAwait: the coroutine may leave at the await that comes next.
	beforeFirstAwait
	// leftAtFirstAwait: it has left. When it is called again, the await is over.
	leftAtFirstAwait
	// askedForPlace: it is called to find the place of that await.
	askedForPlace
)

// errLeft is what a coroutine returns that left at its first await.
var errLeft = errors.New("asyncio: the coroutine left at its first await")

// Restartable says that nothing happens in the coroutine's function before its
// first await which is not the same when it happens twice, that the await is one
// of Sleep, of a primitive, of a future or of a thread, and that its error goes
// straight to the function's caller. It returns the coroutine.
func (c *Coroutine[T]) Restartable() *Coroutine[T] {
	c.restartable = true
	return c
}

// startAwait begins an await that can be the first of a restartable coroutine.
// It returns the task of that, or nil.
func startAwait(ctx context.Context) (*task, firstAwait) {
	t, ok := ctx.(*task)
	if !ok || t.first == noFirstAwait {
		return nil, noFirstAwait
	}
	stage := t.first
	if stage == askedForPlace {
		panic(firstAwaitStack(callers()))
	}
	t.first = noFirstAwait
	return t, stage
}

// leave returns the error with which the coroutine leaves at the await of p, and
// keeps what the await goes on with.
func (t *task) leave(p *promise, kept any) error {
	t.waitFor(p)
	t.first, t.kept = leftAtFirstAwait, kept
	return errLeft
}

// comeBack returns what leave kept, and the exception that the await of p
// raises.
func (t *task) comeBack(p *promise) (kept any, err error) {
	kept, err = t.kept, t.thrown
	t.kept, t.thrown = nil, nil
	return kept, t.awaited(p, err)
}

// keptOwner returns what a coroutine waited for that left at its first await, or
// else what it is about to wait for.
func keptOwner[P any](ctx context.Context, owner P) P {
	if t, ok := ctx.(*task); ok && t.first == leftAtFirstAwait {
		if kept, ok := t.kept.(P); ok {
			return kept
		}
	}
	return owner
}

// awaitFuture is awaitPromise for an await that can be a coroutine's first.
func awaitFuture(ctx context.Context, p *promise) error {
	t, stage := startAwait(ctx)
	switch {
	case stage == leftAtFirstAwait:
		_, err := t.comeBack(p)
		return err
	case stage == beforeFirstAwait && !p.done() && !p.blocking:
		return t.leave(p, nil)
	}
	return awaitPromise(ctx, p)
}

// left ends the step of a task whose coroutine left at its first await.
func (w *worker) left(t *task) {
	t.worker = nil
	w.loop.endStep(t)
	w.loop.drive(&w.strand, w)
}
