package asyncio

import (
	"context"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module asyncio.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("asyncio", "The asyncio package, tracking PEP 3156.")
	addExceptions(m)
	addClasses(m)
	addRunning(m)
	addWaiting(m)
	addLoops(m)
	addStreams(m)
	addProcesses(m)
	addSubmodules(m)
	return m
})

func addExceptions(m *py.Module) {
	for _, c := range []*py.Class{
		CancelledError, InvalidStateError, SendfileNotAvailableError, IncompleteReadError,
		LimitOverrunError, BrokenBarrierError, QueueEmpty, QueueFull, QueueShutDown,
	} {
		m.Class(c)
	}
	m.Set("TimeoutError", TimeoutError)
}

func addClasses(m *py.Module) {
	for _, c := range []*py.Class{
		FutureClass, TaskClass, LockClass, EventClass, ConditionClass, SemaphoreClass,
		BoundedSemaphoreClass, BarrierClass, QueueClass, LifoQueueClass, PriorityQueueClass,
		TimeoutClass, TaskGroupClass, RunnerClass, HandleClass, TimerHandleClass,
		AbstractEventLoopClass, BaseEventLoopClass,
	} {
		m.Class(c)
	}
	m.Set("SelectorEventLoop", LoopClass)
	m.Set("EventLoop", LoopClass)
	m.Set("FIRST_COMPLETED", FirstCompleted)
	m.Set("FIRST_EXCEPTION", FirstException)
	m.Set("ALL_COMPLETED", AllCompleted)
}

// pyFunc adds a function of one of asyncio's own modules.
func pyFunc(m *py.Module, module, spec string, fn any, defaults ...any) {
	m.Func(spec, fn, defaults...).Module(module)
}

// pyAsync adds an async function of one of asyncio's own modules.
func pyAsync(m *py.Module, module, spec string, fn any, defaults ...any) {
	m.AsyncFunc(spec, fn, defaults...).Module(module)
}

func addRunning(m *py.Module) {
	pyFunc(m, "asyncio.runners", "run(main, *, debug=None, loop_factory=None)", func(main, debug, factory any) (any, error) {
		return RunAny(main, debug, factory)
	})
	pyFunc(m, "asyncio.tasks", "create_task(coro, *, name=None, context=None)", func(coro, name, context any) any {
		return GetRunningLoop().createTaskAny(coro, &taskOptions{name: name, vars: varsArgument(context)})
	})
	pyFunc(m, "asyncio.tasks", "ensure_future(coro_or_future, *, loop=None)", func(x, loop any) any {
		if loop == nil {
			return EnsureFuture(x, nil)
		}
		return EnsureFuture(x, asLoop(loop))
	})
	m.Builtin("current_task(loop=None)", func(loop any) any {
		l := loopOrRunning(loop)
		if l.current == nil {
			return nil
		}
		return l.current.object()
	}).Module("_asyncio")
	pyFunc(m, "asyncio.tasks", "all_tasks(loop=None)", func(loop any) any {
		tasks := py.SetOf[any]()
		for _, t := range loopOrRunning(loop).pendingTasks() {
			tasks.Add(t.object())
		}
		return tasks
	})
	pyFunc(m, "asyncio.coroutines", "iscoroutine(obj)", func(o any) any { return isCoroutine(o) })
	pyFunc(m, "asyncio.coroutines", "iscoroutinefunction(func)", func(f any) any { return isCoroutineFunction(f) })
	pyFunc(m, "asyncio.base_futures", "isfuture(obj)", func(o any) any { return promiseOf(o) != nil })
	pyFunc(m, "asyncio.futures", "wrap_future(future, *, loop=None)", func(future, loop any) any {
		if loop == nil {
			return wrapAny(future, nil)
		}
		return wrapAny(future, asLoop(loop))
	})
	pyFunc(m, "asyncio.tasks", "run_coroutine_threadsafe(coro, loop)", func(coro, loop any) any {
		return RunCoroutineThreadsafe(coro, asLoop(loop))
	})
	pyAsync(m, "asyncio.threads", "to_thread(func, /, *args, **kwargs)",
		func(ctx context.Context, args []any) (any, error) {
			fn, positional, kw := args[0], args[1].(py.Tuple), py.KwFrom(args[2])
			call := func() (any, error) { return py.CallKw(fn, positional, kw), nil }
			l := GetRunningLoop()
			if l.own != nil && l.own.runInExecutor != nil {
				return ownExecutor(ctx, l, call)
			}
			pool, err := l.defaultExecutor()
			if err != nil {
				return nil, err
			}
			vars := CopyContext()
			cf, err := pool.Submit(func() (v any, err error) {
				err = vars.Run(func() error {
					v, err = call()
					return err
				})
				return v, err
			})
			if err != nil {
				return nil, err
			}
			return wrapConcurrent(l, cf).Await(ctx)
		})
	m.Set("eager_task_factory", eagerFactory(TaskClass))
	pyFunc(m, "asyncio.tasks", "create_eager_task_factory(custom_task_constructor)", func(constructor any) any {
		return eagerFactory(constructor)
	})
}

// eagerFactory is asyncio.create_eager_task_factory.
func eagerFactory(constructor any) *py.Function {
	return py.Func("factory(loop, coro, *, name=None, context=None)", func(loop, coro, name, context any) any {
		if constructor == any(TaskClass) {
			return asLoop(loop).newTaskAny(coro, &taskOptions{name: name, vars: varsArgument(context), eager: true})
		}
		return py.CallKw(constructor, []any{coro}, py.Kwargs{
			{Name: "loop", Value: loop}, {Name: "name", Value: name},
			{Name: "context", Value: context}, {Name: "eager_start", Value: true},
		})
	}).Qualname("create_eager_task_factory.<locals>.factory").Module("asyncio.tasks")
}

func loopOrRunning(loop any) *Loop {
	if loop == nil {
		return GetRunningLoop()
	}
	return asLoop(loop)
}

// isCoroutineFunction is asyncio.iscoroutinefunction(f).
func isCoroutineFunction(f any) bool {
	for {
		switch x := f.(type) {
		case *py.Function:
			return x.IsCoroutineFunction()
		case *py.Method:
			f = x.Func()
			continue
		}
		if f != nil && py.TypeOf(f).Name() == "partial" && py.HasAttr(f, "func") {
			f = py.GetAttr(f, "func")
			continue
		}
		return f != nil && py.GetAttrOr(py.TypeOf(f), MakesCoroutines, nil) == any(true)
	}
}

// MakesCoroutines is the attribute of classes whose objects, when they are called,
// make coroutines as coroutine functions do.
const MakesCoroutines = "_makes_coroutines"

func addWaiting(m *py.Module) {
	pyAsync(m, "asyncio.tasks", "sleep(delay, result=None)", func(ctx context.Context, delay, result any) (any, error) {
		return result, SleepAny(ctx, delay)
	})
	pyFunc(m, "asyncio.tasks", "gather(*coros_or_futures, return_exceptions=False)", func(aws, returnExceptions any) any {
		return gatherFuture(aws.(py.Tuple), py.Truth(returnExceptions))
	})
	pyAsync(m, "asyncio.tasks", "wait_for(fut, timeout)", func(ctx context.Context, fut, timeout any) (any, error) {
		return waitForAny(ctx, fut, timeout)
	})
	pyAsync(m, "asyncio.tasks", "wait(fs, *, timeout=None, return_when='ALL_COMPLETED')",
		func(ctx context.Context, fs, timeout, until any) (any, error) {
			return waitAny(ctx, fs, timeout, until)
		})
	pyFunc(m, "asyncio.tasks", "shield(arg)", func(arg any) any { return shieldAny(arg) })
	pyFunc(m, "asyncio.tasks", "as_completed(fs, *, timeout=None)", func(fs, timeout any) any {
		return asCompletedAny(fs, timeout)
	})
	pyFunc(m, "asyncio.timeouts", "timeout(delay)", func(delay any) any { return timeoutOf(delay) })
	pyFunc(m, "asyncio.timeouts", "timeout_at(when)", func(when any) any {
		if when == nil {
			return NoTimeout()
		}
		return NewTimeoutAt(py.Float(when))
	})
}

func addLoops(m *py.Module) {
	m.Builtin("get_running_loop()", func() any { return GetRunningLoop().object() }).Module("_asyncio")
	m.Builtin("_get_running_loop()", func() any {
		if l := RunningLoop(); l != nil {
			return l.object()
		}
		return nil
	}).Module("_asyncio")
	m.Builtin("get_event_loop()", func() any { return GetEventLoop().object() }).Module("_asyncio")
	pyFunc(m, eventsModule, "new_event_loop()", func() any { return newPolicyLoop() })
	pyFunc(m, eventsModule, "set_event_loop(loop)", func(loop any) any {
		setPolicyLoop(loop)
		return nil
	})
	addPolicies(m)
}
