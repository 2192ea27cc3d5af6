package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Semaphore is asyncio.Semaphore, a counter that cannot go below zero, and
// BoundedSemaphore, which cannot go above its initial value either.
type Semaphore struct {
	py.Attributes
	loopBound
	waiters waiters
	value   int
	bounded bool
	bound   int
}

// NewSemaphore is asyncio.Semaphore(value). It raises ValueError when value is
// negative.
func NewSemaphore(value int) *Semaphore {
	s := &Semaphore{}
	s.init(value)
	return s
}

// NewBoundedSemaphore is asyncio.BoundedSemaphore(value). It raises ValueError
// when value is negative.
func NewBoundedSemaphore(value int) *Semaphore {
	s := &Semaphore{bounded: true, bound: value}
	s.init(value)
	return s
}

func (s *Semaphore) init(value int) {
	if value < 0 {
		py.Raise(py.NewValueError("Semaphore initial value must be >= 0"))
	}
	s.value = value
}

// Locked is Semaphore.locked(): it reports whether Acquire would have to wait.
func (s *Semaphore) Locked() bool { return s.value == 0 || !s.waiters.allCancelled() }

// Acquire is Semaphore.acquire().
func (s *Semaphore) Acquire(ctx context.Context) error {
	t, stage := startAwait(ctx)
	if stage == leftAtFirstAwait {
		s, err := t.comeBack(&t.wait)
		return s.(*Semaphore).waited(&t.wait, err)
	}
	if !s.Locked() {
		s.value--
		return nil
	}
	if err := s.bind(s); err != nil {
		return err
	}
	w, err := newWaiter(ctx)
	if err != nil {
		return err
	}
	s.waiters.add(w)
	if stage == beforeFirstAwait {
		return t.leave(w, s)
	}
	return s.waited(w, awaitPromise(ctx, w))
}

// waited is the end of a wait for a turn, which err ended.
func (s *Semaphore) waited(w *promise, err error) error {
	s.waiters.remove(w)
	if err != nil && isCancelled(err) && w.done() && !w.cancelled() {
		// The waiter was granted a turn that it cannot take.
		s.value++
	}
	for s.value > 0 && s.wakeNext() {
	}
	return err
}

// Release is Semaphore.release(). It raises ValueError when a bounded semaphore
// would go above its initial value.
func (s *Semaphore) Release() {
	if s.bounded && s.value >= s.bound {
		py.Raise(py.NewValueError("BoundedSemaphore released too many times"))
	}
	s.value++
	s.wakeNext()
}

// wakeNext gives a turn to the first that waits, and reports whether one did.
func (s *Semaphore) wakeNext() bool {
	for _, w := range s.waiters {
		if !w.done() {
			s.value--
			w.finish()
			return true
		}
	}
	return false
}

// With is async with on the semaphore, around f.
func (s *Semaphore) With(ctx context.Context, f func(ctx context.Context) error) error {
	s = keptOwner(ctx, s)
	if err := s.Acquire(ctx); err != nil {
		return err
	}
	err := py.Try(func() error { return f(ctx) })
	return releaseAfter(s.Release, err)
}

// releaseAfter releases what a block held; the error of the release replaces
// that of the block.
func releaseAfter(release func(), err error) error {
	released := py.Try(func() error {
		release()
		return nil
	})
	if released != nil {
		return py.WithContext(released, err)
	}
	return err
}
