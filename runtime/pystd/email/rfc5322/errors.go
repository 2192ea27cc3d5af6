package rfc5322

import "github.com/pyasync2go/pyasync2go/runtime/py"

// Exceptions of email.errors that the grammar itself raises.
var (
	MessageError      = py.NewExceptionClass("email.errors", "MessageError", py.ExceptionClass)
	MessageParseError = py.NewExceptionClass("email.errors", "MessageParseError", MessageError)
	HeaderParseError  = py.NewExceptionClass("email.errors", "HeaderParseError", MessageParseError)
)
