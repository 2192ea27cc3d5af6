// Package multiprocessing is Python's module multiprocessing. Its processes are
// threads of the program: what they are given, and what passes between them, is
// copied as another process would have it. What they do to global variables is
// seen by all.
// https://docs.python.org/3.13/library/multiprocessing.html
package multiprocessing

import (
	"runtime"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

var (
	processError   = py.NewExceptionClass("multiprocessing.context", "ProcessError", py.ExceptionClass)
	bufferTooShort = py.NewExceptionClass("multiprocessing.context", "BufferTooShort", processError)
	timeoutError   = py.NewExceptionClass("multiprocessing.context", "TimeoutError", processError)
	authentication = py.NewExceptionClass("multiprocessing.context", "AuthenticationError", processError)
)

// Module is the module multiprocessing.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("multiprocessing", "")
	for _, e := range []*py.Class{processError, bufferTooShort, timeoutError, authentication} {
		m.Class(e)
	}
	m.Class(processClass)
	addSharing(m)
	for _, name := range []string{"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"} {
		m.Set(name, threading.Module().Attr(name))
	}
	m.Func("cpu_count()", func() any { return runtime.NumCPU() })
	m.Func("current_process()", func() any { return currentProcess() })
	m.Func("parent_process()", func() any {
		if p := currentProcess(); p != mainProcess() {
			return mainProcess()
		}
		return nil
	})
	m.Func("active_children()", func() any { return activeChildren() })
	m.Func("freeze_support()", func() any { return nil })
	m.Func("Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None)", func(args []any) any { return py.Call(poolClass, args...) })
	m.Set("pool", py.NewModule("multiprocessing.pool", "").
		Set("Pool", poolClass).
		Set("ThreadPool", threadPoolClass).
		Set("AsyncResult", resultClass).
		Set("ApplyResult", resultClass).
		Set("MapResult", resultClass).
		Set("TimeoutError", timeoutError))
	m.Func("Manager()", func() any { return py.Call(managerClass) })
	method := any("fork")
	m.Func("set_start_method(method, force=False)", func(name, _ any) any {
		method = startMethod(name)
		return nil
	})
	m.Func("get_start_method(allow_none=False)", func(any) any { return method })
	m.Func("get_all_start_methods()", func() any { return py.ListOf[any]("fork", "spawn", "forkserver") })
	m.Func("get_context(method=None)", func(name any) any {
		if name != nil {
			startMethod(name)
		}
		return m
	})
	return m
})

// Submodule is one of the modules that the package multiprocessing consists of.
func Submodule(name string) *py.Module { return Module().Attr(name).(*py.Module) }

func startMethod(name any) any {
	switch name {
	case "fork", "spawn", "forkserver":
		return name
	}
	panic(exc.ValueError("cannot find context for %s", py.Repr(name)))
}

// shared is the attribute by which the classes of this module, whose objects are
// shared by processes, are known.
const shared = "_shared_by_processes"

// forProcess copies what another process gets when it starts. What cannot be copied,
// such as a lock, is shared.
func forProcess(v any) any {
	if v == nil || py.GetAttrOr(py.TypeOf(v), shared, nil) != nil {
		return v
	}
	if t, ok := v.(py.Tuple); ok {
		items := make(py.Tuple, len(t))
		for i, item := range t {
			items[i] = forProcess(item)
		}
		return items
	}
	if d, ok := v.(*py.Dict[any, any]); ok {
		c := py.DictOf[any, any]()
		for k, item := range d.All() {
			c.Set(k, forProcess(item))
		}
		return c
	}
	if err := py.Try(func() error { v = py.Call(copy.Module().Attr("deepcopy"), v); return nil }); err != nil {
		return v
	}
	return v
}

// sent copies what is sent from one process to another.
func sent(v any) any {
	if v != nil && py.GetAttrOr(py.TypeOf(v), shared, nil) != nil {
		return v
	}
	return copy.Pickled(v)
}
