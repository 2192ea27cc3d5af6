package multiprocessing

import (
	"fmt"
	"runtime"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// employ gives a pool the executor that does its work.
func employ(pool any, executor string, processes any, more ...any) {
	if processes == nil {
		processes = runtime.NumCPU()
	}
	if py.Truth(py.Lt(processes, 1)) {
		panic(exc.ValueError("Number of processes must be at least 1"))
	}
	py.SetAttr(pool, "_executor", py.Call(concurrentfutures.Module().Attr(executor), append([]any{processes}, more...)...))
	py.SetAttr(pool, "_processes", processes)
	py.SetAttr(pool, "_closed", false)
	py.SetAttr(pool, "_state", "RUN")
}

// submit starts a call in the pool.
func submit(pool, f any, args []any, kw py.Kwargs) any {
	if py.Truth(py.GetAttr(pool, "_closed")) {
		panic(exc.ValueError("Pool not running"))
	}
	return py.CallMethodKw(py.GetAttr(pool, "_executor"), "submit", append([]any{f}, args...), kw)
}

// submitAll starts a call for each item of an iterable.
func submitAll(pool, f, items any, args func(item any) []any) []any {
	var futures []any
	for item := range py.Iter(items) {
		futures = append(futures, submit(pool, f, args(item), nil))
	}
	return futures
}

func one(item any) []any  { return []any{item} }
func many(item any) []any { return py.StarArgs(py.Star(item)) }

// results waits for futures.
func results(futures []any) any {
	list := py.ListOf[any]()
	for _, f := range futures {
		list.Append(resultOf(f))
	}
	return list
}

// resultOf is the result of a future, or its exception as the pool raises it.
func resultOf(future any) any { return py.CallMethod(future, "result") }

var poolClass = define.Class("multiprocessing.pool", "Pool", nil, func(b *define.Body) {
	b.Set(shared, true)
	b.Method("__init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None)", func(args []any) any {
		employ(args[0], "ProcessPoolExecutor", args[1], nil, args[2], args[3])
		return nil
	})
	b.Method("__repr__(self)", func(self any) any {
		class := py.TypeOf(self)
		return fmt.Sprintf("<%s.%s state=%s pool_size=%s>", py.Str(py.GetAttr(class, "__module__")), py.Str(py.GetAttr(class, "__qualname__")),
			py.Str(py.GetAttr(self, "_state")), py.Str(py.GetAttr(self, "_processes")))
	})
	b.Method("apply(self, func, args=(), kwds=)", func(self, f, args, kw any) any {
		return resultOf(submit(self, f, many(args), py.KwFrom(kw)))
	}, py.DictOf[any, any]())
	b.Method("map(self, func, iterable, chunksize=None)", func(self, f, items, _ any) any { return results(submitAll(self, f, items, one)) })
	b.Method("starmap(self, func, iterable, chunksize=None)", func(self, f, items, _ any) any { return results(submitAll(self, f, items, many)) })
	b.Method("apply_async(self, func, args=(), kwds=, callback=None, error_callback=None)", func(args []any) any {
		return newResult([]any{submit(args[0], args[1], many(args[2]), py.KwFrom(args[3]))}, true, args[4], args[5])
	}, py.DictOf[any, any]())
	b.Method("map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None)", func(args []any) any {
		return newResult(submitAll(args[0], args[1], args[2], one), false, args[4], args[5])
	})
	b.Method("starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None)", func(args []any) any {
		return newResult(submitAll(args[0], args[1], args[2], many), false, args[4], args[5])
	})
	b.Method("imap(self, func, iterable, chunksize=1)", func(self, f, items, _ any) any {
		return iterator(submitAll(self, f, items, one))
	})
	b.Method("imap_unordered(self, func, iterable, chunksize=1)", func(self, f, items, _ any) any {
		futures := submitAll(self, f, items, one)
		ended := py.GetIter(py.CallMethod(concurrentfutures.Module(), "as_completed", py.ListOf(futures...)))
		return define.NewIterator(resultsClass, func() (any, bool) {
			future, ok := py.Next(ended)
			if !ok {
				return nil, false
			}
			return resultOf(future), true
		})
	})
	shut := func(self any, wait bool) {
		if py.SetAttr(self, "_closed", true); !wait {
			py.SetAttr(self, "_state", "TERMINATE")
		}
		py.CallMethodKw(py.GetAttr(self, "_executor"), "shutdown", nil, py.Kwargs{{Name: "wait", Value: wait}, {Name: "cancel_futures", Value: !wait}})
	}
	b.Method("close(self)", func(self any) any {
		if !py.Truth(py.GetAttr(self, "_closed")) {
			py.SetAttr(self, "_closed", true)
			py.SetAttr(self, "_state", "CLOSE")
		}
		return nil
	})
	b.Method("terminate(self)", func(self any) any {
		shut(self, false)
		return nil
	})
	b.Method("join(self)", func(self any) any {
		if !py.Truth(py.GetAttr(self, "_closed")) {
			panic(exc.ValueError("Pool is still running"))
		}
		shut(self, true)
		return nil
	})
	b.Method("__enter__(self)", func(self any) any {
		if py.Truth(py.GetAttr(self, "_closed")) {
			panic(exc.ValueError("Pool not running"))
		}
		return self
	})
	b.Method("__exit__(self, *args)", func(self, _ any) any {
		shut(self, false)
		return nil
	})
})

// threadPoolClass is ThreadPool: a pool of threads, to which nothing is copied.
var threadPoolClass = define.Class("multiprocessing.pool", "ThreadPool", []any{poolClass}, func(b *define.Body) {
	b.Method("__init__(self, processes=None, initializer=None, initargs=())", func(self, processes, initializer, initargs any) any {
		employ(self, "ThreadPoolExecutor", processes, "", initializer, initargs)
		return nil
	})
})

var resultsClass = define.IteratorClass("multiprocessing.pool", "IMapIterator", nil)

func iterator(futures []any) any {
	return define.NewIterator(resultsClass, func() (any, bool) {
		if len(futures) == 0 {
			return nil, false
		}
		first := futures[0]
		futures = futures[1:]
		return resultOf(first), true
	})
}

// newResult makes what the methods called ..._async give.
func newResult(futures []any, single bool, callback, failed any) any {
	r := py.Call(resultClass)
	py.SetAttr(r, "_futures", py.ListOf(futures...))
	py.SetAttr(r, "_single", single)
	left := len(futures)
	for _, f := range futures {
		py.CallMethod(f, "add_done_callback", py.Func("done(future)", func(any) any {
			if left--; left > 0 {
				return nil
			}
			err := py.Try(func() error {
				v := value(r)
				if callback != nil {
					py.Call(callback, v)
				}
				return nil
			})
			if err != nil && failed != nil {
				py.Call(failed, py.AsException(err))
			}
			return nil
		}))
	}
	return r
}

func value(r any) any {
	futures := py.GetAttr(r, "_futures")
	if py.Truth(py.GetAttr(r, "_single")) {
		return resultOf(py.GetItem(futures, 0))
	}
	list := py.ListOf[any]()
	for f := range py.Iter(futures) {
		list.Append(resultOf(f))
	}
	return list
}

var resultClass = define.Class("multiprocessing.pool", "AsyncResult", nil, func(b *define.Body) {
	wait := func(self, timeout any) bool {
		pair := py.CallMethodKw(concurrentfutures.Module(), "wait", []any{py.GetAttr(self, "_futures")}, py.Kwargs{{Name: "timeout", Value: timeout}})
		return py.Len(py.GetAttr(pair, "not_done")) == 0
	}
	b.Method("get(self, timeout=None)", func(self, timeout any) any {
		if !wait(self, timeout) {
			py.Raise(py.NewException(timeoutError))
		}
		return value(self)
	})
	b.Method("wait(self, timeout=None)", func(self, timeout any) any {
		wait(self, timeout)
		return nil
	})
	b.Method("ready(self)", func(self any) any { return wait(self, 0) })
	b.Method("successful(self)", func(self any) any {
		if !wait(self, 0) {
			panic(exc.ValueError("%s not ready", py.Repr(self)))
		}
		return py.Try(func() error { value(self); return nil }) == nil
	})
})
