// Package copy is Python's module copy: shallow and deep copies of any value.
package copy

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// errorClass is the class copy.Error.
var errorClass = py.NewExceptionClass("copy", "Error", py.ExceptionClass)

// Module returns the module copy.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("copy", "Generic (shallow and deep) copying operations.")
	m.Func("copy(x)", Copy)
	m.Func("deepcopy(x, memo=None)", func(x, known any) any {
		if known == nil {
			return DeepCopy(x)
		}
		return deepCopy(x, &memo{Dict: known.(*py.Dict[any, any])})
	})
	m.Func("replace(obj, /, **changes)", func(o, changes any) any {
		if _, ok := py.TypeOf(o).Lookup("__replace__"); !ok {
			panic(exc.TypeError("replace() does not support %s objects", py.TypeOf(o).Name()))
		}
		return py.CallMethodKw(o, "__replace__", nil, py.KwFrom(changes))
	})
	m.Class(errorClass)
	m.Set("error", errorClass)
	return m
})

// Copy is copy.copy: a new object with the same contents.
func Copy(x any) any {
	if isAtomic(x) {
		return x
	}
	class := py.TypeOf(x)
	if hook, ok := class.Lookup("__copy__"); ok && hook != nil {
		return py.CallMethod(x, "__copy__")
	}
	switch class {
	case py.TupleClass, py.FrozenSetClass:
		return x
	case py.ListClass, py.DictClass, py.SetClass, py.ByteArrayClass:
		return py.CallMethod(x, "copy")
	}
	return reconstruct(x, class, nil)
}

// DeepCopy is copy.deepcopy: a new object whose contents are copies too.
func DeepCopy(x any) any { return deepCopy(x, &memo{Dict: py.DictOf[any, any]()}) }

// isAtomic reports whether copies of x are x itself.
func isAtomic(x any) bool {
	switch x.(type) {
	case nil, bool, int, float64, complex128, string, py.Bytes, *py.Class, *py.Function, *py.Range:
		return true
	}
	if x == any(py.Ellipsis) || x == any(py.NotImplemented) {
		return true
	}
	switch py.TypeOf(x) {
	case py.IntClass, py.PropertyClass, py.BuiltinFunctionClass, py.GenericAliasClass, py.UnionClass:
		return true
	}
	return false
}
