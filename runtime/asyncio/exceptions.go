package asyncio

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Exception classes of asyncio.
var (
	// CancelledError is raised at the await of a task that was cancelled. It
	// derives from BaseException.
	CancelledError = py.NewExceptionClass("asyncio.exceptions", "CancelledError", py.BaseExceptionClass)
	// InvalidStateError is raised when a future is not in the state that an
	// operation needs.
	InvalidStateError = py.NewExceptionClass("asyncio.exceptions", "InvalidStateError", py.ExceptionClass)
	// TimeoutError is the builtin TimeoutError.
	TimeoutError = py.TimeoutError
	// SendfileNotAvailableError is raised when the system has no sendfile for
	// the given socket or file.
	SendfileNotAvailableError = py.NewExceptionClass("asyncio.exceptions", "SendfileNotAvailableError", py.RuntimeError)
	// IncompleteReadError is raised when a stream ends before enough bytes were
	// read. It has the attributes partial and expected.
	IncompleteReadError = newStreamError("IncompleteReadError", py.EOFError, "__init__(self, partial, expected)", initIncompleteRead)
	// LimitOverrunError is raised when a stream's buffer limit is reached while
	// looking for a separator. It has the attribute consumed.
	LimitOverrunError = newStreamError("LimitOverrunError", py.ExceptionClass, "__init__(self, message, consumed)", initLimitOverrun)
	// BrokenBarrierError is raised by a barrier that was aborted or reset.
	BrokenBarrierError = py.NewExceptionClass("asyncio.exceptions", "BrokenBarrierError", py.RuntimeError)
	// QueueEmpty is raised by GetNowait of an empty queue.
	QueueEmpty = py.NewExceptionClass("asyncio.queues", "QueueEmpty", py.ExceptionClass)
	// QueueFull is raised by PutNowait of a full queue.
	QueueFull = py.NewExceptionClass("asyncio.queues", "QueueFull", py.ExceptionClass)
	// QueueShutDown is raised when putting to or getting from a queue that was
	// shut down.
	QueueShutDown = py.NewExceptionClass("asyncio.queues", "QueueShutDown", py.ExceptionClass)
)

// NewCancelledError makes a CancelledError with the given args.
func NewCancelledError(args ...any) py.BaseException {
	return newError(CancelledError, args)
}

// NewInvalidStateError makes an InvalidStateError with the given args.
func NewInvalidStateError(args ...any) py.BaseException {
	return newError(InvalidStateError, args)
}

func newError(cls *py.Class, args []any) *py.Exception {
	e := py.ExceptionOf(cls, args...)
	return &e
}

func isCancelled(err error) bool {
	e, ok := err.(py.BaseException)
	return ok && e.PyClass().IsSubclassOf(CancelledError)
}

// isExit reports whether err is one of the exceptions that end the loop.
func isExit(err error) bool {
	e, ok := err.(py.BaseException)
	if !ok {
		return false
	}
	c := e.PyClass()
	return c.IsSubclassOf(py.SystemExit) || c.IsSubclassOf(py.KeyboardInterrupt)
}

// raise panics with an exception for the dynamic operations.
func raise(err error) { py.Raise(err) }

// newStreamError makes an exception class with a constructor of its own.
func newStreamError(name string, base *py.Class, spec string, init func(self, a, b any) any) *py.Class {
	const module = "asyncio.exceptions"
	return py.NewPythonClass(module, name, []*py.Class{base}, func(ns *py.Namespace) {
		ns.Set("__init__", py.Func(spec, init).Qualname(name+".__init__").Module(module))
	})
}

func initIncompleteRead(self, partial, expected any) any {
	wanted := "undefined"
	if expected != nil {
		wanted = py.Repr(expected)
	}
	py.Base(self.(py.BaseException)).Args = py.Tuple{
		fmt.Sprintf("%d bytes read on a total of %s expected bytes", py.Len(partial), wanted),
	}
	py.SetAttr(self, "partial", partial)
	py.SetAttr(self, "expected", expected)
	return nil
}

func initLimitOverrun(self, message, consumed any) any {
	py.Base(self.(py.BaseException)).Args = py.Tuple{message}
	py.SetAttr(self, "consumed", consumed)
	return nil
}
