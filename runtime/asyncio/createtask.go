package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// plainTasks reports whether the tasks of the loop are made by the runtime alone.
func (l *Loop) plainTasks() bool { return l.taskFactory == nil && l.taskMaker == nil }

// createTaskAny calls loop.create_task for any coroutine: that of the program, if
// the loop's class has one.
func (l *Loop) createTaskAny(coro any, o *taskOptions) any {
	if l.taskMaker == nil {
		return l.createOwnTask(coro, o)
	}
	var kw py.Kwargs
	if o != nil {
		kw = py.Kwargs{{Name: "name", Value: o.name}}
		if o.vars != nil {
			kw = append(kw, py.Kw{Name: "context", Value: o.vars})
		}
	}
	return py.CallKw(l.taskMaker, []any{coro}, kw)
}

// createOwnTask is BaseEventLoop.create_task for any coroutine: it asks the loop's
// task factory, if there is one, and returns what that made.
func (l *Loop) createOwnTask(coro any, o *taskOptions) any {
	l.checkClosed()
	if l.taskFactory == nil {
		return l.newTaskAny(coro, o)
	}
	var kw py.Kwargs
	if o != nil && o.vars != nil {
		kw = py.Kwargs{{Name: "context", Value: o.vars}}
	}
	t := py.CallKw(l.taskFactory, []any{l, coro}, kw)
	// 3.13 names the task a second time, without a name too: str(None).
	var name any
	if o != nil {
		name = o.name
	}
	py.CallMethod(t, "set_name", name)
	return t
}

// newTaskAny makes a task of any coroutine.
func (l *Loop) newTaskAny(coro any, o *taskOptions) taskLike {
	switch c := coro.(type) {
	case taskMaker:
		return c.newTaskOn(l, o)
	case *py.Coroutine:
		return startTask[any](l, dynamicCoroutine{c}, o)
	}
	if isCoroutine(coro) {
		return startTask[any](l, dynamicCoroutine{coro}, o)
	}
	py.Raise(py.NewTypeError("a coroutine was expected, got " + py.Repr(coro)))
	return nil
}

// newCoroutineTask is newTaskAny with the loop's task factory, for gather and
// its like, which need the promise of what it made.
func (l *Loop) newCoroutineTask(coro any) *promise {
	made := l.createTaskAny(coro, nil)
	p := promiseOf(made)
	if p == nil {
		py.Raise(py.NewTypeError("the task factory returned " + py.Repr(made) + ", which is no future"))
	}
	return p
}

// isCoroutine is asyncio.iscoroutine(o).
func isCoroutine(o any) bool {
	switch o.(type) {
	case *py.Coroutine, taskMaker:
		return true
	case *py.Object, py.Awaiter:
		class := py.TypeOf(o)
		for _, method := range []string{"__await__", "send", "throw", "close"} {
			if _, has := class.Lookup(method); !has {
				return false
			}
		}
		return true
	}
	return false
}

// isAwaitable is inspect.isawaitable(o).
func isAwaitable(o any) bool {
	return isCoroutine(o) || promiseOf(o) != nil || py.Awaitable(o)
}
