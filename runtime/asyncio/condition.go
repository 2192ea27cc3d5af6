package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// locker is the lock under a condition: a *Lock, or what a program gave.
type locker interface {
	Locked() bool
	Acquire(ctx context.Context) error
	Release()
}

// Condition is asyncio.Condition: tasks wait for a notification under a lock.
type Condition struct {
	py.Attributes
	loopBound
	lock    locker
	waiters waiters
}

// NewCondition is asyncio.Condition() with a lock of its own.
func NewCondition() *Condition { return &Condition{lock: NewLock()} }

// NewConditionWith is asyncio.Condition(lock).
func NewConditionWith(lock *Lock) *Condition { return &Condition{lock: lock} }

// Locked is Condition.locked().
func (c *Condition) Locked() bool { return c.lock.Locked() }

// Acquire is Condition.acquire().
func (c *Condition) Acquire(ctx context.Context) error { return c.lock.Acquire(ctx) }

// Release is Condition.release().
func (c *Condition) Release() { c.lock.Release() }

// Wait is Condition.wait(): it releases the lock, waits for a notification and
// takes the lock again. It raises RuntimeError when the lock is not held.
func (c *Condition) Wait(ctx context.Context) error {
	if !c.Locked() {
		return py.NewRuntimeError("cannot wait on un-acquired lock")
	}
	if err := c.bind(c); err != nil {
		return err
	}
	w, err := newWaiter(ctx)
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		c.Release()
		return nil
	})
	if err != nil {
		c.notify(1)
		return err
	}
	c.waiters.add(w)
	err = awaitPromise(ctx, w)
	c.waiters.remove(w)
	if again := c.reacquire(ctx); again != nil {
		err = py.WithContext(again, err)
	}
	if err != nil {
		// The notification may have been for this task; another gets it.
		c.notify(1)
	}
	return err
}

// reacquire takes the lock, however often the task is cancelled meanwhile, and
// returns the last cancellation.
func (c *Condition) reacquire(ctx context.Context) error {
	var last error
	for {
		err := c.Acquire(ctx)
		if err == nil {
			return last
		}
		if !isCancelled(err) {
			return err
		}
		last = err
	}
}

// WaitFor is Condition.wait_for(predicate): it waits until predicate is true.
func (c *Condition) WaitFor(ctx context.Context, predicate func() bool) error {
	for !predicate() {
		if err := c.Wait(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Notify is Condition.notify(n): it wakes n of those that wait. It raises
// RuntimeError when the lock is not held.
func (c *Condition) Notify(n int) {
	if !c.Locked() {
		py.Raise(py.NewRuntimeError("cannot notify on un-acquired lock"))
	}
	c.notify(n)
}

func (c *Condition) notify(n int) {
	for _, w := range c.waiters {
		if n <= 0 {
			return
		}
		if !w.done() {
			n--
			w.finish()
		}
	}
}

// NotifyAll is Condition.notify_all().
func (c *Condition) NotifyAll() { c.Notify(len(c.waiters)) }

// With is async with on the condition, around f.
func (c *Condition) With(ctx context.Context, f func(ctx context.Context) error) error {
	if err := c.Acquire(ctx); err != nil {
		return err
	}
	err := py.Try(func() error { return f(ctx) })
	return releaseAfter(c.Release, err)
}
