// Package time is Python's module time: clocks, sleep, and times of the
// calendar.
// https://docs.python.org/3.13/library/time.html
package time

import (
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// PerfCounter is time.perf_counter: seconds of a clock that only goes forward.
func PerfCounter() float64 { return float64(py.MonotonicNs()) / 1e9 }

// PerfCounterNs is time.perf_counter_ns.
func PerfCounterNs() int { return py.MonotonicNs() }

// Monotonic is time.monotonic.
func Monotonic() float64 { return float64(py.MonotonicNs()) / 1e9 }

// MonotonicNs is time.monotonic_ns.
func MonotonicNs() int { return py.MonotonicNs() }

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
	defineClocks(m)
	defineCalendarTimes(m)
	return m
})

// defineClocks adds the clocks.
func defineClocks(m *py.Module) {
	for name, clock := range map[string]func() float64{
		"time": Time, "perf_counter": PerfCounter, "monotonic": Monotonic,
		"process_time": processTime, "thread_time": threadTime,
	} {
		m.Builtin(name+"()", func() any { return clock() })
	}
	for name, clock := range map[string]func() int{
		"time_ns": TimeNs, "perf_counter_ns": PerfCounterNs, "monotonic_ns": MonotonicNs,
		"process_time_ns": func() int { return int(processTime() * 1e9) },
		"thread_time_ns":  func() int { return int(threadTime() * 1e9) },
	} {
		m.Builtin(name+"()", func() any { return clock() })
	}
	addClocks(m)
	m.Builtin("get_clock_info(name, /)", func(name any) any { return clockInfo(name) })
}

// defineCalendarTimes adds the functions and values of the calendar and the
// time zone.
func defineCalendarTimes(m *py.Module) {
	m.Set("struct_time", structTime.Class).Set("_STRUCT_TM_ITEMS", 11)
	m.Builtin("localtime(seconds=None, /)", func(seconds any) any {
		s := secondsOf(seconds)
		tooFar(s)
		return Local(s).StructTime(true)
	})
	m.Builtin("gmtime(seconds=None, /)", func(seconds any) any {
		s := secondsOf(seconds)
		tooFar(s)
		return UTC(s).StructTime(true)
	})
	m.Builtin("mktime(seconds_tuple, /)", func(tuple any) any { return float64(makeTime(FromTuple(tuple, "mktime"))) })
	timeOf := func(tuple any, function string) *Broken {
		if tuple == py.NotImplemented {
			return Local(secondsOf(nil))
		}
		t := FromTuple(tuple, function)
		t.check()
		return t
	}
	m.Builtin("asctime(tuple=, /)", func(tuple any) any { return ascTime(timeOf(tuple, "asctime")) }, py.NotImplemented)
	m.Builtin("ctime(seconds=None, /)", func(seconds any) any {
		s := secondsOf(seconds)
		tooFar(s)
		return ascTime(Local(s))
	})
	m.Builtin("strftime(format, tuple=, /)", func(format, tuple any) any {
		text, ok := py.Payload(format).(string)
		if !ok {
			panic(exc.TypeError("strftime() argument 1 must be str, not %s", py.TypeOf(format).Name()))
		}
		return timeOf(tuple, "strftime").Format(text)
	}, py.NotImplemented)
	m.Builtin("strptime(string, format='%a %b %d %H:%M:%S %Y', /)", func(text, format any) any {
		s, f := ParseArguments(text, format)
		p := Parse(s, f)
		if p.Zone == "" && !p.HasOffset {
			return p.StructTime(false)
		}
		items := py.Tuple{p.Year, p.Month, p.Day, p.Hour, p.Minute, p.Second, p.Weekday, p.YearDay, p.DST}
		var zone, offset any
		if p.Zone != "" {
			zone = p.Zone
		}
		if p.HasOffset {
			offset = p.Offset
		}
		return structTime.Make(items, zone, offset)
	})
	standard, summer := zoneRules()
	m.Set("timezone", -standard.Offset).Set("altzone", -summer.Offset)
	m.Set("tzname", py.Tuple{standard.Zone, summer.Zone})
	daylight := 0
	if standard.Offset != summer.Offset {
		daylight = 1
	}
	m.Set("daylight", daylight)
}

// ParseArguments checks the arguments of a function strptime. It raises
// TypeError.
func ParseArguments(text, format any) (string, string) {
	var s [2]string
	for i, v := range []any{text, format} {
		var ok bool
		if s[i], ok = py.Payload(v).(string); !ok {
			panic(exc.TypeError("strptime() argument %d must be str, not %s", i, py.Str(py.TypeOf(v))))
		}
	}
	return s[0], s[1]
}
