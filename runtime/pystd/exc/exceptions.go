// Package exc makes exceptions whose message is formatted, for the packages of
// the standard library:
//
//	panic(exc.TypeError("unsupported type: %s", name))
package exc

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// AttributeError makes an AttributeError with a formatted message.
func AttributeError(format string, args ...any) *py.Exception {
	return py.NewAttributeError(fmt.Sprintf(format, args...))
}

// IndexError makes an IndexError with a formatted message.
func IndexError(format string, args ...any) *py.Exception {
	return py.NewIndexError(fmt.Sprintf(format, args...))
}

// LookupError makes a LookupError with a formatted message.
func LookupError(format string, args ...any) *py.Exception {
	return py.NewLookupError(fmt.Sprintf(format, args...))
}

// NotImplementedError makes a NotImplementedError with a formatted message.
func NotImplementedError(format string, args ...any) *py.Exception {
	return py.NewNotImplementedError(fmt.Sprintf(format, args...))
}

// OverflowError makes an OverflowError with a formatted message.
func OverflowError(format string, args ...any) *py.Exception {
	return py.NewOverflowError(fmt.Sprintf(format, args...))
}

// RuntimeError makes a RuntimeError with a formatted message.
func RuntimeError(format string, args ...any) *py.Exception {
	return py.NewRuntimeError(fmt.Sprintf(format, args...))
}

// TypeError makes a TypeError with a formatted message.
func TypeError(format string, args ...any) *py.Exception {
	return py.NewTypeError(fmt.Sprintf(format, args...))
}

// ValueError makes a ValueError with a formatted message.
func ValueError(format string, args ...any) *py.Exception {
	return py.NewValueError(fmt.Sprintf(format, args...))
}

// AssertionError makes an AssertionError with a formatted message.
func AssertionError(format string, args ...any) *py.Exception {
	return py.NewAssertionError(fmt.Sprintf(format, args...))
}

// NameError makes a NameError with a formatted message.
func NameError(format string, args ...any) *py.Exception {
	return py.NewNameError(fmt.Sprintf(format, args...))
}
