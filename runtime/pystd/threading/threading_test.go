package threading

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// TestThreadsShareACounter runs threads that count under a lock, as
//
//	def work():
//	    for _ in range(100):
//	        with lock:
//	            counter["n"] += 1
func TestThreadsShareACounter(t *testing.T) {
	lock := py.Call(Module().Attr("Lock"))
	counter := py.DictOf[any, any]("n", 0)
	work := py.Func("work()", func() any {
		for range 100 {
			py.CallMethod(lock, "acquire")
			n := py.Add(counter.Get("n"), 1)
			py.Yield()
			counter.Set("n", n)
			py.CallMethod(lock, "release")
		}
		return nil
	})
	var threads []any
	for range 5 {
		threads = append(threads, py.CallKw(Module().Attr("Thread"), nil, py.Kwargs{{Name: "target", Value: work}}))
	}
	for _, thread := range threads {
		py.CallMethod(thread, "start")
	}
	for _, thread := range threads {
		py.CallMethod(thread, "join")
	}
	if got := counter.Get("n"); got != 500 {
		t.Errorf("counter is %v, want 500", got)
	}
	if name := py.GetAttr(threads[0], "name"); name != "Thread-1 (work)" {
		t.Errorf("name is %v", name)
	}
}

func TestEventWakesThreads(t *testing.T) {
	event := py.Call(Module().Attr("Event"))
	log := py.ListOf[any]()
	thread := py.CallKw(Module().Attr("Thread"), nil, py.Kwargs{{Name: "target", Value: py.Func("wait()", func() any {
		log.Append(py.CallMethod(event, "wait", 5))
		return nil
	})}})
	py.CallMethod(thread, "start")
	log.Append("set")
	py.CallMethod(event, "set")
	py.CallMethod(thread, "join")
	if got := py.Repr(log); got != "['set', True]" {
		t.Errorf("got %s", got)
	}
	if got := py.CallMethod(py.Call(Module().Attr("Event")), "wait", 0.001); got != false {
		t.Errorf("wait without set gives %v", got)
	}
}

func TestThreadMisuse(t *testing.T) {
	thread := py.Call(Module().Attr("Thread"))
	err := py.Try(func() error {
		py.CallMethod(thread, "join")
		return nil
	})
	if err == nil || py.Repr(err) != "RuntimeError('cannot join thread before it is started')" {
		t.Errorf("join before start: %v", err)
	}
	err = py.Try(func() error {
		py.CallMethod(py.Call(Module().Attr("Lock")), "release")
		return nil
	})
	if err == nil || py.Repr(err) != "RuntimeError('release unlocked lock')" {
		t.Errorf("release of a free lock: %v", err)
	}
}
