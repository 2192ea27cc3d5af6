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
	return sleepSeconds(ctx, d.Seconds())
}

// sleepSeconds is asyncio.sleep(delay).
func sleepSeconds(ctx context.Context, delay float64) error {
	if delay <= 0 {
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
	h := l.callAt(l.Time()+delay, &Handle{loop: l, wakes: w})
	err = awaitPromise(ctx, w)
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
