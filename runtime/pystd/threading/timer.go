package threading

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// newTimerClass makes threading.Timer: a thread that calls a function after a
// delay.
func newTimerClass(event *py.Class) *py.Class {
	return define.Class("threading", "Timer", []any{threadClass}, func(b *define.Body) {
		b.Method("__init__(self, interval, function, args=None, kwargs=None)",
			func(self, interval, function, args, kwargs any) any {
				py.Call(py.GetAttr(threadClass, "__init__"), self)
				if args == nil {
					args = py.ListOf[any]()
				}
				if kwargs == nil {
					kwargs = py.DictOf[any, any]()
				}
				py.SetAttr(self, "interval", interval)
				py.SetAttr(self, "function", function)
				py.SetAttr(self, "args", args)
				py.SetAttr(self, "kwargs", kwargs)
				py.SetAttr(self, "finished", py.Call(event))
				return nil
			})
		b.Method("cancel(self)", func(self any) any {
			py.CallMethod(py.GetAttr(self, "finished"), "set")
			return nil
		})
		b.Method("run(self)", func(self any) any {
			finished := py.GetAttr(self, "finished")
			py.CallMethod(finished, "wait", py.GetAttr(self, "interval"))
			if !py.Truth(py.CallMethod(finished, "is_set")) {
				py.CallKw(py.GetAttr(self, "function"), py.StarArgs(py.Star(py.GetAttr(self, "args"))),
					py.KwFrom(py.GetAttr(self, "kwargs")))
			}
			py.CallMethod(finished, "set")
			return nil
		})
	})
}
