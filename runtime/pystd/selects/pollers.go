package selects

import (
	"math"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// poller is select.poll(): descriptors in the order in which they were
// registered.
type poller struct {
	list  []PollFD
	index map[int]int
}

// PyClass is the class poll.
func (*poller) PyClass() *py.Class { return pollClass }

var pollClass = py.NewNativeClass("select", "poll", nil, func(d *py.Definition) {
	of := py.PayloadAs[*poller]
	mask := func(v any) int16 {
		n, ok := py.Payload(py.Index(v)).(int)
		if !ok || n < 0 {
			panic(exc.ValueError("value must be positive"))
		}
		return int16(uint16(n))
	}
	d.Method("register(self, fd, eventmask=7, /)", func(self, file, events any) any {
		p, fd := of(self), FileDescriptor(file)
		if i, ok := p.index[fd]; ok {
			p.list[i].Events = mask(events)
			return nil
		}
		p.index[fd] = len(p.list)
		p.list = append(p.list, PollFD{FD: int32(fd), Events: mask(events)})
		return nil
	})
	d.Method("modify(self, fd, eventmask, /)", func(self, file, events any) any {
		p, fd := of(self), FileDescriptor(file)
		i, ok := p.index[fd]
		if !ok {
			check(syscall.ENOENT)
		}
		p.list[i].Events = mask(events)
		return nil
	})
	d.Method("unregister(self, fd, /)", func(self, file any) any {
		p, fd := of(self), FileDescriptor(file)
		at, ok := p.index[fd]
		if !ok {
			panic(py.NewKeyError(fd))
		}
		p.list = append(p.list[:at], p.list[at+1:]...)
		delete(p.index, fd)
		for other, i := range p.index {
			if i > at {
				p.index[other] = i - 1
			}
		}
		return nil
	})
	d.Method("poll(self, timeout=None, /)", func(self, timeout any) any {
		if timeout != nil && !isNumber(timeout) {
			panic(exc.TypeError("timeout must be an integer or None"))
		}
		list := append([]PollFD(nil), of(self).list...)
		deadline := deadlineAfter(timeout, time.Millisecond)
		var err error
		py.Blocking(func() { _, err = Wait(list, deadline) })
		check(err)
		ready := py.ListOf[any]()
		for _, p := range list {
			if p.Revents != 0 {
				ready.Append(py.Tuple{int(p.FD), int(uint16(p.Revents))})
			}
		}
		return ready
	})
})

// epoller is select.epoll().
type epoller struct{ fd int }

// PyClass is the class epoll.
func (*epoller) PyClass() *py.Class { return epollClass }

// descriptor is the open descriptor. It raises ValueError after close.
func (e *epoller) descriptor() int {
	if e.fd < 0 {
		panic(exc.ValueError("I/O operation on closed epoll object"))
	}
	return e.fd
}

func (e *epoller) close() {
	if e.fd >= 0 {
		fd := e.fd
		e.fd = -1
		check(syscall.Close(fd))
	}
}

func (e *epoller) control(op int, file, events any) {
	fd := FileDescriptor(file)
	var event syscall.EpollEvent
	if events != nil {
		event = syscall.EpollEvent{Events: uint32(py.As[int](py.Index(events))), Fd: int32(fd)}
	}
	check(syscall.EpollCtl(e.descriptor(), op, fd, &event))
}

// wait is epoll_wait(2), which signals do not end. It blocks.
func (e *epoller) wait(timeout float64, events []syscall.EpollEvent) (int, error) {
	deadline := time.Now().Add(time.Duration(timeout * float64(time.Second)))
	for {
		limit := -1
		if timeout >= 0 {
			limit = int(min(math.MaxInt32, max(0, math.Ceil(time.Until(deadline).Seconds()*1000))))
		}
		n, err := syscall.EpollWait(e.fd, events, limit)
		if err != syscall.EINTR {
			return n, err
		}
	}
}

var epollClass = py.NewNativeClass("select", "epoll", nil, func(d *py.Definition) {
	of := py.PayloadAs[*epoller]
	d.New("epoll(sizehint=-1, flags=0)", func(size, flags any) any {
		if n := py.As[int](size); n != -1 && n <= 0 {
			panic(exc.ValueError("sizehint must be positive or -1"))
		}
		fd, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
		check(err)
		return &epoller{fd}
	})
	d.ClassMethod("fromfd(cls, fd, /)", func(_, fd any) any { return &epoller{py.As[int](fd)} })
	d.Getter("closed", func(self any) any { return of(self).fd < 0 })
	d.Method("fileno(self, /)", func(self any) any { return of(self).descriptor() })
	d.Method("close(self, /)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("register(self, fd, eventmask=7)", func(self, fd, events any) any {
		of(self).control(syscall.EPOLL_CTL_ADD, fd, events)
		return nil
	})
	d.Method("modify(self, fd, eventmask)", func(self, fd, events any) any {
		of(self).control(syscall.EPOLL_CTL_MOD, fd, events)
		return nil
	})
	d.Method("unregister(self, fd)", func(self, fd any) any {
		of(self).control(syscall.EPOLL_CTL_DEL, fd, nil)
		return nil
	})
	d.Method("poll(self, timeout=None, maxevents=-1)", func(self, timeout, most any) any {
		e, limit := of(self), -1.0
		e.descriptor()
		if timeout != nil {
			if !isNumber(timeout) {
				panic(exc.TypeError("timeout must be an integer or None"))
			}
			limit = py.Float(timeout)
		}
		size := py.As[int](most)
		switch {
		case size == -1:
			size = highestSelected - 1
		case size < 1:
			panic(exc.ValueError("maxevents must be greater than 0, got %d", size))
		}
		events := make([]syscall.EpollEvent, size)
		var n int
		var err error
		py.Blocking(func() { n, err = e.wait(limit, events) })
		check(err)
		ready := py.ListOf[any]()
		for _, event := range events[:n] {
			ready.Append(py.Tuple{int(event.Fd), int(event.Events)})
		}
		return ready
	})
	d.Method("__enter__(self, /)", func(self any) any {
		of(self).descriptor()
		return self
	})
	d.Method("__exit__(self, /, *args)", func(self, _ any) any {
		of(self).close()
		return nil
	})
})
