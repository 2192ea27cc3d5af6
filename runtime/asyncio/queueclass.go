package asyncio

import (
	"context"
	"fmt"
	"math"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const queuesModule = "asyncio.queues"

// The classes of queues.
var (
	QueueClass         *py.Class
	LifoQueueClass     *py.Class
	PriorityQueueClass *py.Class
)

func init() {
	QueueClass = newPythonClass(queuesModule, "Queue", nil,
		func() any { return NewQueue[any](0) }, defineQueue)
	LifoQueueClass = newPythonClass(queuesModule, "LifoQueue", QueueClass,
		func() any { return NewLifoQueue[any](0) }, func(pythonClass) {})
	PriorityQueueClass = newPythonClass(queuesModule, "PriorityQueue", QueueClass,
		func() any { return NewPriorityQueue[any](0) }, func(pythonClass) {})
}

// anyQueue is a *Queue[T] whose T is not known.
type anyQueue interface {
	core() *queueCore
	putAny(ctx context.Context, item any) error
	putNowaitAny(item any) error
	getAny(ctx context.Context) (any, error)
	getNowaitAny() (any, error)
	Len() int
	Full() bool
	Shutdown(immediate bool)
	contents() []any
	// override makes the queue keep its items as a derived class says.
	override(self *py.Object)
	// putStored and getStored are _put and _get.
	putStored(item any)
	getStored() any
}

func (q *Queue[T]) core() *queueCore { return &q.queueCore }

func (q *Queue[T]) putAny(ctx context.Context, item any) error { return q.Put(ctx, unbox[T](item)) }

func (q *Queue[T]) putNowaitAny(item any) error { return q.PutNowait(unbox[T](item)) }

func (q *Queue[T]) getAny(ctx context.Context) (any, error) {
	v, err := q.Get(ctx)
	return box(v), err
}

func (q *Queue[T]) getNowaitAny() (any, error) {
	v, err := q.GetNowait()
	return box(v), err
}

func (q *Queue[T]) contents() []any {
	items := q.store.items()
	boxed := make([]any, len(items))
	for i, item := range items {
		boxed[i] = box(item)
	}
	return boxed
}

func (q *Queue[T]) putStored(item any) { q.store.put(unbox[T](item)) }

func (q *Queue[T]) getStored() any { return box(q.store.get()) }

func (q *Queue[T]) override(self *py.Object) {
	base, ok := any(q.store).(queueStore[any])
	if !ok {
		return
	}
	if s, ok := any(&overriddenStore{self: self, base: base}).(queueStore[T]); ok {
		q.store = s
	}
}

// overriddenStore keeps the items of a queue whose class overrides _put, _get or
// _init.
type overriddenStore struct {
	self *py.Object
	base queueStore[any]
}

func (s *overriddenStore) put(item any) { py.CallMethod(s.self, "_put", item) }

func (s *overriddenStore) get() any { return py.CallMethod(s.self, "_get") }

func (s *overriddenStore) size() int {
	if q := py.GetAttrOr(s.self, "_queue", nil); q != nil {
		return py.Len(q)
	}
	return s.base.size()
}

func (s *overriddenStore) items() []any {
	if q := py.GetAttrOr(s.self, "_queue", nil); q != nil {
		return py.StarArgs(py.Star(q))
	}
	return s.base.items()
}

func queueOf(self any) anyQueue { return py.PayloadAs[anyQueue](self) }

// overrides reports whether the class of a queue says itself how items are kept.
func overrides(class *py.Class) bool {
	for _, name := range []string{"_init", "_put", "_get"} {
		own, _ := class.Lookup(name)
		base, _ := QueueClass.Lookup(name)
		if own != base {
			return true
		}
	}
	return false
}

// setMaxsize takes the maxsize that a program gave.
func (c *queueCore) setMaxsize(maxsize any) {
	c.maxsizeAny = maxsize
	switch size := py.Payload(maxsize).(type) {
	case int:
		c.maxsize = max(0, size)
	case float64:
		c.maxsize = int(max(0, math.Ceil(min(size, math.MaxInt32))))
	case bool:
		c.maxsize = map[bool]int{true: 1}[size]
	default:
		c.maxsize = otherMaxsize
	}
}

func defineQueue(c pythonClass) {
	c.Subscriptable()
	c.def("__init__(self, maxsize=0)", func(self, maxsize any) any {
		q := queueOf(self)
		q.core().setMaxsize(maxsize)
		if o, ok := self.(*py.Object); ok && overrides(o.Class) {
			q.override(o)
			py.CallMethod(self, "_init", maxsize)
		}
		return nil
	})
	c.def("_init(self, maxsize)", func(self, maxsize any) any { return nil })
	c.def("_put(self, item)", func(self, item any) any {
		if s, ok := overridden(self); ok {
			s.base.put(item)
		} else {
			queueOf(self).putStored(item)
		}
		return nil
	})
	c.def("_get(self)", func(self any) any {
		if s, ok := overridden(self); ok {
			return s.base.get()
		}
		return queueOf(self).getStored()
	})
	c.def("qsize(self)", func(self any) any { return queueOf(self).Len() })
	c.Getter("maxsize", func(self any) any { return queueOf(self).core().maxsizeAny })
	c.Member("_maxsize", func(self any) any { return queueOf(self).core().maxsizeAny },
		func(self, v any) { queueOf(self).core().setMaxsize(v) })
	c.def("empty(self)", func(self any) any { return queueOf(self).Len() == 0 })
	c.def("full(self)", func(self any) any { return queueOf(self).Full() })
	c.async("put(self, item)", func(ctx context.Context, self, item any) (any, error) {
		return nil, queueOf(self).putAny(ctx, item)
	})
	c.def("put_nowait(self, item)", func(self, item any) (any, error) {
		return nil, queueOf(self).putNowaitAny(item)
	})
	c.async("get(self)", func(ctx context.Context, self any) (any, error) { return queueOf(self).getAny(ctx) })
	c.def("get_nowait(self)", func(self any) (any, error) { return queueOf(self).getNowaitAny() })
	c.def("task_done(self)", func(self any) any {
		queueOf(self).core().TaskDone()
		return nil
	})
	c.async("join(self)", func(ctx context.Context, self any) (any, error) {
		return nil, queueOf(self).core().Join(ctx)
	})
	c.def("shutdown(self, immediate=False)", func(self, immediate any) any {
		queueOf(self).Shutdown(py.Truth(immediate))
		return nil
	})
	c.Getter("_unfinished_tasks", func(self any) any { return queueOf(self).core().unfinished })
	c.def("__repr__(self)", func(self any) any {
		return fmt.Sprintf("<%s at %#x %s>", py.TypeOf(self).Name(), py.ID(self), formatQueue(self))
	})
	c.def("__str__(self)", func(self any) any {
		return fmt.Sprintf("<%s %s>", py.TypeOf(self).Name(), formatQueue(self))
	})
}

func overridden(self any) (*overriddenStore, bool) {
	q, ok := py.Payload(self).(*Queue[any])
	if !ok {
		return nil, false
	}
	s, ok := q.store.(*overriddenStore)
	return s, ok
}

func formatQueue(self any) string {
	q := queueOf(self)
	core := q.core()
	text := "maxsize=" + py.Repr(core.maxsizeAny)
	if q.Len() > 0 {
		text += " _queue=" + py.Repr(py.ListOf(q.contents()...))
	}
	if n := len(core.getters); n > 0 {
		text += fmt.Sprintf(" _getters[%d]", n)
	}
	if n := len(core.putters); n > 0 {
		text += fmt.Sprintf(" _putters[%d]", n)
	}
	if core.unfinished > 0 {
		text += fmt.Sprintf(" tasks=%d", core.unfinished)
	}
	if core.isShutdown {
		text += " shutdown"
	}
	return text
}
