package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// pythonClass adds to a class what CPython writes in Python: plain functions,
// whose binding errors and introspection differ from those written in C.
type pythonClass struct {
	*py.Definition
	name   string
	module string
}

// newPythonClass makes a class whose instances are Go values that alloc makes
// and __init__ fills. Classes that programs do not make have no alloc.
func newPythonClass(module, name string, base *py.Class, alloc func() any, define func(c pythonClass)) *py.Class {
	var bases []*py.Class
	if base != nil {
		bases = []*py.Class{base}
	}
	return py.NewNativeClass(module, name, bases, func(d *py.Definition) {
		if alloc != nil {
			d.Alloc(alloc)
		}
		define(pythonClass{d, name, module})
	})
}

func (c pythonClass) add(f *py.Function) {
	c.Set(f.Name(), f.Qualname(c.name+"."+f.Name()).Module(c.module))
}

// def adds a method.
func (c pythonClass) def(spec string, fn any, defaults ...any) {
	c.add(py.Func(spec, fn, defaults...))
}

// async adds an async method.
func (c pythonClass) async(spec string, fn any, defaults ...any) {
	c.add(py.AsyncFunc(spec, fn, defaults...))
}

// acquireRelease adds the methods of async with that acquire and release.
func (c pythonClass) acquireRelease() {
	c.async("__aenter__(self)", func(ctx context.Context, self any) (any, error) {
		_, err := py.Await(ctx, py.CallMethod(self, "acquire"))
		return nil, err
	})
	c.async("__aexit__(self, exc_type, exc, tb)", func(ctx context.Context, self, _, _, _ any) (any, error) {
		py.CallMethod(self, "release")
		return nil, nil
	})
}
