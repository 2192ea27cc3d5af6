package asyncio

import (
	"context"
	"iter"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// completions is what as_completed returns: an iterator over the futures in the
// order in which they finish.
type completions struct {
	done    *Queue[*promise]
	todo    promiseSet
	left    int
	timeout *Handle
}

// newCompletions starts waiting for the promises; a negative timeout, in
// seconds, means none.
func newCompletions(l *Loop, promises []*promise, timeout float64) *completions {
	c := &completions{done: NewQueue[*promise](0), todo: newPromiseSet(promises), left: len(promises)}
	for _, p := range promises {
		p.whenDone(c)
	}
	if len(promises) > 0 && timeout >= 0 {
		c.timeout = l.afterDelay(timeout, c.expire)
	}
	return c
}

func (c *completions) expire() {
	for _, p := range c.todo.list() {
		p.forget(c)
		_ = c.done.PutNowait(nil)
	}
	c.todo = promiseSet{}
}

// run is the done callback of the futures.
func (c *completions) run(p *promise) {
	if c.todo.count == 0 {
		return
	}
	c.todo.remove(p)
	_ = c.done.PutNowait(p)
	if c.todo.count == 0 && c.timeout != nil {
		c.timeout.Cancel()
	}
}

// next waits for the next future that is done, or returns TimeoutError.
func (c *completions) next(ctx context.Context) (*promise, error) {
	p, err := c.done.Get(ctx)
	if err != nil {
		return nil, err
	}
	if p == nil {
		return nil, py.NewTimeoutError()
	}
	return p, nil
}

// AsCompleted is asyncio.as_completed(aws) iterated by a plain for: each value
// is a coroutine that returns the next result.
func AsCompleted[T any](ctx context.Context, aws []Awaitable[T], timeout ...time.Duration) iter.Seq[*Coroutine[T]] {
	l := loopOf(ctx)
	byPromise := map[*promise]result[T]{}
	var promises []*promise
	seen := map[any]bool{}
	for _, a := range aws {
		if seen[a] {
			continue
		}
		seen[a] = true
		r := a.ensureResult(l)
		byPromise[r.core()] = r
		promises = append(promises, r.core())
	}
	limit := -1.0
	if len(timeout) > 0 {
		limit = max(timeout[0].Seconds(), 0)
	}
	c := newCompletions(l, promises, limit)
	return func(yield func(*Coroutine[T]) bool) {
		for c.left > 0 {
			c.left--
			next := GoValue(func(ctx context.Context) (T, error) {
				var zero T
				p, err := c.next(ctx)
				if err != nil {
					return zero, err
				}
				if err := p.outcome(); err != nil {
					return zero, err
				}
				return byPromise[p].peek(), nil
			}).Named("_AsCompletedIterator._wait_for_one")
			if !yield(next) {
				return
			}
		}
	}
}

// PyClass is the class _AsCompletedIterator.
func (c *completions) PyClass() *py.Class { return completionsClass }

// NextAny is one step of async for: the next future that is done.
func (c *completions) NextAny(ctx context.Context) (any, bool, error) {
	if c.left == 0 {
		return nil, false, nil
	}
	c.left--
	p, err := c.next(ctx)
	if err != nil {
		return nil, false, err
	}
	return p.object(), true, nil
}

// nextCoroutine is one step of a plain for.
func (c *completions) nextCoroutine() (any, bool) {
	if c.left == 0 {
		return nil, false
	}
	c.left--
	return py.NewCoroutine("_wait_for_one", func(ctx context.Context) (any, error) {
		p, err := c.next(ctx)
		if err != nil {
			return nil, err
		}
		if err := p.outcome(); err != nil {
			return nil, err
		}
		return p.outer.boxed(), nil
	}), true
}

// asCompletedAny is asyncio.as_completed for dynamic values.
func asCompletedAny(fs, timeout any) any {
	if isAwaitable(fs) {
		py.Raise(py.NewTypeError("expects an iterable of awaitables, not " + py.TypeOf(fs).Name()))
	}
	l := GetEventLoop()
	unique := py.SetOf[any]()
	for f := range py.Iter(fs) {
		unique.Add(f)
	}
	var promises []*promise
	for f := range unique.All() {
		promises = append(promises, ensurePromise(f, l))
	}
	limit := -1.0
	if timeout != nil {
		limit = max(py.Float(timeout), 0)
	}
	return newCompletions(l, promises, limit)
}
