package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// AEnter is the head of async with for a dynamic context manager: it awaits
// __aenter__ and returns what that returns. It raises TypeError when the object
// is no asynchronous context manager.
func AEnter(ctx context.Context, manager any) (any, error) {
	class := py.TypeOf(manager)
	if _, ok := class.Lookup("__aenter__"); !ok {
		return nil, notContextManager(class)
	}
	if _, ok := class.Lookup("__aexit__"); !ok {
		return nil, py.NewTypeError("'" + class.Name() +
			"' object does not support the asynchronous context manager protocol (missed __aexit__ method)")
	}
	return awaitCall(ctx, manager, "__aenter__")
}

func notContextManager(class *py.Class) error {
	return py.NewTypeError("'" + class.Name() + "' object does not support the asynchronous context manager protocol")
}

// AExit is the end of async with for a dynamic context manager: it awaits
// __aexit__ with the exception of the block, nil if there is none. suppress
// tells whether the exception is handled; err is what __aexit__ raises.
func AExit(ctx context.Context, manager any, blockErr error) (suppress bool, err error) {
	class := py.TypeOf(manager)
	if _, ok := class.Lookup("__aexit__"); !ok {
		return false, notContextManager(class)
	}
	if blockErr == nil {
		_, err = awaitCall(ctx, manager, "__aexit__", nil, nil, nil)
		return false, err
	}
	e := py.AsException(blockErr)
	err = py.InContext(blockErr, func() error {
		result, err := awaitCall(ctx, manager, "__aexit__", e.PyClass(), e, py.GetAttrOr(e, "__traceback__", nil))
		suppress = err == nil && py.Truth(result)
		return err
	})
	return suppress, err
}

// awaitCall awaits the result of a method.
func awaitCall(ctx context.Context, self any, method string, args ...any) (v any, err error) {
	defer py.Catch(&err)
	return py.Await(ctx, py.CallMethod(self, method, args...))
}

// AIter is aiter(o). It raises TypeError when o is not asynchronously iterable.
func AIter(o any) any { return py.AIter(o) }

// ANext awaits the next value of an asynchronous iterator; false at its end.
func ANext(ctx context.Context, it any) (any, bool, error) { return py.ANext(ctx, it) }
