package py

import (
	"syscall"
	"unsafe"
)

// clockNanoseconds reads CLOCK_MONOTONIC, so that the times agree with those of
// other programs on the machine.
func clockNanoseconds() int64 {
	const clockMonotonic = 1
	var now syscall.Timespec
	if _, _, e := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clockMonotonic, uintptr(unsafe.Pointer(&now)), 0); e != 0 {
		return 0
	}
	return now.Nano()
}
