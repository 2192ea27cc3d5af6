package asyncio

import (
	"runtime"
	"weak"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// failure is the record of an exception that was set on a future. CPython
// reports it when the future is dropped before anybody asked for the exception.
type failure struct {
	retrieved bool
	future    weak.Pointer[promise]
	// likeness is a copy of the future for the report, because the future
	// itself is gone by then.
	likeness futureLike
}

// failureWatch knows the failures of a loop that may have to be reported.
type failureWatch struct {
	records []*failure
	sweepAt int
	// fresh says that failures were added since the last look at which futures
	// were dropped.
	fresh bool
}

// likener is implemented by futures and tasks.
type likener interface {
	likeness() futureLike
}

// watchFailure notes that p failed.
func (l *Loop) watchFailure(p *promise) {
	if p.outer == nil {
		return
	}
	f := &failure{future: weak.Make(p)}
	if maker, ok := p.outer.(likener); ok {
		f.likeness = maker.likeness()
	}
	p.extras().failure = f
	w := &l.failures
	if len(w.records) >= max(w.sweepAt, 16) {
		w.sweep()
		w.sweepAt = 2 * len(w.records)
	}
	w.records = append(w.records, f)
	w.fresh = true
}

// retrieve notes that somebody took the exception of the future.
func (p *promise) retrieve() {
	if e := p.extra; e != nil && e.failure != nil {
		e.failure.retrieved = true
		e.failure = nil
	}
}

// sweep drops the records of exceptions that were retrieved.
func (w *failureWatch) sweep() {
	kept := w.records[:0]
	for _, f := range w.records {
		if !f.retrieved {
			kept = append(kept, f)
		}
	}
	clear(w.records[len(kept):])
	w.records = kept
}

func init() {
	py.AfterCollection(func() {
		if l := RunningLoop(); l != nil {
			l.reportCollected()
		}
	})
}

// reportDropped reports the failures of futures that nothing refers to any
// more. Only a program with an exception handler of its own can see when that
// happens; others get the reports when the loop is closed. It reports whether
// there were any.
func (l *Loop) reportDropped() bool {
	w := &l.failures
	if !w.fresh || l.exceptionHandler == nil {
		return false
	}
	w.fresh = false
	if w.sweep(); len(w.records) == 0 {
		return false
	}
	runtime.GC()
	return l.reportCollected()
}

// reportCollected reports the failures of futures that Go's collector has
// taken, and whether there were any.
func (l *Loop) reportCollected() bool {
	w := &l.failures
	w.sweep()
	var dropped []*failure
	kept := w.records[:0]
	for _, f := range w.records {
		if f.future.Value() == nil {
			dropped = append(dropped, f)
		} else {
			kept = append(kept, f)
		}
	}
	w.records = kept
	for _, f := range dropped {
		l.reportFailure(f)
	}
	return len(dropped) > 0
}

// reportFailures reports what is left when the loop is closed.
func (l *Loop) reportFailures() {
	w := &l.failures
	w.sweep()
	records := w.records
	w.records = nil
	for _, f := range records {
		l.reportFailure(f)
	}
}

func (l *Loop) reportFailure(f *failure) {
	f.retrieved = true
	p := f.likeness.(promised).core()
	l.report(py.Kwargs{
		{Name: "message", Value: f.likeness.PyClass().Name() + " exception was never retrieved"},
		{Name: "exception", Value: p.err},
		{Name: "future", Value: f.likeness},
	})
}

func (f *Future[T]) likeness() futureLike {
	c := newFuture[T](f.loop)
	c.state, c.err = f.state, f.err
	return c
}

func (t *Task[T]) likeness() futureLike {
	c := &Task[T]{coro: t.coro}
	c.outer = c
	c.loop, c.state, c.err, c.name, c.number, c.vars = t.loop, t.state, t.err, t.name, t.number, t.vars
	return c
}
