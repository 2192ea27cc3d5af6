package logging

import "github.com/pyasync2go/pyasync2go/runtime/py"

// Debug is logger.debug(message, *args). The logger is one that getLogger has made,
// or a LoggerAdapter; message % args is made where a handler asks for it.
//
// https://docs.python.org/3.13/library/logging.html#logging.Logger.debug
func Debug(logger, message any, args ...any) { logAt(logger, "debug", message, args) }

// Info is logger.info(message, *args); see Debug.
func Info(logger, message any, args ...any) { logAt(logger, "info", message, args) }

// Warning is logger.warning(message, *args); see Debug.
func Warning(logger, message any, args ...any) { logAt(logger, "warning", message, args) }

// Error is logger.error(message, *args); see Debug.
func Error(logger, message any, args ...any) { logAt(logger, "error", message, args) }

// Critical is logger.critical(message, *args); see Debug.
func Critical(logger, message any, args ...any) { logAt(logger, "critical", message, args) }

// logAt calls a method of the logger, which the program may have given another value.
func logAt(logger any, level string, message any, args []any) {
	py.CallMethod(logger, level, append([]any{message}, args...)...)
}
