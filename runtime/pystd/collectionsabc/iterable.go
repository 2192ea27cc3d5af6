package collectionsabc

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// addAwaitables makes the classes of asynchronous code.
func (b *builder) addAwaitables() {
	b.class("Awaitable", nil, func(d *define.Body) {
		b.protocol(d, "Awaitable", []string{"__await__(self)"}, "__await__")
		generic(d)
	})
	b.class("Coroutine", []string{"Awaitable"}, func(d *define.Body) {
		b.protocol(d, "Coroutine", []string{"send(self, value)"}, "__await__", "send", "throw", "close")
		abc.AbstractMethod(d.Method("throw(self, typ, val=None, tb=None)", func(self, typ, val, tb any) any {
			return raiseThrown(typ, val)
		}))
		d.Method("close(self)", closeBySending)
	})
	b.class("AsyncIterable", nil, func(d *define.Body) {
		b.protocol(d, "AsyncIterable", []string{"__aiter__(self)"}, "__aiter__")
		generic(d)
	})
	b.class("AsyncIterator", []string{"AsyncIterable"}, func(d *define.Body) {
		abc.AbstractMethod(d.AsyncMethod("__anext__(self)", func(context.Context, any) (any, error) {
			return nil, py.NewStopAsyncIteration()
		}))
		b.protocol(d, "AsyncIterator", nil, "__anext__", "__aiter__")
		d.Method("__aiter__(self)", func(self any) any { return self })
	})
	b.class("AsyncGenerator", []string{"AsyncIterator"}, func(d *define.Body) {
		d.AsyncMethod("__anext__(self)", func(ctx context.Context, self any) (any, error) {
			return py.Await(ctx, py.CallMethod(self, "asend", nil))
		})
		abc.AbstractMethod(d.AsyncMethod("asend(self, value)", func(context.Context, any, any) (any, error) {
			return nil, py.NewStopAsyncIteration()
		}))
		abc.AbstractMethod(d.AsyncMethod("athrow(self, typ, val=None, tb=None)",
			func(_ context.Context, _, typ, val, _ any) (any, error) {
				return raiseThrown(typ, val), nil
			}))
		d.AsyncMethod("aclose(self)", func(ctx context.Context, self any) (any, error) {
			_, err := py.Await(ctx, py.CallMethod(self, "athrow", py.GeneratorExit))
			if err == nil {
				return nil, exc.RuntimeError("asynchronous generator ignored GeneratorExit")
			}
			if py.Matches(err, py.Tuple{py.GeneratorExit, py.StopAsyncIteration}) {
				return nil, nil
			}
			return nil, err
		})
		b.protocol(d, "AsyncGenerator", nil, "__aiter__", "__anext__", "asend", "athrow", "aclose")
	})
}

// raiseThrown raises what throw() got.
func raiseThrown(typ, val any) any {
	if val == nil {
		py.Raise(typ)
	}
	if e, ok := val.(py.BaseException); ok {
		py.Raise(e)
	}
	py.Raise(py.Call(typ, val))
	return nil
}

// closeBySending is close() of generators and coroutines in terms of throw().
func closeBySending(self any) any {
	err := py.Try(func() error {
		py.CallMethod(self, "throw", py.GeneratorExit)
		return nil
	})
	if err == nil {
		panic(exc.RuntimeError("generator ignored GeneratorExit"))
	}
	if !py.Matches(err, py.Tuple{py.GeneratorExit, py.StopIteration}) {
		panic(err)
	}
	return nil
}

// addIterables makes the classes of one method each, and the iterators.
func (b *builder) addIterables() {
	b.class("Hashable", nil, func(d *define.Body) {
		b.protocol(d, "Hashable", []string{"__hash__(self)"}, "__hash__")
	})
	b.class("Iterable", nil, func(d *define.Body) {
		abc.AbstractMethod(d.GenMethod("__iter__(self)", func(*py.Yielder, any) any { return nil }))
		b.protocol(d, "Iterable", nil, "__iter__")
		generic(d)
	})
	b.class("Iterator", []string{"Iterable"}, func(d *define.Body) {
		abstractMethod(d, "__next__(self)", func() any { return py.NewStopIteration() })
		b.protocol(d, "Iterator", nil, "__iter__", "__next__")
		d.Method("__iter__(self)", func(self any) any { return self })
	})
	b.class("Reversible", []string{"Iterable"}, func(d *define.Body) {
		b.protocol(d, "Reversible", []string{"__reversed__(self)"}, "__reversed__", "__iter__")
	})
	b.class("Generator", []string{"Iterator"}, func(d *define.Body) {
		d.Method("__next__(self)", func(self any) any { return py.CallMethod(self, "send", nil) })
		abstractMethod(d, "send(self, value)", func() any { return py.NewStopIteration() })
		abc.AbstractMethod(d.Method("throw(self, typ, val=None, tb=None)", func(self, typ, val, tb any) any {
			return raiseThrown(typ, val)
		}))
		d.Method("close(self)", closeBySending)
		b.protocol(d, "Generator", nil, "__iter__", "__next__", "send", "throw", "close")
	})
	b.class("Sized", nil, func(d *define.Body) {
		abc.AbstractMethod(d.Method("__len__(self)", func(any) any { return 0 }))
		b.protocol(d, "Sized", nil, "__len__")
	})
	b.class("Container", nil, func(d *define.Body) {
		abc.AbstractMethod(d.Method("__contains__(self, x)", func(any, any) any { return false }))
		b.protocol(d, "Container", nil, "__contains__")
		generic(d)
	})
	b.class("Collection", []string{"Sized", "Iterable", "Container"}, func(d *define.Body) {
		b.protocol(d, "Collection", nil, "__len__", "__iter__", "__contains__")
	})
	b.class("Buffer", nil, func(d *define.Body) {
		abstractMethod(d, "__buffer__(self, flags, /)", raiseNotImplemented)
		b.protocol(d, "Buffer", nil, "__buffer__")
	})
	b.class("Callable", nil, func(d *define.Body) {
		abc.AbstractMethod(d.Method("__call__(self, *args, **kwds)", func(any, any, any) any { return false }))
		b.protocol(d, "Callable", nil, "__call__")
		d.ClassMethod("__class_getitem__(cls, params)", func(cls, params any) any {
			return callableAlias(cls, params)
		})
	})
}

// callableAlias is Callable[[int, str], bool]: the list of parameters is
// spliced into the arguments.
func callableAlias(cls, params any) any {
	pair, ok := params.(py.Tuple)
	if !ok || len(pair) != 2 {
		panic(exc.TypeError("Callable must be used as Callable[[arg, ...], result]."))
	}
	var args py.Tuple
	if list, ok := pair[0].(*py.List[any]); ok {
		args = append(args, list.Items()...)
	} else {
		args = append(args, pair[0])
	}
	return newCallableAlias(cls, append(args, pair[1]))
}
