package logging

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

var started = time.Now()

// defineRecord adds the methods of LogRecord.
func defineRecord(b *define.Body) {
	b.Method("__init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs)",
		func(args []any) any {
			initRecord(args[0], args[1:])
			return nil
		})
	b.Method("getMessage(self)", func(self any) any {
		message := py.Str(py.GetAttr(self, "msg"))
		if args := py.GetAttr(self, "args"); py.Truth(args) {
			return py.Mod(message, args)
		}
		return message
	})
	b.Method("__repr__(self)", func(self any) any {
		return "<LogRecord: " + py.Str(py.GetAttr(self, "name")) + ", " + py.Str(py.GetAttr(self, "levelno")) + ", " +
			py.Str(py.GetAttr(self, "pathname")) + ", " + py.Str(py.GetAttr(self, "lineno")) + ", \"" +
			py.Str(py.GetAttr(self, "msg")) + "\">"
	})
}

func initRecord(self any, given []any) {
	name, level, path, line, message, args, info, function, stack :=
		given[0], given[1], given[2], given[3], given[4], given[5], given[6], given[7], given[8]
	if t, ok := args.(py.Tuple); ok && len(t) == 1 {
		if py.HasAttr(t[0], "keys") && py.HasAttr(t[0], "__getitem__") && py.Truth(t[0]) {
			args = t[0]
		}
	}
	now := time.Now()
	base := filepath.Base(py.Str(path))
	thread := py.Call(threading.Module().Attr("current_thread"))
	created := float64(now.UnixNano()) / 1e9
	number := CheckLevel(level)
	for _, field := range []py.Kw{
		{Name: "name", Value: name}, {Name: "msg", Value: message}, {Name: "args", Value: args},
		{Name: "levelname", Value: levelName(number)}, {Name: "levelno", Value: number},
		{Name: "pathname", Value: path}, {Name: "filename", Value: base},
		{Name: "module", Value: strings.TrimSuffix(base, filepath.Ext(base))},
		{Name: "exc_info", Value: info}, {Name: "exc_text", Value: nil}, {Name: "stack_info", Value: stack},
		{Name: "lineno", Value: line}, {Name: "funcName", Value: function}, {Name: "created", Value: created},
		{Name: "msecs", Value: float64(now.UnixNano() % 1e9 / 1e6)},
		{Name: "relativeCreated", Value: float64(now.Sub(started).Nanoseconds()) / 1e6},
		{Name: "thread", Value: py.GetAttr(thread, "ident")}, {Name: "threadName", Value: py.GetAttr(thread, "name")},
		{Name: "processName", Value: "MainProcess"}, {Name: "process", Value: os.Getpid()},
		{Name: "taskName", Value: taskName()},
	} {
		py.SetAttr(self, field.Name, field.Value)
	}
}

// taskName is the name of the asyncio task that runs, None outside of tasks.
func taskName() any {
	if asyncio.RunningLoop() == nil {
		return nil
	}
	if task := asyncio.CurrentTask(asyncio.Context()); task != nil {
		return py.CallMethod(task, "get_name")
	}
	return nil
}

// exceptionInfo is the exception that exc_info stands for, as the triple that
// records keep; nil if there is none.
func exceptionInfo(info any) any {
	switch v := info.(type) {
	case nil:
		return nil
	case bool, int:
		if !py.Truth(v) {
			return nil
		}
		if err := py.HandledException(); err != nil {
			e := py.AsException(err)
			return py.Tuple{py.TypeOf(e), e, py.GetAttrOr(e, "__traceback__", nil)}
		}
		return py.Tuple{nil, nil, nil}
	case py.BaseException:
		return py.Tuple{py.TypeOf(v), v, py.GetAttrOr(v, "__traceback__", nil)}
	}
	return info
}
