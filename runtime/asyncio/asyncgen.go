package asyncio

import (
	"context"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// asyncGens are the asynchronous generators that were started in a loop.
type asyncGens struct {
	started []*py.AsyncGenerator
	sweepAt int
	shut    bool
}

// asyncGenStarted is the hook for the first iteration of a generator.
func (l *Loop) asyncGenStarted(g *py.AsyncGenerator) {
	a := &l.asyncGens
	if len(a.started) >= max(a.sweepAt, 16) {
		kept := a.started[:0]
		for _, g := range a.started {
			if !g.Finished() {
				kept = append(kept, g)
			}
		}
		clear(a.started[len(kept):])
		a.started = kept
		a.sweepAt = 2 * len(kept)
	}
	a.started = append(a.started, g)
}

// DropAsyncGenerator does what CPython does when the last reference to an
// asynchronous generator goes away before it is exhausted: the running loop
// schedules its aclose(). Values of other types are left alone.
func DropAsyncGenerator(it any) {
	g, ok := it.(*py.AsyncGenerator)
	if !ok || g.Finished() {
		return
	}
	l := RunningLoop()
	if l == nil || l.closed {
		return
	}
	if i := slices.Index(l.asyncGens.started, g); i >= 0 {
		l.asyncGens.started = slices.Delete(l.asyncGens.started, i, i+1)
		closing := generatorClose{g}
		l.CallSoon(func() {
			if !l.plainTasks() {
				l.createTaskAny(closing.asAny(), nil)
				return
			}
			startTask[any](l, closing, nil)
		})
	}
}

// generatorClose is the aclose() of a generator as the source of a task.
type generatorClose struct{ generator *py.AsyncGenerator }

func (c generatorClose) runOnce(ctx context.Context) (any, error) {
	return nil, c.generator.Close(ctx)
}

func (c generatorClose) progress() coroutineState { return coroutineCreated }

// throwFirst throws err into the generator: a task that is cancelled before its
// first step lets the generator clean up all the same.
func (c generatorClose) throwFirst(ctx context.Context, err error) error {
	_, _, err = c.generator.Throw(ctx, err)
	return err
}

func (c generatorClose) asAny() any { return py.NewCoroutine("aclose", c.runOnce) }

// Close does nothing: only a task awaits the coroutine.
func (c generatorClose) Close() {}

func (c generatorClose) ended() {}

// ShutdownAsyncGens is loop.shutdown_asyncgens(): it closes all generators that
// are still suspended.
func (l *Loop) ShutdownAsyncGens(ctx context.Context) error {
	l.asyncGens.shut = true
	var closing []any
	var generators []*py.AsyncGenerator
	for _, g := range l.asyncGens.started {
		if !g.Finished() {
			generators = append(generators, g)
			closing = append(closing, py.NewCoroutine("aclose", func(ctx context.Context) (any, error) {
				return nil, g.Close(ctx)
			}))
		}
	}
	l.asyncGens.started = nil
	if len(closing) == 0 {
		return nil
	}
	results, err := GatherAny(ctx, closing, true)
	if err != nil {
		return err
	}
	i := 0
	for r := range results.All() {
		if e, ok := r.(py.BaseException); ok && e.PyClass().IsSubclassOf(py.ExceptionClass) {
			l.report(py.Kwargs{
				{Name: "message", Value: "an error occurred during closing of asynchronous generator " + py.Repr(generators[i])},
				{Name: "exception", Value: e},
				{Name: "asyncgen", Value: generators[i]},
			})
		}
		i++
	}
	return nil
}
