// Package sched is Python's module sched: events at times of their own.
// https://docs.python.org/3.13/library/sched.html
package sched

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

var eventClass = collections.NamedTuple("Event",
	[]string{"time", "priority", "sequence", "action", "argument", "kwargs"}, nil, "sched")

// attribute of a scheduler that holds its events, in the order they come due.
const queue = "_queue"

func events(self any) *py.List[any] { return py.As[*py.List[any]](py.GetAttr(self, queue)) }

// schedule adds an event.
func schedule(self, at, priority, action, argument, kwargs any) any {
	if kwargs == py.NotImplemented {
		kwargs = py.DictOf[any, any]()
	}
	sequence := py.As[int](py.GetAttr(self, "_sequence"))
	py.SetAttr(self, "_sequence", sequence+1)
	event := py.Call(eventClass, at, priority, sequence, action, argument, kwargs)
	q := events(self)
	i := q.Len()
	for i > 0 && py.Less(event, q.Get(i-1)) {
		i--
	}
	q.Insert(i, event)
	return event
}

// run runs the events that are due; it waits for the others if blocking, else
// it returns the time until the next.
func run(self, blocking any) any {
	timer, delay := py.GetAttr(self, "timefunc"), py.GetAttr(self, "delayfunc")
	q := events(self)
	for q.Len() > 0 {
		event := py.PayloadAs[py.Tuple](q.Get(0))
		now := py.Call(timer)
		if py.Less(now, event[0]) {
			left := py.Sub(event[0], now)
			if !py.Truth(blocking) {
				return left
			}
			py.Call(delay, left)
			continue
		}
		q.PopAt(0)
		py.CallKw(event[3], py.StarArgs(py.Star(event[4])), py.KwFrom(event[5]))
		py.Call(delay, 0)
	}
	return nil
}

var schedulerClass = sync.OnceValue(func() *py.Class {
	return define.Class("sched", "scheduler", nil, func(b *define.Body) {
		clock := time.Module()
		b.Method("__init__(self, timefunc=, delayfunc=)", func(self, timer, delay any) any {
			py.SetAttr(self, queue, py.ListOf[any]())
			py.SetAttr(self, "_sequence", 0)
			py.SetAttr(self, "timefunc", timer)
			py.SetAttr(self, "delayfunc", delay)
			return nil
		}, clock.Attr("monotonic"), clock.Attr("sleep"))
		b.Method("enterabs(self, time, priority, action, argument=, kwargs=)", schedule, py.Tuple{}, py.Tuple{}, py.NotImplemented)
		b.Method("enter(self, delay, priority, action, argument=, kwargs=)",
			func(self, delay, priority, action, argument, kwargs any) any {
				at := py.Add(py.Call(py.GetAttr(self, "timefunc")), delay)
				return schedule(self, at, priority, action, argument, kwargs)
			}, py.Tuple{}, py.NotImplemented)
		b.Method("cancel(self, event)", func(self, event any) any {
			if !events(self).Has(event) {
				panic(exc.ValueError("list.remove(x): x not in list"))
			}
			events(self).Remove(event)
			return nil
		})
		b.Method("empty(self)", func(self any) any { return events(self).Len() == 0 })
		b.Method("run(self, blocking=True)", run)
		b.Property("queue", func(self any) any { return events(self).Copy() })
	})
})

// Module is the module sched.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("sched", "A generally useful event scheduler class.")
	m.Class(schedulerClass())
	m.Set("Event", eventClass)
	return m
})
