// Package logginghandlers is Python's module logging.handlers, apart from the
// handlers that send records over a network.
// https://docs.python.org/3.13/library/logging.handlers.html
package logginghandlers

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

const module = "logging.handlers"

// Module is the module logging.handlers.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(module, "Additional handlers for the logging package.")
	rotating := define.Class(module, "BaseRotatingHandler", []any{base("FileHandler")}, defineRotation)
	buffering := define.Class(module, "BufferingHandler", []any{base("Handler")}, defineBuffering)
	for _, class := range []*py.Class{
		rotating,
		define.Class(module, "RotatingFileHandler", []any{rotating}, defineBySize),
		define.Class(module, "TimedRotatingFileHandler", []any{rotating}, defineByTime),
		define.Class(module, "WatchedFileHandler", []any{base("FileHandler")}, defineWatching),
		buffering,
		define.Class(module, "MemoryHandler", []any{buffering}, defineMemory),
		define.Class(module, "QueueHandler", []any{base("Handler")}, defineQueueing),
		define.Class(module, "QueueListener", nil, defineListener),
	} {
		m.Class(class)
	}
	return m
})

// base is a class of the module logging.
func base(name string) *py.Class { return logging.Module().Attr(name).(*py.Class) }

// inherited calls the method of a class of the module logging.
func inherited(class, method string, self any, args ...any) any {
	return py.Call(py.GetAttr(base(class), method), append([]any{self}, args...)...)
}

// emitting runs the body of an emit; an exception goes to handleError.
func emitting(self, record any, body func()) any {
	err := py.Try(func() error {
		body()
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.ExceptionClass) {
			panic(err)
		}
		py.Handle(py.AsException(err), func() { py.CallMethod(self, "handleError", record) })
	}
	return nil
}

// locked runs body while the handler's lock is held.
func locked(self any, body func()) {
	py.CallMethod(self, "acquire")
	defer py.CallMethod(self, "release")
	body()
}
