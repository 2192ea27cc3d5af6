package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TaskGroup is asyncio.TaskGroup: tasks that are awaited together. When one
// fails the others are cancelled.
type TaskGroup struct {
	py.Attributes
	entered, exiting, aborting bool
	loop                       *Loop
	parent                     *task
	parentCancelRequested      bool
	tasks                      promiseSet
	errors                     []any
	baseError                  error
	completed                  *promise
}

// NewTaskGroup is asyncio.TaskGroup().
func NewTaskGroup() *TaskGroup { return &TaskGroup{} }

// WithTaskGroup is async with asyncio.TaskGroup() as tg, around f.
func WithTaskGroup(ctx context.Context, f func(ctx context.Context, tg *TaskGroup) error) error {
	tg := NewTaskGroup()
	if err := tg.Enter(ctx); err != nil {
		return err
	}
	return tg.Exit(ctx, py.Try(func() error { return f(ctx, tg) }))
}

// Enter is TaskGroup.__aenter__.
func (g *TaskGroup) Enter(ctx context.Context) error {
	if g.entered {
		return py.NewRuntimeError("TaskGroup " + py.Repr(g) + " has already been entered")
	}
	if g.loop == nil {
		g.loop = RunningLoop()
		if g.loop == nil {
			return errNoRunningLoop()
		}
	}
	g.parent = g.loop.current
	if g.parent == nil {
		return py.NewRuntimeError("TaskGroup " + py.Repr(g) + " cannot determine the parent task")
	}
	g.entered = true
	return nil
}

// CreateTaskIn is tg.create_task(c). It raises RuntimeError when the group is
// not entered, is shutting down or is finished.
func CreateTaskIn[T any](tg *TaskGroup, c *Coroutine[T], opts ...TaskOption) *Task[T] {
	if err := tg.checkOpen(); err != nil {
		c.Close()
		py.Raise(err)
	}
	o := collectOptions(opts)
	if tg.loop.plainTasks() {
		t := startTask(tg.loop, c, o)
		tg.adopt(&t.promise)
		return t
	}
	t, ok := tg.loop.createTaskAny(c, o).(*Task[T])
	if !ok {
		py.Raise(py.NewTypeError("the task factory made no task for the coroutine"))
	}
	tg.adopt(&t.promise)
	return t
}

// Go is tg.create_task for a function without a result.
func (g *TaskGroup) Go(f func(ctx context.Context) error, opts ...TaskOption) *Task[None] {
	return CreateTaskIn(g, Go(f), opts...)
}

func (g *TaskGroup) checkOpen() error {
	switch {
	case !g.entered:
		return py.NewRuntimeError("TaskGroup " + py.Repr(g) + " has not been entered")
	case g.exiting && g.tasks.count == 0:
		return py.NewRuntimeError("TaskGroup " + py.Repr(g) + " is finished")
	case g.aborting:
		return py.NewRuntimeError("TaskGroup " + py.Repr(g) + " is shutting down")
	}
	return nil
}

// adopt makes a new task a member of the group.
func (g *TaskGroup) adopt(p *promise) {
	if p.done() {
		g.run(p)
		return
	}
	g.tasks.add(p)
	p.whenDone(g)
}

func isBaseError(err error) bool { return isExit(err) }

// Exit is TaskGroup.__aexit__: it gets the error of the block, waits for all
// tasks and returns the error that leaves the block.
func (g *TaskGroup) Exit(ctx context.Context, err error) error {
	g.exiting = true
	if err != nil && isBaseError(err) && g.baseError == nil {
		g.baseError = err
	}
	var cancellation error
	if err != nil {
		if isCancelled(err) {
			cancellation = err
		}
		if !g.aborting {
			g.abort()
		}
	}
	for g.tasks.count > 0 {
		if g.completed == nil {
			g.completed = &newFuture[any](g.loop).promise
		}
		waited := awaitPromise(ctx, g.completed)
		if waited != nil {
			if !isCancelled(waited) {
				return waited
			}
			if !g.aborting {
				// The task around the group is being cancelled.
				cancellation = waited
				g.abort()
			}
		}
		g.completed = nil
	}
	if g.baseError != nil {
		return g.baseError
	}
	if g.parentCancelRequested && g.parent.Uncancel() == 0 {
		cancellation = nil
	}
	if cancellation != nil && len(g.errors) == 0 {
		return cancellation
	}
	if err != nil && !isCancelled(err) {
		g.errors = append(g.errors, err)
	}
	if len(g.errors) == 0 {
		return nil
	}
	if g.parent.Cancelling() > 0 {
		g.parent.Uncancel()
		g.parent.cancelUntold()
	}
	errors := g.errors
	g.errors = nil
	group := py.NewException(py.BaseExceptionGroup, "unhandled errors in a TaskGroup", py.ListOf(errors...))
	return py.MakeError(py.WithContext(group, err), nil)
}

func (g *TaskGroup) abort() {
	g.aborting = true
	for _, p := range g.tasks.list() {
		if !p.done() {
			p.cancelUntold()
		}
	}
}

// run is the done callback of the group's tasks.
func (g *TaskGroup) run(p *promise) {
	g.tasks.remove(p)
	if g.completed != nil && g.tasks.count == 0 && !g.completed.done() {
		g.completed.finish()
	}
	if p.cancelled() {
		return
	}
	p.retrieve()
	err := p.err
	if err == nil {
		return
	}
	g.errors = append(g.errors, err)
	if isBaseError(err) && g.baseError == nil {
		g.baseError = err
	}
	if g.parent.done() {
		g.loop.report(py.Kwargs{
			{Name: "message", Value: "Task " + py.Repr(p.object()) + " has errored out but its parent task " +
				py.Str(g.parent.object()) + " is already completed"},
			{Name: "exception", Value: err},
			{Name: "task", Value: p.object()},
		})
		return
	}
	if !g.aborting && !g.parentCancelRequested {
		g.abort()
		g.parentCancelRequested = true
		g.parent.cancelUntold()
	}
}
