package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// wrapConcurrent is asyncio.wrap_future(cf): a future of the loop that follows a
// future of another thread.
func wrapConcurrent(l *Loop, cf *executor.Future) *Future[any] {
	f := newFuture[any](l)
	chainConcurrent(cf, &f.promise, func(v any) { f.value = v })
	return f
}

// chainConcurrent makes p follow cf: the result or exception of cf becomes that
// of p, and cancelling p cancels cf.
func chainConcurrent(cf *executor.Future, p *promise, setResult func(v any)) {
	l := p.loop
	p.whenDone(callbackFunc(func(*promise) {
		if p.cancelled() {
			cf.Cancel()
		}
	}))
	cf.AddDoneCallback(func(cf *executor.Future) {
		if l.closed {
			return
		}
		set := &stateSetter{func() { copyConcurrent(cf, p, setResult) }}
		if l.own != nil && l.own.callSoonThreadsafe != nil {
			// Whoever ends a concurrent future has the interpreter lock.
			py.Call(l.own.callSoonThreadsafe, l.own.function(set, nil), p.object(), cf)
			return
		}
		l.post(set, nil)
	})
}

// stateSetter is the callback of a concurrent future that is done.
type stateSetter struct{ do func() }

func (s *stateSetter) run(*promise) { s.do() }

// copyConcurrent is _copy_future_state from a concurrent future that is done.
func copyConcurrent(cf *executor.Future, p *promise, setResult func(v any)) {
	if p.cancelled() {
		return
	}
	if cf.IsCancelled() {
		p.cancelUntold()
		return
	}
	v, err := cf.Result(0)
	if err != nil {
		p.fail(futureException(loopException(err)))
		return
	}
	setResult(v)
	p.finish()
}

// loopException replaces the exceptions of concurrent.futures by asyncio's.
func loopException(err error) error {
	e := py.AsException(err)
	switch e.PyClass() {
	case executor.CancelledError:
		return newError(CancelledError, py.Base(e).Args)
	case executor.InvalidStateError:
		return newError(InvalidStateError, py.Base(e).Args)
	}
	return e
}

// followLoop makes cf follow p, a future of a loop: what run_coroutine_threadsafe
// connects.
func followLoop(p *promise, cf *executor.Future) {
	l := p.loop
	cf.AddDoneCallback(func(cf *executor.Future) {
		if cf.IsCancelled() {
			l.post(callbackFunc(func(*promise) { p.cancelUntold() }), nil)
		}
	})
	p.whenDone(callbackFunc(func(*promise) {
		if p.cancelled() {
			cf.Cancel()
		}
		if !cf.SetRunningOrNotifyCancel() {
			return
		}
		p.retrieve()
		if p.err != nil {
			cf.SetException(p.err)
			return
		}
		cf.SetResult(p.outer.boxed())
	}))
}

// RunCoroutineThreadsafe is asyncio.run_coroutine_threadsafe(coro, l): it submits
// a coroutine to the loop of another thread and returns a future of
// concurrent.futures.
func RunCoroutineThreadsafe(coro any, l *Loop) *executor.Future {
	if !isCoroutine(coro) {
		py.Raise(py.NewTypeError("A coroutine object is required"))
	}
	cf := executor.NewFuture()
	l.checkClosed()
	l.post(newHandle(l, py.BuiltinFunc("callback()", func() any {
		err := py.Try(func() error {
			followLoop(ensurePromise(coro, l), cf)
			return nil
		})
		if err != nil && !isExit(err) && cf.SetRunningOrNotifyCancel() {
			cf.SetException(err)
		}
		py.Check(err)
		return nil
	}), nil, nil), nil)
	return cf
}

// CallSoonThreadsafe is loop.call_soon_threadsafe(f): any goroutine may call it.
func (l *Loop) CallSoonThreadsafe(f func()) *Handle {
	h := &Handle{loop: l, call: f, vars: &Vars{}}
	l.post(h, nil)
	return h
}

// CallSoon is loop.call_soon(f).
func (l *Loop) CallSoon(f func()) *Handle {
	l.checkClosed()
	h := goHandle(l, f)
	l.push(h, nil)
	return h
}

// CallLater is loop.call_later(delay, f); the delay is in seconds.
func (l *Loop) CallLater(delay float64, f func()) *Handle {
	l.checkClosed()
	return l.later(delay, goHandle(l, f))
}

// CallAt is loop.call_at(when, f); when is a time of the loop's clock.
func (l *Loop) CallAt(when float64, f func()) *Handle {
	l.checkClosed()
	return l.at(when, goHandle(l, f))
}

// goHandle makes a handle of a Go function of the program.
func goHandle(l *Loop, f func()) *Handle {
	return newHandle(l, py.BuiltinFunc("callback()", func() any { f(); return nil }), nil, nil)
}

// Wrap is asyncio.wrap_future(cf) on the running loop.
func Wrap(ctx context.Context, cf *executor.Future) *Future[any] {
	return wrapConcurrent(loopOf(ctx), cf)
}
