// Package copyreg is Python's module copyreg: how objects are made again that
// were pickled.
// https://docs.python.org/3.13/library/copyreg.html
package copyreg

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	// NewObject is __newobj__: it makes an object without running __init__.
	NewObject = py.Func("__newobj__(cls, *args)", func(cls, args any) any {
		return Make(cls.(*py.Class), args.(py.Tuple), nil)
	}).Module("copyreg")
	// NewObjectWith is __newobj_ex__, which takes keywords too.
	NewObjectWith = py.Func("__newobj_ex__(cls, args, kwargs)", func(cls, args, kw any) any {
		return Make(cls.(*py.Class), args.(py.Tuple), py.KwFrom(kw))
	}).Module("copyreg")
	// Reconstructor is _reconstructor, which old protocols use.
	Reconstructor = py.Func("_reconstructor(cls, base, state)", func(cls, base, state any) any {
		if base == any(py.ObjectClass) {
			return Make(cls.(*py.Class), nil, nil)
		}
		return Make(cls.(*py.Class), py.Tuple{state}, nil)
	}).Module("copyreg")

	reducers = py.DictOf[any, any]()
)

// Make is cls.__new__(cls, *args).
func Make(class *py.Class, args py.Tuple, kw py.Kwargs) any {
	if made := class.EmptyStruct(); made != nil {
		return made
	}
	return py.CallKw(py.GetAttr(class, "__new__"), append([]any{class}, args...), kw)
}

// Reducer is the function that was registered for a class.
func Reducer(class *py.Class) (any, bool) { return reducers.Lookup(class) }

// Module is the module copyreg.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("copyreg", "Helper to provide extensibility for pickle.\n\nThis is only useful to add pickle support for extension types defined in\nC, not for instances of user-defined classes.\n")
	m.Set("dispatch_table", reducers)
	for _, f := range []*py.Function{NewObject, NewObjectWith, Reconstructor} {
		m.Set(f.Name(), f)
	}
	m.Func("pickle(ob_type, pickle_function, constructor_ob=None)", func(class, reduce, constructor any) any {
		checkCallable(reduce, "reduction functions must be callable")
		reducers.Set(class, reduce)
		if constructor != nil {
			checkCallable(constructor, "constructors must be callable")
		}
		return nil
	})
	m.Func("constructor(object)", func(object any) any {
		checkCallable(object, "constructors must be callable")
		return nil
	})
	return m
})

func checkCallable(f any, message string) {
	if !py.Truth(py.Call(py.Builtin("callable"), f)) {
		panic(exc.TypeError("%s", message))
	}
}
