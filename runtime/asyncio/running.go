package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// RunningLoop returns the loop that runs in the current thread, nil if none
// does.
func RunningLoop() *Loop {
	l, _ := py.CurrentThread().Loop.(*Loop)
	return l
}

// GetRunningLoop is asyncio.get_running_loop(). It raises RuntimeError when no
// loop runs.
func GetRunningLoop() *Loop {
	l := RunningLoop()
	if l == nil {
		py.Raise(errNoRunningLoop())
	}
	return l
}

func errNoRunningLoop() error { return py.NewRuntimeError("no running event loop") }

// policyLoop is the key in py.Thread.Data of the loop that set_event_loop gave
// the thread.
type policyLoop struct{}

// GetEventLoop is asyncio.get_event_loop(): the running loop, or the one that
// SetEventLoop gave the thread. The main thread gets a new one once.
func GetEventLoop() *Loop {
	if l := RunningLoop(); l != nil {
		return l
	}
	if policy.own {
		return py.As[*Loop](py.Payload(py.CallMethod(policy.object, "get_event_loop")))
	}
	return threadLoop(nil)
}

// threadLoop is get_event_loop() of the default policy, or of one that the
// program derived from it: the loop that set_event_loop gave the thread.
func threadLoop(policy any) *Loop {
	t := py.CurrentThread()
	l, set := t.Data[policyLoop{}].(*Loop)
	if l != nil {
		return l
	}
	if !set && t == py.MainThread() {
		if _, everSet := t.Data[policyLoop{}]; !everSet {
			if policy != nil {
				py.CallMethod(policy, "set_event_loop", py.CallMethod(policy, "new_event_loop"))
				return threadLoop(nil)
			}
			l = NewLoop()
			SetEventLoop(l)
			return l
		}
	}
	py.Raise(py.NewRuntimeError("There is no current event loop in thread " + py.Repr(executor.ThreadName(t)) + "."))
	return nil
}

// SetEventLoop is asyncio.set_event_loop(l); nil takes the thread's loop away.
func SetEventLoop(l *Loop) {
	t := py.CurrentThread()
	if t.Data == nil {
		t.Data = map[any]any{}
	}
	t.Data[policyLoop{}] = l
}

// loopOf returns the loop that ctx belongs to, or the running one. It raises
// RuntimeError when there is none.
func loopOf(ctx context.Context) *Loop {
	if t, ok := ctx.(*task); ok && t.loop.isRunning() {
		return t.loop
	}
	return GetRunningLoop()
}

// Context returns the context of what runs now: the running task, or a context
// without one.
func Context() context.Context { return py.CurrentContext() }

// contextOfThread is the py.Thread.Context of a thread whose loop runs.
func (l *Loop) contextOfThread() context.Context {
	if l.current != nil {
		return l.current
	}
	return nil
}
