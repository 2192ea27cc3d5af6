package copy

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// PickleError and PicklingError are the exceptions of module pickle.
var (
	PickleError   = py.NewExceptionClass("_pickle", "PickleError", py.ExceptionClass)
	PicklingError = py.NewExceptionClass("_pickle", "PicklingError", PickleError)
)

// Pickled returns what pickling x and unpickling it in another process of the
// same program gives: a copy of all but functions and classes, which are found
// by their names. It raises what pickling raises.
func Pickled(x any) any {
	return deepCopy(x, &memo{Dict: py.DictOf[any, any](), pickling: true})
}

// CheckReachable raises an error unless a function or class can be found by its
// name.
func CheckReachable(x any) {
	switch x.(type) {
	case *py.Function, *py.Class:
	default:
		return
	}
	name, _ := py.GetAttr(x, "__qualname__").(string)
	if strings.Contains(name, "<locals>") {
		panic(py.NewAttributeError("Can't get local object " + py.Repr(name)))
	}
	if strings.Contains(name, "<lambda>") {
		module := py.Str(py.GetAttr(x, "__module__"))
		panic(py.NewException(PicklingError, "Can't pickle "+py.Repr(x)+": attribute lookup "+name+" on "+module+" failed"))
	}
}
