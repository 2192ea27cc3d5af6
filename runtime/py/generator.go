package py

import (
	"errors"
	"iter"
)

// Generator is a Python generator. Its body runs on a coroutine of its own,
// which starts at the first Next or Send.
type Generator struct {
	Holders
	name     string
	qualname string
	body     func(y *Yielder) any
	frame    *frame
	y        *Yielder
	state    frameState
	// streams is set by Streams.
	streams bool
	// awaitable is set for generators of functions that types.coroutine marked.
	awaitable bool
}

// Yielder is what the body of a generator yields through.
type Yielder struct {
	frame *frame
	// loop takes the place of frame while the body runs on the stack of a loop.
	loop *loopBody
	// delegate is the iterator of the yield from in progress.
	delegate any
}

type frameState uint8

const (
	frameCreated frameState = iota
	frameSuspended
	frameRunning
	frameFinished
)

// frame is a suspended function on a coroutine. What is sent in and what comes
// out are fields, because iter.Pull carries a value one way only.
type frame struct {
	next  func() (any, bool)
	yield func(any) bool
	sent  any
	// thrown is the exception that the pending yield must raise.
	thrown error
	// result and failure are how the body ended.
	result  any
	failure error
	// base is the recursion depth that the current resumption started from.
	base int
	// handling is where the except clauses that run inside the frame end, and
	// inner the innermost of them while it is suspended.
	handling Handling
	inner    *Handling
}

// newFrame prepares run to be resumed.
func newFrame(run func() any) *frame {
	f := &frame{}
	f.inner = &f.handling
	f.next, _ = iter.Pull(func(yield func(any) bool) {
		f.yield = yield
		f.failure = Try(func() error {
			f.result = run()
			return nil
		})
	})
	return f
}

// resume runs the frame until it yields or ends, and reports whether it
// yielded.
func (f *frame) resume(sent any, thrown error) (any, bool) {
	t := current
	depth := t.Depth
	f.sent, f.thrown, f.base = sent, thrown, depth
	f.handling.outer = t.Handling
	t.Handling = f.inner
	v, ok := f.next()
	current.Depth = depth
	f.inner, current.Handling = current.Handling, f.handling.outer
	f.handling.outer = nil
	return v, ok
}

// suspend gives v to whoever resumed the frame and returns what the next
// resumption sends; it panics with what that throws.
func (f *frame) suspend(v any) any {
	depth := current.Depth - f.base
	f.yield(v)
	current.Depth = f.base + depth
	sent, thrown := f.sent, f.thrown
	f.sent, f.thrown = nil, nil
	if thrown != nil {
		panic(thrown)
	}
	return sent
}

// NewGenerator makes a generator named name whose body is a Go function.
func NewGenerator(name string, body func(y *Yielder) any) *Generator {
	return &Generator{name: name, qualname: name, body: body}
}

func newFunctionGenerator(f *Function, slots []any) *Generator {
	return &Generator{name: f.name, qualname: f.qualname, awaitable: f.awaitable, body: func(y *Yielder) any {
		return f.invokeGenerator(y, slots)
	}}
}

// PyClass is the class of generators.
func (g *Generator) PyClass() *Class { return GeneratorClass }

// Name is the generator's __name__.
func (g *Generator) Name() string { return g.name }

// Next is next(g): false when the generator has returned.
func (g *Generator) Next() (any, bool) {
	v, ok, _ := g.resume(nil, nil)
	return v, ok
}

// Send is g.send(v). It returns false when the generator has returned, and
// what it returned in its place.
func (g *Generator) Send(v any) (value any, yielded bool) {
	if g.state == frameCreated && v != nil {
		raisef(NewTypeError, "can't send non-None value to a just-started generator")
	}
	value, yielded, returned := g.resume(v, nil)
	if !yielded {
		return returned, false
	}
	return value, true
}

// Throw is g.throw(err), with results as Send's.
func (g *Generator) Throw(err error) (value any, yielded bool) {
	value, yielded, returned := g.resume(nil, err)
	if !yielded {
		return returned, false
	}
	return value, true
}

// Close is g.close(): it raises GeneratorExit where the generator is suspended
// and returns what the generator then returns.
func (g *Generator) Close() any {
	switch g.state {
	case frameCreated:
		g.finish()
		return nil
	case frameFinished:
		return nil
	}
	var returned any
	err := Try(func() error {
		_, yielded, r := g.resume(nil, NewGeneratorExit())
		if yielded {
			raisef(NewRuntimeError, "generator ignored GeneratorExit")
		}
		returned = r
		return nil
	})
	if err != nil && !errors.Is(err, GeneratorExit) && !errors.Is(err, StopIteration) {
		panic(err)
	}
	return returned
}

func (g *Generator) finish() {
	g.state = frameFinished
	g.frame, g.body, g.y = nil, nil, nil
	g.letGo()
}

// resume continues the body and returns what it yields, or reports that it
// has returned and what.
func (g *Generator) resume(sent any, thrown error) (value any, yielded bool, returned any) {
	switch g.state {
	case frameRunning:
		raisef(NewValueError, "generator already executing")
	case frameFinished:
		if thrown != nil {
			panic(thrown)
		}
		return nil, false, nil
	case frameCreated:
		if thrown != nil {
			g.finish()
			panic(thrown)
		}
		g.y = &Yielder{}
		body, y := g.body, g.y
		g.frame = newFrame(func() any { return body(y) })
		y.frame = g.frame
	}
	g.state = frameRunning
	f := g.frame
	value, yielded = f.resume(sent, thrown)
	if yielded {
		g.state = frameSuspended
		return value, true, nil
	}
	g.finish()
	if err := f.failure; err != nil {
		if errors.Is(err, StopIteration) {
			panic(raisedInside(err, "generator raised StopIteration"))
		}
		panic(err)
	}
	return nil, false, f.result
}

// raisedInside is the RuntimeError that replaces a StopIteration leaving the
// body of a generator.
func raisedInside(err error, message string) BaseException {
	e := NewRuntimeError(message)
	cause := AsException(err)
	e.Cause, e.Context, e.SuppressContext = cause, cause, true
	return e
}

// Yield is the expression yield v: it returns what send() gives and panics with
// what throw() gives.
func (y *Yielder) Yield(v any) any {
	if y.loop != nil {
		y.loop.take(v)
		return nil
	}
	return y.frame.suspend(v)
}

// YieldFrom is the expression yield from o: it passes on what the iterator of o
// yields, sends and throws into it, and returns what it returns.
func (y *Yielder) YieldFrom(o any) any {
	it := o
	if c, ok := o.(*Coroutine); ok {
		it = c
	} else {
		it = GetIter(o)
	}
	if y.loop != nil {
		return y.loop.takeFrom(it)
	}
	saved := y.delegate
	y.delegate = it
	defer func() { y.delegate = saved }()
	v, ok := stepSend(it, nil)
	for ok {
		var sent any
		err := Try(func() error {
			sent = y.frame.suspend(v)
			return nil
		})
		switch {
		case err == nil:
			v, ok = stepSend(it, sent)
		case errors.Is(err, GeneratorExit):
			closeIterator(it)
			panic(err)
		default:
			v, ok = stepThrow(it, err)
		}
	}
	return v
}

// stepSend sends v into an iterator. It returns false and the iterator's
// return value at the end.
func stepSend(it any, v any) (any, bool) {
	switch g := it.(type) {
	case *Generator:
		return g.Send(v)
	case coroutineObject:
		return drivable(g).Send(v)
	}
	if v == nil {
		return nextOrResult(it)
	}
	return stopValue(func() any { return CallMethod(it, "send", v) })
}

// nextOrResult is next(it); at the end it returns the value that StopIteration
// carries.
func nextOrResult(it any) (any, bool) {
	if _, native := it.(Iterator); !native && isIterator(it) {
		return stopValue(func() any { return callNext(it) })
	}
	v, ok := Next(it)
	if !ok {
		return nil, false
	}
	return v, true
}

func stepThrow(it any, err error) (any, bool) {
	switch g := it.(type) {
	case *Generator:
		return g.Throw(err)
	case coroutineObject:
		return throwInto(g, err)
	}
	throw, ok := lookupAttr(it, "throw")
	if !ok {
		panic(err)
	}
	return stopValue(func() any { return Call(throw, AsException(err)) })
}

// stopValue calls step and turns a StopIteration into its value.
func stopValue(step func() any) (v any, ok bool) {
	err := Try(func() error {
		v = step()
		return nil
	})
	if err == nil {
		return v, true
	}
	if errors.Is(err, StopIteration) {
		value, _ := AsException(err).exception().fields.get("value")
		return value, false
	}
	panic(err)
}

func closeIterator(it any) {
	switch g := it.(type) {
	case *Generator:
		g.Close()
		return
	case *Coroutine:
		g.Close()
		return
	}
	if c, ok := lookupAttr(it, "close"); ok {
		Call(c)
	}
}

func init() {
	GeneratorClass.define(func(d *Definition) {
		defineFrameMethods(d)
		d.Method("__iter__(self, /)", func(self any) any { return self })
		d.Method("__next__(self, /)", func(self any) any { return sendOrStop(self, nil) })
		d.Getter("gi_running", func(self any) any { return self.(*Generator).state == frameRunning })
		d.Getter("gi_suspended", func(self any) any { return self.(*Generator).state == frameSuspended })
		d.Getter("gi_frame", func(self any) any {
			if self.(*Generator).state == frameFinished {
				return nil
			}
			return Ellipsis
		})
		d.Getter("gi_yieldfrom", func(self any) any {
			if y := self.(*Generator).y; y != nil {
				return y.delegate
			}
			return nil
		})
	})
}
