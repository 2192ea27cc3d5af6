package time

import (
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The clocks of Linux that clock_gettime knows.
var clockNumbers = map[string]int{
	"CLOCK_REALTIME": 0, "CLOCK_MONOTONIC": 1, "CLOCK_PROCESS_CPUTIME_ID": 2, "CLOCK_THREAD_CPUTIME_ID": 3,
	"CLOCK_MONOTONIC_RAW": 4, "CLOCK_BOOTTIME": 7,
}

// clockNs is time.clock_gettime_ns.
func clockNs(clock any) int {
	switch py.As[int](clock) {
	case 0:
		return TimeNs()
	case 1, 4, 7:
		return MonotonicNs()
	case 2:
		return int(processTime() * 1e9)
	case 3:
		return int(threadTime() * 1e9)
	}
	panic(py.NewErrno(syscall.EINVAL))
}

func addClocks(m *py.Module) {
	for name, number := range clockNumbers {
		m.Set(name, number)
	}
	m.Builtin("clock_gettime(clk_id, /)", func(clock any) any { return float64(clockNs(clock)) / 1e9 })
	m.Builtin("clock_gettime_ns(clk_id, /)", func(clock any) any { return clockNs(clock) })
	m.Builtin("clock_getres(clk_id, /)", func(clock any) any {
		clockNs(clock)
		return 1e-09
	})
}
