package unittest

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

// logs is the context manager of assertLogs and assertNoLogs: a logger has a
// handler for some time that keeps what is logged.
type logs struct {
	test, logger, level any
	none                bool // nothing shall be logged
	records, output     *py.List[any]
	before              map[string]any // what the logger had
}

// PyClass is the class _AssertLogsContext.
func (*logs) PyClass() *py.Class { return logsClass }

// keptOfLogger are the attributes of a logger that the context manager replaces.
var keptOfLogger = []string{"handlers", "level", "propagate"}

func newLogs(test, logger, level any, none bool) *logs {
	if !py.Truth(level) {
		level = logging.Module().Attr("INFO")
	} else if name, ok := level.(string); ok {
		level = logging.CheckLevel(name)
	}
	if !py.IsInstance(logger, logging.Module().Attr("Logger")) {
		logger = logging.GetLogger(logger)
	}
	return &logs{test: test, logger: logger, level: level, none: none, records: py.ListOf[any](), output: py.ListOf[any]()}
}

// handler makes the handler that keeps records and their texts.
func (l *logs) handler() any {
	h := py.Call(logging.Module().Attr("Handler"))
	py.CallMethod(h, "setLevel", l.level)
	py.CallMethod(h, "setFormatter", py.Call(logging.Module().Attr("Formatter"), "%(levelname)s:%(name)s:%(message)s"))
	py.SetAttr(h, "emit", py.Func("emit(record)", func(record any) any {
		l.records.Append(record)
		l.output.Append(py.CallMethod(h, "format", record))
		return nil
	}))
	return h
}

func (l *logs) enter() any {
	l.before = map[string]any{}
	for _, name := range keptOfLogger {
		l.before[name] = py.GetAttr(l.logger, name)
	}
	py.SetAttr(l.logger, "handlers", py.ListOf[any](l.handler()))
	py.CallMethod(l.logger, "setLevel", l.level)
	py.SetAttr(l.logger, "propagate", false)
	if l.none {
		return nil
	}
	return py.Call(watcherClass, l.records, l.output)
}

func (l *logs) exit(raised bool) any {
	py.SetAttr(l.logger, "handlers", l.before["handlers"])
	py.SetAttr(l.logger, "propagate", l.before["propagate"])
	py.CallMethod(l.logger, "setLevel", l.before["level"])
	switch n := l.records.Len(); {
	case raised:
		return false
	case l.none && n > 0:
		fail(l.test, nil, "Unexpected logs found: "+py.Repr(l.output))
	case !l.none && n == 0:
		fail(l.test, nil, "no logs of level "+py.Str(py.Call(logging.Module().Attr("getLevelName"), l.level))+
			" or higher triggered on "+py.Str(py.GetAttr(l.logger, "name")))
	}
	return nil
}

var logsClass = py.NewNativeClass("unittest._log", "_AssertLogsContext", nil, func(d *py.Definition) {
	of := py.PayloadAs[*logs]
	d.Method("__enter__(self)", func(self any) any { return of(self).enter() })
	d.Method("__exit__(self, exc_type, exc_value, tb)", func(self, class, _, _ any) any { return of(self).exit(class != nil) })
})

// watcherClass is what assertLogs gives: the records, and their texts.
var watcherClass = define.Class("unittest._log", "_LoggingWatcher", nil, func(b *define.Body) {
	b.Method("__init__(self, records, output)", func(self, records, output any) any {
		py.SetAttr(self, "records", records)
		py.SetAttr(self, "output", output)
		return nil
	})
})

func addLogs(b *define.Body) {
	b.Method("assertLogs(self, logger=None, level=None)", func(self, logger, level any) any { return newLogs(self, logger, level, false) })
	b.Method("assertNoLogs(self, logger=None, level=None)", func(self, logger, level any) any { return newLogs(self, logger, level, true) })
}
