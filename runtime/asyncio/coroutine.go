package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// None is the result of a coroutine without a value.
type None = struct{}

// Waitable is anything that gather, wait and their like take: a *Coroutine, a
// *Task or a *Future.
type Waitable interface {
	// ensure is ensure_future: it returns the future itself, or a new task that
	// runs the coroutine.
	ensure(l *Loop) *promise
	mark() *gatherMark
}

// Awaitable is a Waitable with a result of type T.
type Awaitable[T any] interface {
	Waitable
	// Await waits for the result, or returns the exception.
	Await(ctx context.Context) (T, error)
	// ensureResult is ensure, keeping the type of the result.
	ensureResult(l *Loop) result[T]
}

// result is a *Task[T] or a *Future[T].
type result[T any] interface {
	core() *promise
	peek() T
}

// Coroutine is a coroutine object: a call of an async function that starts when
// it is awaited or made a task.
type Coroutine[T any] struct {
	name  string
	run   func(ctx context.Context) (T, error)
	state coroutineState
	// restartable is set by Restartable.
	restartable bool
	gatherMark
	object *py.Coroutine
	ctx    context.Context // of what awaits it, while it runs
	// code is that of the function that the coroutine was made of. It is kept where
	// run does not tell it, in programs that can tell its place.
	code uintptr
}

// coroutineState tells how far a coroutine is.
type coroutineState uint8

const (
	coroutineCreated coroutineState = iota
	coroutineRunning
	coroutineFinished
)

// Go makes a coroutine of a function without a result.
func Go(f func(ctx context.Context) error) *Coroutine[None] {
	c := &Coroutine[None]{run: func(ctx context.Context) (None, error) { return None{}, f(ctx) }}
	if py.ShowsLines() {
		c.code = py.CodeOf(f)
	}
	return c
}

// GoValue makes a coroutine of a function with a result.
func GoValue[T any](f func(ctx context.Context) (T, error)) *Coroutine[T] {
	return &Coroutine[T]{run: f}
}

// Named sets the coroutine's __qualname__, which the repr of its task shows,
// and returns the coroutine.
func (c *Coroutine[T]) Named(name string) *Coroutine[T] {
	c.name = name
	return c
}

// Await runs the coroutine on the caller's stack. It raises RuntimeError when
// the coroutine was awaited before.
func (c *Coroutine[T]) Await(ctx context.Context) (T, error) {
	defer c.end(c.state)
	return c.runOnce(ctx)
}

// end notes that a coroutine which was not running before has ended.
func (c *Coroutine[T]) end(before coroutineState) {
	if before == coroutineCreated {
		c.ended()
	}
}

func (c *Coroutine[T]) runOnce(ctx context.Context) (T, error) {
	var zero T
	switch c.state {
	case coroutineRunning:
		return zero, py.AwaitedTwice(c.ctx)
	case coroutineFinished:
		return zero, py.NewRuntimeError("cannot reuse already awaited coroutine")
	}
	v, err := c.begin(ctx)(ctx)
	c.ended()
	return v, err
}

// begin returns the function of a coroutine that was not running, and notes that
// it runs.
func (c *Coroutine[T]) begin(ctx context.Context) func(ctx context.Context) (T, error) {
	c.state, c.ctx = coroutineRunning, ctx
	return c.run
}

// drop forgets the function, and with it the arguments that it holds: these are there
// until the coroutine ends, as those of a frame of CPython's are.
func (c *Coroutine[T]) drop() {
	if c.run != nil && c.code == 0 && py.ShowsLines() {
		c.code = py.CodeOf(c.run)
	}
	c.run = nil
}

// codeOf is the code of the coroutine's function.
func (c *Coroutine[T]) codeOf() uintptr {
	if c.run != nil && c.code == 0 {
		return py.CodeOf(c.run)
	}
	return c.code
}

func (c *Coroutine[T]) progress() coroutineState { return c.state }

// Awaited tells how far the coroutine is, and in which context it is awaited.
func (c *Coroutine[T]) Awaited() (started, finished bool, ctx context.Context) {
	return c.state != coroutineCreated, c.state == coroutineFinished, c.ctx
}

func (c *Coroutine[T]) ended() {
	c.drop()
	c.state, c.ctx = coroutineFinished, nil
}

// AwaitAny is Await with the result as a dynamic value.
func (c *Coroutine[T]) AwaitAny(ctx context.Context) (any, error) {
	v, err := c.Await(ctx)
	return box(v), err
}

// Close is coro.close(): a coroutine that has not started never will.
func (c *Coroutine[T]) Close() {
	if c.state == coroutineRunning {
		if py.Executing(c.ctx) {
			py.Raise(py.NewValueError("coroutine already executing"))
		}
		c.Dynamic().Close()
	}
	c.ended()
}

func (c *Coroutine[T]) asAny() any { return c }

func (c *Coroutine[T]) ensure(l *Loop) *promise { return l.newCoroutineTask(c).core() }

func (c *Coroutine[T]) ensureResult(l *Loop) result[T] {
	if l.plainTasks() {
		return newTask(l, c)
	}
	p := l.newCoroutineTask(c)
	if r, ok := p.outer.(result[T]); ok {
		return r
	}
	return foreignResult[T]{p}
}

// foreignResult is the result of a task that a task factory made.
type foreignResult[T any] struct{ *promise }

func (r foreignResult[T]) peek() T { return unbox[T](r.outer.boxed()) }

func (c *Coroutine[T]) newTaskOn(l *Loop, o *taskOptions) taskLike { return startTask(l, c, o) }

// PyClass is the class of coroutines.
func (c *Coroutine[T]) PyClass() *py.Class { return py.CoroutineClass }

// Dynamic is the coroutine as it is driven by hand.
func (c *Coroutine[T]) Dynamic() *py.Coroutine {
	if c.object == nil {
		name := c.name
		if name == "" {
			place, _ := py.CodePlace(c.codeOf())
			name = place.Function
		}
		c.object = py.NewCoroutine(name, c.AwaitAny)
	}
	return c.object
}

// dynamicCoroutine is a *py.Coroutine, or an object that behaves like one, as
// the source of a task.
type dynamicCoroutine struct{ object any }

func (c dynamicCoroutine) runOnce(ctx context.Context) (any, error) {
	if o, ok := c.object.(*py.Coroutine); ok {
		return o.Run(ctx)
	}
	return py.Await(ctx, c.object)
}

func (c dynamicCoroutine) progress() coroutineState {
	switch c := c.object.(type) {
	case interface{ progress() coroutineState }:
		return c.progress()
	case *py.Coroutine:
		switch {
		case c.Finished():
			return coroutineFinished
		case c.Started():
			return coroutineRunning
		}
	}
	return coroutineCreated
}

func (c dynamicCoroutine) ended() {}

func (c dynamicCoroutine) asAny() any { return c.object }

func (c dynamicCoroutine) Close() {
	if pc, ok := c.object.(*py.Coroutine); ok {
		pc.Close()
		return
	}
	py.CallMethod(c.object, "close")
}

// source is where a task gets its coroutine from.
type source[T any] interface {
	runOnce(ctx context.Context) (T, error)
	asAny() any
	Close()
	// progress tells how far the coroutine is.
	progress() coroutineState
	// ended tells the coroutine of a task that it ended, possibly by a panic.
	ended()
}

// throwTaker is a source that an exception can be thrown into before it has
// started.
type throwTaker interface {
	throwFirst(ctx context.Context, err error) error
}

// taskMaker is a typed coroutine whose type parameter is not known.
type taskMaker interface {
	newTaskOn(l *Loop, o *taskOptions) taskLike
}

// box makes a dynamic value of a result.
func box(v any) any {
	if _, ok := v.(None); ok {
		return nil
	}
	return py.Box(v)
}
