package threading

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the Python module threading.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("threading", "Thread module emulating a subset of Java's threading model.")
	py.BeforeExit(JoinThreads)
	threadClass = newThreadClass()
	event := newEventClass()
	semaphore := newSemaphoreClass("Semaphore", nil)
	m.Class(threadClass)
	m.Class(event)
	m.Class(newConditionClass())
	m.Class(semaphore)
	m.Class(newSemaphoreClass("BoundedSemaphore", semaphore))
	m.Class(newBarrierClass())
	m.Class(newTimerClass(event))
	m.Class(BrokenBarrierError)
	m.Set("Lock", lockClass)
	m.Set("RLock", rlockClass)
	m.Set("local", newLocalClass())
	m.Set("ThreadError", py.RuntimeError)
	m.Set("TIMEOUT_MAX", 9223372036.0)
	m.Func("current_thread()", func() any { return currentThread() })
	m.Func("currentThread()", func() any { return currentThread() })
	m.Func("main_thread()", func() any { return mainThread() })
	m.Func("active_count()", func() any { return len(live) + len(executor.Threads()) + 1 })
	m.Func("enumerate()", func() any {
		all := py.ListOf(mainThread())
		for _, t := range live {
			all.Append(t.object)
		}
		for _, t := range executor.Threads() {
			all.Append(objectOf(t))
		}
		return all
	})
	addExceptHook(m)
	m.Builtin("get_ident()", func() any { return identOf(py.CurrentThread()) }).Module("_thread")
	m.Builtin("get_native_id()", func() any { return identOf(py.CurrentThread()) }).Module("_thread")
	return m
})
