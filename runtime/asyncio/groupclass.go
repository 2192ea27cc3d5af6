package asyncio

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of timeouts, task groups, runners and handles.
var (
	TimeoutClass     *py.Class
	TaskGroupClass   *py.Class
	RunnerClass      *py.Class
	HandleClass      *py.Class
	TimerHandleClass *py.Class
	completionsClass *py.Class
)

func init() {
	TimeoutClass = newPythonClass("asyncio.timeouts", "Timeout", nil,
		func() any { return NoTimeout() }, defineTimeout)
	TaskGroupClass = newPythonClass("asyncio.taskgroups", "TaskGroup", nil,
		func() any { return NewTaskGroup() }, defineTaskGroup)
	RunnerClass = newPythonClass("asyncio.runners", "Runner", nil,
		func() any { return NewRunner() }, defineRunner)
	HandleClass = newPythonClass("asyncio.events", "Handle", nil, nil, defineHandle)
	TimerHandleClass = newPythonClass("asyncio.events", "TimerHandle", HandleClass, nil, defineTimerHandle)
	completionsClass = newPythonClass("asyncio.tasks", "_AsCompletedIterator", nil, nil, defineCompletions)
}

// PyClass is the class Timeout.
func (t *Timeout) PyClass() *py.Class { return TimeoutClass }

// PyClass is the class TaskGroup.
func (g *TaskGroup) PyClass() *py.Class { return TaskGroupClass }

// PyClass is the class Runner.
func (r *Runner) PyClass() *py.Class { return RunnerClass }

// PyClass is the class Handle or TimerHandle.
func (h *Handle) PyClass() *py.Class {
	if h.timer != nil {
		return TimerHandleClass
	}
	return HandleClass
}

// errorArgument is the exception that __aexit__ gets, nil for None.
func errorArgument(exc any) error {
	if e, ok := exc.(error); ok {
		return e
	}
	return nil
}

// exitResult turns the error that leaves a block into what __aexit__ returns:
// false lets the block's own exception pass.
func exitResult(left, given error) (any, error) {
	if left == nil {
		return given != nil, nil
	}
	if left == given {
		return nil, nil
	}
	return nil, left
}

func defineTimeout(c pythonClass) {
	of := func(self any) *Timeout { return py.PayloadAs[*Timeout](self) }
	c.Final()
	c.def("__init__(self, when)", func(self, when any) any {
		if when != nil {
			of(self).when, of(self).limited = py.Float(when), true
		}
		return nil
	})
	c.def("when(self)", func(self any) any {
		if when, ok := of(self).When(); ok {
			return when
		}
		return nil
	})
	c.def("reschedule(self, when)", func(self, when any) any {
		if when == nil {
			of(self).RescheduleNever()
		} else {
			of(self).Reschedule(py.Float(when))
		}
		return nil
	})
	c.def("expired(self)", func(self any) any { return of(self).Expired() })
	c.async("__aenter__(self)", func(ctx context.Context, self any) (any, error) {
		return self, of(self).Enter(ctx)
	})
	c.async("__aexit__(self, exc_type, exc_val, exc_tb)", func(_ context.Context, self, _, exc, _ any) (any, error) {
		given := errorArgument(exc)
		return exitResult(of(self).Exit(given), given)
	})
	c.def("__repr__(self)", func(self any) any {
		t := of(self)
		when := ""
		if t.state == timeoutEntered {
			when = " when=None"
			if t.limited {
				when = " when=" + py.FormatFloat(math.Round(t.when*1000)/1000)
			}
		}
		return "<Timeout [" + string(t.state) + "]" + when + ">"
	})
}

func defineTaskGroup(c pythonClass) {
	of := func(self any) *TaskGroup { return py.PayloadAs[*TaskGroup](self) }
	c.def("__init__(self)", func(any) any { return nil })
	c.async("__aenter__(self)", func(ctx context.Context, self any) (any, error) {
		return self, of(self).Enter(ctx)
	})
	c.async("__aexit__(self, et, exc, tb)", func(ctx context.Context, self, _, exc, _ any) (any, error) {
		given := errorArgument(exc)
		return exitResult(of(self).Exit(ctx, given), given)
	})
	c.def("create_task(self, coro, *, name=None, context=None)", func(self, coro, name, context any) any {
		g := of(self)
		if err := g.checkOpen(); err != nil {
			py.CallMethod(coro, "close")
			raise(err)
		}
		t := g.loop.createTaskAny(coro, &taskOptions{name: name, vars: varsArgument(context)})
		g.adopt(futureOf(t))
		return t
	})
	c.def("__repr__(self)", func(self any) any {
		g := of(self)
		info := []string{"<TaskGroup"}
		if g.tasks.count > 0 {
			info = append(info, fmt.Sprintf("tasks=%d", g.tasks.count))
		}
		if len(g.errors) > 0 {
			info = append(info, fmt.Sprintf("errors=%d", len(g.errors)))
		}
		if g.aborting {
			info = append(info, "cancelling")
		} else if g.entered {
			info = append(info, "entered")
		}
		return strings.Join(info, " ") + ">"
	})
}

func defineRunner(c pythonClass) {
	of := func(self any) *Runner { return py.PayloadAs[*Runner](self) }
	c.def("__init__(self, *, debug=None, loop_factory=None)", func(self, debug, factory any) any {
		of(self).debug, of(self).loopFactory = debug, factory
		return nil
	})
	c.def("run(self, coro, *, context=None)", func(self, coro, context any) (any, error) {
		return of(self).runAny(coro, varsArgument(context))
	})
	c.def("close(self)", func(self any) any {
		of(self).Close()
		return nil
	})
	c.def("get_loop(self)", func(self any) any { return of(self).Loop().object() })
	c.def("__enter__(self)", func(self any) (any, error) { return self, of(self).initialize() })
	c.def("__exit__(self, exc_type, exc_val, exc_tb)", func(self, _, _, _ any) any {
		of(self).Close()
		return nil
	})
}

func defineHandle(c pythonClass) {
	of := func(self any) *Handle { return py.PayloadAs[*Handle](self) }
	c.def("cancel(self)", func(self any) any {
		of(self).Cancel()
		return nil
	})
	c.def("cancelled(self)", func(self any) any { return of(self).Cancelled() })
	c.def("get_context(self)", func(self any) any { return of(self).vars })
	c.def("__repr__(self)", func(self any) any { return of(self).repr() })
}

func defineTimerHandle(c pythonClass) {
	of := func(self any) *Handle { return py.PayloadAs[*Handle](self) }
	c.def("when(self)", func(self any) any { return of(self).When() })
	c.def("__hash__(self)", func(self any) any { return py.Hash(of(self).When()) })
	compare := func(name string, test func(a, b *Handle) bool) {
		c.def(name+"(self, other)", func(self, other any) any {
			o, ok := other.(*Handle)
			if !ok || o.timer == nil {
				return py.NotImplemented
			}
			return test(of(self), o)
		})
	}
	compare("__lt__", timerLess)
	compare("__le__", func(a, b *Handle) bool { return timerLess(a, b) || a == b })
	compare("__gt__", func(a, b *Handle) bool { return timerLess(b, a) })
	compare("__ge__", func(a, b *Handle) bool { return timerLess(b, a) || a == b })
	compare("__eq__", func(a, b *Handle) bool { return a == b })
}

func defineCompletions(c pythonClass) {
	of := func(self any) *completions { return self.(*completions) }
	c.def("__aiter__(self)", func(self any) any { return self })
	c.async("__anext__(self)", func(ctx context.Context, self any) (any, error) {
		v, ok, err := of(self).NextAny(ctx)
		if err == nil && !ok {
			err = py.NewStopAsyncIteration()
		}
		return v, err
	})
	c.def("__iter__(self)", func(self any) any { return self })
	c.def("__next__(self)", func(self any) (any, error) {
		v, ok := of(self).nextCoroutine()
		if !ok {
			return nil, py.NewStopIteration()
		}
		return v, nil
	})
}
