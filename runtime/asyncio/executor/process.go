package executor

import (
	"runtime"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// DefaultProcesses is the default of ProcessPoolExecutor's max_workers.
func DefaultProcesses() int { return min(61, runtime.NumCPU()) }

// CopyValue copies a value as pickling it into another process and back would.
// The module concurrent.futures, which has the only class that needs it, sets it.
var CopyValue func(v any) any

// remoteTraceback is the cause of an exception that came from a process.
var remoteTraceback = py.NewExceptionClass("concurrent.futures.process", "_RemoteTraceback", py.ExceptionClass)

// runInProcess calls a function as a process of a pool does: with copies of its
// arguments, and for a copy of its result. What cannot be copied is an error of
// the call.
func (p *Pool) runInProcess(fn any, args py.Tuple, kw py.Kwargs) (*Future, error) {
	named := py.DictOf[any, any]()
	for _, k := range kw {
		named.Set(k.Name, k.Value)
	}
	var keywords any = named
	failure := py.Try(func() error {
		call := p.convert(py.Tuple{fn, args, keywords}).(py.Tuple)
		fn, args, keywords = call[0], call[1].(py.Tuple), call[2]
		return nil
	})
	return p.Submit(func() (v any, err error) {
		if failure == nil {
			failure = py.Try(func() error {
				v = p.convert(py.CallKw(fn, args, py.KwFrom(keywords)))
				return nil
			})
		}
		if failure == nil {
			return v, nil
		}
		failed := py.AsException(failure)
		text := "\n\"\"\"\n" + "Traceback (most recent call last):\n" + py.TypeOf(failed).Name() + ": " + py.Str(failed) + "\n\"\"\""
		return nil, py.From(failed, py.NewException(remoteTraceback, text))
	})
}
