package asyncio

import (
	"context"
	"strconv"
	"sync/atomic"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// taskLike is what the core needs of the *Task[T] around it.
type taskLike interface {
	futureLike
	// runCoroutine runs the coroutine and stores its result.
	runCoroutine(ctx context.Context) error
	// coroutine is the coroutine as a dynamic value.
	coroutine() any
	// coroutineEnded tells the coroutine that it ended, possibly by a panic.
	coroutineEnded()
	// takesThrow reports whether an exception can be thrown into the coroutine
	// before it has started.
	takesThrow() bool
	// progress tells how far the coroutine is, whatever ran it.
	progress() coroutineState
	// stackOfFirstAwait is the stack at the await that the coroutine left at.
	stackOfFirstAwait() []uintptr
	// closeCoroutine drops the coroutine without having started it.
	closeCoroutine()
}

// task is the part of a task that does not depend on the type of its result. It
// is the context.Context of the code that the task runs.
type task struct {
	promise
	strand
	wait   promise // the future behind the runtime's own waits
	vars   *Vars
	worker *worker
	// eagerCaller is the strand that waits for the first suspension of a task
	// that was started eagerly.
	eagerCaller *strand

	waiter     *promise // the future the task waits for
	thrown     error    // what the await, or the step that is scheduled, is to raise
	name       string
	number     uint64
	cancels    atomic.Int32
	started    bool
	mustCancel bool
	// endedEagerly says that the task ended before it was given to anyone: it has no
	// coroutine then.
	endedEagerly bool
	first        firstAwait
	// quiet keeps the report about a pending task that was dropped away.
	quiet    bool
	listed   bool
	previous *task
	next     *task
	signal   *doneSignal
	// kept is what an await that the coroutine left at goes on with.
	kept any
}

var taskNumber atomic.Uint64

func (t *task) outerTask() taskLike { return t.outer.(taskLike) }

// run makes *task runnable; the loop handles tasks itself and never calls it.
func (t *task) run(*promise) { panic("asyncio: a task is stepped by its loop") }

// Name is Task.get_name().
func (t *task) Name() string {
	if t.name == "" {
		t.name = "Task-" + strconv.FormatUint(t.number, 10)
	}
	return t.name
}

// SetName is Task.set_name(name).
func (t *task) SetName(name string) {
	t.name = name
}

// Vars is Task.get_context().
func (t *task) Vars() *Vars { return t.vars }

// Cancel is Task.cancel(): it requests that CancelledError is raised at the
// task's current or next await, and reports whether the task was not done. An
// optional msg becomes the argument of the CancelledError.
func (t *task) Cancel(msg ...any) bool {
	if len(msg) > 0 {
		return t.requestCancel(msg[0])
	}
	return t.requestCancel(nil)
}

// cancelLimit is how many tasks CPython's Task.cancel goes through before it takes
// the recursion for endless.
const cancelLimit = 9996

// enterCancel counts a request that a task passes on; tasks that wait for each other
// pass it round for ever. leaveCancel must follow.
func (l *Loop) enterCancel() {
	if l.cancelDepth+1 >= cancelLimit {
		py.Raise(py.NewRecursionError("maximum recursion depth exceeded while calling a Python object"))
	}
	l.cancelDepth++
}

func (l *Loop) leaveCancel() { l.cancelDepth-- }

func (t *task) requestCancel(msg any) bool {
	t.retrieve()
	if t.state != statePending {
		return false
	}
	t.cancels.Add(1)
	t.signalCancel()
	if t.waiter != nil {
		t.loop.enterCancel()
		defer t.loop.leaveCancel()
		if t.waiter.cancelOuter(msg) {
			return true
		}
	}
	t.mustCancel = true
	t.setCancelMsg(msg)
	return true
}

// Uncancel is Task.uncancel(): it takes one cancellation request back and
// returns how many remain.
func (t *task) Uncancel() int {
	n := t.cancels.Load()
	if n > 0 {
		n--
		t.cancels.Store(n)
		if n == 0 {
			t.mustCancel = false
			t.clearSignal()
		}
	}
	return int(n)
}

// Cancelling is Task.cancelling(): the number of cancellation requests.
func (t *task) Cancelling() int { return int(t.cancels.Load()) }

// Cancelled is Task.cancelled().
func (t *task) Cancelled() bool { return t.cancelled() }

// Finished is Task.done(). (Done is the method of context.Context.)
func (t *task) Finished() bool { return t.done() }

// conclude ends the task with what its coroutine returned.
func (t *task) conclude(err error) {
	switch {
	case err == nil && t.mustCancel:
		// The task was cancelled right before its coroutine returned.
		t.mustCancel = false
		t.promise.cancel(t.cancelMsg())
	case err == nil:
		t.promise.finish()
	case isCancelled(err):
		t.err = err
		t.promise.cancel(nil)
	default:
		t.promise.fail(py.AsException(py.LeavingCoroutine(err)))
		if isExit(err) {
			t.loop.fatal = err
		}
	}
	t.loop.unregister(t)
}

// suspend waits until p is done. It is Future.__await__ as the task sees it: the
// result is nil when p is done, or the exception to raise at the await.
func (t *task) suspend(p *promise) error {
	t.waitFor(p)
	return t.park()
}

// waitFor schedules the next step of the task for when p is done.
func (t *task) waitFor(p *promise) {
	switch {
	case p.loop != t.loop || p == &t.promise:
		p.blocking = true
		t.refuse(p)
	default:
		p.whenDone(t)
		t.waiter = p
		if t.mustCancel && p.cancelOuter(t.cancelMsg()) {
			t.mustCancel = false
		}
	}
}

// refuse schedules the exception for a future that the task cannot wait for.
func (t *task) refuse(p *promise) {
	if p == &t.promise {
		t.scheduleStep(py.NewRuntimeError("Task cannot await on itself: " + py.Repr(t.object())))
		return
	}
	t.scheduleStep(py.NewRuntimeError("Task " + py.Repr(t.object()) + " got Future " + py.Repr(p.object()) +
		" attached to a different loop"))
}

// yieldOnce gives every other ready callback a turn: a bare yield.
func (t *task) yieldOnce() error {
	t.scheduleStep(nil)
	return t.park()
}

// scheduleStep schedules the task's next step, which raises err if it is not
// nil.
func (t *task) scheduleStep(err error) {
	t.thrown = err
	t.loop.push(t, nil)
}

// park leaves the task's stack until the task is stepped again.
func (t *task) park() error {
	l := t.loop
	depth, handling := l.thread.Depth, l.thread.Handling
	if caller := t.eagerCaller; caller != nil {
		t.eagerCaller = nil
		t.strand.switchTo(caller)
		l.awaitTurn(&t.strand)
	} else {
		l.endStep(t)
		if t.worker.slim {
			if target := l.leave(); target != &t.strand {
				t.strand.switchTo(target)
				l.awaitTurn(&t.strand)
			}
		} else {
			l.drive(&t.strand, nil)
		}
	}
	l.thread.Depth, l.thread.Handling = depth, handling
	err := t.thrown
	t.thrown = nil
	return err
}

// prepareStep is the head of Task.__step: it finds what the await raises. p is
// the future that woke the task.
func (t *task) prepareStep(p *promise) {
	err := t.thrown
	if p != nil {
		err = p.outcome()
	}
	if t.mustCancel {
		if err == nil || !isCancelled(err) {
			err = t.makeCancelledError()
		}
		t.mustCancel = false
	}
	t.waiter = nil
	t.thrown = err
}

// awaited is the end of an await of p: err is what the step raises. A future
// that is still pending, because another task has taken the coroutine over, is
// waited for again.
func (t *task) awaited(p *promise, err error) error {
	for err == nil && p.state == statePending {
		t = t.loop.current
		t.waitFor(p)
		err = t.park()
	}
	if err != nil {
		return err
	}
	return p.outcome()
}

// newWait returns the task's own future, fresh for one of the runtime's waits:
// a task waits for one thing at a time.
func (t *task) newWait() *promise {
	t.wait = promise{loop: t.loop}
	return &t.wait
}

// silence keeps the report about a pending task that was dropped away.
func (t *task) silence() { t.quiet = true }
