package asyncio

import (
	"context"
	"fmt"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of event loops.
var (
	AbstractEventLoopClass *py.Class
	BaseEventLoopClass     *py.Class
	LoopClass              *py.Class
)

func init() {
	AbstractEventLoopClass = newPythonClass("asyncio.events", "AbstractEventLoop", nil, nil, func(pythonClass) {})
	BaseEventLoopClass = newPythonClass("asyncio.base_events", "BaseEventLoop", AbstractEventLoopClass,
		func() any { return NewLoop() }, func(c pythonClass) {
			defineLoopRunning(c)
			defineLoopScheduling(c)
			defineLoopFutures(c)
			defineLoopErrors(c)
			defineLoopThreads(c)
		})
	LoopClass = newPythonClass("asyncio.unix_events", "_UnixSelectorEventLoop", BaseEventLoopClass,
		func() any { return NewLoop() }, func(c pythonClass) {
			defineLoopSystem(c)
			defineLoopNetwork(c)
			defineLoopFiles(c)
		})
}

// PyClass is the class of the loop.
func (l *Loop) PyClass() *py.Class { return LoopClass }

// object is the value that the program sees: the loop, or the object of a class
// that the program derived from it.
func (l *Loop) object() any {
	if l.self != nil {
		return l.self
	}
	return l
}

func asLoop(self any) *Loop { return py.PayloadAs[*Loop](self) }

func defineLoopRunning(c pythonClass) {
	c.def("__init__(self, selector=None)", func(self, _ any) any {
		if o, ok := self.(*py.Object); ok {
			l := asLoop(self)
			l.self = o
			l.findOverrides(o)
		}
		return nil
	})
	c.def("run_forever(self)", func(self any) (any, error) { return nil, asLoop(self).RunForever() })
	c.def("run_until_complete(self, future)", func(self, future any) (any, error) {
		l := asLoop(self)
		if l.closed {
			return nil, py.NewRuntimeError("Event loop is closed")
		}
		if err := l.checkNotRunning(); err != nil {
			return nil, err
		}
		created := promiseOf(future) == nil
		p := ensurePromise(future, l)
		if t, ok := p.outer.(interface{ silence() }); ok && created {
			t.silence()
		}
		if err := l.runUntilComplete(p, created); err != nil {
			return nil, err
		}
		return p.outer.boxed(), nil
	})
	c.def("stop(self)", func(self any) any {
		asLoop(self).Stop()
		return nil
	})
	c.def("is_running(self)", func(self any) any { return asLoop(self).IsRunning() })
	c.def("is_closed(self)", func(self any) any { return asLoop(self).IsClosed() })
	c.def("close(self)", func(self any) any {
		asLoop(self).Close()
		return nil
	})
	c.async("shutdown_asyncgens(self)", func(ctx context.Context, self any) (any, error) {
		return nil, asLoop(self).ShutdownAsyncGens(ctx)
	})
	c.async("shutdown_default_executor(self, timeout=None)", func(ctx context.Context, self, _ any) (any, error) {
		return nil, asLoop(self).ShutdownDefaultExecutor(ctx)
	})
	c.def("__repr__(self)", func(self any) any {
		l := asLoop(self)
		return fmt.Sprintf("<%s running=%s closed=%s debug=%s>", py.TypeOf(self).Name(),
			py.Repr(l.IsRunning()), py.Repr(l.closed), py.Repr(l.debug))
	})
}

// checkThread is what debug mode checks of the thread that schedules a callback.
func (l *Loop) checkThread() {
	if l.debug && l.thread != nil && l.thread != py.CurrentThread() {
		py.Raise(py.NewRuntimeError("Non-thread-safe operation invoked on an event loop other than the current one"))
	}
}

// checkCallback is what debug mode checks of a callback.
func (l *Loop) checkCallback(callback any, method string) {
	if !l.debug {
		return
	}
	if isCoroutine(callback) || isCoroutineFunction(callback) {
		py.Raise(py.NewTypeError("coroutines cannot be used with " + method + "()"))
	}
	if !py.Truth(py.Call(py.Builtin("callable"), callback)) {
		py.Raise(py.NewTypeError("a callable object was expected by " + method + "(), got " + py.Repr(callback)))
	}
}

func defineLoopScheduling(c pythonClass) {
	c.def("call_soon(self, callback, *args, context=None)", func(self, callback, args, context any) any {
		l := asLoop(self)
		l.checkClosed()
		l.checkThread()
		l.checkCallback(callback, "call_soon")
		h := newHandle(l, callback, args.(py.Tuple), varsArgument(context))
		if e, ok := l.take(callback); ok {
			l.enqueue(e.r, e.p)
		} else {
			l.enqueue(h, nil)
		}
		return h
	})
	c.def("call_soon_threadsafe(self, callback, *args, context=None)", func(self, callback, args, context any) any {
		l := asLoop(self)
		l.checkClosed()
		l.checkCallback(callback, "call_soon_threadsafe")
		h := newHandle(l, callback, args.(py.Tuple), varsArgument(context))
		if e, ok := l.take(callback); ok {
			l.post(e.r, e.p)
		} else {
			l.post(h, nil)
		}
		return h
	})
	c.def("call_later(self, delay, callback, *args, context=None)", func(self, delay, callback, args, context any) any {
		l := asLoop(self)
		if delay == nil {
			py.Raise(py.NewTypeError("delay must not be None"))
		}
		l.checkClosed()
		l.checkThread()
		l.checkCallback(callback, "call_at")
		when := py.Add(l.Time(), delay)
		if l.own != nil && l.own.callAt != nil {
			kw := py.Kwargs{{Name: "context", Value: context}}
			return py.CallKw(l.own.callAt, append([]any{when, callback}, args.(py.Tuple)...), kw)
		}
		if e, ok := l.take(callback); ok {
			return l.callAt(py.Float(when), e.r.(*Handle))
		}
		return l.callAt(py.Float(when), newHandle(l, callback, args.(py.Tuple), varsArgument(context)))
	})
	c.def("call_at(self, when, callback, *args, context=None)", func(self, when, callback, args, context any) any {
		l := asLoop(self)
		if when == nil {
			py.Raise(py.NewTypeError("when cannot be None"))
		}
		l.checkClosed()
		l.checkThread()
		l.checkCallback(callback, "call_at")
		if e, ok := l.take(callback); ok {
			return l.callAt(py.Float(when), e.r.(*Handle))
		}
		return l.callAt(py.Float(when), newHandle(l, callback, args.(py.Tuple), varsArgument(context)))
	})
	c.def("time(self)", func(any) any { return Monotonic() })
	c.def("get_debug(self)", func(self any) any { return asLoop(self).debug })
	c.def("set_debug(self, enabled)", func(self, enabled any) any {
		asLoop(self).debug = py.Truth(enabled)
		return nil
	})
	c.Member("slow_callback_duration", func(self any) any { return asLoop(self).slowCallbackDuration },
		func(self, v any) { asLoop(self).slowCallbackDuration = v })
	c.Getter("_ready", func(self any) any { return asLoop(self).readyList() })
	c.Getter("_scheduled", func(self any) any {
		handles := py.ListOf[any]()
		for _, h := range asLoop(self).timers {
			handles.Append(h)
		}
		return handles
	})
}

// readyList lists what is in the ready queue.
func (l *Loop) readyList() any {
	l.collectPosted()
	handles := py.ListOf[any]()
	for i := range l.ready.length {
		e := l.ready.entries[(l.ready.head+i)&(len(l.ready.entries)-1)]
		if h, ok := e.r.(*Handle); ok {
			handles.Append(h)
		} else {
			handles.Append(&Handle{loop: l, description: "<Handle>"})
		}
	}
	return handles
}

func defineLoopFutures(c pythonClass) {
	c.def("create_future(self)", func(self any) any { return newFuture[any](asLoop(self)) })
	c.def("create_task(self, coro, *, name=None, context=None)", func(self, coro, name, context any) any {
		return asLoop(self).createOwnTask(coro, &taskOptions{name: name, vars: varsArgument(context)})
	})
	c.def("set_task_factory(self, factory)", func(self, factory any) any {
		if factory != nil && !py.Truth(py.Call(py.Builtin("callable"), factory)) {
			py.Raise(py.NewTypeError("task factory must be a callable or None"))
		}
		asLoop(self).taskFactory = factory
		return nil
	})
	c.def("get_task_factory(self)", func(self any) any { return asLoop(self).taskFactory })
}

func defineLoopErrors(c pythonClass) {
	c.def("get_exception_handler(self)", func(self any) any { return asLoop(self).exceptionHandler })
	c.def("set_exception_handler(self, handler)", func(self, handler any) any {
		if handler != nil && !py.Truth(py.Call(py.Builtin("callable"), handler)) {
			py.Raise(py.NewTypeError("A callable object or None is expected, got " + py.Repr(handler)))
		}
		asLoop(self).exceptionHandler = handler
		return nil
	})
	c.def("default_exception_handler(self, context)", func(self, context any) any {
		asLoop(self).defaultExceptionHandler(context)
		return nil
	})
	c.def("call_exception_handler(self, context)", func(self, context any) any {
		asLoop(self).callExceptionHandler(context)
		return nil
	})
}

func defineLoopThreads(c pythonClass) {
	c.def("run_in_executor(self, executor, func, *args)", func(self, pool, fn, args any) any {
		l := asLoop(self)
		l.checkClosed()
		l.checkCallback(fn, "run_in_executor")
		return py.Must(l.runInExecutor(pool, fn, args.(py.Tuple), nil))
	})
	c.def("set_default_executor(self, executor)", func(self, pool any) any {
		p, ok := py.Payload(pool).(*executor.Pool)
		if !ok || !py.IsInstance(pool, executor.ThreadPoolExecutorClass) {
			py.Raise(py.NewTypeError("executor must be ThreadPoolExecutor instance"))
		}
		asLoop(self).SetDefaultExecutor(p)
		return nil
	})
}

// runInExecutor is loop.run_in_executor for a Python callable.
func (l *Loop) runInExecutor(pool, fn any, args py.Tuple, kw py.Kwargs) (any, error) {
	if pool == nil {
		p, err := l.defaultExecutor()
		if err != nil {
			return nil, err
		}
		pool = p
	}
	submitted := py.CallMethodKw(pool, "submit", append([]any{fn}, args...), kw)
	return wrapAny(submitted, l), nil
}

// wrapAny is asyncio.wrap_future for a dynamic value.
func wrapAny(future any, l *Loop) any {
	if promiseOf(future) != nil {
		return future
	}
	cf, ok := py.Payload(future).(*executor.Future)
	if !ok {
		py.Raise(py.NewAssertionError("concurrent.futures.Future is expected, got " + py.Repr(future)))
	}
	if l == nil {
		l = GetEventLoop()
	}
	return wrapConcurrent(l, cf)
}

func defineLoopSystem(c pythonClass) {
	c.def("add_signal_handler(self, sig, callback, *args)", func(self, sig, callback, args any) any {
		l := asLoop(self)
		if isCoroutine(callback) || isCoroutineFunction(callback) {
			py.Raise(py.NewTypeError("coroutines cannot be used with add_signal_handler()"))
		}
		number := signalArgument(sig)
		l.checkClosed()
		if py.CurrentThread() != py.MainThread() {
			py.Raise(py.NewRuntimeError("set_wakeup_fd only works in main thread of the main interpreter"))
		}
		if number == syscall.SIGKILL || number == syscall.SIGSTOP {
			py.Raise(py.NewRuntimeError(fmt.Sprintf("sig %d cannot be caught", int(number))))
		}
		l.addSignalHandler(number, newHandle(l, callback, args.(py.Tuple), nil))
		return nil
	})
	c.def("remove_signal_handler(self, sig)", func(self, sig any) any {
		return asLoop(self).removeSignalHandler(signalArgument(sig))
	})
}

// signalArgument checks a signal number.
func signalArgument(sig any) syscall.Signal {
	number, ok := py.Payload(sig).(int)
	if !ok {
		if index, found := py.TypeOf(sig).Lookup("__index__"); found {
			number, ok = py.Call(index, sig).(int)
		}
	}
	if !ok {
		py.Raise(py.NewTypeError("sig must be an int, not " + py.Repr(sig)))
	}
	if number < 1 || number > 64 {
		py.Raise(py.NewValueError(fmt.Sprintf("invalid signal number %d", number)))
	}
	return syscall.Signal(number)
}
