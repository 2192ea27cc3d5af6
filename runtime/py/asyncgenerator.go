package py

import (
	"context"
	"errors"
)

// AsyncGenerator is what calling an async function with yield makes. Its body
// runs on a coroutine; awaiting inside it suspends the task that iterates.
type AsyncGenerator struct {
	name     string
	qualname string
	body     func(ctx context.Context, y *AsyncYielder) error
	frame    *frame
	ctx      *iteratingContext
	state    frameState
	// streams is set by Streams.
	streams bool
}

// AsyncYielder is what the body of an asynchronous generator yields through.
type AsyncYielder struct {
	frame *frame
	// loop takes the place of frame while the body runs on the stack of a loop.
	loop *loopBody
}

// iteratingContext is the context of an asynchronous generator's body: that of
// whoever iterates at the moment.
type iteratingContext struct {
	context.Context
}

// AsyncIterator is implemented by Go types that async for iterates over.
type AsyncIterator interface {
	NextAny(ctx context.Context) (v any, ok bool, err error)
}

// NewAsyncGenerator makes an asynchronous generator whose body is a Go
// function.
func NewAsyncGenerator(name string, body func(ctx context.Context, y *AsyncYielder) error) *AsyncGenerator {
	return &AsyncGenerator{name: name, qualname: name, body: body}
}

func newFunctionAsyncGenerator(f *Function, slots []any) *AsyncGenerator {
	return &AsyncGenerator{name: f.name, qualname: f.qualname,
		body: func(ctx context.Context, y *AsyncYielder) error {
			return f.invokeAsyncGenerator(ctx, y, slots)
		}}
}

// PyClass is the class of asynchronous generators.
func (g *AsyncGenerator) PyClass() *Class { return AsyncGeneratorClass }

// Name is the generator's __name__.
func (g *AsyncGenerator) Name() string { return g.name }

// Yield is the expression yield v: it returns what asend() gives, or the
// exception that athrow() gives.
func (y *AsyncYielder) Yield(v any) (any, error) {
	if y.loop == nil {
		return y.suspend(v)
	}
	if !y.loop.next(v) {
		return nil, NewGeneratorExit()
	}
	return nil, nil
}

func (y *AsyncYielder) suspend(v any) (sent any, err error) {
	defer Catch(&err)
	return y.frame.suspend(v), nil
}

// NextAny is await anext(g): ok is false when the generator has returned.
func (g *AsyncGenerator) NextAny(ctx context.Context) (v any, ok bool, err error) {
	return g.resume(ctx, "anext", nil, nil)
}

// Send is await g.asend(v): ok is false when the generator has returned.
func (g *AsyncGenerator) Send(ctx context.Context, v any) (value any, ok bool, err error) {
	if g.state == frameCreated && v != nil {
		return nil, false, NewTypeError("can't send non-None value to a just-started async generator")
	}
	return g.resume(ctx, "anext", v, nil)
}

// Throw is await g.athrow(thrown): ok is false when the generator has returned.
func (g *AsyncGenerator) Throw(ctx context.Context, thrown error) (value any, ok bool, err error) {
	return g.resume(ctx, "athrow", nil, thrown)
}

// Close is await g.aclose(): it raises GeneratorExit where the generator is
// suspended.
func (g *AsyncGenerator) Close(ctx context.Context) error {
	switch g.state {
	case frameCreated:
		g.finish()
		return nil
	case frameFinished:
		return nil
	}
	_, yielded, err := g.resume(ctx, "aclose", nil, NewGeneratorExit())
	if yielded {
		return NewRuntimeError("async generator ignored GeneratorExit")
	}
	if err != nil && !errors.Is(err, GeneratorExit) && !errors.Is(err, StopAsyncIteration) {
		return err
	}
	return nil
}

// Finished reports whether the generator has returned or was closed.
func (g *AsyncGenerator) Finished() bool { return g.state == frameFinished }

func (g *AsyncGenerator) finish() {
	g.state = frameFinished
	g.frame, g.body, g.ctx = nil, nil, nil
}

func (g *AsyncGenerator) resume(ctx context.Context, method string, sent any, thrown error) (v any, ok bool, err error) {
	switch g.state {
	case frameRunning:
		return nil, false, NewRuntimeError(method + "(): asynchronous generator is already running")
	case frameFinished:
		return nil, false, nil
	case frameCreated:
		if hook := current.AsyncGenFirstIter; hook != nil {
			hook(g)
		}
		if thrown != nil {
			g.finish()
			return nil, false, thrown
		}
		g.ctx = &iteratingContext{}
		y := &AsyncYielder{}
		body, bodyContext := g.body, g.ctx
		g.frame = newFrame(func() any {
			Check(body(bodyContext, y))
			return nil
		})
		y.frame = g.frame
	}
	g.state = frameRunning
	g.ctx.Context = ctx
	f := g.frame
	v, ok = f.resume(sent, thrown)
	if ok {
		g.state = frameSuspended
		return v, true, nil
	}
	g.finish()
	return nil, false, leavingAsyncGenerator(f.failure)
}

// leavingAsyncGenerator is what an exception becomes that leaves the body of an
// asynchronous generator.
func leavingAsyncGenerator(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, StopIteration):
		return raisedInside(err, "async generator raised StopIteration")
	case errors.Is(err, StopAsyncIteration):
		return raisedInside(err, "async generator raised StopAsyncIteration")
	}
	return err
}

// asyncStep is the awaitable that the methods of an asynchronous generator
// return.
type asyncStep struct {
	class     *Class
	coroutine *Coroutine
}

var (
	asyncSendClass  = newFinalClass("async_generator_asend")
	asyncThrowClass = newFinalClass("async_generator_athrow")
	asyncNextClass  = newFinalClass("anext_awaitable")
)

func (s *asyncStep) PyClass() *Class { return s.class }

// AwaitAny runs the step.
func (s *asyncStep) AwaitAny(ctx context.Context) (any, error) { return s.coroutine.Run(ctx) }

func newAsyncStep(class *Class, step func(ctx context.Context) (any, bool, error)) *asyncStep {
	c := NewCoroutine(class.name, func(ctx context.Context) (any, error) {
		v, ok, err := step(ctx)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, NewStopAsyncIteration()
		}
		return v, nil
	})
	c.reuse = "cannot reuse already awaited __anext__()/asend()"
	if class == asyncThrowClass {
		c.reuse = "cannot reuse already awaited aclose()/athrow()"
	}
	return &asyncStep{class, c}
}

// AIter is aiter(o). It raises TypeError when o has no __aiter__.
func AIter(o any) any {
	if it, ok := o.(AsyncIterator); ok {
		return it
	}
	it, ok := callSpecial(o, "__aiter__")
	if !ok {
		raisef(NewTypeError, "'async for' requires an object with __aiter__ method, got %s", typeName(o))
	}
	if _, ok := it.(AsyncIterator); !ok {
		if _, ok := TypeOf(it).lookup("__anext__"); !ok {
			raisef(NewTypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", typeName(it))
		}
	}
	return it
}

// ANext awaits the next value of an asynchronous iterator: ok is false at
// StopAsyncIteration.
func ANext(ctx context.Context, it any) (v any, ok bool, err error) {
	if a, isGo := it.(AsyncIterator); isGo {
		return a.NextAny(ctx)
	}
	err = Try(func() error {
		step, found := callSpecial(it, "__anext__")
		if !found {
			raisef(NewTypeError, "'%s' object is not an async iterator", typeName(it))
		}
		if !Awaitable(step) {
			return From(NewTypeError("'async for' received an invalid object from __anext__: "+typeName(step)),
				NewTypeError("object "+typeName(step)+" can't be used in 'await' expression"))
		}
		var err error
		v, err = Await(ctx, step)
		return err
	})
	if err != nil {
		if errors.Is(err, StopAsyncIteration) {
			return nil, false, nil
		}
		return nil, false, err
	}
	return v, true, nil
}

func init() {
	AsyncGeneratorClass.define(func(d *Definition) {
		d.Method("__aiter__(self, /)", func(self any) any { return self })
		d.Method("__anext__(self, /)", func(self any) any {
			return newAsyncStep(asyncSendClass, self.(*AsyncGenerator).NextAny)
		})
		d.Method("asend(self, value, /)", func(self, value any) any {
			return newAsyncStep(asyncSendClass, func(ctx context.Context) (any, bool, error) {
				return self.(*AsyncGenerator).Send(ctx, value)
			})
		})
		d.Method("athrow(self, typ, val=None, tb=None, /)", func(self, typ, val, tb any) any {
			thrown := thrownException(typ, val)
			g := self.(*AsyncGenerator)
			return newAsyncStep(asyncThrowClass, func(ctx context.Context) (any, bool, error) {
				if g.state == frameFinished {
					return nil, true, nil // the exception gets lost, as in CPython
				}
				return g.Throw(ctx, thrown)
			})
		})
		d.Method("aclose(self, /)", func(self any) any {
			return newAsyncStep(asyncThrowClass, func(ctx context.Context) (any, bool, error) {
				return nil, true, self.(*AsyncGenerator).Close(ctx)
			})
		})
		defineFrameNames(d, func(self any) (name, qualname *string) {
			g := self.(*AsyncGenerator)
			return &g.name, &g.qualname
		})
		d.Getter("ag_running", func(self any) any { return self.(*AsyncGenerator).state == frameRunning })
		d.Getter("ag_suspended", func(self any) any { return self.(*AsyncGenerator).state == frameSuspended })
		d.Getter("ag_frame", func(self any) any {
			if self.(*AsyncGenerator).state == frameFinished {
				return nil
			}
			return Ellipsis
		})
	})
	for _, class := range []*Class{asyncSendClass, asyncThrowClass, asyncNextClass} {
		class.define(func(d *Definition) {
			d.Method("__await__(self, /)", func(self any) any {
				return &coroutineWrapper{self.(*asyncStep).coroutine}
			})
			d.Method("send(self, value, /)", func(self, v any) any {
				return sendOrStop(self.(*asyncStep).coroutine, v)
			})
			d.Method("throw(self, typ, val=None, tb=None, /)", func(self, typ, val, _ any) any {
				v, ok := stepThrow(self.(*asyncStep).coroutine, thrownException(typ, val))
				if !ok {
					raiseStopIteration(v)
				}
				return v
			})
			d.Method("close(self, /)", func(self any) any {
				self.(*asyncStep).coroutine.Close()
				return nil
			})
		})
	}
}
