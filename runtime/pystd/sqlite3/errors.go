package sqlite3

import (
	"errors"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The exceptions of PEP 249.
var (
	warningClass      = py.NewExceptionClass("sqlite3", "Warning", py.ExceptionClass)
	errorClass        = py.NewExceptionClass("sqlite3", "Error", py.ExceptionClass)
	interfaceError    = py.NewExceptionClass("sqlite3", "InterfaceError", errorClass)
	databaseError     = py.NewExceptionClass("sqlite3", "DatabaseError", errorClass)
	dataError         = py.NewExceptionClass("sqlite3", "DataError", databaseError)
	integrityError    = py.NewExceptionClass("sqlite3", "IntegrityError", databaseError)
	internalError     = py.NewExceptionClass("sqlite3", "InternalError", databaseError)
	notSupportedError = py.NewExceptionClass("sqlite3", "NotSupportedError", databaseError)
	operationalError  = py.NewExceptionClass("sqlite3", "OperationalError", databaseError)
	programmingError  = py.NewExceptionClass("sqlite3", "ProgrammingError", databaseError)
)

var exceptionClasses = []*py.Class{
	warningClass, errorClass, interfaceError, databaseError, dataError, integrityError, internalError, notSupportedError,
	operationalError, programmingError,
}

func raise(class *py.Class, message string) { py.Raise(py.NewException(class, message)) }

// check raises the exception for an error of SQLite, with its message and code.
func check(err error) {
	if err == nil {
		return
	}
	var code sqlite3.ErrorCode
	if !errors.As(err, &code) {
		raise(databaseError, err.Error())
	}
	var extended sqlite3.ExtendedErrorCode
	if !errors.As(err, &extended) {
		extended = code.ExtendedCode()
	}
	raiseCode(classOf(code), message(err, extended), int(extended))
}

func raiseCode(class *py.Class, message string, code int) {
	e := py.NewException(class, message)
	py.SetAttr(e, "sqlite_errorcode", code)
	py.SetAttr(e, "sqlite_errorname", codeName(code))
	py.Raise(e)
}

// checkOpened is check for opening, when only primary codes are known yet.
func checkOpened(err error) {
	var code sqlite3.ErrorCode
	if errors.As(err, &code) {
		raiseCode(classOf(code), strings.TrimPrefix(code.Error(), "sqlite3: "), int(code))
	}
	check(err)
}

// message is what sqlite3_errmsg says.
func message(err error, code sqlite3.ExtendedErrorCode) string {
	var detailed *sqlite3.Error
	if !errors.As(err, &detailed) {
		return strings.TrimPrefix(code.Error(), "sqlite3: ")
	}
	if sys := detailed.Unwrap(); sys != nil {
		return strings.TrimPrefix(code.Error(), "sqlite3: ")
	}
	text := strings.TrimPrefix(detailed.Error(), code.Error())
	if text = strings.TrimPrefix(text, ": "); text == "" {
		return strings.TrimPrefix(code.Error(), "sqlite3: ")
	}
	return text
}

// classOf is the class of the exception for a primary code.
func classOf(code sqlite3.ErrorCode) *py.Class {
	switch code {
	case sqlite3.INTERNAL, sqlite3.NOTFOUND:
		return internalError
	case sqlite3.NOMEM:
		return py.MemoryError
	case sqlite3.ERROR, sqlite3.PERM, sqlite3.ABORT, sqlite3.BUSY, sqlite3.LOCKED, sqlite3.READONLY, sqlite3.INTERRUPT,
		sqlite3.IOERR, sqlite3.FULL, sqlite3.CANTOPEN, sqlite3.PROTOCOL, sqlite3.EMPTY, sqlite3.SCHEMA:
		return operationalError
	case sqlite3.TOOBIG:
		return dataError
	case sqlite3.CONSTRAINT, sqlite3.MISMATCH:
		return integrityError
	case sqlite3.MISUSE, sqlite3.RANGE:
		return interfaceError
	default:
		return databaseError
	}
}

// codeName is the name of an error code in the module.
func codeName(code int) string {
	for _, c := range constants {
		if c.value == code && c.isError {
			return c.name
		}
	}
	return "unknown"
}
