package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Future is asyncio.Future: a result that is not there yet. It belongs to a loop
// and must be used on the loop's thread.
type Future[T any] struct {
	py.Attributes
	promise
	value T
}

// NewFuture is loop.create_future() on the running loop.
func NewFuture[T any](ctx context.Context) *Future[T] { return newFuture[T](loopOf(ctx)) }

// FutureOn is l.create_future().
func FutureOn[T any](l *Loop) *Future[T] { return newFuture[T](l) }

func newFuture[T any](l *Loop) *Future[T] {
	f := &Future[T]{}
	f.loop = l
	f.outer = f
	return f
}

// PyClass is the class Future.
func (f *Future[T]) PyClass() *py.Class { return FutureClass }

func (f *Future[T]) boxed() any { return box(f.value) }

func (f *Future[T]) setBoxed(v any) { f.value = unbox[T](v) }

func (f *Future[T]) cancelFuture(msg any) bool { return f.promise.cancel(msg) }

func (f *Future[T]) peek() T { return f.value }

func (f *Future[T]) ensure(*Loop) *promise { return &f.promise }

func (f *Future[T]) ensureResult(*Loop) result[T] { return f }

// Await waits for the result of the future, or returns its exception.
func (f *Future[T]) Await(ctx context.Context) (T, error) {
	if err := awaitFuture(ctx, &f.promise); err != nil {
		var zero T
		return zero, err
	}
	return f.value, nil
}

// AwaitAny is Await with the result as a dynamic value.
func (f *Future[T]) AwaitAny(ctx context.Context) (any, error) {
	v, err := f.Await(ctx)
	return box(v), err
}

// Result is Future.result(): the result, the exception, CancelledError or
// InvalidStateError.
func (f *Future[T]) Result() (T, error) {
	if err := f.outcome(); err != nil {
		var zero T
		return zero, err
	}
	return f.value, nil
}

// Exception is Future.exception(): the exception of the finished future, nil if
// it has a result. It panics with CancelledError or InvalidStateError otherwise.
func (f *Future[T]) Exception() error { return py.Must(f.exception()) }

// SetResult is Future.set_result(v). It raises InvalidStateError when the future
// is done.
func (f *Future[T]) SetResult(v T) {
	py.Check(f.checkPending())
	f.value = v
	f.finish()
}

// SetNone is f.set_result(None).
func SetNone(f *Future[None]) { f.SetResult(None{}) }

// SetException is Future.set_exception(err). It raises InvalidStateError when
// the future is done.
func (f *Future[T]) SetException(err error) {
	py.Check(f.checkPending())
	f.fail(futureException(err))
}

// SetExceptionAny is Future.set_exception(exception) with an exception or a class
// of exceptions. It raises TypeError for anything else.
func (f *Future[T]) SetExceptionAny(exception any) {
	py.Check(f.checkPending())
	f.SetException(exceptionArgument(exception))
}

// Cancel is Future.cancel(msg): it reports whether the future was pending.
func (f *Future[T]) Cancel(msg ...any) bool {
	if len(msg) > 0 {
		return f.promise.cancel(msg[0])
	}
	return f.promise.cancel(nil)
}

// Cancelled is Future.cancelled().
func (f *Future[T]) Cancelled() bool { return f.promise.cancelled() }

// Finished is Future.done().
func (f *Future[T]) Finished() bool { return f.promise.done() }

// Loop is Future.get_loop().
func (f *Future[T]) Loop() *Loop { return f.loop }

// AddDoneCallback is Future.add_done_callback(fn): the loop calls fn with the
// future once it is done.
func (f *Future[T]) AddDoneCallback(fn func(f *Future[T])) {
	f.addGoCallback(func() { fn(f) })
}

// addGoCallback calls fn, written in Go, in a copy of the current context.
func (p *promise) addGoCallback(fn func()) {
	vars := CopyContext()
	callback := py.BuiltinFunc("callback(future, /)", func(any) any { fn(); return nil })
	if p.done() {
		p.loop.push(newHandle(p.loop, callback, []any{p.outer}, vars), nil)
		return
	}
	p.addCallback(&programCallback{fn: callback, vars: vars})
}

// futureException is what set_exception stores: a StopIteration cannot be raised
// into a future.
func futureException(err error) error {
	e := py.AsException(err)
	if !e.PyClass().IsSubclassOf(py.StopIteration) {
		return e
	}
	wrapped := py.NewRuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
	return py.From(py.WithContext(wrapped, e), e)
}

// unbox converts a dynamic value to the type of a result.
func unbox[T any](v any) T {
	var zero T
	switch any(&zero).(type) {
	case *None:
		return zero
	case *any:
		*any(&zero).(*any) = v
		return zero
	}
	return py.As[T](v)
}
