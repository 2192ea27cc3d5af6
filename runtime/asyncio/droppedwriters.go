package asyncio

import (
	"runtime"
	"time"
	"weak"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// CPython closes the connection of a stream writer when the last reference to the
// writer goes, so that a server whose handlers never close their writers ends each
// connection with its handler. Which writers are left is known here to Go's
// collector only; the loop asks it when it has nothing else to do, a handler has
// ended with its connection open, and something has run since it was last asked.

// collectorShare is how many times longer than the collector ran the loop waits
// before it asks again. The wait doubles each time that nothing was found, up to
// longestShare seconds.
const (
	collectorShare = 20
	longestShare   = 1.0
)

// writerWatch knows the writers whose handlers have ended.
type writerWatch struct {
	left []leftWriter
	// asked is when the collector was last asked, and wait how long after that it may
	// be asked again: at least share, which is a multiple of the time that it took.
	asked, wait, share float64
	// turns counts those of the loop in which something ran, and seen how many there
	// had been when the collector was last asked.
	turns, seen int
}

// leftWriter is an open connection that may have lost its writer.
type leftWriter struct {
	writer    weak.Pointer[StreamWriter]
	transport any
}

// handlerEnded notes that the handler which got a writer has ended.
func (l *Loop) handlerEnded(x leftWriter) {
	l.writers.left = append(l.writers.left, x)
	l.writers.wait = l.writers.share
}

// closeDropped closes the connections whose writers nothing refers to any more. It
// reports whether there were any, and otherwise in how many seconds it wants to look,
// 0 for not at all.
func (l *Loop) closeDropped() (closed bool, again float64) {
	w := &l.writers
	if len(w.left) == 0 || w.seen == w.turns {
		return false, 0
	}
	if due := w.asked + w.wait - l.Time(); due > 0 {
		return false, due
	}
	if w.prune(); len(w.left) == 0 {
		return false, 0
	}
	w.seen = w.turns
	start := time.Now()
	runtime.GC()
	w.share = collectorShare * time.Since(start).Seconds()
	kept := w.left[:0]
	for _, x := range w.left {
		if x.writer.Value() != nil {
			kept = append(kept, x)
			continue
		}
		closed = true
		py.CallMethod(x.transport, "close")
	}
	clear(w.left[len(kept):])
	w.left = kept
	if w.wait = max(w.share, min(2*w.wait, longestShare)); closed {
		w.wait = w.share
	}
	w.asked = l.Time()
	return closed, 0
}

// prune forgets connections that have been closed.
func (w *writerWatch) prune() {
	kept := w.left[:0]
	for _, x := range w.left {
		if !py.Truth(py.CallMethod(x.transport, "is_closing")) {
			kept = append(kept, x)
		}
	}
	clear(w.left[len(kept):])
	w.left = kept
}
