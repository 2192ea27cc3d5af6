package email

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
)

const errorsModule = "email.errors"

var (
	boundaryError    = py.NewExceptionClass(errorsModule, "BoundaryError", rfc5322.MessageParseError)
	conversionError  = py.NewExceptionClass(errorsModule, "MultipartConversionError", rfc5322.MessageError, py.TypeError)
	charsetError     = py.NewExceptionClass(errorsModule, "CharsetError", rfc5322.MessageError)
	headerWriteError = py.NewExceptionClass(errorsModule, "HeaderWriteError", rfc5322.MessageError)
)

// defectClasses are the classes of what a message can have wrong, by name.
var defectClasses = sync.OnceValue(func() map[string]*py.Class {
	all := map[string]*py.Class{}
	add := func(base *py.Class, names ...string) *py.Class {
		for _, name := range names {
			all[name] = py.NewExceptionClass(errorsModule, name, base)
		}
		return all[names[0]]
	}
	message := add(py.ValueError, "MessageDefect")
	add(message, "NoBoundaryInMultipartDefect", "StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect",
		"FirstHeaderLineIsContinuationDefect", "MisplacedEnvelopeHeaderDefect", "MissingHeaderBodySeparatorDefect",
		"MultipartInvariantViolationDefect", "InvalidMultipartContentTransferEncodingDefect", "UndecodableBytesDefect",
		"InvalidBase64PaddingDefect", "InvalidBase64CharactersDefect", "InvalidBase64LengthDefect")
	all["MalformedHeaderDefect"] = all["MissingHeaderBodySeparatorDefect"]
	header := add(message, "HeaderDefect")
	add(header, "InvalidHeaderDefect", "HeaderMissingRequiredValue", "NonPrintableDefect", "ObsoleteHeaderDefect",
		"NonASCIILocalPartDefect", "InvalidDateDefect")
	return all
})

// defect makes a defect.
func defect(name string, args ...any) py.BaseException {
	return py.NewException(defectClasses()[name], args...)
}

// ErrorsModule is the module email.errors.
var ErrorsModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule(errorsModule, "email package exception classes.")
	for _, c := range []*py.Class{rfc5322.MessageError, rfc5322.MessageParseError, rfc5322.HeaderParseError, boundaryError, conversionError, charsetError, headerWriteError} {
		m.Class(c)
	}
	for name, c := range defectClasses() {
		m.Set(name, c)
	}
	return m
})
