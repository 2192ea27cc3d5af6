package socket

import (
	"math"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selects"
)

// Events that the calls of a socket wait for.
const (
	pollIn  = selects.In
	pollOut = selects.Out
)

// call runs a system call that may block: at once if the socket does not block,
// with a wait before it if it has a timeout. It raises TimeoutError and OSError.
func (s *Socket) call(events int16, try func() error) {
	py.Check(s.attempt(events, s.timeout, try))
}

// attempt is call with another timeout, and with the error as a result.
func (s *Socket) attempt(events int16, timeout float64, try func() error) error {
	var err error
	timedOut := false
	py.Blocking(func() {
		var deadline time.Time
		if timeout > 0 && !math.IsInf(timeout, 1) {
			deadline = time.Now().Add(time.Duration(timeout * float64(time.Second)))
		}
		for {
			if timeout > 0 {
				ready, waited := selects.Wait([]selects.PollFD{{FD: int32(s.fd), Events: events}}, deadline)
				if waited != nil {
					err = waited
					return
				}
				if ready == 0 {
					timedOut = true
					return
				}
			}
			err = try()
			if err == syscall.EINTR || timeout > 0 && err == syscall.EAGAIN {
				continue
			}
			return
		}
	})
	if timedOut {
		return py.NewTimeoutError("timed out")
	}
	if errno, ok := err.(syscall.Errno); ok {
		return py.NewErrno(errno)
	}
	return err
}
