// Package queue is Python's module queue: queues that threads share.
package queue

import (
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

// Exception classes of the module.
var (
	Empty    = py.NewExceptionClass("_queue", "Empty", py.ExceptionClass)
	Full     = py.NewExceptionClass("queue", "Full", py.ExceptionClass)
	ShutDown = py.NewExceptionClass("queue", "ShutDown", py.ExceptionClass)
)

// Module is the Python module queue.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("queue", "A multi-producer, multi-consumer queue.")
	m.Class(Empty)
	m.Class(Full)
	m.Class(ShutDown)
	base := newQueueClass()
	m.Class(base)
	m.Class(define.Class("queue", "LifoQueue", []any{base}, func(b *define.Body) {
		b.Method("_init(self, maxsize)", func(self, _ any) any {
			py.SetAttr(self, "queue", py.ListOf[any]())
			return nil
		})
		b.Method("_put(self, item)", func(self, item any) any { return py.CallMethod(items(self), "append", item) })
		b.Method("_get(self)", func(self any) any { return py.CallMethod(items(self), "pop") })
	}))
	m.Class(define.Class("queue", "PriorityQueue", []any{base}, func(b *define.Body) {
		b.Method("_init(self, maxsize)", func(self, _ any) any {
			py.SetAttr(self, "queue", py.ListOf[any]())
			return nil
		})
		b.Method("_put(self, item)", func(self, item any) any {
			heapPush(items(self).(*py.List[any]), item)
			return nil
		})
		b.Method("_get(self)", func(self any) any { return heapPop(items(self).(*py.List[any])) })
	}))
	m.Class(newSimpleQueueClass())
	return m
})

// queueState is the Go side of a queue. It is guarded by the interpreter lock.
type queueState struct {
	maxsize    int
	maxsizeAny any
	notEmpty   threading.WaitQueue
	notFull    threading.WaitQueue
	allDone    threading.WaitQueue
	unfinished int
	shutdown   bool
}

const stateName = "_state"

type holder struct{ *queueState }

var holderClass = py.NewNativeClass("queue", "_State", nil, func(*py.Definition) {})

// PyClass makes holder a value.
func (*holder) PyClass() *py.Class { return holderClass }

func stateOf(self any) *queueState { return py.GetAttr(self, stateName).(*holder).queueState }

func items(self any) any { return py.GetAttr(self, "queue") }

func size(self any) int { return py.As[int](py.CallMethod(self, "_qsize")) }

func newError(cls *py.Class) error {
	e := py.ExceptionOf(cls)
	return &e
}

// limit is the time that block and timeout of get and put allow.
func limit(block, timeout any) time.Duration {
	if !py.Truth(block) {
		return 0
	}
	if timeout != nil && py.Less(timeout, 0) {
		py.Raise(py.NewValueError("'timeout' must be a non-negative number"))
	}
	return executor.Timeout(timeout)
}

func put(self, item, block, timeout any) (any, error) {
	s := stateOf(self)
	if s.shutdown {
		return nil, newError(ShutDown)
	}
	room := func() bool { return s.maxsize <= 0 || size(self) < s.maxsize || s.shutdown }
	if !s.notFull.WaitUntil(room, limit(block, timeout)) {
		return nil, newError(Full)
	}
	if s.shutdown {
		return nil, newError(ShutDown)
	}
	py.CallMethod(self, "_put", item)
	s.unfinished++
	s.notEmpty.Wake(1)
	return nil, nil
}

func get(self, block, timeout any) (any, error) {
	s := stateOf(self)
	if s.shutdown && size(self) == 0 {
		return nil, newError(ShutDown)
	}
	if !s.notEmpty.WaitUntil(func() bool { return size(self) > 0 || s.shutdown }, limit(block, timeout)) {
		return nil, newError(Empty)
	}
	if size(self) == 0 {
		return nil, newError(ShutDown)
	}
	item := py.CallMethod(self, "_get")
	s.notFull.Wake(1)
	return item, nil
}

func newQueueClass() *py.Class {
	return define.Class("queue", "Queue", nil, func(b *define.Body) {
		b.Subscriptable()
		b.Method("__init__(self, maxsize=0)", func(self, maxsize any) any {
			s := &queueState{maxsizeAny: maxsize}
			if py.Greater(maxsize, 0) {
				s.maxsize = py.As[int](maxsize)
			}
			py.SetAttr(self, stateName, &holder{s})
			py.SetAttr(self, "maxsize", maxsize)
			py.CallMethod(self, "_init", maxsize)
			return nil
		})
		b.Method("_init(self, maxsize)", func(self, _ any) any {
			py.SetAttr(self, "queue", newDeque())
			return nil
		})
		b.Method("_qsize(self)", func(self any) any { return py.Len(items(self)) })
		b.Method("_put(self, item)", func(self, item any) any { return py.CallMethod(items(self), "append", item) })
		b.Method("_get(self)", func(self any) any { return py.CallMethod(items(self), "popleft") })
		b.Method("put(self, item, block=True, timeout=None)", put)
		b.Method("get(self, block=True, timeout=None)", get)
		b.Method("put_nowait(self, item)", func(self, item any) any {
			return py.CallMethodKw(self, "put", []any{item}, py.Kwargs{{Name: "block", Value: false}})
		})
		b.Method("get_nowait(self)", func(self any) any {
			return py.CallMethodKw(self, "get", nil, py.Kwargs{{Name: "block", Value: false}})
		})
		b.Method("qsize(self)", func(self any) any { return size(self) })
		b.Method("empty(self)", func(self any) any { return size(self) == 0 })
		b.Method("full(self)", func(self any) any {
			s := stateOf(self)
			return s.maxsize > 0 && size(self) >= s.maxsize
		})
		b.Method("task_done(self)", func(self any) any {
			s := stateOf(self)
			if s.unfinished <= 0 {
				py.Raise(py.NewValueError("task_done() called too many times"))
			}
			s.unfinished--
			if s.unfinished == 0 {
				s.allDone.WakeAll()
			}
			return nil
		})
		b.Method("join(self)", func(self any) any {
			s := stateOf(self)
			s.allDone.WaitUntil(func() bool { return s.unfinished == 0 }, -1)
			return nil
		})
		b.Method("shutdown(self, immediate=False)", func(self, immediate any) any {
			shutdown(self, py.Truth(immediate))
			return nil
		})
		b.Property("unfinished_tasks", func(self any) any { return stateOf(self).unfinished })
		b.Property("is_shutdown", func(self any) any { return stateOf(self).shutdown })
	})
}

func shutdown(self any, immediate bool) {
	s := stateOf(self)
	s.shutdown = true
	if immediate {
		for size(self) > 0 {
			py.CallMethod(self, "_get")
			if s.unfinished > 0 {
				s.unfinished--
			}
		}
		s.allDone.WakeAll()
	}
	s.notEmpty.WakeAll()
	s.notFull.WakeAll()
}

// newDeque makes an empty collections.deque.
func newDeque() any { return py.Call(dequeClass()) }

func newSimpleQueueClass() *py.Class {
	return define.Class("_queue", "SimpleQueue", nil, func(b *define.Body) {
		b.Subscriptable()
		b.Method("__init__(self)", func(self any) any {
			py.SetAttr(self, stateName, &holder{&queueState{}})
			py.SetAttr(self, "queue", newDeque())
			return nil
		})
		b.Method("_qsize(self)", func(self any) any { return py.Len(items(self)) })
		b.Method("_put(self, item)", func(self, item any) any { return py.CallMethod(items(self), "append", item) })
		b.Method("_get(self)", func(self any) any { return py.CallMethod(items(self), "popleft") })
		b.Method("put(self, item, block=True, timeout=None)", put)
		b.Method("get(self, block=True, timeout=None)", get)
		b.Method("put_nowait(self, item)", func(self, item any) (any, error) { return put(self, item, false, nil) })
		b.Method("get_nowait(self)", func(self any) (any, error) { return get(self, false, nil) })
		b.Method("qsize(self)", func(self any) any { return size(self) })
		b.Method("empty(self)", func(self any) any { return size(self) == 0 })
	}).NameInErrors("_queue.SimpleQueue")
}
