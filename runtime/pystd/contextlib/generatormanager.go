package contextlib

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// generatorManager is the context manager that a function decorated with
// contextmanager returns.
type generatorManager struct {
	py.Attributes
	function  any
	args      []any
	kw        py.Kwargs
	generator any
	entered   bool
}

var generatorManagerClass = py.NewNativeClass("contextlib", "_GeneratorContextManager", nil, func(d *py.Definition) {
	of := py.PayloadAs[*generatorManager]
	d.Getter("gen", func(self any) any { return of(self).generator })
	d.Method("__enter__(self, /)", func(self any) any { return of(self).enter() })
	d.Method("__exit__(self, typ, value, traceback, /)", func(self, typ, value, _ any) any {
		return of(self).exit(typ, value)
	})
	d.Method("__call__(self, func, /)", func(self, function any) any { return of(self).decorate(function) })
})

// PyClass is the manager's class.
func (*generatorManager) PyClass() *py.Class { return generatorManagerClass }

// ContextManager is the decorator contextlib.contextmanager: function is a
// generator function that yields once.
func ContextManager(function any) any {
	return wrap(py.Func("helper(*args, **kwds)", func(args, kwds any) any {
		return newGeneratorManager(function, args.(py.Tuple), py.KwFrom(kwds))
	}), function)
}

func newGeneratorManager(function any, args []any, kw py.Kwargs) *generatorManager {
	return &generatorManager{function: function, args: args, kw: kw, generator: py.CallKw(function, args, kw)}
}

func (m *generatorManager) decorate(function any) any {
	return decorate(function, func() any {
		if m.entered {
			panic(reused(m, "func"))
		}
		return newGeneratorManager(m.function, m.args, m.kw)
	})
}

func (m *generatorManager) enter() any {
	if m.entered {
		panic(reused(m, "args"))
	}
	m.entered = true
	v, ok := py.Next(m.generator)
	if !ok {
		panic(unyielding())
	}
	return v
}

// unyielding is the exception of entering a generator that ends at once.
func unyielding() error {
	return py.From(py.WithContext(exc.RuntimeError("generator didn't yield"), py.NewStopIteration()), nil)
}

// reused is the exception of entering a manager, or calling what it decorates,
// after it was entered: CPython's has forgotten by then how to make its generator.
func reused(m any, attribute string) error {
	return exc.AttributeError("'%s' object has no attribute '%s'", py.TypeOf(m).Name(), attribute)
}

// exit resumes the generator, with the exception if there is one, and reports
// whether that has been handled.
func (m *generatorManager) exit(typ, value any) bool {
	if typ == nil {
		if _, ok := py.Next(m.generator); !ok {
			return false
		}
		py.CallMethod(m.generator, "close")
		panic(exc.RuntimeError("generator didn't stop"))
	}
	thrown := thrownValue(typ, value)
	err := py.Try(func() error {
		py.CallMethod(m.generator, "throw", thrown)
		return nil
	})
	if err == nil {
		py.CallMethod(m.generator, "close")
		panic(exc.RuntimeError("generator didn't stop after throw()"))
	}
	return handled(err, thrown, py.StopIteration)
}

// thrownValue is the exception that __exit__ got.
func thrownValue(typ, value any) py.BaseException {
	if e, ok := value.(py.BaseException); ok {
		return e
	}
	return py.NewException(typ.(*py.Class))
}

// handled tells from what came out of a generator that thrown was thrown into
// whether the exception has been handled. Another exception goes on.
func handled(err error, thrown py.BaseException, end *py.Class) bool {
	got := py.AsException(err)
	if py.Base(got) == py.Base(thrown) {
		return false
	}
	if errors.Is(got, end) {
		return true
	}
	if errors.Is(got, py.RuntimeError) && errors.Is(thrown, end) {
		if cause := py.Base(got).Cause; cause != nil && py.Base(cause) == py.Base(thrown) {
			return false
		}
	}
	panic(got)
}

// asyncGeneratorManager is the context manager that a function decorated with
// asynccontextmanager returns.
type asyncGeneratorManager struct {
	py.Attributes
	function  any
	args      []any
	kw        py.Kwargs
	generator any
	entered   bool
}

var asyncGeneratorManagerClass = py.NewNativeClass("contextlib", "_AsyncGeneratorContextManager", nil, func(d *py.Definition) {
	of := py.PayloadAs[*asyncGeneratorManager]
	d.Getter("gen", func(self any) any { return of(self).generator })
	d.Set("__aenter__", py.AsyncFunc("__aenter__(self)", func(ctx context.Context, self any) (any, error) {
		return of(self).enter(ctx)
	}))
	d.Set("__aexit__", py.AsyncFunc("__aexit__(self, typ, value, traceback)",
		func(ctx context.Context, self, typ, value, _ any) (any, error) {
			return of(self).exit(ctx, typ, value)
		}))
	d.Method("__call__(self, func, /)", func(self, function any) any { return of(self).decorate(function) })
})

// PyClass is the manager's class.
func (*asyncGeneratorManager) PyClass() *py.Class { return asyncGeneratorManagerClass }

// AsyncContextManager is the decorator contextlib.asynccontextmanager.
func AsyncContextManager(function any) any {
	return wrap(py.Func("helper(*args, **kwds)", func(args, kwds any) any {
		return newAsyncGeneratorManager(function, args.(py.Tuple), py.KwFrom(kwds))
	}), function)
}

func newAsyncGeneratorManager(function any, args []any, kw py.Kwargs) *asyncGeneratorManager {
	return &asyncGeneratorManager{function: function, args: args, kw: kw, generator: py.CallKw(function, args, kw)}
}

func (m *asyncGeneratorManager) decorate(function any) any {
	return decorateAsync(function, func() any {
		if m.entered {
			panic(reused(m, "func"))
		}
		return newAsyncGeneratorManager(m.function, m.args, m.kw)
	})
}

// next is await anext(generator): false at the end.
func (m *asyncGeneratorManager) next(ctx context.Context) (v any, ok bool, err error) {
	if g, isGenerator := m.generator.(*py.AsyncGenerator); isGenerator {
		return g.NextAny(ctx)
	}
	return py.ANext(ctx, m.generator)
}

func (m *asyncGeneratorManager) close(ctx context.Context) error {
	_, err := py.Await(ctx, py.CallMethod(m.generator, "aclose"))
	return err
}

func (m *asyncGeneratorManager) enter(ctx context.Context) (any, error) {
	if m.entered {
		return nil, reused(m, "args")
	}
	m.entered = true
	v, ok, err := m.next(ctx)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, unyielding()
	}
	return v, nil
}

func (m *asyncGeneratorManager) exit(ctx context.Context, typ, value any) (any, error) {
	if typ == nil {
		_, ok, err := m.next(ctx)
		if err != nil {
			return nil, err
		}
		if !ok {
			return false, nil
		}
		if err := m.close(ctx); err != nil {
			return nil, err
		}
		return nil, exc.RuntimeError("generator didn't stop")
	}
	thrown := thrownValue(typ, value)
	err := py.Try(func() error {
		_, err := py.Await(ctx, py.CallMethod(m.generator, "athrow", thrown))
		return err
	})
	if err == nil {
		if err := m.close(ctx); err != nil {
			return nil, err
		}
		return nil, exc.RuntimeError("generator didn't stop after athrow()")
	}
	return handled(err, thrown, py.StopAsyncIteration), nil
}
