package asyncio

import (
	"context"
	"reflect"
	"sync/atomic"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// gathering is the future that gather returns. Cancelling it cancels the
// children.
type gathering struct {
	Future[any]
	children         []*promise
	finished         int
	total            int
	returnExceptions bool
	cancelRequested  bool
	ready            bool
	// collect makes the result of the children's results.
	collect func() any
}

// cancelFuture is _GatheringFuture.cancel.
func (g *gathering) cancelFuture(msg any) bool {
	py.Enter() // CPython's is a Python function
	defer py.Leave()
	if g.done() {
		return false
	}
	cancelled := false
	for _, child := range g.children {
		if child.cancelKeyword(msg) {
			cancelled = true
		}
	}
	if cancelled {
		g.cancelRequested = true
	}
	return cancelled
}

// PyClass is the class _GatheringFuture.
func (g *gathering) PyClass() *py.Class { return gatheringClass }

// run is the done callback of the children.
func (g *gathering) run(child *promise) {
	g.finished++
	if !g.ready || g.done() {
		if !child.cancelled() {
			child.retrieve()
		}
		return
	}
	if !g.returnExceptions {
		if child.cancelled() {
			g.fail(child.makeCancelledError())
			return
		}
		child.retrieve()
		if child.err != nil {
			g.fail(child.err)
			return
		}
	}
	if g.finished < g.total {
		return
	}
	if g.cancelRequested {
		for _, c := range g.children {
			c.retrieve()
		}
		// The exception is that of the last child in order, not of the last to end.
		g.fail(g.children[len(g.children)-1].makeCancelledError())
		return
	}
	g.value = g.collect()
	g.finish()
}

// gatherMark is where a gathering notes that it has met an awaitable.
type gatherMark uint32

func (m *gatherMark) mark() *gatherMark { return m }

// gatherings counts the searches for arguments that a gathering has twice.
var gatherings atomic.Uint32

// earlier finds the arguments of a gathering that are there twice. There seldom are
// any: what it has met it marks, and a table is made once a mark is found.
type earlier[W interface{ mark() *gatherMark }] struct {
	args   []W
	number gatherMark
	first  map[any]int // where each argument is first, of those that were looked at
}

func newEarlier[W interface{ mark() *gatherMark }](args []W) *earlier[W] {
	return &earlier[W]{args: args, number: gatherMark(gatherings.Add(1))}
}

// find returns the index at which the argument at i was before, or -1. It is called
// for each in order.
func (e *earlier[W]) find(i int) int {
	a := e.args[i]
	if mark := a.mark(); *mark != e.number {
		*mark = e.number
		if e.first != nil {
			e.first[a] = i
		}
		return -1
	}
	if e.first == nil {
		e.first = make(map[any]int, len(e.args))
		for j, b := range e.args[:i] {
			if _, twice := e.first[b]; !twice {
				e.first[b] = j
			}
		}
	}
	if first, ok := e.first[a]; ok {
		return first
	}
	e.first[a] = i
	return -1
}

// newGathering is the body of gather. children may contain a promise twice.
func newGathering(l *Loop, children []*promise, returnExceptions bool, collect func() any) *gathering {
	g := &gathering{children: children, returnExceptions: returnExceptions, collect: collect}
	g.outer = g
	g.loop = l
	var done []*promise
	before := newEarlier(children)
	for i, child := range children {
		if before.find(i) >= 0 {
			continue
		}
		g.total++
		if child.done() {
			done = append(done, child)
		} else {
			child.whenDone(g)
		}
	}
	g.ready = true
	for _, child := range done {
		g.run(child)
	}
	return g
}

// outcomeValue is what gather(return_exceptions=True) has in place of the result
// of a child.
func (p *promise) outcomeValue() any {
	switch {
	case p.cancelled():
		msg := p.cancelMsg()
		if msg == nil {
			msg = ""
		}
		return NewCancelledError(msg)
	case p.err != nil:
		p.retrieve()
		return p.err
	}
	return p.outer.boxed()
}

func outcomes(children []*promise) *py.List[any] {
	values := make([]any, len(children))
	for i, child := range children {
		values[i] = child.outcomeValue()
	}
	return py.ListOf(values...)
}

// ensureAll wraps the arguments of gather in futures; the same argument twice
// stands for one future.
func ensureAll[W Waitable](l *Loop, aws []W) []*promise {
	children := make([]*promise, len(aws))
	before := newEarlier(aws)
	for i, a := range aws {
		if first := before.find(i); first >= 0 {
			children[i] = children[first]
		} else {
			children[i] = a.ensure(l)
		}
	}
	return children
}

// GatherAll is await asyncio.gather(*aws) whose results are not used.
func GatherAll(ctx context.Context, aws ...Waitable) error {
	l := loopOf(ctx)
	g := newGathering(l, ensureAll(l, aws), false, func() any { return nil })
	if len(aws) == 0 {
		g.finish()
	}
	return awaitPromise(ctx, &g.promise)
}

// Gather is await asyncio.gather(*aws): it runs all at the same time and returns
// their results in order, or the first exception.
func Gather[T any](ctx context.Context, aws ...Awaitable[T]) (*py.List[T], error) {
	l := loopOf(ctx)
	results := make([]result[T], len(aws))
	children := make([]*promise, len(aws))
	before := newEarlier(aws)
	for i, a := range aws {
		if first := before.find(i); first >= 0 {
			results[i] = results[first]
		} else {
			results[i] = a.ensureResult(l)
		}
		children[i] = results[i].core()
	}
	g := newGathering(l, children, false, func() any { return nil })
	if len(aws) == 0 {
		g.finish()
	}
	if err := awaitPromise(ctx, &g.promise); err != nil {
		return nil, err
	}
	values := make([]T, len(results))
	for i, r := range results {
		values[i] = r.peek()
	}
	return py.ListOf(values...), nil
}

// GatherResults is await asyncio.gather(*aws, return_exceptions=True): the list
// has the result or the exception of each.
func GatherResults[T any](ctx context.Context, aws ...Awaitable[T]) (*py.List[any], error) {
	l := loopOf(ctx)
	children := ensureAll(l, aws)
	g := newGathering(l, children, true, func() any { return outcomes(children) })
	if len(aws) == 0 {
		return py.ListOf[any](), nil
	}
	if err := awaitPromise(ctx, &g.promise); err != nil {
		return nil, err
	}
	return g.value.(*py.List[any]), nil
}

// GatherAny is await asyncio.gather(*aws, return_exceptions=returnExceptions)
// for dynamic values.
func GatherAny(ctx context.Context, aws []any, returnExceptions bool) (*py.List[any], error) {
	var f promised
	err := py.Try(func() error {
		f = gatherFuture(aws, returnExceptions).(promised)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := awaitPromise(ctx, f.core()); err != nil {
		return nil, err
	}
	return f.core().outer.boxed().(*py.List[any]), nil
}

// gatherFuture is asyncio.gather for dynamic values: the future of all results.
func gatherFuture(aws []any, returnExceptions bool) any {
	if len(aws) == 0 {
		f := newFuture[any](GetEventLoop())
		f.SetResult(py.ListOf[any]())
		return f
	}
	var l *Loop
	seen := map[any]*promise{}
	children := make([]*promise, len(aws))
	for i, a := range aws {
		if a != nil && !reflect.TypeOf(a).Comparable() {
			py.Hash(a)
		}
		p, ok := seen[a]
		if !ok {
			p = ensurePromise(a, l)
			if l == nil {
				l = p.loop
			}
			if t, isTask := p.outer.(interface{ silence() }); isTask && promiseOf(a) == nil {
				t.silence()
			}
			seen[a] = p
		}
		children[i] = p
	}
	return newGathering(l, children, returnExceptions, func() any { return outcomes(children) })
}
