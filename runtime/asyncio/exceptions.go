package asyncio

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Exception classes of asyncio.
var (
	// CancelledError is raised at the await of a task that was cancelled. It
	// derives from BaseException.
	CancelledError = py.NewExceptionClass("asyncio.exceptions", "CancelledError", py.BaseExceptionClass).
			Documented("The Future or Task was cancelled.")
	// InvalidStateError is raised when a future is not in the state that an
	// operation needs.
	InvalidStateError = py.NewExceptionClass("asyncio.exceptions", "InvalidStateError", py.ExceptionClass).
				Documented("The operation is not allowed in this state.")
	// TimeoutError is the builtin TimeoutError.
	TimeoutError = py.TimeoutError
	// SendfileNotAvailableError is raised when the system has no sendfile for
	// the given socket or file.
	SendfileNotAvailableError = py.NewExceptionClass("asyncio.exceptions", "SendfileNotAvailableError", py.RuntimeError).
					Documented("Sendfile syscall is not available.\n\nRaised if OS does not support sendfile syscall for given socket or\nfile type.\n")
	// IncompleteReadError is raised when a stream ends before enough bytes were
	// read. It has the attributes partial and expected.
	IncompleteReadError = newStreamError("IncompleteReadError", py.EOFError, "__init__(self, partial, expected)", initIncompleteRead).
				Documented("\nIncomplete read error. Attributes:\n\n- partial: read bytes string before the end of stream was reached\n- expected: total number of expected bytes (or None if unknown)\n")
	// LimitOverrunError is raised when a stream's buffer limit is reached while
	// looking for a separator. It has the attribute consumed.
	LimitOverrunError = newStreamError("LimitOverrunError", py.ExceptionClass, "__init__(self, message, consumed)", initLimitOverrun).
				Documented("Reached the buffer limit while looking for a separator.\n\nAttributes:\n- consumed: total number of to be consumed bytes.\n")
	// BrokenBarrierError is raised by a barrier that was aborted or reset.
	BrokenBarrierError = py.NewExceptionClass("asyncio.exceptions", "BrokenBarrierError", py.RuntimeError).
				Documented("Barrier is broken by barrier.abort() call.")
	// QueueEmpty is raised by GetNowait of an empty queue.
	QueueEmpty = py.NewExceptionClass("asyncio.queues", "QueueEmpty", py.ExceptionClass).
			Documented("Raised when Queue.get_nowait() is called on an empty Queue.")
	// QueueFull is raised by PutNowait of a full queue.
	QueueFull = py.NewExceptionClass("asyncio.queues", "QueueFull", py.ExceptionClass).
			Documented("Raised when the Queue.put_nowait() method is called on a full Queue.")
	// QueueShutDown is raised when putting to or getting from a queue that was
	// shut down.
	QueueShutDown = py.NewExceptionClass("asyncio.queues", "QueueShutDown", py.ExceptionClass).
			Documented("Raised when putting on to or getting from a shut-down Queue.")
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
