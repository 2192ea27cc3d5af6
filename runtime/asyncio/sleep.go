package asyncio

import (
	"context"
	"math"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Sleep is asyncio.sleep(d). A delay that is not positive gives every other
// ready task one turn.
func Sleep(ctx context.Context, d time.Duration) error {
	if d == notANumber {
		return sleepSeconds(ctx, math.NaN())
	}
	return sleepSeconds(ctx, d.Seconds())
}

// sleepSeconds is asyncio.sleep(delay).
func sleepSeconds(ctx context.Context, delay float64) error {
	t, stage := startAwait(ctx)
	if stage == leftAtFirstAwait {
		return t.slept()
	}
	if delay <= 0 {
		if stage == beforeFirstAwait {
			t.first = leftAtFirstAwait
			t.scheduleStep(nil)
			return errLeft
		}
		return yieldOnce(ctx)
	}
	if math.IsNaN(delay) {
		return py.NewValueError("Invalid delay: NaN (not a number)")
	}
	l := RunningLoop()
	if l == nil {
		return errNoRunningLoop()
	}
	w, err := newWaiter(ctx)
	if err != nil {
		return err
	}
	h := l.later(delay, &Handle{loop: l, wakes: w})
	if stage == beforeFirstAwait {
		return t.leave(w, h)
	}
	err = awaitPromise(ctx, w)
	h.Cancel()
	return err
}

// slept is the end of a sleep that was its coroutine's first await.
func (t *task) slept() error {
	h, ok := t.kept.(*Handle)
	if !ok {
		err := t.thrown
		t.thrown = nil
		return err
	}
	_, err := t.comeBack(&t.wait)
	h.Cancel()
	return err
}

// SleepAny is asyncio.sleep(delay) for a delay of any type. A TypeError panics,
// as in CPython's comparison of the delay with 0.
func SleepAny(ctx context.Context, delay any) error {
	if py.LessEqual(delay, 0) {
		return yieldOnce(ctx)
	}
	return sleepSeconds(ctx, py.Float(delay))
}

// yieldOnce gives every other ready callback a turn.
func yieldOnce(ctx context.Context) error {
	t, driver := suspender(ctx)
	if t != nil {
		return t.yieldOnce()
	}
	if driver == nil {
		return errNoRunningLoop()
	}
	_, err := driver.Suspend(nil)
	return err
}
