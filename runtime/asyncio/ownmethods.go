package asyncio

import (
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// ownMethods are those of a class derived from the loop's that asyncio itself
// calls, bound to the loop; nil where the class has none of its own.
type ownMethods struct {
	callSoon, callSoonThreadsafe                  any
	callLater, callAt                             any
	callExceptionHandler, defaultExceptionHandler any
	runInExecutor                                 any
	runForever, stop, close                       any
	shutdownAsyncGens, shutdownDefaultExecutor    any
	// calls are callbacks of asyncio's own that the methods of the program have,
	// by the functions that stand for them.
	calls map[any]entry
}

// findOverrides finds the methods of the class of o, which is derived from that of
// the loop.
func (l *Loop) findOverrides(o *py.Object) {
	find := func(name string) any {
		own, _ := o.Class.Lookup(name)
		if base, _ := LoopClass.Lookup(name); own == base {
			return nil
		}
		return py.GetAttr(o, name)
	}
	l.clock, l.taskMaker = find("time"), find("create_task")
	own := ownMethods{
		callSoon: find("call_soon"), callSoonThreadsafe: find("call_soon_threadsafe"),
		callLater: find("call_later"), callAt: find("call_at"),
		callExceptionHandler:    find("call_exception_handler"),
		defaultExceptionHandler: find("default_exception_handler"),
		runInExecutor:           find("run_in_executor"),
		runForever:              find("run_forever"),
		stop:                    find("stop"),
		close:                   find("close"),
		shutdownAsyncGens:       find("shutdown_asyncgens"),
		shutdownDefaultExecutor: find("shutdown_default_executor"),
		calls:                   map[any]entry{},
	}
	for _, method := range []any{
		own.callSoon, own.callSoonThreadsafe, own.callLater, own.callAt, own.callExceptionHandler, own.defaultExceptionHandler,
		own.runInExecutor, own.runForever, own.stop, own.close, own.shutdownAsyncGens, own.shutdownDefaultExecutor,
	} {
		if method != nil {
			l.own = &own
		}
	}
}

// ownSoon calls the call_soon of the program for what asyncio schedules.
func (l *Loop) ownSoon(r runnable, p *promise) {
	callback, args, vars := any(nil), []any{}, CurrentVars()
	switch r := r.(type) {
	case *task:
		vars = r.vars
		if p == nil {
			callback = &taskStep{r}
			l.own.calls[callback] = entry{r, nil}
		}
	case *Handle:
		vars = r.vars
		if r.callback != nil {
			callback, args = r.callback, r.args
		}
	}
	if callback == nil {
		if p != nil {
			args = []any{p.object()}
		}
		callback = l.own.function(r, p)
	}
	py.CallKw(l.own.callSoon, append([]any{callback}, args...), py.Kwargs{{Name: "context", Value: vars}})
}

// function makes the function that stands for a callback of asyncio's own.
func (o *ownMethods) function(r runnable, p *promise) any {
	name, _, _ := libraryCallback(r)
	f := py.Func("callback(*args)", func(any) any {
		r.run(p)
		return nil
	}).Qualname(name)
	if t, ok := r.(*task); ok {
		f = py.BuiltinFunc("task_wakeup(*args)", func(any) any {
			t.loop.stepNow(t, p)
			return nil
		}).Qualname("Task.task_wakeup")
	}
	o.calls[f] = entry{r, p}
	return f
}

// take returns what a function of asyncio's own stands for, that the program
// passes on.
func (l *Loop) take(callback any) (entry, bool) {
	if l.own == nil {
		return entry{}, false
	}
	var key any
	switch callback.(type) {
	case *py.Function, *taskStep:
		key = callback
	}
	e, ok := l.own.calls[key]
	delete(l.own.calls, key)
	return e, ok
}

// taskStep is the next step of a task as a callback.
type taskStep struct{ task *task }

var taskStepClass = py.NewNativeClass("builtins", "TaskStepMethWrapper", nil, func(d *py.Definition) {
	d.Method("__call__(self, /)", func(self any) any {
		t := self.(*taskStep).task
		t.loop.stepNow(t, nil)
		return nil
	})
})

// PyClass is the class of the steps of tasks.
func (*taskStep) PyClass() *py.Class { return taskStepClass }

// stepNow runs the next step of a task on behalf of a callback of the program.
func (l *Loop) stepNow(t *task, p *promise) {
	s := l.step(t, p, nil)
	if s == nil {
		return
	}
	var caller strand
	t.eagerCaller = &caller
	depth, handling := l.thread.Depth, l.thread.Handling
	l.thread.Handling = &l.around
	caller.switchTo(s)
	l.awaitTurn(&caller)
	l.endStep(t)
	l.thread.Depth, l.thread.Handling = depth, handling
}

// later is loop.call_later(delay, h) as asyncio itself calls it: with the methods
// of the program, if its loop has such.
func (l *Loop) later(delay float64, h *Handle) *Handle {
	if l.own == nil || l.own.callLater == nil {
		return l.at(l.Time()+delay, h)
	}
	f := l.own.function(h, nil)
	py.CallKw(l.own.callLater, append([]any{shownDelay(delay), f}, h.callbackArgs()...), nil)
	return h
}

// at is loop.call_at(when, h) as asyncio itself calls it.
func (l *Loop) at(when float64, h *Handle) *Handle {
	if l.own == nil || l.own.callAt == nil {
		return l.callAt(when, h)
	}
	f := l.own.function(h, nil)
	py.CallKw(l.own.callAt, append([]any{when, f}, h.callbackArgs()...), nil)
	return h
}

// shownDelay is a delay as programs write it: whole seconds as an int.
func shownDelay(delay float64) any {
	if delay == math.Trunc(delay) && math.Abs(delay) < 1<<53 {
		return int(delay)
	}
	return delay
}

// callbackArgs are the arguments that CPython passes to the callback of a timer.
func (h *Handle) callbackArgs() []any {
	if h.wakes != nil {
		return []any{h.wakes.object(), nil}
	}
	return nil
}

// runForeverAsRun is loop.run_forever() as run_until_complete calls it.
func (l *Loop) runForeverAsRun() error {
	if l.own == nil || l.own.runForever == nil {
		return l.RunForever()
	}
	return py.Try(func() error {
		py.Call(l.own.runForever)
		return nil
	})
}

// stopAsRun is loop.stop() as run_until_complete calls it.
func (l *Loop) stopAsRun() {
	if l.own == nil || l.own.stop == nil {
		l.Stop()
		return
	}
	py.Call(l.own.stop)
}

// closeAsRun is loop.close() as a runner calls it.
func (l *Loop) closeAsRun() {
	if l.own == nil || l.own.close == nil {
		l.Close()
		return
	}
	py.Call(l.own.close)
}

// shutDownAsyncGens runs loop.shutdown_asyncgens() as a runner does.
func (l *Loop) shutDownAsyncGens() error {
	if l.own == nil || l.own.shutdownAsyncGens == nil {
		_, err := RunUntilComplete[None](l, Go(l.ShutdownAsyncGens).Named("BaseEventLoop.shutdown_asyncgens"))
		return err
	}
	return l.runOwn(l.own.shutdownAsyncGens)
}

// joinTimeout is how many seconds a runner gives the threads of the default
// executor to end: constants.THREAD_JOIN_TIMEOUT.
const joinTimeout = 300

// shutDownDefaultExecutor runs loop.shutdown_default_executor(300) as a runner does.
func (l *Loop) shutDownDefaultExecutor() error {
	if l.own == nil || l.own.shutdownDefaultExecutor == nil {
		_, err := RunUntilComplete[None](l, Go(l.ShutdownDefaultExecutor).Named("BaseEventLoop.shutdown_default_executor"))
		return err
	}
	return l.runOwn(l.own.shutdownDefaultExecutor, joinTimeout)
}

// runOwn runs the coroutine that a method of the program makes.
func (l *Loop) runOwn(method any, args ...any) error {
	return py.Try(func() error {
		return l.runUntilComplete(ensurePromise(py.Call(method, args...), l), true)
	})
}
