package asyncio

import (
	"context"
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The context.Context of a task. A context is done once it is cancelled, while
// asyncio's cancellation is delivered once, at an await, and can be taken back.
// So the context counts as done while the task has cancellation requests that
// were not taken back by Uncancel.

// signalMutex guards the doneSignal of all tasks: code in any goroutine may ask a
// context whether it is done.
var signalMutex sync.Mutex

// doneSignal is the channel of Context.Done, made when somebody asks for it.
type doneSignal struct {
	channel chan struct{}
	closed  bool
}

// Deadline is the method of context.Context. A task has no deadline.
func (t *task) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

// Done is the method of context.Context: the channel is closed when the task
// gets a cancellation request. Task.done() is Finished.
func (t *task) Done() <-chan struct{} {
	signalMutex.Lock()
	defer signalMutex.Unlock()
	if t.signal == nil {
		t.signal = &doneSignal{channel: make(chan struct{})}
		if t.cancels.Load() > 0 {
			t.signal.close()
		}
	}
	return t.signal.channel
}

func (s *doneSignal) close() {
	if !s.closed {
		s.closed = true
		close(s.channel)
	}
}

// Err is the method of context.Context.
func (t *task) Err() error {
	if t.cancels.Load() > 0 {
		return context.Canceled
	}
	return nil
}

// Value is the method of context.Context.
func (t *task) Value(key any) any {
	if key == py.SuspenderKey {
		return t
	}
	return nil
}

// signalCancel tells the context that the task has a cancellation request.
func (t *task) signalCancel() {
	signalMutex.Lock()
	defer signalMutex.Unlock()
	if t.signal != nil {
		t.signal.close()
	}
}

// clearSignal makes the context one that is not done again.
func (t *task) clearSignal() {
	signalMutex.Lock()
	defer signalMutex.Unlock()
	if t.signal != nil && t.signal.closed {
		t.signal = nil
	}
}
