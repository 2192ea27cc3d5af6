package threading

import (
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// barrierState is the Go side of threading.Barrier.
type barrierState struct {
	queue    WaitQueue
	parties  int
	action   any
	timeout  any
	count    int
	draining bool
	broken   bool
	// reset makes those that wait fail without breaking the barrier.
	reset bool
}

// BrokenBarrierError is raised by a barrier that was aborted or reset.
var BrokenBarrierError = py.NewExceptionClass("threading", "BrokenBarrierError", py.RuntimeError)

func newBarrierClass() *py.Class {
	return define.Class("threading", "Barrier", nil, func(b *define.Body) {
		of := func(self any) *barrierState { return stateOf[*barrierState](self) }
		b.Method("__init__(self, parties, action=None, timeout=None)", func(self, parties, action, timeout any) any {
			if py.Less(parties, 1) {
				py.Raise(py.NewValueError("parties must be >= 1"))
			}
			setState(self, &barrierState{parties: py.As[int](parties), action: action, timeout: timeout})
			return nil
		})
		b.Method("wait(self, timeout=None)", func(self, timeout any) any {
			s := of(self)
			if timeout == nil {
				timeout = s.timeout
			}
			return s.wait(seconds(timeout))
		})
		b.Method("reset(self)", func(self any) any {
			s := of(self)
			if s.count > 0 && !s.draining {
				s.reset = true
			}
			s.broken = false
			s.queue.WakeAll()
			return nil
		})
		b.Method("abort(self)", func(self any) any {
			of(self).broken = true
			of(self).queue.WakeAll()
			return nil
		})
		b.Property("parties", func(self any) any { return of(self).parties })
		b.Property("n_waiting", func(self any) any {
			if s := of(self); !s.draining && !s.broken {
				return s.count
			}
			return 0
		})
		b.Property("broken", func(self any) any { return of(self).broken })
	})
}

func brokenBarrier() {
	e := py.ExceptionOf(BrokenBarrierError)
	py.Raise(&e)
}

func (s *barrierState) wait(timeout time.Duration) int {
	s.queue.WaitUntil(func() bool { return !s.draining && !s.reset }, -1)
	if s.broken {
		brokenBarrier()
	}
	index := s.count
	s.count++
	defer s.leave()
	if s.count == s.parties {
		if s.action != nil {
			if err := py.Try(func() error { py.Call(s.action); return nil }); err != nil {
				s.broken = true
				s.queue.WakeAll()
				py.Raise(err)
			}
		}
		s.draining = true
		s.queue.WakeAll()
		return index
	}
	ready := s.queue.WaitUntil(func() bool { return s.draining || s.broken || s.reset }, timeout)
	if !ready {
		s.broken = true
		s.queue.WakeAll()
	}
	if s.broken || s.reset {
		brokenBarrier()
	}
	return index
}

func (s *barrierState) leave() {
	s.count--
	if s.count == 0 {
		s.draining, s.reset = false, false
		s.queue.WakeAll()
	}
}
