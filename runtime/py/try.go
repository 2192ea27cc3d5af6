package py

import (
	"errors"
	"runtime"
	"strings"
)

// Try runs f and returns its error. A panic that is an exception comes back as
// the error, and so does a fault of Go that has a Python meaning: an index out
// of range, a nil dereference, an integer division by zero, a failed type
// assertion. Any other panic goes on.
func Try(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = recovered(r)
		}
	}()
	return f()
}

// Catch is for defer in a function with a named result: defer py.Catch(&err)
// turns a panic that Try would catch into *err.
func Catch(err *error) {
	if r := recover(); r != nil {
		*err = recovered(r)
	}
}

// Check panics with err if it is not nil.
func Check(err error) {
	if err != nil {
		panic(AsException(err))
	}
}

// Must returns v, or panics with err if it is not nil.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(AsException(err))
	}
	return v
}

// Recovered returns the exception that a recovered panic stands for. It panics
// again with r if there is none.
func Recovered(r any) BaseException { return recovered(r) }

func recovered(r any) BaseException {
	switch r := r.(type) {
	case BaseException:
		r.exception().raised = true
		return r
	case runtime.Error:
		if e := faultException(r); e != nil {
			return e
		}
	case error:
		var e BaseException
		if errors.As(r, &e) {
			return e
		}
	}
	panic(r)
}

// faultException gives the Python exception for a fault that static code met.
func faultException(fault runtime.Error) BaseException {
	text := fault.Error()
	switch {
	case strings.Contains(text, "index out of range"):
		return NewIndexError("list index out of range")
	case strings.Contains(text, "slice bounds out of range"):
		return NewIndexError("index out of range")
	case strings.Contains(text, "integer divide by zero"):
		return NewZeroDivisionError("integer division or modulo by zero")
	case strings.Contains(text, "nil pointer dereference"):
		return NewAttributeError("'NoneType' object has no attribute")
	case strings.Contains(text, "assignment to entry in nil map"):
		return NewTypeError("'NoneType' object does not support item assignment")
	}
	if assertion, ok := fault.(*runtime.TypeAssertionError); ok {
		return NewTypeError(strings.TrimPrefix(assertion.Error(), "interface conversion: "))
	}
	return nil
}
