package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of futures and tasks.
var (
	FutureClass    *py.Class
	TaskClass      *py.Class
	gatheringClass *py.Class
)

func init() {
	FutureClass = py.NewNativeClass("_asyncio", "Future", nil, defineFuture)
	TaskClass = py.NewNativeClass("_asyncio", "Task", []*py.Class{FutureClass}, defineTask)
	gatheringClass = py.NewNativeClass("asyncio.tasks", "_GatheringFuture", []*py.Class{FutureClass},
		func(*py.Definition) {})
}

// futureOf returns the promise of self, a future or task.
func futureOf(self any) *promise {
	p := promiseOf(self)
	if p == nil {
		py.Raise(py.NewTypeError("descriptor requires a '_asyncio.Future' object but received a '" +
			py.TypeOf(self).Name() + "'"))
	}
	if p.loop == nil {
		py.Raise(py.NewRuntimeError("Future object is not initialized."))
	}
	return p
}

// loopArgument is the loop that a keyword argument gives, or the current one.
func loopArgument(loop any) *Loop {
	if loop == nil {
		return GetEventLoop()
	}
	return py.PayloadAs[*Loop](loop)
}

func varsArgument(context any) *Vars {
	if context == nil {
		return nil
	}
	return py.PayloadAs[*Vars](context)
}

func defineFuture(d *py.Definition) {
	d.Alloc(func() any { return &Future[any]{} })
	d.Init("__init__(self, *, loop=None)", func(self, loop any) any {
		f := py.PayloadAs[*Future[any]](self)
		f.loop = loopArgument(loop)
		f.outer = f
		if o, ok := self.(*py.Object); ok {
			f.outer = &derivedFuture{f, o}
		}
		return nil
	})
	d.Set("_asyncio_future_blocking", false)
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any { return py.NewGenericAlias(cls, item) })
	d.Method("result(self, /)", func(self any) any {
		p := futureOf(self)
		if err := p.outcome(); err != nil {
			raise(err)
		}
		return p.outer.boxed()
	})
	d.Method("exception(self, /)", func(self any) any {
		exc, err := futureOf(self).exception()
		if err != nil {
			raise(err)
		}
		if exc == nil {
			return nil
		}
		return exc
	}).TakesClass()
	d.Method("set_result(self, result, /)", func(self, result any) any {
		p := futureOf(self)
		py.Check(p.checkPending())
		p.outer.setBoxed(result)
		p.finish()
		return nil
	}).TakesClass()
	d.Method("set_exception(self, exception, /)", func(self, exception any) any {
		p := futureOf(self)
		py.Check(p.checkPending())
		p.fail(futureException(exceptionArgument(exception)))
		return nil
	}).TakesClass()
	d.Method("cancel(self, /, msg=None)", func(self, msg any) any {
		p := futureOf(self)
		if d, derived := p.outer.(derivedLike); derived {
			return d.cancelBase(msg)
		}
		return p.cancelOuter(msg)
	})
	d.Method("cancelled(self, /)", func(self any) any { return futureOf(self).cancelled() })
	d.Method("done(self, /)", func(self any) any { return futureOf(self).done() })
	d.Method("get_loop(self, /)", func(self any) any { return futureOf(self).loop.object() }).TakesClass()
	d.Method("add_done_callback(self, fn, /, *, context=None)", func(self, fn, context any) any {
		futureOf(self).addDoneCallback(fn, varsArgument(context))
		return nil
	})
	d.Method("remove_done_callback(self, fn, /)", func(self, fn any) any {
		return futureOf(self).removeCallbacks(func(r runnable) bool {
			c, ok := r.(*programCallback)
			return ok && py.Equal(c.fn, fn)
		})
	}).TakesClass()
	d.Method("_make_cancelled_error(self, /)", func(self any) any { return futureOf(self).makeCancelledError() })
	awaiting := func(self any) any { return awaitGenerator(futureOf(self)) }
	d.Method("__await__(self, /)", awaiting)
	d.Method("__iter__(self, /)", awaiting)
	d.Method("__repr__(self, /)", func(self any) any { return describeFuture(self) })
	d.Getter("_state", func(self any) any { return futureOf(self).state.String() })
	d.Getter("_loop", func(self any) any { return futureOf(self).loop.object() })
	d.Getter("_exception", func(self any) any {
		if p := futureOf(self); p.state == stateFinished && p.err != nil {
			return p.err
		}
		return nil
	})
	d.Getter("_result", func(self any) any {
		if p := futureOf(self); p.state == stateFinished && p.err == nil {
			return p.outer.boxed()
		}
		return nil
	})
	d.Getter("_cancel_message", func(self any) any { return futureOf(self).cancelMsg() })
	d.Getter("_log_traceback", func(self any) any {
		e := futureOf(self).extra
		return e != nil && e.failure != nil
	})
}

// exceptionArgument is the argument of set_exception: an instance or a class.
func exceptionArgument(exception any) error {
	if c, ok := exception.(*py.Class); ok {
		if !c.IsSubclassOf(py.BaseExceptionClass) {
			py.Raise(py.NewTypeError("invalid exception object"))
		}
		return py.NewException(c)
	}
	e, ok := exception.(py.BaseException)
	if !ok {
		py.Raise(py.NewTypeError("invalid exception object"))
	}
	return e
}

// addDoneCallback is Future.add_done_callback for a Python callable.
func (p *promise) addDoneCallback(fn any, vars *Vars) {
	if vars == nil {
		vars = CopyContext()
	}
	if p.done() {
		p.loop.checkClosed()
		p.loop.push(newHandle(p.loop, fn, []any{p.object()}, vars), nil)
		return
	}
	p.addCallback(&programCallback{fn: fn, vars: vars})
}

// awaitGenerator is the iterator that __await__ returns.
func awaitGenerator(p *promise) any {
	return py.NewGenerator("__await__", func(y *py.Yielder) any {
		if !p.done() {
			p.blocking = true
			y.Yield(p.object())
		}
		if !p.done() {
			py.Raise(py.NewRuntimeError("await wasn't used with future"))
		}
		if err := p.outcome(); err != nil {
			raise(err)
		}
		return p.outer.boxed()
	})
}

// taskOf returns the task that self is.
func taskOf(self any) *task {
	t, ok := py.Payload(self).(interface{ base() *task })
	if !ok {
		py.Raise(py.NewTypeError("descriptor requires a '_asyncio.Task' object but received a '" +
			py.TypeOf(self).Name() + "'"))
	}
	return t.base()
}

func defineTask(d *py.Definition) {
	d.Alloc(func() any { return &Task[any]{} })
	d.Init("__init__(self, coro, *, loop=None, name=None, context=None, eager_start=False)",
		func(self, coro, loop, name, context, eager any) any {
			l := loopArgument(loop)
			if !isCoroutine(coro) {
				py.Raise(py.NewTypeError("a coroutine was expected, got " + py.Repr(coro)))
			}
			t := py.PayloadAs[*Task[any]](self)
			if o, ok := self.(*py.Object); ok {
				t.outer = &derivedTask{t, o}
			}
			t.start(l, dynamicCoroutine{coro}, &taskOptions{name: name, vars: varsArgument(context), eager: py.Truth(eager)})
			return nil
		})
	d.Method("get_name(self, /)", func(self any) any { return taskOf(self).Name() })
	d.Method("set_name(self, value, /)", func(self, value any) any {
		taskOf(self).name = py.Str(value)
		return nil
	})
	coroutine := func(self any) any {
		if t := taskOf(self); !t.endedEagerly {
			return t.outerTask().coroutine()
		}
		return nil
	}
	d.Method("get_coro(self, /)", coroutine)
	d.Method("get_context(self, /)", func(self any) any { return taskOf(self).vars })
	d.Method("cancelling(self, /)", func(self any) any { return taskOf(self).Cancelling() })
	d.Method("uncancel(self, /)", func(self any) any { return taskOf(self).Uncancel() })
	d.Method("set_result(self, result, /)", func(self, _ any) any {
		py.Raise(py.NewRuntimeError("Task does not support set_result operation"))
		return nil
	})
	d.Method("set_exception(self, exception, /)", func(self, _ any) any {
		py.Raise(py.NewRuntimeError("Task does not support set_exception operation"))
		return nil
	})
	d.Method("get_stack(self, /, *, limit=None)", func(self, limit any) any {
		stack := py.ListOf[any]()
		for _, f := range taskOf(self).stack(limit) {
			stack.Append(f)
		}
		return stack
	})
	d.Method("print_stack(self, /, *, limit=None, file=None)", func(self, limit, file any) any {
		taskOf(self).printStack(limit, file)
		return nil
	})
	d.Getter("_must_cancel", func(self any) any { return taskOf(self).mustCancel })
	d.Getter("_fut_waiter", func(self any) any {
		if w := taskOf(self).waiter; w != nil && w.outer != nil {
			return w.object()
		}
		return nil
	})
	d.Getter("_coro", coroutine)
	d.Member("_log_destroy_pending", func(self any) any { return !taskOf(self).quiet },
		func(self, v any) { taskOf(self).quiet = !py.Truth(v) })
}
