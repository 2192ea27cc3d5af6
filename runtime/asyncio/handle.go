package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Handle is asyncio.Handle: a scheduled call that can be cancelled.
type Handle struct {
	loop      *Loop
	callback  any
	args      []any
	call      func()   // a callback of Go code, in place of callback and args
	wakes     *promise // a future to finish, in place of a callback
	owner     string   // the __qualname__ of what call is, if it is no _release_waiter
	vars      *Vars
	cancelled bool
	// description is the repr that debug mode keeps of a cancelled handle.
	description string
	timer       *timer
}

// timer makes a Handle a TimerHandle.
type timer struct {
	when      float64
	scheduled bool
}

func newHandle(l *Loop, callback any, args []any, vars *Vars) *Handle {
	if vars == nil {
		vars = CopyContext()
	}
	return &Handle{loop: l, callback: callback, args: args, vars: vars}
}

// Cancel is Handle.cancel(): the call does not happen.
func (h *Handle) Cancel() {
	if h.cancelled {
		return
	}
	if h.timer != nil && h.timer.scheduled {
		h.loop.cancelledTimers++
	}
	if h.loop.debug {
		h.description = h.repr()
	}
	h.cancelled = true
	h.callback, h.args, h.call, h.wakes = nil, nil, nil, nil
}

// name is the __qualname__ of the callback of asyncio's own that the handle calls.
func (h *Handle) name() string {
	if h.owner != "" {
		return h.owner
	}
	return "_release_waiter"
}

// Cancelled is Handle.cancelled().
func (h *Handle) Cancelled() bool { return h.cancelled }

// When is TimerHandle.when(): the time of the loop's clock at which the call is
// due.
func (h *Handle) When() float64 { return h.timer.when }

func (h *Handle) run(*promise) {
	if h.cancelled {
		return
	}
	if w := h.wakes; w != nil {
		if !w.done() {
			w.finish()
		}
		return
	}
	err := h.invoke()
	if err == nil {
		return
	}
	if isExit(err) {
		h.loop.fatal = err
		return
	}
	called := h.name() + "()"
	if h.callback != nil {
		called = formatCallback(h.callback, h.args, h.loop.debug) + callbackPlace(h.callback)
	}
	h.loop.report(py.Kwargs{
		{Name: "message", Value: "Exception in callback " + called},
		{Name: "exception", Value: err},
		{Name: "handle", Value: h},
	})
}

// invoke calls what the handle is for, and returns the exception that it raises.
func (h *Handle) invoke() (err error) {
	defer py.Catch(&err)
	if h.call != nil {
		py.Enter()
		defer py.Leave()
		h.call()
		return nil
	}
	return h.vars.Run(func() error {
		py.CallKw(h.callback, h.args, nil)
		return nil
	})
}

func timerLess(a, b *Handle) bool { return a.timer.when < b.timer.when }
