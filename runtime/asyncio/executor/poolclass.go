package executor

import (
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The executor classes of concurrent.futures.
var (
	ExecutorClass            *py.Class
	ThreadPoolExecutorClass  *py.Class
	ProcessPoolExecutorClass *py.Class
)

func init() {
	ExecutorClass = py.NewNativeClass("concurrent.futures._base", "Executor", nil, defineExecutor)
	ThreadPoolExecutorClass = py.NewNativeClass("concurrent.futures.thread", "ThreadPoolExecutor",
		[]*py.Class{ExecutorClass}, defineThreadPool)
	ProcessPoolExecutorClass = py.NewNativeClass("concurrent.futures.process", "ProcessPoolExecutor",
		[]*py.Class{ExecutorClass}, defineProcessPool)
}

func poolOf(self any) *Pool { return py.PayloadAs[*Pool](self) }

func defineExecutor(d *py.Definition) {
	d.Method("submit(self, fn, /, *args, **kwargs)", func(self, fn, args, kwargs any) any {
		py.Raise(py.NewNotImplementedError())
		return nil
	})
	d.Method("map(self, fn, *iterables, timeout=None, chunksize=1)", func(self, fn, iterables, timeout, chunksize any) any {
		return mapCalls(self, fn, iterables.(py.Tuple), Timeout(timeout))
	})
	d.Method("shutdown(self, wait=True, *, cancel_futures=False)", func(self, wait, cancel any) any { return nil })
	d.Method("__enter__(self)", func(self any) any { return self })
	d.Method("__exit__(self, exc_type, exc_val, exc_tb)", func(self, _, _, _ any) any {
		py.CallMethodKw(self, "shutdown", nil, py.Kwargs{{Name: "wait", Value: true}})
		return false
	})
}

// mapCalls is Executor.map: it submits all calls at once and returns an iterator
// over their results.
func mapCalls(self, fn any, iterables py.Tuple, timeout time.Duration) any {
	start := time.Now()
	var futures []*Future
	for args := range py.Iter(py.Call(py.Builtin("zip"), iterables...)) {
		f := py.CallMethodKw(self, "submit", append([]any{fn}, args.(py.Tuple)...), nil)
		futures = append(futures, futureOf(f))
	}
	return py.NewGenerator("result_iterator", func(y *py.Yielder) any {
		defer func() {
			for _, f := range futures {
				f.Cancel()
			}
		}()
		for len(futures) > 0 {
			f := futures[0]
			futures = futures[1:]
			rest := timeout
			if timeout >= 0 {
				rest = max(timeout-time.Since(start), 0)
			}
			v, err := f.Result(rest)
			f.Cancel()
			py.Check(err)
			y.Yield(v)
		}
		return nil
	})
}

func definePool(d *py.Definition) {
	d.Method("submit(self, fn, /, *args, **kwargs)", func(self, fn, args, kwargs any) (any, error) {
		return poolOf(self).submitCall(fn, args.(py.Tuple), py.KwFrom(kwargs))
	})
	d.Method("shutdown(self, wait=True, *, cancel_futures=False)", func(self, wait, cancel any) any {
		poolOf(self).Shutdown(py.Truth(wait), py.Truth(cancel))
		return nil
	})
	d.Getter("_max_workers", func(self any) any { return poolOf(self).maxWorkers })
	d.Getter("_shutdown", func(self any) any {
		p := poolOf(self)
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.shutdown
	})
}

// submitCall is Executor.submit.
func (p *Pool) submitCall(fn any, args py.Tuple, kw py.Kwargs) (any, error) {
	submit := func() (*Future, error) {
		return p.Submit(func() (any, error) { return py.CallKw(fn, args, kw), nil })
	}
	if p.convert != nil {
		submit = func() (*Future, error) { return p.runInProcess(fn, args, kw) }
	}
	f, err := submit()
	if err != nil {
		return nil, err
	}
	return f, nil
}

func workersArgument(value any, fallback int) int {
	if value == nil {
		return fallback
	}
	if !py.Greater(value, 0) {
		py.Raise(py.NewValueError("max_workers must be greater than 0"))
	}
	return py.As[int](value)
}

func (p *Pool) setInitializer(initializer, initargs any) {
	if initializer == nil {
		return
	}
	if !py.Truth(py.Call(py.Builtin("callable"), initializer)) {
		py.Raise(py.NewTypeError("initializer must be a callable"))
	}
	startThreads()
	p.start = func() error {
		py.CallKw(initializer, py.StarArgs(py.Star(initargs)), nil)
		return nil
	}
}

func defineThreadPool(d *py.Definition) {
	d.Alloc(func() any { return &Pool{class: ThreadPoolExecutorClass} })
	d.Method("__init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=())",
		func(self, maxWorkers, prefix, initializer, initargs any) any {
			p := poolOf(self)
			p.init(workersArgument(maxWorkers, DefaultWorkers()), py.Str(prefix))
			p.setInitializer(initializer, initargs)
			return nil
		})
	definePool(d)
}

func defineProcessPool(d *py.Definition) {
	d.Alloc(func() any { return &Pool{class: ProcessPoolExecutorClass, convert: CopyValue} })
	d.Method("__init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None)",
		func(self, maxWorkers, _, initializer, initargs, _ any) any {
			p := poolOf(self)
			p.init(workersArgument(maxWorkers, DefaultProcesses()), "ForkProcess")
			p.setInitializer(initializer, initargs)
			return nil
		})
	definePool(d)
}
