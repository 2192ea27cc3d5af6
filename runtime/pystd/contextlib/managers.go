package contextlib

import (
	"context"
	"os"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// addManagers adds the small ready-made context managers.
func addManagers(m *py.Module) {
	m.Lazy("closing", func() any { return closingClass() })
	m.Lazy("aclosing", func() any { return acloseClass() })
	m.Lazy("suppress", func() any { return suppressClass() })
	m.Lazy("nullcontext", func() any { return nullContextClass() })
	m.Lazy("redirect_stdout", func() any { return redirectClass("redirect_stdout", &py.Stdout) })
	m.Lazy("redirect_stderr", func() any { return redirectClass("redirect_stderr", &py.Stderr) })
	m.Lazy("chdir", func() any { return chdirClass() })
}

// attribute binds an __init__ that keeps its one argument as an attribute.
func attribute(b *define.Body, name string) {
	b.Method("__init__(self, "+name+")", func(self, v any) any {
		py.SetAttr(self, name, v)
		return nil
	})
}

func closingClass() *py.Class {
	return define.Class("contextlib", "closing", []any{abstractContextManager()}, func(b *define.Body) {
		attribute(b, "thing")
		b.Method("__enter__(self)", func(self any) any { return py.GetAttr(self, "thing") })
		b.Method("__exit__(self, *exc_info)", func(self, _ any) any {
			py.CallMethod(py.GetAttr(self, "thing"), "close")
			return nil
		})
	})
}

func acloseClass() *py.Class {
	return define.Class("contextlib", "aclosing", []any{abstractAsyncContextManager()}, func(b *define.Body) {
		attribute(b, "thing")
		b.AsyncMethod("__aenter__(self)", func(_ context.Context, self any) (any, error) {
			return py.GetAttr(self, "thing"), nil
		})
		b.AsyncMethod("__aexit__(self, *exc_info)", func(ctx context.Context, self, _ any) (any, error) {
			_, err := py.Await(ctx, py.CallMethod(py.GetAttr(self, "thing"), "aclose"))
			return nil, err
		})
	})
}

func suppressClass() *py.Class {
	return define.Class("contextlib", "suppress", []any{abstractContextManager()}, func(b *define.Body) {
		b.Method("__init__(self, *exceptions)", func(self, exceptions any) any {
			py.SetAttr(self, "_exceptions", exceptions)
			return nil
		})
		b.Method("__enter__(self)", func(any) any { return nil })
		b.Method("__exit__(self, exctype, excinst, exctb)", func(self, class, instance, _ any) any {
			if class == nil {
				return nil
			}
			exceptions := py.GetAttr(self, "_exceptions")
			if py.IsSubclass(class, exceptions) {
				return true
			}
			if !py.IsSubclass(class, py.BaseExceptionGroup) {
				return false
			}
			split := py.Unpack(py.CallMethod(instance, "split", exceptions), 2)
			if split[1] != nil {
				py.Raise(split[1])
			}
			return true
		})
	})
}

func nullContextClass() *py.Class {
	bases := []any{abstractContextManager(), abstractAsyncContextManager()}
	return define.Class("contextlib", "nullcontext", bases, func(b *define.Body) {
		b.Method("__init__(self, enter_result=None)", func(self, v any) any {
			py.SetAttr(self, "enter_result", v)
			return nil
		})
		b.Method("__enter__(self)", func(self any) any { return py.GetAttr(self, "enter_result") })
		b.Method("__exit__(self, *excinfo)", func(_, _ any) any { return nil })
		b.AsyncMethod("__aenter__(self)", func(_ context.Context, self any) (any, error) {
			return py.GetAttr(self, "enter_result"), nil
		})
		b.AsyncMethod("__aexit__(self, *excinfo)", func(_ context.Context, _, _ any) (any, error) { return nil, nil })
	})
}

// redirectClass makes redirect_stdout or redirect_stderr, which replace stream.
func redirectClass(name string, stream *any) *py.Class {
	var saved []any
	return define.Class("contextlib", name, []any{abstractContextManager()}, func(b *define.Body) {
		b.Method("__init__(self, new_target)", func(self, target any) any {
			py.SetAttr(self, "_new_target", target)
			return nil
		})
		b.Method("__enter__(self)", func(self any) any {
			target := py.GetAttr(self, "_new_target")
			saved = append(saved, *stream)
			*stream = target
			return target
		})
		b.Method("__exit__(self, exctype, excinst, exctb)", func(_, _, _, _ any) any {
			last := len(saved) - 1
			*stream, saved = saved[last], saved[:last]
			return nil
		})
	})
}

func chdirClass() *py.Class {
	return define.Class("contextlib", "chdir", []any{abstractContextManager()}, func(b *define.Body) {
		var before []string
		attribute(b, "path")
		b.Method("__enter__(self)", func(self any) any {
			directory, err := os.Getwd()
			py.Check(err)
			before = append(before, directory)
			py.StartDirectory()
			py.Check(os.Chdir(py.Str(py.GetAttr(self, "path"))))
			return nil
		})
		b.Method("__exit__(self, *excinfo)", func(_, _ any) any {
			last := len(before) - 1
			py.Check(os.Chdir(before[last]))
			before = before[:last]
			return nil
		})
	})
}
