package logginghandlers

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// defineBuffering adds the methods of BufferingHandler, which keeps records.
func defineBuffering(b *define.Body) {
	b.Method("__init__(self, capacity)", func(self, capacity any) any {
		initBuffer(self, capacity)
		return nil
	})
	b.Method("shouldFlush(self, record)", func(self, _ any) any { return isFull(self) })
	b.Method("emit(self, record)", func(self, record any) any {
		py.CallMethod(py.GetAttr(self, "buffer"), "append", record)
		if py.Truth(py.CallMethod(self, "shouldFlush", record)) {
			py.CallMethod(self, "flush")
		}
		return nil
	})
	b.Method("flush(self)", func(self any) any {
		locked(self, func() { py.CallMethod(py.GetAttr(self, "buffer"), "clear") })
		return nil
	})
	b.Method("close(self)", func(self any) any {
		defer inherited("Handler", "close", self)
		py.CallMethod(self, "flush")
		return nil
	})
}

func initBuffer(self, capacity any) {
	inherited("Handler", "__init__", self)
	py.SetAttr(self, "capacity", capacity)
	py.SetAttr(self, "buffer", py.ListOf[any]())
}

func isFull(self any) bool {
	return py.GreaterEqual(py.Len(py.GetAttr(self, "buffer")), py.GetAttr(self, "capacity"))
}

// defineMemory adds the methods of MemoryHandler, which hands its records on to
// another handler.
func defineMemory(b *define.Body) {
	b.Method("__init__(self, capacity, flushLevel=40, target=None, flushOnClose=True)",
		func(self, capacity, level, target, onClose any) any {
			initBuffer(self, capacity)
			py.SetAttr(self, "flushLevel", level)
			py.SetAttr(self, "target", target)
			py.SetAttr(self, "flushOnClose", onClose)
			return nil
		})
	b.Method("shouldFlush(self, record)", func(self, record any) any {
		return isFull(self) || py.GreaterEqual(py.GetAttr(record, "levelno"), py.GetAttr(self, "flushLevel"))
	})
	b.Method("setTarget(self, target)", func(self, target any) any {
		locked(self, func() { py.SetAttr(self, "target", target) })
		return nil
	})
	b.Method("flush(self)", func(self any) any {
		locked(self, func() {
			if !py.Truth(py.GetAttr(self, "target")) {
				return
			}
			for record := range py.Iter(py.GetAttr(self, "buffer")) {
				py.CallMethod(py.GetAttr(self, "target"), "handle", record)
			}
			py.CallMethod(py.GetAttr(self, "buffer"), "clear")
		})
		return nil
	})
	b.Method("close(self)", func(self any) any {
		defer locked(self, func() {
			py.SetAttr(self, "target", nil)
			defer inherited("Handler", "close", self)
			py.CallMethod(self, "flush")
		})
		if py.Truth(py.GetAttr(self, "flushOnClose")) {
			py.CallMethod(self, "flush")
		}
		return nil
	})
}
