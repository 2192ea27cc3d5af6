package socket

import (
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A Layer carries the data of a stream socket in its place, as TLS does. Its
// methods raise exceptions.
type Layer interface {
	// Active reports whether there is more to it than passing data on.
	Active() bool
	Receive(p []byte) int
	Send(data []byte) int
	// Close is called before the descriptor is closed.
	Close()
}

// Class is the class socket.
func Class() *py.Class { return socketClass }

// Kind is the type of the socket.
func (s *Socket) Kind() int { return s.kind }

// Timeout is the timeout in seconds: 0 for a socket that does not block,
// negative for one that blocks for ever.
func (s *Socket) Timeout() float64 { return s.timeout }

// Layer is what carries the data, nil if the socket does itself.
func (s *Socket) Layer() Layer { return s.layer }

// SetLayer makes l carry the data of the socket.
func (s *Socket) SetLayer(l Layer) { s.layer = l }

func (s *Socket) layered() bool { return s.layer != nil && s.layer.Active() }

// MoveTo makes a socket of a class, derived from socket, that takes over the
// descriptor.
func (s *Socket) MoveTo(class *py.Class) *Socket {
	moved := &Socket{fd: s.fd, family: s.family, kind: s.kind, proto: s.proto, timeout: s.timeout, class: class}
	s.fd, s.closed = -1, true
	return moved
}

// Connected reports whether the socket has another side. It raises OSError.
func (s *Socket) Connected() bool {
	_, err := syscall.Getpeername(s.fd)
	if err == syscall.ENOTCONN {
		return false
	}
	check(err)
	return true
}

// Events that Attempt waits for.
const (
	Readable = pollIn
	Writable = pollOut
)

// Attempt runs a system call that may block, without the interpreter lock. The
// timeout is as Timeout; the error is an exception.
func (s *Socket) Attempt(events int16, timeout float64, try func(fd int) error) error {
	return s.attempt(events, timeout, func() error { return try(s.fd) })
}

// attemptThrough is attempt with the timeout of the socket, or through in its
// place if a layer carries the data.
func (s *Socket) attemptThrough(through func(), events int16, try func() error) error {
	if s.layered() {
		return py.Try(func() error { through(); return nil })
	}
	return s.attempt(events, s.timeout, try)
}

// Receive is recv(2).
func Receive(fd int, p []byte) (int, error) {
	n, _, err := receiveFrom(fd, p, 0)
	return n, err
}

// Send is send(2).
func Send(fd int, data []byte) (int, error) {
	return syscall.SendmsgN(fd, data, nil, nil, syscall.MSG_NOSIGNAL)
}
