package py

import (
	"context"
	"errors"
	"iter"
)

// A for loop that alone has a generator runs the generator's body on its own
// stack: yield is a call of the loop's body, and no coroutine is needed. That is
// the same to all who can tell, unless the generator's body has a try or a with
// around a yield, which would catch what the loop's body raises.

// Streams says that no try and no with is around a yield in the generator's
// body. It returns the generator.
func (g *Generator) Streams() *Generator {
	g.streams = true
	return g
}

// Streams says that no try and no with is around a yield in the generator's
// body. It returns the generator.
func (g *AsyncGenerator) Streams() *AsyncGenerator {
	g.streams = true
	return g
}

// loopBody is the body of a loop, which the body of a generator calls.
type loopBody struct {
	yield func(any) bool
	// inside says that the body runs: what is raised then is none of the
	// generator's business.
	inside bool
	// left says that the loop has ended early.
	left bool
}

// next runs the body for a value. It returns false when the loop ends early.
func (b *loopBody) next(v any) bool {
	if b.left {
		raisef(NewRuntimeError, "generator ignored GeneratorExit")
	}
	b.inside = true
	goesOn := b.yield(v)
	b.inside = false
	b.left = !goesOn
	return goesOn
}

// take is next for a generator that is not asynchronous: the early end of the
// loop raises GeneratorExit in it.
func (b *loopBody) take(v any) {
	if !b.next(v) {
		panic(NewGeneratorExit())
	}
}

// takeFrom takes all that an iterator gives and returns what it returns. It is
// closed when the loop ends early.
func (b *loopBody) takeFrom(it any) any {
	ended := false
	defer func() {
		if !ended && (b.inside || b.left) {
			closeIterator(it)
		}
	}()
	v, ok := stepSend(it, nil)
	for ok {
		b.take(v)
		v, ok = stepSend(it, nil)
	}
	ended = true
	return v
}

// stream runs a generator that has not started as the loop over it.
func (g *Generator) stream(yield func(any) bool) {
	b := &loopBody{yield: yield}
	body := g.body
	g.state = frameRunning
	defer func() {
		g.finish()
		if b.inside {
			return
		}
		if r := recover(); r != nil {
			err := Recovered(r)
			switch {
			case b.left && (errors.Is(err, GeneratorExit) || errors.Is(err, StopIteration)):
			case errors.Is(err, StopIteration):
				panic(raisedInside(err, "generator raised StopIteration"))
			default:
				panic(r)
			}
		}
	}()
	body(&Yielder{loop: b})
}

// stream runs a generator that has not started as the loop over it.
func (g *AsyncGenerator) stream(ctx context.Context, yield func(any, error) bool) {
	if hook := current.AsyncGenFirstIter; hook != nil {
		hook(g)
	}
	b := &loopBody{yield: func(v any) bool { return yield(v, nil) }}
	body := g.body
	g.state = frameRunning
	defer g.finish()
	var err error
	func() {
		defer func() {
			if b.inside {
				return
			}
			if r := recover(); r != nil {
				err = Recovered(r)
			}
		}()
		err = body(ctx, &AsyncYielder{loop: b})
	}()
	if err != nil && !b.left {
		yield(nil, leavingAsyncGenerator(err))
	}
}

// AsyncEach returns the values of o for an async for loop over what nothing else
// refers to. An exception is the last that it gives.
func AsyncEach(ctx context.Context, o any) iter.Seq2[any, error] {
	it := AIter(o)
	return func(yield func(any, error) bool) {
		if g, ok := it.(*AsyncGenerator); ok && g.streams && g.state == frameCreated {
			g.stream(ctx, yield)
			return
		}
		for {
			v, ok, err := ANext(ctx, it)
			if err != nil {
				yield(nil, err)
				return
			}
			if !ok || !yield(v, nil) {
				return
			}
		}
	}
}
