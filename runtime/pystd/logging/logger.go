package logging

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// registry holds the loggers of the program.
type registry struct {
	root    any
	loggers map[string]any
	// names keeps the order in which loggers were made.
	names   []string
	disable int
	class   any
	factory any
}

// get is getLogger(name): the logger, made at its first use as a child of its
// nearest ancestor.
func (r *registry) get(name string) any {
	if l, ok := r.loggers[name]; ok {
		return l
	}
	l := py.Call(r.class, name)
	r.loggers[name] = l
	r.names = append(r.names, name)
	parent := r.root
	for at := name; ; {
		i := strings.LastIndexByte(at, '.')
		if i < 0 {
			break
		}
		at = at[:i]
		if ancestor, ok := r.loggers[at]; ok {
			parent = ancestor
			break
		}
	}
	py.SetAttr(l, "parent", parent)
	for _, other := range r.names {
		if strings.HasPrefix(other, name+".") {
			child := r.loggers[other]
			if above := py.Str(py.GetAttr(py.GetAttr(child, "parent"), "name")); !strings.HasPrefix(above, name+".") {
				py.SetAttr(child, "parent", l)
			}
		}
	}
	return l
}

func defineLogger(b *define.Body) {
	b.Method("__init__(self, name, level=0)", func(self, name, level any) any {
		py.Call(py.GetAttr(classes().filterer, "__init__"), self)
		py.SetAttr(self, "name", name)
		py.SetAttr(self, "level", CheckLevel(level))
		py.SetAttr(self, "parent", nil)
		py.SetAttr(self, "propagate", true)
		py.SetAttr(self, "handlers", py.ListOf[any]())
		py.SetAttr(self, "disabled", false)
		return nil
	})
	for name, level := range map[string]int{
		"debug": debug, "info": info, "warning": warning, "warn": warning, "error": errorLevel, "critical": critical, "fatal": critical,
	} {
		b.Method(name+"(self, msg, *args, **kwargs)", func(self, message, args, kwargs any) any {
			if enabledFor(self, level) {
				py.CallMethodKw(self, "_log", []any{level, message, args}, py.KwFrom(kwargs))
			}
			return nil
		})
	}
	b.Method("exception(self, msg, *args, exc_info=True, **kwargs)", func(self, message, args, info, kwargs any) any {
		kw := append(py.Kwargs{{Name: "exc_info", Value: info}}, py.KwFrom(kwargs)...)
		return py.CallMethodKw(self, "error", append([]any{message}, args.(py.Tuple)...), kw)
	})
	b.Method("log(self, level, msg, *args, **kwargs)", func(self, level, message, args, kwargs any) any {
		n, ok := py.Payload(level).(int)
		if !ok {
			panic(exc.TypeError("level must be an integer"))
		}
		if enabledFor(self, n) {
			py.CallMethodKw(self, "_log", []any{n, message, args}, py.KwFrom(kwargs))
		}
		return nil
	})
	b.Method("_log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1)", func(a []any) any {
		self := a[0]
		place, ok := py.CallerPlace(py.As[int](a[7]))
		if !ok {
			place = py.SourcePlace{File: "(unknown file)", Function: "(unknown function)"}
		}
		function := place.Function[strings.LastIndexByte(place.Function, '.')+1:]
		record := py.CallMethod(self, "makeRecord", py.GetAttr(self, "name"), a[1], place.File, place.Line, a[2], a[3],
			exceptionInfo(a[4]), function, a[5], nil)
		return py.CallMethod(self, "handle", record)
	})
	b.Method("makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None)", makeRecord)
	b.Method("handle(self, record)", func(self, record any) any {
		if py.Truth(py.GetAttr(self, "disabled")) {
			return nil
		}
		result := py.CallMethod(self, "filter", record)
		if !py.Truth(result) {
			return nil
		}
		if py.TypeOf(result).IsSubclassOf(classes().record) {
			record = result
		}
		py.CallMethod(self, "callHandlers", record)
		return nil
	})
	b.Method("callHandlers(self, record)", callHandlers)
	addLoggerSettings(b)
}

func makeRecord(a []any) any {
	record := py.Call(classes().registry.factory, a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[10])
	if extra := a[9]; extra != nil {
		dict := py.GetAttr(record, "__dict__")
		for key := range py.Iter(extra) {
			if py.Equal(key, "message") || py.Equal(key, "asctime") || py.Contains(dict, key) {
				panic(py.NewKeyError("Attempt to overwrite " + py.Repr(key) + " in LogRecord"))
			}
			py.SetItem(dict, key, py.GetItem(extra, key))
		}
	}
	return record
}

func callHandlers(self, record any) any {
	found := 0
	level := py.GetAttr(record, "levelno")
	for logger := self; logger != nil; logger = py.GetAttr(logger, "parent") {
		for handler := range py.Iter(py.GetAttr(logger, "handlers")) {
			found++
			if py.GreaterEqual(level, py.GetAttr(handler, "level")) {
				py.CallMethod(handler, "handle", record)
			}
		}
		if !py.Truth(py.GetAttr(logger, "propagate")) {
			break
		}
	}
	if found == 0 {
		if last := Module().Attr("lastResort"); last != nil && py.GreaterEqual(level, py.GetAttr(last, "level")) {
			py.CallMethod(last, "handle", record)
		}
	}
	return nil
}

func effectiveLevel(self any) int {
	for logger := self; logger != nil; logger = py.GetAttr(logger, "parent") {
		if level := py.As[int](py.GetAttr(logger, "level")); level != 0 {
			return level
		}
	}
	return notSet
}

func enabledFor(self any, level int) bool {
	if py.Truth(py.GetAttr(self, "disabled")) || classes().registry.disable >= level {
		return false
	}
	return level >= py.As[int](py.CallMethod(self, "getEffectiveLevel"))
}

func addLoggerSettings(b *define.Body) {
	b.Method("setLevel(self, level)", func(self, level any) any {
		py.SetAttr(self, "level", CheckLevel(level))
		return nil
	})
	b.Method("getEffectiveLevel(self)", func(self any) any { return effectiveLevel(self) })
	b.Method("isEnabledFor(self, level)", func(self, level any) any { return enabledFor(self, py.As[int](level)) })
	b.Method("addHandler(self, hdlr)", func(self, handler any) any {
		if handlers := py.GetAttr(self, "handlers"); !py.Contains(handlers, handler) {
			py.CallMethod(handlers, "append", handler)
		}
		return nil
	})
	b.Method("removeHandler(self, hdlr)", func(self, handler any) any {
		if handlers := py.GetAttr(self, "handlers"); py.Contains(handlers, handler) {
			py.CallMethod(handlers, "remove", handler)
		}
		return nil
	})
	b.Method("hasHandlers(self)", func(self any) any {
		for logger := self; logger != nil; logger = py.GetAttr(logger, "parent") {
			if py.Truth(py.GetAttr(logger, "handlers")) {
				return true
			}
			if !py.Truth(py.GetAttr(logger, "propagate")) {
				break
			}
		}
		return false
	})
	b.Method("getChild(self, suffix)", func(self, suffix any) any {
		if py.Is(self, classes().registry.root) {
			return classes().registry.get(py.Str(suffix))
		}
		return classes().registry.get(py.Str(py.GetAttr(self, "name")) + "." + py.Str(suffix))
	})
	b.Method("getChildren(self)", func(self any) any {
		children := py.SetOf[any]()
		for _, l := range classes().registry.loggers {
			if py.Is(py.GetAttr(l, "parent"), self) {
				children.Add(l)
			}
		}
		return children
	})
	b.Property("root", func(any) any { return classes().registry.root })
	b.Method("__repr__(self)", func(self any) any {
		return "<" + py.TypeOf(self).Name() + " " + py.Str(py.GetAttr(self, "name")) + " (" + levelName(effectiveLevel(self)) + ")>"
	})
}

func defineAdapter(b *define.Body) {
	b.Subscriptable()
	b.Method("__init__(self, logger, extra=None, merge_extra=False)", func(self, logger, extra, merge any) any {
		py.SetAttr(self, "logger", logger)
		py.SetAttr(self, "extra", extra)
		py.SetAttr(self, "merge_extra", merge)
		return nil
	})
	b.Method("process(self, msg, kwargs)", func(self, message, kwargs any) any {
		extra := py.GetAttr(self, "extra")
		if py.Truth(py.GetAttr(self, "merge_extra")) && py.Contains(kwargs, "extra") {
			extra = py.BitOr(extra, py.GetItem(kwargs, "extra"))
		}
		py.SetItem(kwargs, "extra", extra)
		return py.Tuple{message, kwargs}
	})
	for name, level := range map[string]int{
		"debug": debug, "info": info, "warning": warning, "error": errorLevel, "critical": critical,
	} {
		b.Method(name+"(self, msg, *args, **kwargs)", func(self, message, args, kwargs any) any {
			return py.CallMethodKw(self, "log", append([]any{level, message}, args.(py.Tuple)...), py.KwFrom(kwargs))
		})
	}
	b.Method("exception(self, msg, *args, exc_info=True, **kwargs)", func(self, message, args, info, kwargs any) any {
		kw := append(py.Kwargs{{Name: "exc_info", Value: info}}, py.KwFrom(kwargs)...)
		return py.CallMethodKw(self, "log", append([]any{errorLevel, message}, args.(py.Tuple)...), kw)
	})
	b.Method("log(self, level, msg, *args, **kwargs)", func(self, level, message, args, kwargs any) any {
		if !py.Truth(py.CallMethod(self, "isEnabledFor", level)) {
			return nil
		}
		processed := py.Unpack(py.CallMethod(self, "process", message, kwargs), 2)
		return py.CallMethodKw(py.GetAttr(self, "logger"), "log", append([]any{level, processed[0]}, args.(py.Tuple)...), py.KwFrom(processed[1]))
	})
	for _, name := range []string{"isEnabledFor", "setLevel"} {
		b.Method(name+"(self, level)", func(self, level any) any { return py.CallMethod(py.GetAttr(self, "logger"), name, level) })
	}
	for _, name := range []string{"getEffectiveLevel", "hasHandlers"} {
		b.Method(name+"(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "logger"), name) })
	}
	b.Method("_log(self, level, msg, args, **kwargs)", func(self, level, message, args, kwargs any) any {
		return py.CallMethodKw(py.GetAttr(self, "logger"), "_log", []any{level, message, args}, py.KwFrom(kwargs))
	})
	b.Property("name", func(self any) any { return py.GetAttr(py.GetAttr(self, "logger"), "name") })
	b.Method("__repr__(self)", func(self any) any {
		logger := py.GetAttr(self, "logger")
		return "<" + py.TypeOf(self).Name() + " " + py.Str(py.GetAttr(logger, "name")) + " (" +
			levelName(py.As[int](py.CallMethod(logger, "getEffectiveLevel"))) + ")>"
	})
}
