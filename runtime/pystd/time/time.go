// Package time is Python's module time: clocks and sleep.
// https://docs.python.org/3.13/library/time.html
package time

import (
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var start = time.Now()

// PerfCounter is time.perf_counter: seconds of a clock that only goes forward.
func PerfCounter() float64 { return time.Since(start).Seconds() }

// PerfCounterNs is time.perf_counter_ns.
func PerfCounterNs() int { return int(time.Since(start)) }

// Monotonic is time.monotonic.
func Monotonic() float64 { return time.Since(start).Seconds() }

// MonotonicNs is time.monotonic_ns.
func MonotonicNs() int { return int(time.Since(start)) }

// Time is time.time: seconds since the epoch.
func Time() float64 { return float64(time.Now().UnixNano()) / 1e9 }

// TimeNs is time.time_ns.
func TimeNs() int { return int(time.Now().UnixNano()) }

// Sleep is time.sleep. It lets other threads of the program run. It raises
// ValueError for a negative number.
func Sleep(seconds any) {
	if _, ok := seconds.(string); ok {
		panic(exc.TypeError("'str' object cannot be interpreted as an integer"))
	}
	s := number.Real(seconds)
	if s < 0 {
		panic(exc.ValueError("sleep length must be non-negative"))
	}
	py.Blocking(func() { time.Sleep(time.Duration(s * float64(time.Second))) })
}

// Module is the module time.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("time", "This module provides various functions to manipulate time values.")
	m.Builtin("sleep(seconds, /)", func(seconds any) any {
		Sleep(seconds)
		return nil
	})
	for name, clock := range map[string]func() float64{
		"time": Time, "perf_counter": PerfCounter, "monotonic": Monotonic,
		"process_time": processTime, "thread_time": processTime,
	} {
		m.Builtin(name+"()", func() any { return clock() })
	}
	for name, clock := range map[string]func() int{
		"time_ns": TimeNs, "perf_counter_ns": PerfCounterNs, "monotonic_ns": MonotonicNs,
		"process_time_ns": func() int { return int(processTime() * 1e9) },
	} {
		m.Builtin(name+"()", func() any { return clock() })
	}
	return m
})
