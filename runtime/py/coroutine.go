package py

import (
	"context"
	"errors"
	"strings"
)

// Coroutine is what calling an async function makes. It starts when it is
// awaited (Run), or when something sends into it by hand.
type Coroutine struct {
	name     string
	qualname string
	body     func(ctx context.Context) (any, error)
	function *Function // that made it, if one did
	frame    *frame
	state    frameState
	reuse    string          // what is said when it is awaited again
	ctx      context.Context // of what awaits it, while it runs
}

const reusedCoroutine = "cannot reuse already awaited coroutine"

// Suspender is a context whose coroutine can be suspended with a value: that of
// an asyncio task, which takes futures and None, or that of a coroutine which a
// program drives with send().
type Suspender interface {
	// Suspend gives v to what drives the coroutine and returns what is sent
	// back, or the exception that is thrown in.
	Suspend(v any) (any, error)
	// Running reports whether what it suspends runs now.
	Running() bool
}

type suspenderKey struct{}

// SuspenderKey is the key under which a context's Value gives its Suspender.
var SuspenderKey any = suspenderKey{}

// Awaiter is a Go type that can be awaited: asyncio's futures and tasks.
type Awaiter interface {
	AwaitAny(ctx context.Context) (any, error)
}

// NewCoroutine makes a coroutine with a __qualname__, the last part of which is its
// __name__, whose body is a Go function.
func NewCoroutine(qualname string, body func(ctx context.Context) (any, error)) *Coroutine {
	name := qualname[strings.LastIndexByte(qualname, '.')+1:]
	return &Coroutine{name: name, qualname: qualname, body: body, reuse: reusedCoroutine}
}

func newFunctionCoroutine(f *Function, slots []any) *Coroutine {
	return &Coroutine{name: f.name, qualname: f.qualname, function: f, reuse: reusedCoroutine, body: func(ctx context.Context) (any, error) {
		return f.invokeCoroutine(ctx, slots)
	}}
}

// coroutineObject is a *Coroutine, or a typed coroutine of asyncio.
type coroutineObject interface {
	// Dynamic is the coroutine as it is driven by hand.
	Dynamic() *Coroutine
	Close()
	// Awaited tells how far the coroutine is, and in which context it is awaited.
	Awaited() (started, finished bool, ctx context.Context)
}

// stateOf tells how far a coroutine object is.
func stateOf(c coroutineObject) frameState {
	started, finished, ctx := c.Awaited()
	switch {
	case finished:
		return frameFinished
	case !started:
		return frameCreated
	case Executing(ctx):
		return frameRunning
	}
	return frameSuspended
}

// Awaited tells how far the coroutine is, and in which context it is awaited.
func (c *Coroutine) Awaited() (started, finished bool, ctx context.Context) {
	ctx = c.ctx
	if c.state == frameSuspended {
		ctx = &handContext{coroutine: c}
	}
	return c.Started(), c.Finished(), ctx
}

// Dynamic is the coroutine itself.
func (c *Coroutine) Dynamic() *Coroutine { return c }

// PyClass is the class of coroutines.
func (c *Coroutine) PyClass() *Class { return CoroutineClass }

// Name is the coroutine's __name__.
func (c *Coroutine) Name() string { return c.name }

// QualifiedName is the coroutine's __qualname__.
func (c *Coroutine) QualifiedName() string { return c.qualname }

// Defined tells where the coroutine's function is defined.
func (c *Coroutine) Defined() (SourcePlace, bool) {
	if c.function == nil {
		return SourcePlace{}, false
	}
	return FunctionPlace(c.function)
}

// Started reports whether the coroutine has been awaited.
func (c *Coroutine) Started() bool { return c.state != frameCreated }

// Finished reports whether the coroutine has returned or was closed.
func (c *Coroutine) Finished() bool { return c.state == frameFinished }

// Run awaits the coroutine: it runs the body on the caller's stack. A second
// Run is a RuntimeError.
func (c *Coroutine) Run(ctx context.Context) (any, error) {
	if c.state == frameSuspended {
		return c.await(ctx)
	}
	if err := c.begin(); err != nil {
		return nil, err
	}
	Enter()
	defer Leave()
	c.ctx = ctx
	v, err := runBody(ctx, c.body)
	c.state, c.body, c.ctx = frameFinished, nil, nil
	return v, err
}

func (c *Coroutine) begin() error {
	switch c.state {
	case frameFinished:
		return NewRuntimeError(c.reuse)
	case frameRunning:
		return AwaitedTwice(c.ctx)
	}
	c.state = frameRunning
	return nil
}

// Executing reports whether a coroutine that is awaited in a context runs now. Else
// it waits for something.
func Executing(ctx context.Context) bool {
	if ctx == nil {
		return true
	}
	s, ok := ctx.Value(SuspenderKey).(Suspender)
	return !ok || s.Running()
}

// AwaitedTwice is the error of awaiting a coroutine that is awaited in a context.
func AwaitedTwice(ctx context.Context) error {
	if Executing(ctx) {
		return NewValueError("coroutine already executing")
	}
	return NewRuntimeError("coroutine is being awaited already")
}

// runBody runs a coroutine's body; an exception comes back as the error however
// it was raised.
func runBody(ctx context.Context, body func(context.Context) (any, error)) (v any, err error) {
	defer EndCoroutine(&err)
	defer Catch(&err)
	return body(ctx)
}

// EndCoroutine is deferred by a coroutine that StopIteration may leave: as an
// error or a panic, it becomes the RuntimeError that CPython raises then.
func EndCoroutine(err *error) {
	if r := recover(); r != nil {
		e := recovered(r)
		if !errors.Is(e, StopIteration) {
			panic(r)
		}
		*err = e
	}
	if *err != nil {
		*err = LeavingCoroutine(*err)
	}
}

// LeavingCoroutine is the exception as what err leaves a coroutine: a StopIteration
// is a RuntimeError then.
func LeavingCoroutine(err error) error {
	if errors.Is(err, StopIteration) {
		return raisedInside(err, "coroutine raised StopIteration")
	}
	return err
}

// await awaits a coroutine that was started by hand.
func (c *Coroutine) await(ctx context.Context) (any, error) {
	return drive(ctx, c)
}

// drive awaits an iterator that __await__ gave: what it yields goes to the
// Suspender of ctx, and what comes back is sent into it.
func drive(ctx context.Context, it any) (result any, err error) {
	defer Catch(&err)
	v, more := stepSend(it, nil)
	for more {
		sent, err := suspendIn(ctx, v)
		if err == nil {
			v, more = stepSend(it, sent)
		} else if errors.Is(err, GeneratorExit) {
			closeIterator(it)
			return nil, err
		} else {
			v, more = stepThrow(it, err)
		}
	}
	return v, nil
}

// suspendIn hands v to whatever drives the coroutine that ctx belongs to.
func suspendIn(ctx context.Context, v any) (any, error) {
	if s, ok := ctx.Value(SuspenderKey).(Suspender); ok {
		return s.Suspend(v)
	}
	return nil, NewRuntimeError("await wasn't used with future")
}

// Await is await x for a value of any type. It raises TypeError when x cannot
// be awaited.
func Await(ctx context.Context, x any) (any, error) {
	switch a := x.(type) {
	case *Coroutine:
		if a.state == frameSuspended {
			return nil, NewRuntimeError("coroutine is being awaited already")
		}
		return a.Run(ctx)
	case Awaiter:
		return a.AwaitAny(ctx)
	case *Generator:
		if a.awaitable {
			return drive(ctx, a)
		}
	}
	it, ok := callSpecial(x, "__await__")
	if !ok {
		return nil, NewTypeError("object " + typeName(x) + " can't be used in 'await' expression")
	}
	if TypeOf(it).IsSubclassOf(CoroutineClass) {
		return nil, NewTypeError("__await__() returned a coroutine")
	}
	if a, ok := it.(Awaiter); ok {
		return a.AwaitAny(ctx)
	}
	if !isIterator(it) {
		return nil, NewTypeError("__await__() returned non-iterator of type '" + typeName(it) + "'")
	}
	return drive(ctx, it)
}

// Awaitable reports whether x can be awaited: inspect.isawaitable(x).
func Awaitable(x any) bool {
	switch a := x.(type) {
	case *Coroutine, Awaiter:
		return true
	case *Generator:
		return a.awaitable
	}
	return TypeOf(x).has("__await__")
}

// IterableCoroutine is types.coroutine(f): it marks a generator function so that
// its generators can be awaited. It returns f.
func IterableCoroutine(f any) any {
	if !Truth(Call(Builtin("callable"), f)) {
		raisef(NewTypeError, "types.coroutine() expects a callable")
	}
	if function, ok := f.(*Function); ok && function.kind == generatorFunction {
		function.awaitable = true
	}
	return f
}

// handContext is the context of a coroutine that is driven by send(): awaiting
// suspends it to the caller of send().
type handContext struct {
	context.Context
	coroutine *Coroutine
}

// Value gives the context itself as the Suspender.
func (h *handContext) Value(key any) any {
	if key == SuspenderKey {
		return h
	}
	return h.Context.Value(key)
}

// Suspend hands v to the caller of send().
func (h *handContext) Suspend(v any) (sent any, err error) {
	defer Catch(&err)
	return h.coroutine.frame.suspend(v), nil
}

// Running reports whether the coroutine runs now.
func (h *handContext) Running() bool { return h.coroutine.state == frameRunning }

// Send is coro.send(v): it drives the coroutine by hand. It returns false when
// the coroutine has returned, and what it returned in its place.
func (c *Coroutine) Send(v any) (any, bool) {
	if c.state == frameCreated && v != nil {
		raisef(NewTypeError, "can't send non-None value to a just-started coroutine")
	}
	return c.resume(v, nil)
}

// Throw is coro.throw(err), with results as Send's.
func (c *Coroutine) Throw(err error) (any, bool) { return throwInto(c, err) }

// throwInto throws err into a coroutine. One that has not started never will.
func throwInto(c coroutineObject, err error) (any, bool) {
	if started, _, _ := c.Awaited(); !started {
		c.Close()
		panic(err)
	}
	return drivable(c).resume(nil, err)
}

// drivable is a coroutine as it is driven by hand. It raises ValueError if it runs.
func drivable(c coroutineObject) *Coroutine {
	if stateOf(c) == frameRunning {
		raisef(NewValueError, "coroutine already executing")
	}
	return c.Dynamic()
}

// Close is coro.close(): a coroutine that has not started never will, one that
// is suspended gets a GeneratorExit.
func (c *Coroutine) Close() {
	switch c.state {
	case frameCreated:
		c.state, c.body = frameFinished, nil
		return
	case frameFinished:
		return
	}
	err := Try(func() error {
		if _, yielded := c.resume(nil, NewGeneratorExit()); yielded {
			raisef(NewRuntimeError, "coroutine ignored GeneratorExit")
		}
		return nil
	})
	if err != nil && !errors.Is(err, GeneratorExit) && !errors.Is(err, StopIteration) {
		panic(err)
	}
}

func (c *Coroutine) resume(sent any, thrown error) (any, bool) {
	switch c.state {
	case frameRunning:
		raisef(NewValueError, "coroutine already executing")
	case frameFinished:
		raisef(NewRuntimeError, "%s", c.reuse)
	case frameCreated:
		hand := &handContext{Context: CurrentContext(), coroutine: c}
		body := c.body
		c.frame = newFrame(func() any {
			v, err := runBody(hand, body)
			if err != nil {
				panic(err)
			}
			return v
		})
	}
	c.state = frameRunning
	f := c.frame
	v, yielded := f.resume(sent, thrown)
	if yielded {
		c.state = frameSuspended
		return v, true
	}
	c.state, c.frame, c.body = frameFinished, nil, nil
	if f.failure != nil {
		panic(f.failure)
	}
	return f.result, false
}
