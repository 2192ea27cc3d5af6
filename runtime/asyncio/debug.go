package asyncio

import (
	"fmt"
	"os"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// debugFromEnvironment reports whether PYTHONASYNCIODEBUG asks for debug mode.
func debugFromEnvironment() bool {
	return os.Getenv("PYTHONASYNCIODEBUG") != "" || os.Getenv("PYTHONDEVMODE") != ""
}

// Debug is loop.get_debug().
func (l *Loop) Debug() bool { return l.debug }

// SetDebug is loop.set_debug(enabled).
func (l *Loop) SetDebug(enabled bool) { l.debug = enabled }

// endDebugStep warns about a callback or step that took too long.
func (l *Loop) endDebugStep(r runnable) {
	if l.currentHandle == nil {
		return
	}
	l.currentHandle = nil
	took := l.Time() - l.stepStart
	if !py.GreaterEqual(took, l.slowCallbackDuration) {
		return
	}
	what := "<Handle>"
	switch r := r.(type) {
	case *task:
		what = py.Repr(r.object())
	case *Handle:
		what = py.Str(r)
	}
	logWarning(fmt.Sprintf("Executing %s took %.3f seconds", what, took))
}

// reportStepOfDone reports a step that was scheduled for a task which is done.
func (l *Loop) reportStepOfDone(t *task) {
	l.report(py.Kwargs{
		{Name: "message", Value: "Exception in callback " + py.Repr(t.object())},
		{Name: "exception", Value: newError(InvalidStateError, []any{"_step(): already done: " + py.Repr(t.object()) + ", None"})},
	})
}
