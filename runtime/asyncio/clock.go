package asyncio

import (
	"math"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// clockResolution is the resolution of the loop's clock in seconds.
const clockResolution = 1e-9

// Monotonic is time.monotonic(): seconds since an arbitrary point in the past.
func Monotonic() float64 { return float64(py.MonotonicNs()) / 1e9 }

// Time is loop.time().
func (l *Loop) Time() float64 {
	if l.clock != nil {
		return py.Float(py.Call(l.clock))
	}
	return Monotonic()
}

// notANumber is the duration that stands for NaN seconds.
const notANumber = time.Duration(math.MinInt64)

// Seconds is the duration of a number of seconds. What does not fit becomes the
// longest or shortest duration; [Sleep] knows that of NaN.
func Seconds(s float64) time.Duration {
	ns := s * float64(time.Second)
	switch {
	case ns >= math.MaxInt64:
		return math.MaxInt64
	case ns <= math.MinInt64:
		return math.MinInt64 + 1
	case ns != ns:
		return notANumber
	}
	return time.Duration(ns)
}

// sleep waits for wait seconds, until something is posted, or until a file
// descriptor or signal is ready. As with CPython's selector the time is rounded
// up to milliseconds, so that timers that are due almost together run in the
// same turn.
func (l *Loop) sleep(wait float64) {
	if l.selector != nil && l.selector.active() {
		l.selector.wait(l, wait)
		return
	}
	if wait == 0 {
		return
	}
	w := &l.wake
	w.mu.Lock()
	if w.pending.Load() {
		w.mu.Unlock()
		return
	}
	w.sleeping = true
	w.mu.Unlock()
	py.Blocking(func() { l.waitForToken(wait) })
	w.mu.Lock()
	w.sleeping = false
	w.mu.Unlock()
	select {
	case <-w.token:
	default:
	}
}

func (l *Loop) waitForToken(wait float64) {
	if math.IsInf(wait, 1) {
		<-l.wake.token
		return
	}
	timer := time.NewTimer(roundUpToMilliseconds(wait))
	defer timer.Stop()
	select {
	case <-l.wake.token:
	case <-timer.C:
	}
}

func roundUpToMilliseconds(wait float64) time.Duration {
	return time.Duration(math.Ceil(wait*1e3)) * time.Millisecond
}

// rouse ends the sleep of the loop. It is called once per sleep.
func (l *Loop) rouse() {
	if s := l.selector; s != nil && s.rouse() {
		return
	}
	select {
	case l.wake.token <- struct{}{}:
	default:
	}
}
