package asyncio

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// describeFuture is the repr of a future or task.
func describeFuture(self any) string {
	p := promiseOf(self)
	name := py.TypeOf(self).Name()
	return "<" + name + " " + strings.Join(p.details(self), " ") + ">"
}

// details are the parts of a future's repr.
func (p *promise) details(self any) []string {
	info := []string{strings.ToLower(p.state.String())}
	if p.state == stateFinished {
		if p.err != nil {
			info = append(info, "exception="+py.Repr(p.err))
		} else if p.outer != nil {
			info = append(info, "result="+shortRepr(p.outer.boxed()))
		} else {
			info = append(info, "result=None")
		}
	}
	if callbacks := p.callbacks(); len(callbacks) > 0 {
		info = append(info, describeCallbacks(callbacks))
	}
	t, ok := p.outer.(interface{ base() *task })
	if !ok {
		return info
	}
	return t.base().taskDetails(info)
}

// taskDetails adds what the repr of a task has more than that of a future.
func (t *task) taskDetails(info []string) []string {
	state := info[0]
	if t.Cancelling() > 0 && !t.done() {
		state = "cancelling"
	}
	full := []string{state, "name=" + py.Repr(t.Name())}
	if !t.endedEagerly {
		full = append(full, "coro=<"+describeCoroutine(t.outerTask().coroutine(), t)+">")
	}
	if t.waiter != nil {
		full = append(full, "wait_for="+describePromise(t.waiter))
	}
	return append(full, info[1:]...)
}

func describePromise(p *promise) string {
	if p.outer != nil {
		return py.Repr(p.object())
	}
	return "<Future " + strings.Join(p.details(nil), " ") + ">"
}

func describeCallbacks(callbacks []runnable) string {
	texts := make([]string, len(callbacks))
	for i := range callbacks {
		texts[i] = describeCallback(callbacks[i])
	}
	switch n := len(texts); {
	case n > 2:
		return fmt.Sprintf("cb=[%s, <%d more>, %s]", texts[0], n-2, texts[n-1])
	default:
		return "cb=[" + strings.Join(texts, ", ") + "]"
	}
}

func describeCallback(r runnable) string {
	if c, ok := r.(*programCallback); ok {
		return formatCallback(c.fn, nil, false) + callbackPlace(c.fn)
	}
	name, file, line := libraryCallback(r)
	if release, ok := r.(*releaser); ok {
		name += "(" + describePromise(release.waiter) + ")"
	}
	if line == 0 {
		return name + "()"
	}
	return libraryFunction(name, file, line)
}

// libraryCallback is the __qualname__ of a callback of asyncio's own, and where
// CPython defines it; there is no line where its reprs do not tell it.
func libraryCallback(r runnable) (name, file string, line int) {
	switch r := r.(type) {
	case *task:
		return "Task.task_wakeup", "", 0
	case *gathering:
		return "gather.<locals>._done_callback", "tasks.py", 820
	case *TaskGroup:
		return "TaskGroup._on_task_done", "", 0
	case *waiting:
		return "_wait.<locals>._on_completion", "tasks.py", 521
	case *shielding:
		return "shield.<locals>._inner_done_callback", "tasks.py", 958
	case *untilDone:
		return "_run_until_complete_cb", "base_events.py", 182
	case *completions:
		return "_AsCompletedIterator._handle_completion", "", 0
	case *releaser:
		return "_release_waiter", "tasks.py", 454
	case *stateSetter:
		return "_chain_future.<locals>._set_state", "futures.py", 380
	case *Handle:
		if r.wakes != nil {
			return "_set_result_unless_cancelled", "futures.py", 312
		}
		return r.name(), "", 0
	}
	return "_chain_future.<locals>._call_check_cancel", "futures.py", 386
}

// formatCallback is how reports name a callback.
func formatCallback(fn any, args []any, debug bool) string {
	suffix := "()"
	if debug {
		texts := make([]string, len(args))
		for i, a := range args {
			texts[i] = shortRepr(a)
		}
		suffix = "(" + strings.Join(texts, ", ") + ")"
	}
	if py.TypeOf(fn).Name() == "partial" && py.HasAttr(fn, "func") {
		return formatPartial(fn, debug) + suffix
	}
	return callbackName(fn) + suffix
}

func formatPartial(fn any, debug bool) string {
	inner := py.GetAttr(fn, "func")
	args, _ := py.GetAttr(fn, "args").(py.Tuple)
	return formatCallback(inner, args, debug)
}

func callbackName(fn any) string {
	for _, attr := range []string{"__qualname__", "__name__"} {
		if name, ok := py.GetAttrOr(fn, attr, nil).(string); ok && name != "" {
			return name
		}
	}
	return py.Repr(fn)
}

// String is the repr of the handle.
func (h *Handle) repr() string {
	if h.description != "" {
		return h.description
	}
	info := []string{"Handle"}
	if h.timer != nil {
		info[0] = "TimerHandle"
	}
	if h.cancelled {
		info = append(info, "cancelled")
	}
	if h.timer != nil {
		info = append(info, "when="+py.FormatFloat(h.timer.when))
	}
	if h.callback != nil {
		info = append(info, formatCallback(h.callback, h.args, h.loop.debug)+callbackPlace(h.callback))
	}
	return "<" + strings.Join(info, " ") + ">"
}

// bracketed puts extra into the default repr of an object, as the primitives do.
func bracketed(self any, extra string, waiting int) string {
	if waiting > 0 {
		extra += fmt.Sprintf(", waiters:%d", waiting)
	}
	c := py.TypeOf(self)
	return fmt.Sprintf("<%s.%s object at %#x [%s]>", c.ModuleName(), c.Qualname(), py.ID(self), extra)
}
