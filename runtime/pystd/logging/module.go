// Package logging is Python's module logging. Where a record comes from is known in
// programs whose formats ask for it; in others, and for what asyncio logs, pathname,
// lineno and funcName are what CPython gives when it cannot tell them.
package logging

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// classTable holds the classes of the module and the loggers.
type classTable struct {
	record, formatter, filterer, filter, handler, streamHandler, fileHandler, nullHandler *py.Class
	logger, rootLogger, adapter                                                           *py.Class
	defaultFormatter                                                                      any
	registry                                                                              *registry
}

// Module returns the module logging.
func Module() *py.Module { return module() }

// classes makes the classes at the first use of the module; init assigns it,
// because their methods refer to other classes.
var (
	classes func() *classTable
	module  func() *py.Module
)

func init() {
	classes = sync.OnceValue(newClasses)
	module = sync.OnceValue(newModule)
}

func newClasses() *classTable {
	t := &classTable{}
	class := func(name string, base *py.Class, body func(*define.Body)) *py.Class {
		var bases []any
		if base != nil {
			bases = []any{base}
		}
		return define.Class("logging", name, bases, body)
	}
	t.record = class("LogRecord", nil, defineRecord)
	t.formatter = class("Formatter", nil, defineFormatter)
	t.filterer = class("Filterer", nil, defineFilterer)
	t.filter = class("Filter", nil, defineFilter)
	t.handler = class("Handler", t.filterer, defineHandler)
	t.streamHandler = class("StreamHandler", t.handler, defineStreamHandler)
	t.fileHandler = class("FileHandler", t.streamHandler, defineFileHandler)
	t.nullHandler = class("NullHandler", t.handler, defineNullHandler)
	t.logger = class("Logger", t.filterer, defineLogger)
	t.rootLogger = class("RootLogger", t.logger, nil)
	t.adapter = class("LoggerAdapter", nil, defineAdapter)
	t.registry = &registry{loggers: map[string]any{}, class: t.logger, factory: t.record}
	return t
}

func newModule() *py.Module {
	t := classes()
	t.defaultFormatter = py.Call(t.formatter)
	t.registry.root = py.Call(t.rootLogger, "root", warning)
	m := py.NewModule("logging", "")
	for _, c := range []*py.Class{
		t.record, t.formatter, t.filterer, t.filter, t.handler, t.streamHandler, t.fileHandler, t.nullHandler,
		t.logger, t.rootLogger, t.adapter,
	} {
		m.Class(c)
	}
	m.Set("root", t.registry.root)
	m.Set("BASIC_FORMAT", basicFormat)
	m.Set("raiseExceptions", true)
	m.Lazy("lastResort", func() any {
		h := py.Call(t.streamHandler)
		py.CallMethod(h, "setLevel", warning)
		return h
	})
	addLevels(m)
	addLoggers(m, t)
	addShortcuts(m, t)
	py.AtExit(shutdown)
	asyncio.Logger = logOfAsyncio
	return m
}

// logOfAsyncio logs what asyncio has to say.
func logOfAsyncio(level, message string, err error) {
	kw := py.Kwargs{}
	if err != nil {
		kw = py.Kwargs{{Name: "exc_info", Value: py.AsException(err)}}
	}
	py.CallMethodKw(GetLogger("asyncio"), "log", []any{levelsByName.GetOr(level, errorLevel), message}, kw)
}

func addLoggers(m *py.Module, t *classTable) {
	r := t.registry
	m.Func("getLogger(name=None)", func(name any) any { return GetLogger(name) })
	m.Func("getLoggerClass()", func() any { return r.class })
	m.Func("setLoggerClass(klass)", func(class any) any {
		r.class = class
		return nil
	})
	m.Func("getLogRecordFactory()", func() any { return r.factory })
	m.Func("setLogRecordFactory(factory)", func(factory any) any {
		r.factory = factory
		return nil
	})
	m.Func("disable(level=50)", func(level any) any {
		r.disable = CheckLevel(level)
		return nil
	})
	m.Func("shutdown()", func() any {
		shutdown()
		return nil
	})
	m.Func("getHandlerByName(name)", func(name any) any { return handlersByName[py.Str(name)] })
	m.Func("getHandlerNames()", func() any {
		names := py.SetOf[any]()
		for name := range handlersByName {
			names.Add(name)
		}
		return py.Call(py.FrozenSetClass, names)
	})
	m.Func("makeLogRecord(dict)", func(dict any) any {
		record := py.Call(r.factory, nil, notSet, "", 0, "", py.Tuple{}, nil, nil)
		py.CallMethod(py.GetAttr(record, "__dict__"), "update", dict)
		return record
	})
	m.Func("basicConfig(**kwargs)", func(kwargs any) any {
		basicConfig(t, kwargs.(*py.Dict[any, any]).Copy())
		return nil
	})
}

// GetLogger is logging.getLogger: the root logger for no name or an empty one.
func GetLogger(name any) any {
	r := classes().registry
	Module()
	if name == nil || py.Equal(name, "") {
		return r.root
	}
	s, ok := py.Payload(name).(string)
	if !ok {
		panic(exc.TypeError("A logger name must be a string"))
	}
	if s == "root" {
		return r.root
	}
	return r.get(s)
}

// addShortcuts adds the functions that log to the root logger.
func addShortcuts(m *py.Module, t *classTable) {
	root := t.registry.root
	configured := func() {
		if py.Len(py.GetAttr(root, "handlers")) == 0 {
			basicConfig(t, py.DictOf[any, any]())
		}
	}
	for _, name := range []string{"debug", "info", "warning", "warn", "error", "critical", "fatal", "exception"} {
		m.Func(name+"(msg, *args, **kwargs)", func(message, args, kwargs any) any {
			configured()
			return py.CallMethodKw(root, name, append([]any{message}, args.(py.Tuple)...), py.KwFrom(kwargs))
		})
	}
	m.Func("log(level, msg, *args, **kwargs)", func(level, message, args, kwargs any) any {
		configured()
		return py.CallMethodKw(root, "log", append([]any{level, message}, args.(py.Tuple)...), py.KwFrom(kwargs))
	})
}

// basicConfig gives the root logger a handler unless it has one. It raises
// ValueError for parameters that contradict each other.
func basicConfig(t *classTable, kw *py.Dict[any, any]) {
	root := t.registry.root
	handlers := py.GetAttr(root, "handlers")
	if py.Truth(kw.PopOr("force", false)) {
		for h := range py.Iter(py.Call(py.ListClass, handlers)) {
			py.CallMethod(root, "removeHandler", h)
			py.CallMethod(h, "close")
		}
	}
	encoding, errors := kw.PopOr("encoding", nil), kw.PopOr("errors", "backslashreplace")
	if py.Len(handlers) != 0 {
		return
	}
	given := kw.PopOr("handlers", nil)
	_, hasStream := kw.Lookup("stream")
	_, hasFile := kw.Lookup("filename")
	if given == nil && hasStream && hasFile {
		panic(exc.ValueError("'stream' and 'filename' should not be specified together"))
	}
	if given != nil && (hasStream || hasFile) {
		panic(exc.ValueError("'stream' or 'filename' should not be specified together with 'handlers'"))
	}
	if given == nil {
		filename, mode := kw.PopOr("filename", nil), kw.PopOr("filemode", "a")
		if filename != nil {
			given = py.ListOf(py.CallKw(t.fileHandler, []any{filename, mode},
				py.Kwargs{{Name: "encoding", Value: encoding}, {Name: "errors", Value: errors}}))
		} else {
			given = py.ListOf(py.Call(t.streamHandler, kw.PopOr("stream", nil)))
		}
	}
	dateFormat, mark := kw.PopOr("datefmt", nil), py.Str(kw.PopOr("style", "%"))
	known := styleOf(mark)
	formatter := py.Call(t.formatter, kw.PopOr("format", known.basicFormat), dateFormat, mark)
	for h := range py.Iter(given) {
		if py.GetAttr(h, "formatter") == nil {
			py.CallMethod(h, "setFormatter", formatter)
		}
		py.CallMethod(root, "addHandler", h)
	}
	if level := kw.PopOr("level", nil); level != nil {
		py.CallMethod(root, "setLevel", level)
	}
	if kw.Len() > 0 {
		var names []string
		for name := range kw.Keys() {
			names = append(names, name.(string))
		}
		slices.Sort(names)
		panic(exc.ValueError("Unrecognised argument(s): %s", strings.Join(names, ", ")))
	}
}

// shutdown flushes and closes all handlers, the last one first.
func shutdown() {
	for _, h := range slices.Backward(openHandlers) {
		_ = py.Try(func() error {
			py.CallMethod(h, "acquire")
			defer py.CallMethod(h, "release")
			if py.Truth(py.GetAttrOr(h, "flushOnClose", true)) {
				py.CallMethod(h, "flush")
			}
			py.CallMethod(h, "close")
			return nil
		})
	}
	openHandlers = nil
}

// ForgetHandlers closes all handlers and forgets their names, before a new
// configuration.
func ForgetHandlers() {
	clear(handlersByName)
	shutdown()
}

// Names returns the names of the loggers that have been made, the root apart.
func Names() []string { return slices.Clone(classes().registry.names) }
