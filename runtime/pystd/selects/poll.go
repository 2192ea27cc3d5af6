package selects

import (
	"syscall"
	"time"
	"unsafe"
)

// Events of poll(2).
const (
	In       = 0x001
	Priority = 0x002
	Out      = 0x004
	Error    = 0x008
	HangUp   = 0x010
	Invalid  = 0x020
)

// A PollFD is struct pollfd: what is asked about a file descriptor, and the
// answer.
type PollFD struct {
	FD      int32
	Events  int16
	Revents int16
}

// Wait is poll(2): it waits until an event happens on one of the descriptors,
// at most until the deadline, the zero time meaning for ever. It returns how
// many have events. Signals do not end it. It blocks.
func Wait(list []PollFD, deadline time.Time) (int, error) {
	var first unsafe.Pointer
	if len(list) > 0 {
		first = unsafe.Pointer(&list[0])
	}
	for {
		var limit *syscall.Timespec
		if !deadline.IsZero() {
			ts := syscall.NsecToTimespec(max(0, time.Until(deadline).Nanoseconds()))
			limit = &ts
		}
		n, _, errno := syscall.Syscall6(syscall.SYS_PPOLL, uintptr(first), uintptr(len(list)),
			uintptr(unsafe.Pointer(limit)), 0, 0, 0)
		switch errno {
		case 0:
			return int(n), nil
		case syscall.EINTR:
		default:
			return 0, errno
		}
	}
}
