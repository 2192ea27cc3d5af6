package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func (l *Loop) isRunning() bool { return l.thread != nil }

func (l *Loop) checkClosed() {
	if l.closed {
		py.Raise(py.NewRuntimeError("Event loop is closed"))
	}
}

func (l *Loop) checkNotRunning() error {
	if l.isRunning() {
		return py.NewRuntimeError("This event loop is already running")
	}
	if RunningLoop() != nil {
		return py.NewRuntimeError("Cannot run the event loop while another loop is running")
	}
	return nil
}

// RunForever is loop.run_forever(): it runs the loop until Stop is called. It
// returns a SystemExit or KeyboardInterrupt that a task or callback raised.
func (l *Loop) RunForever() error {
	if l.closed {
		return py.NewRuntimeError("Event loop is closed")
	}
	t := py.CurrentThread()
	if err := l.checkNotRunning(); err != nil {
		// CPython cleans up as if the loop had run: no loop is running from then on.
		t.Loop = nil
		l.disowned = l.isRunning()
		return err
	}
	context, hook, depth := t.Context, t.AsyncGenFirstIter, t.Depth
	vars := CurrentVars()
	l.thread = t
	l.baseDepth = depth + 3 // run_forever, _run_once, Handle._run
	t.Depth = l.baseDepth
	l.around.Enter(t)
	t.Loop, t.Context, t.AsyncGenFirstIter = l, l.contextOfThread, l.asyncGenStarted
	l.vars = vars
	defer func() {
		t := py.CurrentThread()
		l.stopping, l.thread, l.disowned = false, nil, false
		l.around.Leave(t)
		t.Loop, t.Context, t.AsyncGenFirstIter, t.Depth = nil, context, hook, depth
	}()
	l.runTurns()
	err := l.fatal
	l.fatal = nil
	return err
}

// runTurns gives the loop the caller's stack until it stops.
func (l *Loop) runTurns() {
	me := &strand{}
	l.root = me
	l.drive(me, nil)
	l.root = nil
}

// Stop is loop.stop(): the loop ends after the current turn.
func (l *Loop) Stop() { l.stopping = true }

// IsRunning is loop.is_running().
func (l *Loop) IsRunning() bool { return l.isRunning() && !l.disowned }

// IsClosed is loop.is_closed().
func (l *Loop) IsClosed() bool { return l.closed }

// Close is loop.close(). It raises RuntimeError when the loop runs.
func (l *Loop) Close() {
	if l.isRunning() {
		py.Raise(py.NewRuntimeError("Cannot close a running event loop"))
	}
	if l.closed {
		return
	}
	l.closed = true
	l.reportFailures()
	l.ready.clear()
	l.batch, l.inTurn = 0, false
	l.timers = nil
	l.endIdleWorkers(&strand{})
	l.closeSignals()
	if l.selector != nil {
		l.selector.close()
	}
	l.closeExecutor()
}

// untilDone is the done callback of run_until_complete.
type untilDone struct{ loop *Loop }

func (u *untilDone) run(p *promise) {
	if !p.cancelled() && p.err != nil && isExit(p.err) {
		// Such an exception ends the loop by itself.
		return
	}
	u.loop.stopAsRun()
}

// countFrames counts functions that CPython has in Python among the calls in
// progress, until the result is called.
func countFrames(n int) (leave func()) {
	t := py.CurrentThread()
	t.Depth += n
	return func() { t.Depth -= n }
}

// runUntilComplete runs the loop until p is done and returns the exception of
// its result. created says that p is a task made for this call.
func (l *Loop) runUntilComplete(p *promise, created bool) error {
	if l.closed {
		return py.NewRuntimeError("Event loop is closed")
	}
	if err := l.checkNotRunning(); err != nil {
		return err
	}
	stop := &untilDone{l}
	p.whenDone(stop)
	defer countFrames(1)()
	err := l.runForeverAsRun()
	if err != nil {
		if created && p.done() && !p.cancelled() {
			p.retrieve()
		}
		p.forget(stop)
		return err
	}
	p.forget(stop)
	if !p.done() {
		return py.NewRuntimeError("Event loop stopped before Future completed.")
	}
	return p.outcome()
}

// RunUntilComplete is loop.run_until_complete(a): it runs the loop until a is
// done and returns its result.
func RunUntilComplete[T any](l *Loop, a Awaitable[T]) (T, error) {
	var zero T
	if l.closed {
		return zero, py.NewRuntimeError("Event loop is closed")
	}
	if err := l.checkNotRunning(); err != nil {
		return zero, err
	}
	r := a.ensureResult(l)
	if t, ok := r.(*Task[T]); ok {
		t.quiet = true
	}
	if err := l.runUntilComplete(r.core(), true); err != nil {
		return zero, err
	}
	return r.peek(), nil
}

// Run is asyncio.run(f()): it runs f as the main task of a new loop, then
// cancels what is left, shuts down generators and threads, and closes the loop.
func Run[T any](f func(ctx context.Context) (T, error)) (T, error) {
	if RunningLoop() != nil {
		var zero T
		return zero, py.NewRuntimeError("asyncio.run() cannot be called from a running event loop")
	}
	r := NewRunner()
	r.frames = 1
	defer r.Close()
	return RunIn(r, GoValue(f))
}

// Main is asyncio.run at the top of a program: it runs f, and ends the program
// as CPython does when f fails.
func Main(f func(ctx context.Context) error) {
	py.Main(func() error {
		_, err := Run(func(ctx context.Context) (None, error) { return None{}, f(ctx) })
		return err
	})
}
