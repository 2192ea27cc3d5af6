// Package concurrentfutures is Python's module concurrent.futures. Its types
// belong to package executor, which asyncio uses too.
package concurrentfutures

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
)

func init() { executor.CopyValue = copy.Pickled }

// Module is the Python module concurrent.futures.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("concurrent.futures", "Execute computations asynchronously using threads or processes.")
	for _, c := range []*py.Class{
		executor.FutureClass, executor.ExecutorClass, executor.ThreadPoolExecutorClass,
		executor.ProcessPoolExecutorClass, executor.CancelledError, executor.InvalidStateError,
		executor.BrokenExecutor,
	} {
		m.Class(c)
	}
	m.Set("TimeoutError", py.TimeoutError)
	m.Set("FIRST_COMPLETED", executor.FirstCompleted)
	m.Set("FIRST_EXCEPTION", executor.FirstException)
	m.Set("ALL_COMPLETED", executor.AllCompleted)
	addSubmodules(m)
	done := collections.NamedTuple("DoneAndNotDoneFutures", []string{"done", "not_done"}, nil, "concurrent.futures._base")
	m.Func("wait(fs, timeout=None, return_when='ALL_COMPLETED')", func(fs, timeout, until any) any {
		return wait(done, fs, timeout, until)
	})
	m.Set("as_completed", py.GenFunc("as_completed(fs, timeout=None)", asCompleted).Module("concurrent.futures._base"))
	return m
})

// futures returns the distinct futures of an iterable.
func futures(fs any) []*executor.Future {
	unique := py.SetOf[any]()
	for f := range py.Iter(fs) {
		unique.Add(f)
	}
	var all []*executor.Future
	for f := range unique.All() {
		all = append(all, py.PayloadAs[*executor.Future](f))
	}
	return all
}

func wait(result any, fs, timeout, until any) any {
	mode, _ := until.(string)
	if mode != executor.FirstCompleted && mode != executor.FirstException && mode != executor.AllCompleted {
		py.Raise(py.NewValueError("Invalid return condition: " + py.Repr(until)))
	}
	done, pending := executor.Wait(futures(fs), executor.Timeout(timeout), mode)
	return py.Call(result, setOf(done), setOf(pending))
}

func setOf(fs []*executor.Future) any {
	set := py.SetOf[any]()
	for _, f := range fs {
		set.Add(f.Object())
	}
	return set
}

func asCompleted(y *py.Yielder, fs, timeout any) any {
	py.Check(executor.AsCompleted(futures(fs), executor.Timeout(timeout), func(f *executor.Future) bool {
		y.Yield(f.Object())
		return true
	}))
	return nil
}
