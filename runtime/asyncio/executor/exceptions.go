package executor

import "github.com/pyasync2go/pyasync2go/runtime/py"

// Exception classes of concurrent.futures.
var (
	// Error is the base class of the others.
	Error = py.NewExceptionClass("concurrent.futures._base", "Error", py.ExceptionClass).
		Documented("Base class for all future-related exceptions.")
	// CancelledError is raised for the result of a cancelled future.
	CancelledError = py.NewExceptionClass("concurrent.futures._base", "CancelledError", Error).
			Documented("The Future was cancelled.")
	// InvalidStateError is raised when a future is not in the state that an
	// operation needs.
	InvalidStateError = py.NewExceptionClass("concurrent.futures._base", "InvalidStateError", Error).
				Documented("The operation is not allowed in this state.")
	// BrokenExecutor is raised by an executor that is of no use any more.
	BrokenExecutor = py.NewExceptionClass("concurrent.futures._base", "BrokenExecutor", py.RuntimeError).
			Documented("\nRaised when a executor has become non-functional after a severe failure.\n")
	// BrokenThreadPool is raised after the initializer of a thread failed.
	BrokenThreadPool = py.NewExceptionClass("concurrent.futures.thread", "BrokenThreadPool", BrokenExecutor).
				Documented("\nRaised when a worker thread in a ThreadPoolExecutor failed initializing.\n")
	// BrokenProcessPool is raised when a process of a pool ended abruptly.
	BrokenProcessPool = py.NewExceptionClass("concurrent.futures.process", "BrokenProcessPool", BrokenExecutor).
				Documented("\nRaised when a process in a ProcessPoolExecutor terminated abruptly\nwhile a future was in the running state.\n")
)

func newError(cls *py.Class, args ...any) *py.Exception {
	e := py.ExceptionOf(cls, args...)
	return &e
}
