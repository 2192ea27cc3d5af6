package asyncio

import (
	"syscall"
	"unsafe"
)

// monotonicSeconds reads the clock that CPython's time.monotonic() reads.
func monotonicSeconds() float64 {
	const clockMonotonic = 1
	var ts syscall.Timespec
	_, _, errno := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clockMonotonic, uintptr(unsafe.Pointer(&ts)), 0)
	if errno != 0 {
		return 0
	}
	return float64(ts.Sec) + float64(ts.Nsec)/1e9
}
