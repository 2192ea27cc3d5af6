package asyncio

import (
	"math"
	"os"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// selector waits for file descriptors with epoll, level-triggered as CPython's.
// A pipe wakes it up.
type selector struct {
	epoll    int
	wakeRead int
	wakeSend int
	fds      map[int]*watchedFD
	watched  atomic.Int32 // len(fds), for threads that rouse the loop
	events   []syscall.EpollEvent
}

// watchedFD holds the handles of one file descriptor.
type watchedFD struct{ reader, writer *Handle }

func newSelector() (*selector, error) {
	epoll, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
	if err != nil {
		return nil, os.NewSyscallError("epoll_create1", err)
	}
	var pipe [2]int
	if err := syscall.Pipe2(pipe[:], syscall.O_CLOEXEC|syscall.O_NONBLOCK); err != nil {
		_ = syscall.Close(epoll)
		return nil, os.NewSyscallError("pipe2", err)
	}
	s := &selector{epoll: epoll, wakeRead: pipe[0], wakeSend: pipe[1], fds: map[int]*watchedFD{}}
	event := syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(pipe[0])}
	if err := syscall.EpollCtl(epoll, syscall.EPOLL_CTL_ADD, pipe[0], &event); err != nil {
		s.close()
		return nil, os.NewSyscallError("epoll_ctl", err)
	}
	return s, nil
}

// active reports whether any file descriptor is watched.
func (s *selector) active() bool { return s.watched.Load() > 0 }

// rouse wakes a loop that sleeps in wait. It reports whether the loop may sleep
// there.
func (s *selector) rouse() bool {
	_, err := syscall.Write(s.wakeSend, []byte{0})
	return err == nil && s.active()
}

func (s *selector) close() {
	_ = syscall.Close(s.epoll)
	_ = syscall.Close(s.wakeRead)
	_ = syscall.Close(s.wakeSend)
}

// update tells epoll what to wait for on fd.
func (s *selector) update(fd int, w *watchedFD, added bool) error {
	var events uint32
	if w.reader != nil {
		events |= syscall.EPOLLIN
	}
	if w.writer != nil {
		events |= syscall.EPOLLOUT
	}
	op := syscall.EPOLL_CTL_MOD
	switch {
	case events == 0:
		s.forget(fd)
		op = syscall.EPOLL_CTL_DEL
	case added:
		op = syscall.EPOLL_CTL_ADD
	}
	event := syscall.EpollEvent{Events: events, Fd: int32(fd)}
	err := syscall.EpollCtl(s.epoll, op, fd, &event)
	if err != nil && added {
		s.forget(fd)
	}
	return err
}

func (s *selector) forget(fd int) {
	delete(s.fds, fd)
	s.watched.Store(int32(len(s.fds)))
}

// watch returns the handles of fd, making them at the first use.
func (s *selector) watch(fd int) (w *watchedFD, added bool) {
	w, ok := s.fds[fd]
	if !ok {
		w = &watchedFD{}
		s.fds[fd] = w
		s.watched.Store(int32(len(s.fds)))
	}
	return w, !ok
}

// wait waits for wait seconds at most and moves the handles of what is ready to
// the loop's ready queue.
func (s *selector) wait(l *Loop, wait float64) {
	timeout := -1
	if !math.IsInf(wait, 1) {
		timeout = int(math.Ceil(wait * 1e3))
	}
	if s.events == nil {
		s.events = make([]syscall.EpollEvent, 128)
	}
	if timeout == 0 {
		n, _ := syscall.EpollWait(s.epoll, s.events, 0)
		s.process(l, n)
		return
	}
	w := &l.wake
	w.mu.Lock()
	if w.pending.Load() {
		timeout = 0
	}
	w.sleeping = true
	w.mu.Unlock()
	n := 0
	py.Blocking(func() { n = s.waitUninterrupted(timeout) })
	w.mu.Lock()
	w.sleeping = false
	w.mu.Unlock()
	s.process(l, n)
}

// waitUninterrupted waits again when a signal of the Go runtime interrupts it.
func (s *selector) waitUninterrupted(timeout int) int {
	deadline := time.Now().Add(time.Duration(timeout) * time.Millisecond)
	for {
		n, err := syscall.EpollWait(s.epoll, s.events, timeout)
		if err != syscall.EINTR {
			return n
		}
		if timeout > 0 {
			timeout = max(0, int(time.Until(deadline)/time.Millisecond))
		}
	}
}

func (s *selector) process(l *Loop, n int) {
	for i := range max(n, 0) {
		e := s.events[i]
		fd := int(e.Fd)
		if fd == s.wakeRead {
			var drain [64]byte
			_, _ = syscall.Read(fd, drain[:])
			continue
		}
		w := s.fds[fd]
		if w == nil {
			continue
		}
		reader, writer := w.reader, w.writer
		if e.Events&^uint32(syscall.EPOLLOUT) != 0 && reader != nil {
			l.addReady(reader, func() { l.removeReader(fd) })
		}
		if e.Events&^uint32(syscall.EPOLLIN) != 0 && writer != nil {
			l.addReady(writer, func() { l.removeWriter(fd) })
		}
	}
}
