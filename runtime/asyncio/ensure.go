package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// EnsureFuture is asyncio.ensure_future(x): futures and tasks are returned as
// they are, coroutines and other awaitables are wrapped in a task. l may be nil.
func EnsureFuture(x any, l *Loop) any {
	if p := promiseOf(x); p != nil {
		if l != nil && p.loop != l {
			py.Raise(py.NewValueError("The future belongs to a different loop than the one specified as the loop argument"))
		}
		return x
	}
	if !isCoroutine(x) {
		if !isAwaitable(x) {
			py.Raise(py.NewTypeError("An asyncio.Future, a coroutine or an awaitable is required"))
		}
		awaitable := x
		x = py.NewCoroutine("_wrap_awaitable", func(ctx context.Context) (any, error) {
			return py.Await(ctx, awaitable)
		})
	}
	if l == nil {
		l = GetEventLoop()
	}
	return l.createTaskAny(x, nil)
}

// EnsureTask is asyncio.ensure_future(c) of a coroutine: a task on the loop of
// the current thread, which need not run yet.
func EnsureTask[T any](c *Coroutine[T]) *Task[T] { return CreateTaskOn(GetEventLoop(), c) }

// ensurePromise is EnsureFuture for the runtime's own use.
func ensurePromise(x any, l *Loop) *promise {
	f := EnsureFuture(x, l)
	p := promiseOf(f)
	if p == nil {
		py.Raise(py.NewTypeError("An asyncio.Future, a coroutine or an awaitable is required"))
	}
	return p
}
