package executor

import "github.com/pyasync2go/pyasync2go/runtime/py"

// Exception classes of concurrent.futures.
var (
	// Error is the base class of the others.
	Error = py.NewExceptionClass("concurrent.futures._base", "Error", py.ExceptionClass)
	// CancelledError is raised for the result of a cancelled future.
	CancelledError = py.NewExceptionClass("concurrent.futures._base", "CancelledError", Error)
	// InvalidStateError is raised when a future is not in the state that an
	// operation needs.
	InvalidStateError = py.NewExceptionClass("concurrent.futures._base", "InvalidStateError", Error)
	// BrokenExecutor is raised by an executor that is of no use any more.
	BrokenExecutor = py.NewExceptionClass("concurrent.futures._base", "BrokenExecutor", py.RuntimeError)
	// BrokenThreadPool is raised after the initializer of a thread failed.
	BrokenThreadPool = py.NewExceptionClass("concurrent.futures.thread", "BrokenThreadPool", BrokenExecutor)
	// BrokenProcessPool is raised when a process of a pool ended abruptly.
	BrokenProcessPool = py.NewExceptionClass("concurrent.futures.process", "BrokenProcessPool", BrokenExecutor)
)

func newError(cls *py.Class, args ...any) *py.Exception {
	e := py.ExceptionOf(cls, args...)
	return &e
}
