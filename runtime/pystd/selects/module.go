// Package selects is Python's module select: waiting for file descriptors.
// https://docs.python.org/3.13/library/select.html
package selects

import (
	"math"
	"sync"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module is the module select.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("select", "")
	for name, value := range map[string]int{
		"POLLIN": In, "POLLPRI": Priority, "POLLOUT": Out, "POLLERR": Error, "POLLHUP": HangUp, "POLLNVAL": Invalid,
		"POLLRDNORM": 0x40, "POLLRDBAND": 0x80, "POLLWRNORM": 0x100, "POLLWRBAND": 0x200, "POLLMSG": 0x400, "POLLRDHUP": 0x2000,
		"EPOLLIN": In, "EPOLLPRI": Priority, "EPOLLOUT": Out, "EPOLLERR": Error, "EPOLLHUP": HangUp,
		"EPOLLRDNORM": 0x40, "EPOLLRDBAND": 0x80, "EPOLLWRNORM": 0x100, "EPOLLWRBAND": 0x200, "EPOLLMSG": 0x400,
		"EPOLLRDHUP": 0x2000, "EPOLLEXCLUSIVE": 1 << 28, "EPOLLONESHOT": 1 << 30, "EPOLLET": 1 << 31,
		"EPOLL_CLOEXEC": syscall.EPOLL_CLOEXEC, "PIPE_BUF": 4096,
	} {
		m.Set(name, value)
	}
	m.Set("error", py.OSError)
	m.Builtin("select(rlist, wlist, xlist, timeout=None, /)", selectFiles)
	m.Builtin("poll()", func() any { return &poller{index: map[int]int{}} })
	m.Set("epoll", epollClass)
	return m
})

// FileDescriptor is the number of a descriptor or of an object with fileno().
// It raises TypeError and ValueError.
func FileDescriptor(v any) int {
	fd, ok := py.Payload(v).(int)
	if !ok {
		if !py.HasAttr(v, "fileno") {
			panic(exc.TypeError("argument must be an int, or have a fileno() method."))
		}
		got := py.CallMethod(v, "fileno")
		if fd, ok = py.Payload(got).(int); !ok {
			panic(exc.TypeError("fileno() returned a non-integer"))
		}
	}
	if fd < 0 {
		panic(exc.ValueError("file descriptor cannot be a negative integer (%d)", fd))
	}
	return fd
}

// deadlineAfter is the time in that many seconds, the zero time for None.
func deadlineAfter(timeout any, unit time.Duration) time.Time {
	if timeout == nil {
		return time.Time{}
	}
	seconds := py.Float(timeout)
	if math.IsInf(seconds, 1) || seconds < 0 {
		return time.Time{}
	}
	return time.Now().Add(time.Duration(seconds * float64(unit)))
}

// isNumber reports whether a timeout is one.
func isNumber(v any) bool {
	switch py.Payload(v).(type) {
	case int, float64, bool:
		return true
	}
	return py.HasAttr(v, "__float__") || py.HasAttr(v, "__index__")
}

// highestSelected is FD_SETSIZE.
const highestSelected = 1024

// selectFiles is select.select.
func selectFiles(readers, writers, exceptional, timeout any) any {
	if timeout != nil && !isNumber(timeout) {
		panic(exc.TypeError("timeout must be a float or None"))
	}
	if timeout != nil && py.Float(timeout) < 0 {
		panic(exc.ValueError("timeout must be non-negative"))
	}
	type member struct {
		object any
		slot   int
	}
	var list []PollFD
	slots := map[int]int{}
	sets := [3][]member{}
	for i, set := range []any{readers, writers, exceptional} {
		if !py.HasAttr(set, "__iter__") {
			panic(exc.TypeError("arguments 1-3 must be sequences"))
		}
		for object := range py.Iter(set) {
			fd := FileDescriptor(object)
			if fd >= highestSelected {
				panic(exc.ValueError("filedescriptor out of range in select()"))
			}
			slot, known := slots[fd]
			if !known {
				slot = len(list)
				slots[fd] = slot
				list = append(list, PollFD{FD: int32(fd)})
			}
			list[slot].Events |= []int16{In, Out, Priority}[i]
			sets[i] = append(sets[i], member{object, slot})
		}
	}
	deadline := deadlineAfter(timeout, time.Second)
	var err error
	py.Blocking(func() { _, err = Wait(list, deadline) })
	check(err)
	result := py.Tuple{}
	for i, wanted := range []int16{In | HangUp | Error, Out | Error, Priority} {
		ready := py.ListOf[any]()
		for _, m := range sets[i] {
			got := list[m.slot].Revents
			if got&Invalid != 0 {
				check(syscall.EBADF)
			}
			if got&wanted != 0 {
				ready.Append(m.object)
			}
		}
		result = append(result, ready)
	}
	return result
}

// check panics with the OSError of a failed system call.
func check(err error) {
	if err == nil {
		return
	}
	if errno, ok := err.(syscall.Errno); ok {
		panic(py.NewErrno(errno))
	}
	panic(py.AsException(err))
}
