package contextlib

import (
	"context"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

// wrap is functools.wraps(wrapped)(wrapper).
func wrap(wrapper, wrapped any) any {
	return py.Call(functools.Module().Attr("update_wrapper"), wrapper, wrapped)
}

// within runs body in the context of manager.
func within(manager any, body func() any) (result any) {
	py.EnterContext(manager)
	err := py.Try(func() error {
		result = body()
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	return result
}

// withinAsync runs body in the asynchronous context of manager.
func withinAsync(ctx context.Context, manager any, body func() (any, error)) (result any, err error) {
	if _, err := py.Await(ctx, py.CallMethod(manager, "__aenter__")); err != nil {
		return nil, err
	}
	err = py.Try(func() (err error) {
		result, err = body()
		return err
	})
	suppressed, exitErr := exitAsync(ctx, py.GetAttr(manager, "__aexit__"), err)
	switch {
	case exitErr != nil:
		return nil, py.WithContext(exitErr, err)
	case suppressed:
		return nil, nil
	}
	return result, err
}

// exitDetails are the arguments of __exit__.
func exitDetails(err error) []any {
	if err == nil {
		return []any{nil, nil, nil}
	}
	e := py.AsException(err)
	return []any{py.TypeOf(e), e, py.GetAttrOr(e, "__traceback__", nil)}
}

// exitAsync awaits __aexit__ and reports whether it suppressed the exception.
func exitAsync(ctx context.Context, exit any, err error) (suppressed bool, failure error) {
	failure = py.Try(func() error {
		v, err := py.Await(ctx, py.Call(exit, exitDetails(err)...))
		if err != nil {
			return err
		}
		suppressed = py.Truth(v)
		return nil
	})
	return suppressed, failure
}

// decoratorClass returns the class ContextDecorator.
var decoratorClass = sync.OnceValue(func() *py.Class {
	return define.Class("contextlib", "ContextDecorator", nil, func(b *define.Body) {
		b.Method("_recreate_cm(self)", func(self any) any { return self })
		b.Method("__call__(self, func)", func(self, function any) any {
			return decorate(function, func() any { return py.CallMethod(self, "_recreate_cm") })
		})
	})
})

// decorate makes a function that calls another in a context.
func decorate(function any, manager func() any) any {
	return wrap(py.Func("inner(*args, **kwds)", func(args, kwds any) any {
		return within(manager(), func() any { return py.CallKw(function, args.(py.Tuple), py.KwFrom(kwds)) })
	}), function)
}

// asyncDecoratorClass returns the class AsyncContextDecorator.
var asyncDecoratorClass = sync.OnceValue(func() *py.Class {
	return define.Class("contextlib", "AsyncContextDecorator", nil, func(b *define.Body) {
		b.Method("_recreate_cm(self)", func(self any) any { return self })
		b.Method("__call__(self, func)", func(self, function any) any {
			return decorateAsync(function, func() any { return py.CallMethod(self, "_recreate_cm") })
		})
	})
})

func decorateAsync(function any, manager func() any) any {
	inner := func(ctx context.Context, args, kwds any) (any, error) {
		return withinAsync(ctx, manager(), func() (any, error) {
			return py.Await(ctx, py.CallKw(function, args.(py.Tuple), py.KwFrom(kwds)))
		})
	}
	return wrap(py.AsyncFunc("inner(*args, **kwds)", inner), function)
}

// abstractContextManager returns the class AbstractContextManager.
var abstractContextManager = sync.OnceValue(func() *py.Class {
	return abstractManager("AbstractContextManager", "__enter__", "__exit__", func(b *define.Body) {
		b.Set("__slots__", py.Tuple{})
		b.Method("__enter__(self)", func(self any) any { return self })
		abc.AbstractMethod(b.Method("__exit__(self, exc_type, exc_value, traceback)",
			func(_, _, _, _ any) any { return nil }))
	})
})

// abstractAsyncContextManager returns the class AbstractAsyncContextManager.
var abstractAsyncContextManager = sync.OnceValue(func() *py.Class {
	return abstractManager("AbstractAsyncContextManager", "__aenter__", "__aexit__", func(b *define.Body) {
		b.Set("__slots__", py.Tuple{})
		b.AsyncMethod("__aenter__(self)", func(_ context.Context, self any) (any, error) { return self, nil })
		abc.AbstractMethod(b.AsyncMethod("__aexit__(self, exc_type, exc_value, traceback)",
			func(_ context.Context, _ []any) (any, error) { return nil, nil }))
	})
})

func abstractManager(name, enter, exit string, body func(b *define.Body)) *py.Class {
	var class *py.Class
	class = define.Class("contextlib", name, []any{abc.Base()}, func(b *define.Body) {
		body(b)
		b.ClassMethod("__class_getitem__(cls, item)", func(cls, item any) any {
			return py.Call(py.GenericAliasClass, cls, item)
		})
		b.ClassMethod("__subclasshook__(cls, C)", func(cls, c any) any {
			if cls != any(class) {
				return py.NotImplemented
			}
			for _, method := range []string{enter, exit} {
				if v, ok := c.(*py.Class).Lookup(method); !ok || v == nil {
					return py.NotImplemented
				}
			}
			return true
		})
	})
	return class
}
