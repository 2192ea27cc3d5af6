package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Task is asyncio.Task: a coroutine that the loop runs, and the future of its
// result. It is the context.Context of the code that it runs.
type Task[T any] struct {
	py.Attributes
	task
	value T
	coro  source[T]
}

// A TaskOption sets something of a new task.
type TaskOption func(*taskOptions)

type taskOptions struct {
	name  any
	vars  *Vars
	eager bool
}

// Name gives a new task its name.
func Name(name string) TaskOption {
	return func(o *taskOptions) { o.name = name }
}

// InContext runs a new task in the given context instead of a copy of the
// current one.
func InContext(c *Vars) TaskOption {
	return func(o *taskOptions) { o.vars = c }
}

// EagerStart runs a new task at once until it first suspends.
func EagerStart() TaskOption {
	return func(o *taskOptions) { o.eager = true }
}

// CreateTask is asyncio.create_task: it schedules the coroutine on the running
// loop.
func CreateTask[T any](ctx context.Context, c *Coroutine[T], opts ...TaskOption) *Task[T] {
	return CreateTaskOn(loopOf(ctx), c, opts...)
}

// CreateTaskOn is l.create_task(c).
func CreateTaskOn[T any](l *Loop, c *Coroutine[T], opts ...TaskOption) *Task[T] {
	if !l.plainTasks() {
		if t, ok := l.createTaskAny(c, collectOptions(opts)).(*Task[T]); ok {
			return t
		}
		py.Raise(py.NewTypeError("the task factory made no task for the coroutine"))
	}
	return newTask(l, c, opts...)
}

func collectOptions(opts []TaskOption) *taskOptions {
	if len(opts) == 0 {
		return nil
	}
	o := &taskOptions{}
	for _, opt := range opts {
		opt(o)
	}
	return o
}

func newTask[T any](l *Loop, c source[T], opts ...TaskOption) *Task[T] {
	return startTask(l, c, collectOptions(opts))
}

// startTask makes a task and schedules its first step.
func startTask[T any](l *Loop, c source[T], o *taskOptions) *Task[T] {
	t := &Task[T]{}
	t.start(l, c, o)
	return t
}

// start initialises the task and schedules its first step.
func (t *Task[T]) start(l *Loop, c source[T], o *taskOptions) {
	l.checkClosed()
	t.coro = c
	if t.outer == nil {
		t.outer = t
	}
	t.loop = l
	eager := false
	if o != nil {
		eager = o.eager
		t.vars = o.vars
		if o.name != nil {
			t.name = py.Str(o.name)
		}
	}
	if t.name == "" {
		t.number = taskNumber.Add(1)
	}
	if t.vars == nil {
		t.vars = CopyContext()
	}
	if eager && l.isRunning() {
		l.startEagerly(&t.task)
		return
	}
	l.push(&t.task, nil)
	l.register(&t.task)
}

// PyClass is the class Task.
func (t *Task[T]) PyClass() *py.Class { return TaskClass }

func (t *Task[T]) boxed() any { return box(t.value) }

func (t *Task[T]) setBoxed(v any) { t.value = unbox[T](v) }

func (t *Task[T]) cancelFuture(msg any) bool { return t.requestCancel(msg) }

func (t *Task[T]) peek() T { return t.value }

func (t *Task[T]) takesThrow() bool {
	_, ok := t.coro.(throwTaker)
	return ok
}

func (t *Task[T]) runCoroutine(ctx context.Context) error {
	if err := t.thrown; err != nil && t.first == noFirstAwait {
		t.thrown = nil
		return t.coro.(throwTaker).throwFirst(ctx, err)
	}
	c, ok := t.coro.(*Coroutine[T])
	if ok && c.restartable && t.eagerCaller == nil && !t.loop.debug && t.loop.own == nil {
		return t.runRestartable(ctx, c)
	}
	if !ok || c.state != coroutineCreated {
		v, err := t.coro.runOnce(ctx)
		t.value = v
		return err
	}
	// The same as runOnce, without its frame: every task stands on this one.
	v, err := c.begin(ctx)(ctx)
	c.ended()
	t.value = v
	return err
}

// runRestartable calls a coroutine that may leave at its first await, for the
// first or the second time.
func (t *Task[T]) runRestartable(ctx context.Context, c *Coroutine[T]) error {
	run := c.run
	switch {
	case t.first == leftAtFirstAwait && run != nil: // it goes on where it left
	case t.first == noFirstAwait && c.state == coroutineCreated:
		t.first = beforeFirstAwait
	default:
		// Something else awaits it, or it was closed.
		t.first, t.kept, t.thrown = noFirstAwait, nil, nil
		_, err := c.runOnce(ctx)
		return err
	}
	c.state, c.ctx = coroutineRunning, ctx
	v, err := run(ctx)
	if t.first == leftAtFirstAwait {
		return err
	}
	c.ended()
	t.value = v
	return err
}

func (t *Task[T]) coroutine() any { return t.coro.asAny() }

func (t *Task[T]) coroutineEnded() { t.coro.ended() }

func (t *Task[T]) progress() coroutineState { return t.coro.progress() }

func (t *Task[T]) closeCoroutine() { t.coro.Close() }

func (t *Task[T]) ensure(*Loop) *promise { return &t.promise }

func (t *Task[T]) ensureResult(*Loop) result[T] { return t }

// Await waits for the task to end and returns its result, or its exception.
// When the waiting task is cancelled, so is this one.
func (t *Task[T]) Await(ctx context.Context) (T, error) {
	if err := awaitFuture(ctx, &t.promise); err != nil {
		var zero T
		return zero, err
	}
	return t.value, nil
}

// AwaitAny is Await with the result as a dynamic value.
func (t *Task[T]) AwaitAny(ctx context.Context) (any, error) {
	v, err := t.Await(ctx)
	return box(v), err
}

// Result is Task.result(): the result, the exception, CancelledError or
// InvalidStateError.
func (t *Task[T]) Result() (T, error) {
	if err := t.outcome(); err != nil {
		var zero T
		return zero, err
	}
	return t.value, nil
}

// Exception is Task.exception(): the exception of the finished task, nil if it
// has a result. It panics with CancelledError or InvalidStateError otherwise.
func (t *Task[T]) Exception() error { return py.Must(t.exception()) }

// ExceptionOf is t.exception() of a task or future as a Python value: the exception,
// or nil.
func ExceptionOf(t interface{ Exception() error }) any {
	if err := t.Exception(); err != nil {
		return err
	}
	return nil
}

// Loop is Task.get_loop().
func (t *Task[T]) Loop() *Loop { return t.loop }

// AddDoneCallback is Task.add_done_callback(fn): the loop calls fn with the task
// once it is done.
func (t *Task[T]) AddDoneCallback(fn func(t *Task[T])) {
	t.addGoCallback(func() { fn(t) })
}
