package io

import (
	"syscall"
	"unsafe"
)

// IsTerminal is os.isatty(fd).
func IsTerminal(fd int) bool {
	var state syscall.Termios
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), syscall.TCGETS, uintptr(unsafe.Pointer(&state)))
	return errno == 0
}
