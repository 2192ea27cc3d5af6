package asyncio

import (
	"context"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// When Wait returns.
const (
	FirstCompleted = "FIRST_COMPLETED"
	FirstException = "FIRST_EXCEPTION"
	AllCompleted   = "ALL_COMPLETED"
)

func isMode(when string) bool {
	return when == FirstCompleted || when == FirstException || when == AllCompleted
}

// waiting is the done callback of the futures that wait() waits for.
type waiting struct {
	waiter  *promise
	timeout *Handle
	left    int
	until   string
}

func (w *waiting) run(p *promise) {
	w.left--
	if w.left > 0 && w.until != FirstCompleted {
		if w.until != FirstException || p.cancelled() {
			return
		}
		p.retrieve()
		if p.err == nil {
			return
		}
	}
	w.release()
}

func (w *waiting) release() {
	if w.timeout != nil {
		w.timeout.Cancel()
	}
	if !w.waiter.done() {
		w.waiter.finish()
	}
}

// waitUntil waits for the promises; a negative timeout, in seconds, means none.
func waitUntil(ctx context.Context, promises []*promise, timeout float64, until string) error {
	l := loopOf(ctx)
	waiter := newFuture[any](l)
	w := &waiting{waiter: &waiter.promise, left: len(promises), until: until}
	if timeout >= 0 {
		w.timeout = l.afterDelay(timeout, func() {
			if !waiter.done() {
				waiter.finish()
			}
		})
	}
	for _, p := range promises {
		p.whenDone(w)
	}
	err := awaitPromise(ctx, &waiter.promise)
	if w.timeout != nil {
		w.timeout.Cancel()
	}
	for _, p := range promises {
		p.forget(w)
	}
	return err
}

// A WaitOption sets when Wait returns.
type WaitOption func(*waitOptions)

type waitOptions struct {
	timeout float64
	until   string
}

// Within makes Wait return after d at the latest.
func Within(d time.Duration) WaitOption {
	return func(o *waitOptions) { o.timeout = max(d.Seconds(), 0) }
}

// ReturnWhen makes Wait return at FirstCompleted, FirstException or
// AllCompleted.
func ReturnWhen(when string) WaitOption {
	return func(o *waitOptions) { o.until = when }
}

// Wait is asyncio.wait(tasks): it waits for the tasks or futures and returns
// those that are done and those that are not. It raises ValueError when there
// are none, or for another mode of ReturnWhen.
func Wait[W interface {
	Waitable
	comparable
}](ctx context.Context, tasks Collection[W], opts ...WaitOption) (done, pending *py.Set[W], err error) {
	o := waitOptions{timeout: -1, until: AllCompleted}
	for _, opt := range opts {
		opt(&o)
	}
	if tasks.Len() == 0 {
		return nil, nil, py.NewValueError("Set of Tasks/Futures is empty.")
	}
	if !isMode(o.until) {
		return nil, nil, py.NewValueError("Invalid return_when value: " + o.until)
	}
	l := loopOf(ctx)
	var unique []W
	var promises []*promise
	seen := map[any]bool{}
	for t := range tasks.All() {
		if !seen[t] {
			seen[t] = true
			unique = append(unique, t)
			promises = append(promises, t.ensure(l))
		}
	}
	if err := waitUntil(ctx, promises, o.timeout, o.until); err != nil {
		return nil, nil, err
	}
	done, pending = py.SetOf[W](), py.SetOf[W]()
	for i, t := range unique {
		if promises[i].done() {
			done.Add(t)
		} else {
			pending.Add(t)
		}
	}
	return done, pending, nil
}

// waitAny is asyncio.wait for dynamic values.
func waitAny(ctx context.Context, fs, timeout, until any) (any, error) {
	if promiseOf(fs) != nil || isCoroutine(fs) {
		return nil, py.NewTypeError("expect a list of futures, not " + py.TypeOf(fs).Name())
	}
	if !py.Truth(fs) {
		return nil, py.NewValueError("Set of Tasks/Futures is empty.")
	}
	mode, _ := until.(string)
	if !isMode(mode) {
		return nil, py.NewValueError("Invalid return_when value: " + py.Str(until))
	}
	unique := py.SetOf[any]()
	for f := range py.Iter(fs) {
		unique.Add(f)
	}
	for f := range unique.All() {
		if isCoroutine(f) {
			return nil, py.NewTypeError("Passing coroutines is forbidden, use tasks explicitly.")
		}
	}
	var promises []*promise
	for f := range unique.All() {
		p := promiseOf(f)
		if p == nil {
			py.GetAttr(f, "add_done_callback")
			return nil, py.NewTypeError("expect futures, not " + py.TypeOf(f).Name())
		}
		promises = append(promises, p)
	}
	limit := -1.0
	if timeout != nil {
		limit = max(py.Float(timeout), 0)
	}
	if err := waitUntil(ctx, promises, limit, mode); err != nil {
		return nil, err
	}
	done, pending := py.SetOf[any](), py.SetOf[any]()
	for f := range unique.All() {
		if promiseOf(f).done() {
			done.Add(f)
		} else {
			pending.Add(f)
		}
	}
	return py.Tuple{done, pending}, nil
}
