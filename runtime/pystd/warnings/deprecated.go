package warnings

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

// deprecatedClass is the decorator warnings.deprecated.
var deprecatedClass = sync.OnceValue(func() *py.Class {
	return define.Class("warnings", "deprecated", nil, func(b *define.Body) {
		b.Method("__init__(self, message, /, *, category=, stacklevel=1)", func(self, message, category, level any) any {
			if _, ok := py.Payload(message).(string); !ok {
				panic(exc.TypeError("Expected an object of type str for 'message', not '%s'", py.TypeOf(message).Name()))
			}
			py.SetAttr(self, "message", message)
			py.SetAttr(self, "category", category)
			py.SetAttr(self, "stacklevel", level)
			return nil
		}, py.DeprecationWarning)
		b.Method("__call__(self, arg, /)", func(self, arg any) any {
			message, category := py.GetAttr(self, "message"), py.GetAttr(self, "category")
			if category == nil {
				py.SetAttr(arg, "__deprecated__", message)
				return arg
			}
			level := py.As[int](py.GetAttr(self, "stacklevel"))
			notify := func() { warn(message, category, level, nil) }
			if class, ok := arg.(*py.Class); ok {
				deprecateClass(class, notify)
				py.SetAttr(class, "__deprecated__", message)
				return class
			}
			if !py.Callable(arg) {
				panic(exc.TypeError("@deprecated decorator with non-None category must be applied to a class or callable, not %s", py.Repr(arg)))
			}
			wrapper := deprecateFunction(arg, notify)
			py.SetAttr(arg, "__deprecated__", message)
			py.SetAttr(wrapper, "__deprecated__", message)
			return wrapper
		})
	})
})

func deprecateFunction(fn any, warn func()) any {
	return py.CallMethod(functools.Module(), "update_wrapper", py.Func("wrapper(*args, **kwargs)", func(args, kwargs any) any {
		warn()
		return py.CallKw(fn, args.(py.Tuple), py.KwFrom(kwargs))
	}), fn)
}

// deprecateClass warns when the class is instantiated or derived from.
func deprecateClass(class *py.Class, warn func()) {
	original := py.GetAttr(class, "__new__")
	py.SetAttr(class, "__new__", py.StaticMethod(py.Func("__new__(cls, /, *args, **kwargs)", func(cls, args, kwargs any) any {
		if cls == any(class) {
			warn()
		}
		if original != py.GetAttr(py.ObjectClass, "__new__") {
			return py.CallKw(original, append([]any{cls}, args.(py.Tuple)...), py.KwFrom(kwargs))
		}
		made := cls.(*py.Class)
		init, _ := made.Lookup("__init__")
		plain, _ := py.ObjectClass.Lookup("__init__")
		if init == plain && (py.Len(args) > 0 || py.Len(kwargs) > 0) {
			panic(exc.TypeError("%s() takes no arguments", made.Name()))
		}
		return py.Call(original, cls)
	})))
	derive := py.GetAttr(class, "__init_subclass__")
	py.SetAttr(class, "__init_subclass__", py.ClassMethod(py.Func("__init_subclass__(cls, *args, **kwargs)", func(_, args, kwargs any) any {
		warn()
		return py.CallKw(derive, args.(py.Tuple), py.KwFrom(kwargs))
	})))
}
