package asyncio

import (
	"context"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// loopBound ties a primitive to the first loop that waits on it.
type loopBound struct{ loop *Loop }

// bind raises RuntimeError when owner is used in another loop than before.
func (b *loopBound) bind(owner any) error {
	l := RunningLoop()
	if b.loop == nil {
		b.loop = l
	}
	if l != b.loop {
		return py.NewRuntimeError(py.Repr(owner) + " is bound to a different event loop")
	}
	return nil
}

// waiters is the queue of futures of those that wait for a primitive.
type waiters []*promise

func (w *waiters) add(p *promise) { *w = append(*w, p) }

func (w *waiters) remove(p *promise) {
	if len(*w) > 0 && (*w)[0] == p {
		(*w)[0] = nil
		*w = (*w)[1:]
		return
	}
	if i := slices.Index(*w, p); i >= 0 {
		*w = slices.Delete(*w, i, i+1)
	}
}

// allCancelled reports whether nobody in the queue waits any more.
func (w waiters) allCancelled() bool {
	for _, p := range w {
		if !p.cancelled() {
			return false
		}
	}
	return true
}

// wakeNext takes waiters from the head until one was woken.
func (w *waiters) wakeNext() {
	for len(*w) > 0 {
		p := (*w)[0]
		(*w)[0] = nil
		*w = (*w)[1:]
		if !p.done() {
			p.finish()
			return
		}
	}
}

// Lock is asyncio.Lock, a mutual exclusion lock that is granted in the order of
// the requests.
type Lock struct {
	py.Attributes
	loopBound
	waiters waiters
	locked  bool
}

// NewLock is asyncio.Lock().
func NewLock() *Lock { return &Lock{} }

// Locked is Lock.locked().
func (k *Lock) Locked() bool { return k.locked }

// Acquire is Lock.acquire(): it waits until the lock is free and takes it.
func (k *Lock) Acquire(ctx context.Context) error {
	t, stage := startAwait(ctx)
	if stage == leftAtFirstAwait {
		k, err := t.comeBack(&t.wait)
		return k.(*Lock).waited(&t.wait, err)
	}
	if !k.locked && k.waiters.allCancelled() {
		k.locked = true
		return nil
	}
	if err := k.bind(k); err != nil {
		return err
	}
	w, err := newWaiter(ctx)
	if err != nil {
		return err
	}
	k.waiters.add(w)
	if stage == beforeFirstAwait {
		return t.leave(w, k)
	}
	return k.waited(w, awaitPromise(ctx, w))
}

// waited is the end of a wait for the lock, which err ended.
func (k *Lock) waited(w *promise, err error) error {
	k.waiters.remove(w)
	if err != nil {
		if isCancelled(err) && !k.locked {
			k.wakeFirst()
		}
		return err
	}
	k.locked = true
	return nil
}

// Release is Lock.release(). It raises RuntimeError when the lock is not
// acquired.
func (k *Lock) Release() {
	if !k.locked {
		py.Raise(py.NewRuntimeError("Lock is not acquired."))
	}
	k.locked = false
	k.wakeFirst()
}

func (k *Lock) wakeFirst() {
	if len(k.waiters) > 0 && !k.waiters[0].done() {
		k.waiters[0].finish()
	}
}

// With is async with on the lock, around f.
func (k *Lock) With(ctx context.Context, f func(ctx context.Context) error) error {
	k = keptOwner(ctx, k)
	if err := k.Acquire(ctx); err != nil {
		return err
	}
	err := py.Try(func() error { return f(ctx) })
	return releaseAfter(k.Release, err)
}
