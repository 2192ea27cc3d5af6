package asyncio

import "iter"

// A slot exchanges two goroutines without the Go scheduler. The next and yield
// functions of one iter.Pull strictly alternate and may be called from any
// goroutine: whoever calls the one that is due blocks in the slot, and the
// goroutine that was blocked there goes on. So every slot holds exactly one
// blocked goroutine at any time.
type slot struct {
	next   func() (struct{}, bool)
	yield  func(struct{}) bool
	inNext bool
}

// newSlot makes a slot that holds a new goroutine, which runs w when it is first
// exchanged. When w returns, the goroutine that the slot holds at that
// moment goes on.
func newSlot(w *worker) *slot {
	s := &slot{}
	s.next, _ = iter.Pull(func(yield func(struct{}) bool) {
		s.yield = yield
		w.run()
	})
	return s
}

func (s *slot) exchange() {
	if s.inNext {
		s.inNext = false
		s.yield(struct{}{})
	} else {
		s.inNext = true
		s.next()
	}
}

// A strand is a stack that can be left and continued: that of a task, of a
// worker without a task, or of the caller of the loop.
type strand struct {
	// at is the slot in which the strand is blocked while it does not run.
	at *slot
	// resumed tells a strand that wakes that it is its turn. A strand can also
	// wake because a worker ended in the slot it waited in; then it has to pass
	// the turn on.
	resumed bool
}

// switchTo leaves s and continues target.
func (s *strand) switchTo(target *strand) {
	target.resumed = true
	place := target.at
	target.at = nil
	s.at = place
	place.exchange()
}
