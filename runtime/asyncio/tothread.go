package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// executorState is the default executor of a loop.
type executorState struct {
	pool     *executor.Pool
	shutdown bool
}

// defaultExecutor returns the loop's default executor. It returns RuntimeError
// after shutdown_default_executor.
func (l *Loop) defaultExecutor() (*executor.Pool, error) {
	if l.executor.shutdown {
		return nil, py.NewRuntimeError("Executor shutdown has been called")
	}
	if l.executor.pool == nil {
		l.executor.pool = executor.NewPool(executor.DefaultWorkers(), "asyncio")
	}
	return l.executor.pool, nil
}

// SetDefaultExecutor is loop.set_default_executor(pool).
func (l *Loop) SetDefaultExecutor(pool *executor.Pool) { l.executor.pool = pool }

// ShutdownDefaultExecutor is loop.shutdown_default_executor(): it waits until
// the threads of the default executor have ended.
func (l *Loop) ShutdownDefaultExecutor(ctx context.Context) error {
	l.executor.shutdown = true
	pool := l.executor.pool
	if pool == nil {
		return nil
	}
	pool.Shutdown(false, false)
	f := newFuture[any](l)
	go func() {
		pool.Join()
		l.post(callbackFunc(func(*promise) {
			if !f.Cancelled() {
				f.SetResult(nil)
			}
		}), nil)
	}()
	_, err := f.Await(ctx)
	return err
}

// closeExecutor is what loop.close() does with the default executor.
func (l *Loop) closeExecutor() {
	l.executor.shutdown = true
	if pool := l.executor.pool; pool != nil {
		l.executor.pool = nil
		pool.Shutdown(false, false)
	}
}

// call is a function that runs in a thread, and the future of its result.
type call[T any] struct {
	future *Future[T]
	value  T
	err    error
}

// run ends the future when the loop learns that the thread is done.
func (c *call[T]) run(*promise) {
	switch {
	case c.future.Cancelled():
	case c.err != nil:
		c.future.fail(futureException(c.err))
	default:
		c.future.value = c.value
		c.future.finish()
	}
}

// inThread runs f, which shares nothing with others, in a thread of the default
// executor without the interpreter lock, and waits for it.
func inThread[T any](ctx context.Context, f func() (T, error)) (T, error) {
	var zero T
	t, stage := startAwait(ctx)
	if stage == leftAtFirstAwait {
		f := t.kept.(*Future[T])
		if _, err := t.comeBack(&f.promise); err != nil {
			return zero, err
		}
		return f.value, nil
	}
	l := loopOf(ctx)
	if l.own != nil && l.own.runInExecutor != nil {
		return ownExecutor(ctx, l, f)
	}
	pool, err := l.defaultExecutor()
	if err != nil {
		return zero, err
	}
	c := &call[T]{future: newFuture[T](l)}
	err = pool.Run(func() {
		c.err = py.Try(func() error {
			var err error
			c.value, err = f()
			return err
		})
		l.post(c, nil)
	})
	if err != nil {
		return zero, err
	}
	if stage == beforeFirstAwait && !c.future.done() {
		return zero, t.leave(&c.future.promise, c.future)
	}
	return c.future.Await(ctx)
}

// ownExecutor runs f through the run_in_executor of the program.
func ownExecutor[T any](ctx context.Context, l *Loop, f func() (T, error)) (T, error) {
	vars := CopyContext()
	run := py.BuiltinFunc("run()", func() (any, error) {
		var v T
		err := vars.Run(func() error {
			var err error
			v, err = f()
			return err
		})
		return box(v), err
	})
	v, err := py.Await(ctx, py.Call(l.own.runInExecutor, nil, run))
	if err != nil {
		var zero T
		return zero, err
	}
	return unbox[T](v), nil
}

// ToThread is asyncio.to_thread(f): a coroutine that runs f in a thread. f must
// share nothing with code that may run at the same time; see ToThreadLocked.
func ToThread(f func()) *Coroutine[None] {
	return ToThreadValueErr(func() (None, error) {
		f()
		return None{}, nil
	})
}

// ToThreadErr is ToThread for a function that can fail.
func ToThreadErr(f func() error) *Coroutine[None] {
	return ToThreadValueErr(func() (None, error) { return None{}, f() })
}

// ToThreadValue is ToThread for a function with a result.
func ToThreadValue[T any](f func() T) *Coroutine[T] {
	return ToThreadValueErr(func() (T, error) { return f(), nil })
}

// ToThreadValueErr is ToThread for a function with a result that can fail.
func ToThreadValueErr[T any](f func() (T, error)) *Coroutine[T] {
	return GoValue(func(ctx context.Context) (T, error) { return inThread(ctx, f) }).Named("to_thread").Restartable()
}

// ToThreadLocked is asyncio.to_thread(f) for any f: it holds the interpreter
// lock while it runs, as the threads of CPython do.
func ToThreadLocked(f func()) *Coroutine[None] {
	return ToThreadValueErrLocked(func() (None, error) {
		f()
		return None{}, nil
	})
}

// ToThreadErrLocked is ToThreadLocked for a function that can fail.
func ToThreadErrLocked(f func() error) *Coroutine[None] {
	return ToThreadValueErrLocked(func() (None, error) { return None{}, f() })
}

// ToThreadValueLocked is ToThreadLocked for a function with a result.
func ToThreadValueLocked[T any](f func() T) *Coroutine[T] {
	return ToThreadValueErrLocked(func() (T, error) { return f(), nil })
}

// ToThreadValueErrLocked is ToThreadLocked for a function with a result that can
// fail.
func ToThreadValueErrLocked[T any](f func() (T, error)) *Coroutine[T] {
	return GoValue(func(ctx context.Context) (T, error) {
		var zero T
		t, stage := startAwait(ctx)
		if stage == leftAtFirstAwait {
			f := t.kept.(*Future[any])
			if _, err := t.comeBack(&f.promise); err != nil {
				return zero, err
			}
			result, _ := f.value.(T) // nil is no T when T is any
			return result, nil
		}
		vars := CopyContext()
		l := loopOf(ctx)
		if l.own != nil && l.own.runInExecutor != nil {
			return ownExecutor(ctx, l, f)
		}
		pool, err := l.defaultExecutor()
		if err != nil {
			return zero, err
		}
		cf, err := pool.Submit(func() (any, error) {
			var v T
			err := vars.Run(func() error {
				var err error
				v, err = f()
				return err
			})
			return v, err
		})
		if err != nil {
			return zero, err
		}
		f := wrapConcurrent(l, cf)
		if stage == beforeFirstAwait && !f.done() {
			return zero, t.leave(&f.promise, f)
		}
		v, err := f.Await(ctx)
		if err != nil {
			return zero, err
		}
		value, _ := v.(T) // None is no T, but the zero value of any
		return value, nil
	}).Named("to_thread").Restartable()
}

// RunInExecutor is l.run_in_executor(None, f): f runs in a thread of the default
// executor and holds the interpreter lock meanwhile. It raises RuntimeError when the
// loop is closed.
func RunInExecutor[T any](l *Loop, f func() (T, error)) *Future[T] {
	l.checkClosed()
	pool := py.Must(l.defaultExecutor())
	cf := py.Must(pool.Submit(func() (any, error) { return f() }))
	typed := newFuture[T](l)
	chainConcurrent(cf, &typed.promise, func(v any) { typed.value, _ = v.(T) })
	return typed
}
