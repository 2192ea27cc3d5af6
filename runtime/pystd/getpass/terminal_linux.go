package getpass

import (
	"syscall"
	"unsafe"
)

// hideInput turns off the echo of a terminal and returns what turns it on again.
func hideInput(fd int) (restore func(), err error) {
	var before syscall.Termios
	if err := control(fd, syscall.TCGETS, &before); err != nil {
		return nil, err
	}
	hidden := before
	hidden.Lflag &^= syscall.ECHO
	if err := control(fd, syscall.TCSETS, &hidden); err != nil {
		return nil, err
	}
	return func() { _ = control(fd, syscall.TCSETS, &before) }, nil
}

func control(fd int, request uintptr, settings *syscall.Termios) error {
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), request, uintptr(unsafe.Pointer(settings)))
	if errno != 0 {
		return errno
	}
	return nil
}
