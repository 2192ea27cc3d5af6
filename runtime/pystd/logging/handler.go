package logging

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

// defineFilterer adds the methods that loggers and handlers share.
func defineFilterer(b *define.Body) {
	b.Method("__init__(self)", func(self any) any {
		py.SetAttr(self, "filters", py.ListOf[any]())
		return nil
	})
	b.Method("addFilter(self, filter)", func(self, filter any) any {
		if filters := py.GetAttr(self, "filters"); !py.Contains(filters, filter) {
			py.CallMethod(filters, "append", filter)
		}
		return nil
	})
	b.Method("removeFilter(self, filter)", func(self, filter any) any {
		if filters := py.GetAttr(self, "filters"); py.Contains(filters, filter) {
			py.CallMethod(filters, "remove", filter)
		}
		return nil
	})
	b.Method("filter(self, record)", func(self, record any) any {
		for filter := range py.Iter(py.GetAttr(self, "filters")) {
			var result any
			if py.HasAttr(filter, "filter") {
				result = py.CallMethod(filter, "filter", record)
			} else {
				result = py.Call(filter, record)
			}
			if !py.Truth(result) {
				return false
			}
			if py.TypeOf(result).IsSubclassOf(classes().record) {
				record = result
			}
		}
		return record
	})
}

func defineFilter(b *define.Body) {
	b.Method("__init__(self, name='')", func(self, name any) any {
		py.SetAttr(self, "name", name)
		py.SetAttr(self, "nlen", py.Len(name))
		return nil
	})
	b.Method("filter(self, record)", func(self, record any) any {
		name, logger := py.Str(py.GetAttr(self, "name")), py.Str(py.GetAttr(record, "name"))
		return name == "" || name == logger || strings.HasPrefix(logger, name+".")
	})
}

// handlersByName are the handlers that have a name.
var handlersByName = map[string]any{}

// openHandlers are the handlers that shutdown closes.
var openHandlers []any

func defineHandler(b *define.Body) {
	b.Method("__init__(self, level=0)", func(self, level any) any {
		py.Call(py.GetAttr(classes().filterer, "__init__"), self)
		py.SetAttr(self, "_name", nil)
		py.SetAttr(self, "level", CheckLevel(level))
		py.SetAttr(self, "formatter", nil)
		py.SetAttr(self, "_closed", false)
		py.CallMethod(self, "createLock")
		openHandlers = append(openHandlers, self)
		return nil
	})
	b.Variable("name", func(self any) any { return py.GetAttr(self, "_name") }, func(self, name any) any {
		py.SetAttr(self, "_name", name)
		if name != nil {
			handlersByName[py.Str(name)] = self
		}
		return nil
	})
	b.Method("get_name(self)", func(self any) any { return py.GetAttr(self, "_name") })
	b.Method("set_name(self, name)", func(self, name any) any {
		py.SetAttr(self, "name", name)
		return nil
	})
	b.Method("createLock(self)", func(self any) any {
		py.SetAttr(self, "lock", &threading.RLock{})
		return nil
	})
	for _, name := range []string{"acquire", "release"} {
		b.Method(name+"(self)", func(self any) any {
			if lock := py.GetAttr(self, "lock"); lock != nil {
				py.CallMethod(lock, name)
			}
			return nil
		})
	}
	b.Method("flush(self)", func(any) any { return nil })
	b.Method("setLevel(self, level)", func(self, level any) any {
		py.SetAttr(self, "level", CheckLevel(level))
		return nil
	})
	b.Method("setFormatter(self, fmt)", func(self, formatter any) any {
		py.SetAttr(self, "formatter", formatter)
		return nil
	})
	b.Method("format(self, record)", func(self, record any) any {
		formatter := py.GetAttr(self, "formatter")
		if !py.Truth(formatter) {
			formatter = classes().defaultFormatter
		}
		return py.CallMethod(formatter, "format", record)
	})
	b.Method("emit(self, record)", func(_, _ any) any {
		panic(exc.NotImplementedError("emit must be implemented by Handler subclasses"))
	})
	b.Method("handle(self, record)", func(self, record any) any {
		result := py.CallMethod(self, "filter", record)
		if py.TypeOf(result).IsSubclassOf(classes().record) {
			record = result
		}
		if py.Truth(result) {
			py.CallMethod(self, "acquire")
			defer py.CallMethod(self, "release")
			py.CallMethod(self, "emit", record)
		}
		return result
	})
	b.Method("close(self)", func(self any) any {
		py.SetAttr(self, "_closed", true)
		if name := py.GetAttr(self, "_name"); name != nil {
			delete(handlersByName, py.Str(name))
		}
		return nil
	})
	b.Method("handleError(self, record)", func(_, record any) any {
		if e := py.HandledException(); e != nil {
			reportLoggingError(py.AsException(e), record)
		}
		return nil
	})
	b.Method("__repr__(self)", func(self any) any {
		return "<" + py.TypeOf(self).Name() + " (" + levelName(py.As[int](py.GetAttr(self, "level"))) + ")>"
	})
}

// reportLoggingError shows an exception that a handler met.
func reportLoggingError(e py.BaseException, record any) {
	text := "--- Logging error ---\n" + py.FormatException(e) +
		"Message: " + py.Repr(py.GetAttr(record, "msg")) + "\nArguments: " + py.Repr(py.GetAttr(record, "args")) + "\n"
	py.CallMethod(io.StandardError(), "write", text)
}

// emitting runs the body of an emit; its exceptions go to handleError.
func emitting(self, record any, body func()) any {
	err := py.Try(func() error {
		body()
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.ExceptionClass) || py.Matches(err, py.RecursionError) {
			panic(err)
		}
		py.Handle(py.AsException(err), func() { py.CallMethod(self, "handleError", record) })
	}
	return nil
}

func defineStreamHandler(b *define.Body) {
	b.Subscriptable()
	b.Set("terminator", "\n")
	b.Method("__init__(self, stream=None)", func(self, stream any) any {
		py.Call(py.GetAttr(classes().handler, "__init__"), self)
		if stream == nil {
			stream = io.StandardError()
		}
		py.SetAttr(self, "stream", stream)
		return nil
	})
	b.Method("flush(self)", func(self any) any {
		if stream := py.GetAttr(self, "stream"); stream != nil && py.HasAttr(stream, "flush") {
			py.CallMethod(stream, "flush")
		}
		return nil
	})
	b.Method("emit(self, record)", func(self, record any) any {
		return emitting(self, record, func() {
			text := py.Str(py.CallMethod(self, "format", record))
			py.CallMethod(py.GetAttr(self, "stream"), "write", text+py.Str(py.GetAttr(self, "terminator")))
			py.CallMethod(self, "flush")
		})
	})
	b.Method("setStream(self, stream)", func(self, stream any) any {
		old := py.GetAttr(self, "stream")
		if py.Is(old, stream) {
			return nil
		}
		py.CallMethod(self, "flush")
		py.SetAttr(self, "stream", stream)
		return old
	})
	b.Method("__repr__(self)", func(self any) any {
		level := levelName(py.As[int](py.GetAttr(self, "level")))
		name := py.Str(py.GetAttrOr(py.GetAttr(self, "stream"), "name", ""))
		if name != "" {
			name += " "
		}
		return "<" + py.TypeOf(self).Name() + " " + name + "(" + level + ")>"
	})
}

func defineFileHandler(b *define.Body) {
	b.Method("__init__(self, filename, mode='a', encoding=None, delay=False, errors=None)", func(args []any) any {
		self := args[0]
		py.SetAttr(self, "baseFilename", ospath.Abs(ospath.Text(args[1])))
		py.SetAttr(self, "mode", args[2])
		py.SetAttr(self, "encoding", args[3])
		py.SetAttr(self, "errors", args[5])
		py.SetAttr(self, "delay", args[4])
		if py.Truth(args[4]) {
			py.Call(py.GetAttr(classes().handler, "__init__"), self)
			py.SetAttr(self, "stream", nil)
			return nil
		}
		py.Call(py.GetAttr(classes().streamHandler, "__init__"), self, py.CallMethod(self, "_open"))
		return nil
	})
	b.Method("_open(self)", func(self any) any {
		return py.CallKw(py.Builtin("open"), []any{py.GetAttr(self, "baseFilename"), py.GetAttr(self, "mode")},
			py.Kwargs{{Name: "encoding", Value: py.GetAttr(self, "encoding")}, {Name: "errors", Value: py.GetAttr(self, "errors")}})
	})
	b.Method("close(self)", func(self any) any {
		if stream := py.GetAttr(self, "stream"); stream != nil {
			py.CallMethod(self, "flush")
			py.SetAttr(self, "stream", nil)
			py.CallMethod(stream, "close")
		}
		return py.Call(py.GetAttr(classes().handler, "close"), self)
	})
	b.Method("emit(self, record)", func(self, record any) any {
		if py.GetAttr(self, "stream") == nil {
			if py.Truth(py.GetAttr(self, "_closed")) && py.Str(py.GetAttr(self, "mode")) == "w" {
				return nil
			}
			py.SetAttr(self, "stream", py.CallMethod(self, "_open"))
		}
		return py.Call(py.GetAttr(classes().streamHandler, "emit"), self, record)
	})
	b.Method("__repr__(self)", func(self any) any {
		return "<" + py.TypeOf(self).Name() + " " + py.Str(py.GetAttr(self, "baseFilename")) + " (" +
			levelName(py.As[int](py.GetAttr(self, "level"))) + ")>"
	})
}

func defineNullHandler(b *define.Body) {
	for _, name := range []string{"handle", "emit"} {
		b.Method(name+"(self, record)", func(_, _ any) any { return nil })
	}
	b.Method("createLock(self)", func(self any) any {
		py.SetAttr(self, "lock", nil)
		return nil
	})
}
