package executor

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func unfinished(left, total int) string {
	return fmt.Sprintf("%d (of %d) futures unfinished", left, total)
}

// FutureClass is concurrent.futures.Future.
var FutureClass *py.Class

func init() {
	FutureClass = py.NewNativeClass("concurrent.futures._base", "Future", nil, defineFuture)
}

func futureOf(self any) *Future { return py.PayloadAs[*Future](self) }

func defineFuture(d *py.Definition) {
	d.Subscriptable()
	d.Doc("Represents the result of an asynchronous computation.")
	d.Alloc(func() any { return NewFuture() })
	d.Method("__init__(self)", func(self any) any {
		futureOf(self).self = self
		return nil
	})
	d.Method("cancel(self)", func(self any) any { return futureOf(self).Cancel() })
	d.Method("cancelled(self)", func(self any) any { return futureOf(self).IsCancelled() })
	d.Method("running(self)", func(self any) any { return futureOf(self).state == Running })
	d.Method("done(self)", func(self any) any { return futureOf(self).Done() })
	d.Method("result(self, timeout=None)", func(self, timeout any) (any, error) {
		return futureOf(self).Result(Timeout(timeout))
	})
	d.Method("exception(self, timeout=None)", func(self, timeout any) (any, error) {
		exc, err := futureOf(self).Exception(Timeout(timeout))
		if exc == nil {
			return nil, err
		}
		return exc, err
	})
	d.Method("add_done_callback(self, fn)", func(self, fn any) any {
		futureOf(self).AddDoneCallback(fn)
		return nil
	})
	d.Method("set_running_or_notify_cancel(self)", func(self any) any {
		return futureOf(self).SetRunningOrNotifyCancel()
	})
	d.Method("set_result(self, result)", func(self, result any) any {
		futureOf(self).SetResult(result)
		return nil
	})
	d.Method("set_exception(self, exception)", func(self, exception any) any {
		futureOf(self).SetException(py.AsException(exception.(error)))
		return nil
	})
	d.Getter("_state", func(self any) any { return string(futureOf(self).state) })
	d.Method("__repr__(self)", func(self any) any { return describe(self) })
}

// describe is the repr of a future.
func describe(self any) string {
	f := futureOf(self)
	state := map[State]string{
		Pending: "pending", Running: "running", Cancelled: "cancelled",
		CancelledAndNotified: "cancelled", Finished: "finished",
	}[f.state]
	text := fmt.Sprintf("<%s at %#x state=%s", py.TypeOf(self).Name(), py.ID(self), state)
	if f.state == Finished {
		if f.err != nil {
			text += " raised " + py.TypeOf(f.err).Name()
		} else {
			text += " returned " + py.TypeOf(f.result).Name()
		}
	}
	return text + ">"
}
