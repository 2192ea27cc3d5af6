package asyncio

import (
	"context"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type runnerState uint8

const (
	runnerCreated runnerState = iota
	runnerInitialized
	runnerClosed
)

// Runner is asyncio.Runner: it runs several coroutines one after the other in
// the same loop and context.
type Runner struct {
	py.Attributes
	state       runnerState
	debug       any
	loopFactory any
	loop        *Loop
	vars        *Vars
	ownsPolicy  bool
	interrupts  int
	frames      int // of asyncio.run, which called it
}

// NewRunner is asyncio.Runner().
func NewRunner() *Runner { return &Runner{} }

// Loop is Runner.get_loop().
func (r *Runner) Loop() *Loop {
	py.Check(r.initialize())
	return r.loop
}

func (r *Runner) initialize() error {
	switch r.state {
	case runnerClosed:
		return py.NewRuntimeError("Runner is closed")
	case runnerInitialized:
		return nil
	}
	if r.loopFactory == nil {
		r.loop = py.As[*Loop](py.Payload(newPolicyLoop()))
		if !r.ownsPolicy {
			setPolicyLoop(r.loop.object())
			r.ownsPolicy = true
		}
	} else {
		r.loop = py.As[*Loop](py.Payload(py.Call(r.loopFactory)))
	}
	if r.debug != nil {
		r.loop.debug = py.Truth(r.debug)
	}
	r.vars = CopyContext()
	r.state = runnerInitialized
	return nil
}

// RunIn is Runner.run(c): it runs the coroutine in the runner's loop and returns
// its result. It raises KeyboardInterrupt when SIGINT cancelled it.
func RunIn[T any](r *Runner, c *Coroutine[T]) (T, error) {
	var zero T
	if RunningLoop() != nil {
		return zero, py.NewRuntimeError("Runner.run() cannot be called from a running event loop")
	}
	if err := r.initialize(); err != nil {
		return zero, err
	}
	if !r.loop.plainTasks() {
		v, err := r.runAny(c, nil)
		return unbox[T](v), err
	}
	t := startTask(r.loop, c, &taskOptions{vars: r.vars})
	if err := r.runMain(&t.promise, &t.task); err != nil {
		return zero, err
	}
	return t.value, nil
}

// runAny is Runner.run for a dynamic coroutine.
func (r *Runner) runAny(coro any, vars *Vars) (any, error) {
	if !isCoroutine(coro) {
		return nil, py.NewValueError("a coroutine was expected, got " + py.Repr(coro))
	}
	if RunningLoop() != nil {
		return nil, py.NewRuntimeError("Runner.run() cannot be called from a running event loop")
	}
	if err := r.initialize(); err != nil {
		return nil, err
	}
	if vars == nil {
		vars = r.vars
	}
	made := r.loop.createTaskAny(coro, &taskOptions{vars: vars})
	p := promiseOf(made)
	if p == nil {
		return nil, py.NewTypeError("the task factory returned " + py.Repr(made) + ", which is no future")
	}
	main, _ := p.outer.(interface{ base() *task })
	var t *task
	if main != nil {
		t = main.base()
	}
	if err := r.runMain(p, t); err != nil {
		return nil, err
	}
	return p.outer.boxed(), nil
}

func (t *task) base() *task { return t }

// runMain runs the loop until the main task is done. The first SIGINT cancels
// the task, the second raises KeyboardInterrupt at once.
func (r *Runner) runMain(p *promise, t *task) error {
	r.interrupts = 0
	restore := interceptInterrupt(r, t)
	defer restore()
	defer countFrames(r.frames + 1)()
	err := r.loop.runUntilComplete(p, false)
	if err != nil && isExit(err) {
		p.retrieve() // the exception goes on its way; CPython does not report it as lost
	}
	if err != nil && isCancelled(err) && r.interrupts > 0 && t != nil && t.Uncancel() == 0 {
		return py.WithContext(py.NewKeyboardInterrupt(), err)
	}
	return err
}

// interrupt is what SIGINT does while the main task t runs, called in the loop.
func (r *Runner) interrupt(t *task) {
	if r.loop.ownedInterrupt {
		if r.loop.signals == nil || r.loop.signals.handlers[syscall.SIGINT] == nil {
			// The loop gave the signal back to the default, not to the runner.
			r.loop.fatal = py.NewKeyboardInterrupt()
		}
		return
	}
	r.interrupts++
	if r.interrupts == 1 && t != nil && !t.done() {
		t.cancelUntold()
		return
	}
	r.loop.fatal = py.NewKeyboardInterrupt()
}

// Close is Runner.close(): it cancels the remaining tasks, shuts down generators
// and the default executor, and closes the loop.
func (r *Runner) Close() {
	if r.state != runnerInitialized {
		return
	}
	defer func() {
		if r.ownsPolicy {
			setPolicyLoop(nil)
		}
		r.loop.closeAsRun()
		r.loop = nil
		r.state = runnerClosed
	}()
	py.Check(r.loop.cancelAllTasks())
	py.Check(r.loop.shutDownAsyncGens())
	py.Check(r.loop.shutDownDefaultExecutor())
}

// cancelAllTasks cancels what a main task left behind and waits for it.
func (l *Loop) cancelAllTasks() error {
	tasks := l.pendingTasks()
	if len(tasks) == 0 {
		return nil
	}
	children := make([]*promise, len(tasks))
	for i, t := range tasks {
		children[i] = &t.promise
		t.cancelUntold()
	}
	g := newGathering(l, children, true, func() any { return nil })
	if err := l.runUntilComplete(&g.promise, false); err != nil {
		return err
	}
	for _, t := range tasks {
		if t.cancelled() || t.err == nil {
			continue
		}
		t.retrieve()
		l.report(py.Kwargs{
			{Name: "message", Value: "unhandled exception during asyncio.run() shutdown"},
			{Name: "exception", Value: t.err},
			{Name: "task", Value: t.object()},
		})
	}
	return nil
}

// RunAny is asyncio.run(coro) for a dynamic coroutine; debug and loopFactory are
// the keyword arguments, nil for None.
func RunAny(coro, debug, loopFactory any) (any, error) {
	if RunningLoop() != nil {
		return nil, py.NewRuntimeError("asyncio.run() cannot be called from a running event loop")
	}
	r := &Runner{debug: debug, loopFactory: loopFactory, frames: 1}
	var v any
	err := py.Try(func() error {
		if err := r.initialize(); err != nil {
			return err
		}
		var err error
		v, err = r.runAny(coro, nil)
		return err
	})
	closed := py.Try(func() error {
		r.Close()
		return nil
	})
	if closed != nil {
		return nil, py.WithContext(closed, err)
	}
	return v, err
}

// CurrentTask is asyncio.current_task(): the running task, nil outside one. The
// result is a *Task of some type.
func CurrentTask(ctx context.Context) any {
	if t := loopOf(ctx).current; t != nil {
		return t.object()
	}
	return nil
}

// AllTasks is asyncio.all_tasks(): the tasks of the running loop that are not
// done.
func AllTasks() *py.Set[any] {
	tasks := py.SetOf[any]()
	for _, t := range GetRunningLoop().pendingTasks() {
		tasks.Add(t.object())
	}
	return tasks
}
