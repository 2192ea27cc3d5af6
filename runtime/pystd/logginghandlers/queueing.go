package logginghandlers

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/queue"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

// defineQueueing adds the methods of QueueHandler.
func defineQueueing(b *define.Body) {
	b.Method("__init__(self, queue)", func(self, queue any) any {
		inherited("Handler", "__init__", self)
		py.SetAttr(self, "queue", queue)
		py.SetAttr(self, "listener", nil)
		return nil
	})
	b.Method("enqueue(self, record)", func(self, record any) any {
		py.CallMethod(py.GetAttr(self, "queue"), "put_nowait", record)
		return nil
	})
	b.Method("prepare(self, record)", func(self, record any) any {
		message := py.CallMethod(self, "format", record)
		prepared := copy.Copy(record)
		for _, field := range []py.Kw{
			{Name: "message", Value: message}, {Name: "msg", Value: message}, {Name: "args", Value: nil},
			{Name: "exc_info", Value: nil}, {Name: "exc_text", Value: nil}, {Name: "stack_info", Value: nil},
		} {
			py.SetAttr(prepared, field.Name, field.Value)
		}
		return prepared
	})
	b.Method("emit(self, record)", func(self, record any) any {
		return emitting(self, record, func() {
			py.CallMethod(self, "enqueue", py.CallMethod(self, "prepare", record))
		})
	})
}

// defineListener adds the methods of QueueListener: a thread that takes records
// from a queue and hands them to handlers.
func defineListener(b *define.Body) {
	b.Set("_sentinel", nil)
	b.Method("__init__(self, queue, *handlers, respect_handler_level=False)", func(self, queue, handlers, respect any) any {
		py.SetAttr(self, "queue", queue)
		py.SetAttr(self, "handlers", handlers)
		py.SetAttr(self, "_thread", nil)
		py.SetAttr(self, "respect_handler_level", respect)
		return nil
	})
	b.Method("dequeue(self, block)", func(self, block any) any {
		return py.CallMethod(py.GetAttr(self, "queue"), "get", block)
	})
	b.Method("start(self)", func(self any) any {
		thread := py.CallKw(threading.Module().Attr("Thread"), nil, py.Kwargs{{Name: "target", Value: py.GetAttr(self, "_monitor")}})
		py.SetAttr(self, "_thread", thread)
		py.SetAttr(thread, "daemon", true)
		py.CallMethod(thread, "start")
		return nil
	})
	b.Method("prepare(self, record)", func(_, record any) any { return record })
	b.Method("handle(self, record)", func(self, record any) any {
		record = py.CallMethod(self, "prepare", record)
		for handler := range py.Iter(py.GetAttr(self, "handlers")) {
			if !py.Truth(py.GetAttr(self, "respect_handler_level")) ||
				py.GreaterEqual(py.GetAttr(record, "levelno"), py.GetAttr(handler, "level")) {
				py.CallMethod(handler, "handle", record)
			}
		}
		return nil
	})
	b.Method("_monitor(self)", func(self any) any {
		for listen(self) {
		}
		return nil
	})
	b.Method("enqueue_sentinel(self)", func(self any) any {
		py.CallMethod(py.GetAttr(self, "queue"), "put_nowait", py.GetAttr(self, "_sentinel"))
		return nil
	})
	b.Method("stop(self)", func(self any) any {
		if thread := py.GetAttr(self, "_thread"); py.Truth(thread) {
			py.CallMethod(self, "enqueue_sentinel")
			py.CallMethod(thread, "join")
			py.SetAttr(self, "_thread", nil)
		}
		return nil
	})
}

// listen handles the next record of the queue; false when that is the sentinel
// or the queue says that it is empty.
func listen(self any) (more bool) {
	records := py.GetAttr(self, "queue")
	err := py.Try(func() error {
		record := py.CallMethod(self, "dequeue", true)
		if more = !py.Is(record, py.GetAttr(self, "_sentinel")); more {
			py.CallMethod(self, "handle", record)
		}
		if py.HasAttr(records, "task_done") {
			py.CallMethod(records, "task_done")
		}
		return nil
	})
	if err == nil {
		return more
	}
	if !py.Matches(err, queue.Module().Attr("Empty")) {
		panic(err)
	}
	return false
}
