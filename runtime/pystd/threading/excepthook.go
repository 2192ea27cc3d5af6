package threading

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/structseq"
)

// hookArgs is the class of what threading.excepthook is given.
var hookArgs = structseq.New("_thread", "_ExceptHookArgs", []string{"exc_type", "exc_value", "exc_traceback", "thread"}, nil)

// hooked is the module, of which programs replace excepthook.
var hooked *py.Module

// addExceptHook adds what is called with the exceptions that threads end with.
func addExceptHook(m *py.Module) {
	hooked = m
	m.Set("ExceptHookArgs", hookArgs.Class)
	m.Builtin("excepthook(args, /)", func(args any) any {
		if e, ok := py.GetAttr(args, "exc_value").(py.BaseException); ok && !py.Matches(e, py.SystemExit) {
			py.WriteStderr("Exception in thread " + hookedName(py.GetAttr(args, "thread")) + ":\n" + py.FormatException(e))
		}
		return nil
	}).Module("_thread")
	m.Set("__excepthook__", m.Attr("excepthook"))
}

func hookedName(thread any) string {
	if thread == nil {
		return py.Str(identOf(py.CurrentThread()))
	}
	return py.Str(py.GetAttr(thread, "name"))
}

// uncaught tells threading.excepthook of the exception that a thread ended with.
func (t *thread) uncaught(err error) {
	e := py.AsException(err)
	args := hookArgs.Make(py.Tuple{py.TypeOf(e), e, py.ErrorTraceback(e), t.object})
	failed := py.Try(func() error {
		py.Call(hooked.Attr("excepthook"), args)
		return nil
	})
	if failed != nil {
		py.WriteStderr("Exception in threading.excepthook:\n" + py.FormatException(py.AsException(failed)))
	}
}
