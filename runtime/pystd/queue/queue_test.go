package queue

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

func TestWorkersDrainAQueue(t *testing.T) {
	q := py.Call(Module().Attr("Queue"), 2)
	sum := 0
	worker := py.Func("worker()", func() any {
		for {
			item := py.CallMethod(q, "get")
			if item == nil {
				return nil
			}
			sum += item.(int)
			py.CallMethod(q, "task_done")
		}
	})
	var threads []any
	for range 3 {
		thread := py.CallKw(threading.Module().Attr("Thread"), nil, py.Kwargs{{Name: "target", Value: worker}})
		py.CallMethod(thread, "start")
		threads = append(threads, thread)
	}
	for i := range 20 {
		py.CallMethod(q, "put", i)
	}
	py.CallMethod(q, "join")
	for range threads {
		py.CallMethod(q, "put", nil)
	}
	for _, thread := range threads {
		py.CallMethod(thread, "join")
	}
	if sum != 190 {
		t.Errorf("sum is %d, want 190", sum)
	}
}

func TestQueueErrors(t *testing.T) {
	tests := []struct{ class, want string }{
		{"Queue", "Empty()"}, {"LifoQueue", "Empty()"}, {"PriorityQueue", "Empty()"}, {"SimpleQueue", "Empty()"},
	}
	for _, test := range tests {
		q := py.Call(Module().Attr(test.class))
		err := py.Try(func() error {
			py.CallMethod(q, "get_nowait")
			return nil
		})
		if err == nil || py.Repr(err) != test.want {
			t.Errorf("%s: got %v, want %s", test.class, err, test.want)
		}
	}
	full := py.Call(Module().Attr("Queue"), 1)
	py.CallMethod(full, "put", 1)
	err := py.Try(func() error {
		py.CallMethodKw(full, "put", []any{2}, py.Kwargs{{Name: "timeout", Value: 0.001}})
		return nil
	})
	if err == nil || py.Repr(err) != "Full()" {
		t.Errorf("put to a full queue: %v", err)
	}
}

func TestOrders(t *testing.T) {
	for class, want := range map[string]string{"Queue": "[3, 1, 2]", "LifoQueue": "[2, 1, 3]", "PriorityQueue": "[1, 2, 3]"} {
		q := py.Call(Module().Attr(class))
		for _, n := range []int{3, 1, 2} {
			py.CallMethod(q, "put", n)
		}
		out := py.ListOf[any]()
		for range 3 {
			out.Append(py.CallMethod(q, "get"))
		}
		if got := py.Repr(out); got != want {
			t.Errorf("%s gives %s, want %s", class, got, want)
		}
	}
}
