package contextlib

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// exitCallback is one entry of an exit stack: a function that takes what
// __exit__ takes.
type exitCallback struct {
	async bool
	exit  any
}

// exitStack is contextlib.ExitStack and AsyncExitStack.
type exitStack struct {
	py.Attributes
	class     *py.Class
	callbacks []exitCallback
}

// PyClass is ExitStack or AsyncExitStack.
func (s *exitStack) PyClass() *py.Class { return s.class }

func (s *exitStack) push(async bool, exit any) {
	s.callbacks = append(s.callbacks, exitCallback{async, exit})
}

func (s *exitStack) pop() exitCallback {
	last := len(s.callbacks) - 1
	c := s.callbacks[last]
	s.callbacks = s.callbacks[:last]
	return c
}

// enterManager looks up the methods of a context manager and enters it.
func enterManager(manager any, enter, exit, kind string) (entered, exitMethod any) {
	class := py.TypeOf(manager)
	_, canEnter := class.Lookup(enter)
	_, canExit := class.Lookup(exit)
	if !canEnter || !canExit {
		name := class.Qualname()
		panic(exc.TypeError("'%s.%s' object does not support the %s protocol", class.ModuleName(), name, kind))
	}
	exitMethod = py.GetAttr(manager, exit)
	return py.CallMethod(manager, enter), exitMethod
}

// callbackExit makes a function that ignores the exception and calls another.
func callbackExit(function, args, kw any) any {
	wrapper := py.Func("_exit_wrapper(exc_type, exc, tb)", func(_, _, _ any) any {
		py.CallKw(function, args.(py.Tuple), py.KwFrom(kw))
		return nil
	})
	py.SetAttr(wrapper, "__wrapped__", function)
	return wrapper
}

// pushedExit is what push() and push_async_exit() register for an object: its
// exit method, or the object itself if it has none.
func pushedExit(o any, method string) any {
	if _, ok := py.TypeOf(o).Lookup(method); ok {
		return py.GetAttr(o, method)
	}
	return o
}

// unwind calls the callbacks, the last one first, and returns the exception
// that is left and whether the one received was suppressed.
func (s *exitStack) unwind(received error, run func(exitCallback, error) (bool, error)) (suppressed bool, pending error) {
	current := received
	raised := false
	for len(s.callbacks) > 0 {
		handled, err := run(s.pop(), current)
		if err != nil {
			if current != nil {
				err = py.WithContext(err, current)
			}
			current, raised = err, true
		} else if handled {
			current, raised, suppressed = nil, false, true
		}
	}
	if raised {
		return false, current
	}
	return received != nil && suppressed, nil
}

func callExit(c exitCallback, current error) (handled bool, err error) {
	err = py.Try(func() error {
		handled = py.Truth(py.Call(c.exit, exitDetails(current)...))
		return nil
	})
	return handled, err
}

func receivedError(value any) error {
	if e, ok := value.(py.BaseException); ok {
		return e
	}
	return nil
}

// exitStackClass is the class ExitStack, asyncExitStackClass AsyncExitStack.
// Init assigns them because instances refer to their class.
var exitStackClass, asyncExitStackClass *py.Class

func init() {
	of := py.PayloadAs[*exitStack]
	exitStackClass = py.NewNativeClass("contextlib", "ExitStack", nil, func(d *py.Definition) {
		defineStack(d)
		d.Method("__enter__(self, /)", func(self any) any { return self })
		d.Method("__exit__(self, /, *exc_details)", func(self, details any) any {
			suppressed, err := of(self).unwind(receivedError(details.(py.Tuple)[1]), callExit)
			py.Check(err)
			return suppressed
		})
		d.Method("close(self, /)", func(self any) any {
			return py.CallMethod(self, "__exit__", nil, nil, nil)
		})
	})
	asyncExitStackClass = py.NewNativeClass("contextlib", "AsyncExitStack", nil, func(d *py.Definition) {
		defineStack(d)
		defineAsyncStack(d)
	})
}

func defineStack(d *py.Definition) {
	of := py.PayloadAs[*exitStack]
	class := d.Class()
	d.Subscriptable()
	d.Alloc(func() any { return &exitStack{class: class} })
	d.Set("__init__", py.Func("__init__(self)", func(any) any { return nil }))
	d.Set("pop_all", py.Func("pop_all(self)", func(self any) any {
		fresh := py.Call(py.TypeOf(self))
		of(fresh).callbacks, of(self).callbacks = of(self).callbacks, nil
		return fresh
	}))
	d.Set("push", py.Func("push(self, exit)", func(self, exit any) any {
		of(self).push(false, pushedExit(exit, "__exit__"))
		return exit
	}))
	d.Set("enter_context", py.Func("enter_context(self, cm)", func(self, manager any) any {
		entered, exit := enterManager(manager, "__enter__", "__exit__", "context manager")
		of(self).push(false, exit)
		return entered
	}))
	d.Set("callback", py.Func("callback(self, callback, /, *args, **kwds)", func(self, function, args, kw any) any {
		of(self).push(false, callbackExit(function, args, kw))
		return function
	}))
}

func defineAsyncStack(d *py.Definition) {
	of := py.PayloadAs[*exitStack]
	d.Set("enter_async_context", py.AsyncFunc("enter_async_context(self, cm)",
		func(ctx context.Context, self, manager any) (any, error) {
			entering, exit := enterManager(manager, "__aenter__", "__aexit__", "asynchronous context manager")
			entered, err := py.Await(ctx, entering)
			if err != nil {
				return nil, err
			}
			of(self).push(true, exit)
			return entered, nil
		}))
	d.Set("push_async_exit", py.Func("push_async_exit(self, exit)", func(self, exit any) any {
		of(self).push(true, pushedExit(exit, "__aexit__"))
		return exit
	}))
	d.Set("push_async_callback", py.Func("push_async_callback(self, callback, /, *args, **kwds)",
		func(self, function, args, kw any) any {
			wrapper := func(ctx context.Context, _, _, _ any) (any, error) {
				_, err := py.Await(ctx, py.CallKw(function, args.(py.Tuple), py.KwFrom(kw)))
				return nil, err
			}
			of(self).push(true, py.AsyncFunc("_exit_wrapper(exc_type, exc, tb)", wrapper))
			return function
		}))
	exit := func(ctx context.Context, self any, received error) (any, error) {
		return of(self).unwind(received, func(c exitCallback, current error) (bool, error) {
			if c.async {
				return exitAsync(ctx, c.exit, current)
			}
			return callExit(c, current)
		})
	}
	d.Set("__aenter__", py.AsyncFunc("__aenter__(self)", func(_ context.Context, self any) (any, error) {
		return self, nil
	}))
	d.Set("__aexit__", py.AsyncFunc("__aexit__(self, *exc_details)", func(ctx context.Context, self, details any) (any, error) {
		return exit(ctx, self, receivedError(details.(py.Tuple)[1]))
	}))
	d.Set("aclose", py.AsyncFunc("aclose(self)", func(ctx context.Context, self any) (any, error) {
		_, err := py.Await(ctx, py.CallMethod(self, "__aexit__", nil, nil, nil))
		return nil, err
	}))
}
