package asyncio

import (
	"os"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// report is loop.call_exception_handler with a context of the given items.
func (l *Loop) report(items py.Kwargs) {
	context := py.DictOf[any, any]()
	for _, kw := range items {
		context.Set(kw.Name, kw.Value)
	}
	if l.own != nil && l.own.callExceptionHandler != nil {
		py.Call(l.own.callExceptionHandler, context)
		return
	}
	l.callExceptionHandler(context)
}

// handleByDefault is loop.default_exception_handler, that of the program if its
// loop has one.
func (l *Loop) handleByDefault(context any) {
	if l.own != nil && l.own.defaultExceptionHandler != nil {
		py.Call(l.own.defaultExceptionHandler, context)
		return
	}
	l.defaultExceptionHandler(context)
}

// callExceptionHandler is loop.call_exception_handler.
func (l *Loop) callExceptionHandler(context any) {
	if l.exceptionHandler == nil {
		err := py.Try(func() error {
			l.handleByDefault(context)
			return nil
		})
		if err != nil {
			l.ignoreUnlessExit(err, "Exception in default exception handler")
		}
		return
	}
	err := py.Try(func() error {
		call := func() error {
			py.Call(l.exceptionHandler, l, context)
			return nil
		}
		if vars := contextOfReport(context); vars != nil && !vars.entered {
			return vars.Run(call)
		}
		return call()
	})
	if err == nil {
		return
	}
	if isExit(err) {
		py.Raise(err)
	}
	second := py.Try(func() error {
		l.handleByDefault(py.DictOf[any, any](
			"message", "Unhandled error in exception handler",
			"exception", err,
			"context", context,
		))
		return nil
	})
	if second != nil {
		l.ignoreUnlessExit(second,
			"Exception in default exception handler while handling an unexpected error in custom exception handler")
	}
}

func (l *Loop) ignoreUnlessExit(err error, message string) {
	if isExit(err) {
		py.Raise(err)
	}
	logError(message, err)
}

// contextOfReport finds the context in which the exception handler runs: that
// of the task, future or handle that the report is about.
func contextOfReport(context any) *Vars {
	for _, key := range []string{"task", "future", "handle"} {
		thing := py.CallMethod(context, "get", key)
		switch x := py.Payload(thing).(type) {
		case nil:
			continue
		case taskLike:
			return x.(interface{ Vars() *Vars }).Vars()
		case *Handle:
			return x.vars
		}
		return nil
	}
	return nil
}

// defaultExceptionHandler is loop.default_exception_handler: it writes the
// report to the standard error stream, as CPython's logging does without
// configuration.
func (l *Loop) defaultExceptionHandler(context any) {
	message := py.CallMethod(context, "get", "message")
	if !py.Truth(message) {
		message = "Unhandled exception in event loop"
	}
	lines := []string{py.Str(message)}
	var keys []string
	for key := range py.Iter(context) {
		if name := py.Str(key); name != "message" && name != "exception" {
			keys = append(keys, name)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		lines = append(lines, key+": "+py.Repr(py.GetItem(context, key)))
	}
	err, _ := py.CallMethod(context, "get", "exception").(error)
	logError(strings.Join(lines, "\n"), err)
}

// Logger writes what asyncio logs at a level ("ERROR", "WARNING", "DEBUG"); err
// may be nil. The logging module replaces it to route the records to its
// handlers; without it nothing below a warning is shown.
var Logger = func(level, message string, err error) {
	if level == "DEBUG" {
		return
	}
	text := message + "\n"
	if err != nil {
		text += py.FormatException(py.AsException(err))
	}
	py.Blocking(func() { _, _ = os.Stderr.WriteString(text) })
}

func logError(message string, err error) { Logger("ERROR", message, err) }

func logDebug(message string) { Logger("DEBUG", message, nil) }

func logWarning(message string) { Logger("WARNING", message, nil) }
