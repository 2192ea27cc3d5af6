package socket

import (
	"fmt"
	"math"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// A Socket is socket.socket.
type Socket struct {
	py.Attributes
	fd                  int
	family, kind, proto int
	// timeout is in seconds: 0 for a socket that does not block, negative for
	// one that blocks for ever.
	timeout float64
	// files counts the files of makefile that are open; the descriptor is
	// closed with the last of them.
	files  int
	closed bool
	// class is that of sockets of other modules, nil for socket itself.
	class *py.Class
	layer Layer
}

// defaultTimeout is what setdefaulttimeout has set.
var defaultTimeout = -1.0

// PyClass is the class of the socket.
func (s *Socket) PyClass() *py.Class {
	if s.class != nil {
		return s.class
	}
	return socketClass
}

// New is socket.socket(family, kind, proto).
func New(family, kind, proto int) *Socket {
	s := &Socket{fd: -1}
	s.open(family, kind, proto)
	return s
}

// Adopt makes a socket of an open file descriptor.
func Adopt(fd, family, kind, proto int) *Socket {
	s := &Socket{fd: fd, family: family, kind: kind, proto: proto, timeout: -1}
	if defaultTimeout >= 0 {
		s.setTimeout(defaultTimeout)
	}
	return s
}

func (s *Socket) open(family, kind, proto int) {
	fd, err := syscall.Socket(family, kind|syscall.SOCK_CLOEXEC, proto)
	check(err)
	s.attach(fd, family, kind, proto)
}

func (s *Socket) attach(fd, family, kind, proto int) {
	s.fd, s.family, s.proto, s.timeout = fd, family, proto, -1
	s.kind = kind &^ (syscall.SOCK_NONBLOCK | syscall.SOCK_CLOEXEC)
	switch {
	case kind&syscall.SOCK_NONBLOCK != 0:
		s.timeout = 0
	case defaultTimeout >= 0:
		s.setTimeout(defaultTimeout)
	}
}

// detect finds out the family, type and protocol of a descriptor; values from 0
// on are kept.
func detect(fd, family, kind, proto int) (int, int, int) {
	for _, known := range []struct {
		value  *int
		option int
	}{{&family, syscall.SO_DOMAIN}, {&kind, syscall.SO_TYPE}, {&proto, syscall.SO_PROTOCOL}} {
		if *known.value == -1 {
			v, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, known.option)
			check(err)
			*known.value = v
		}
	}
	return family, kind, proto
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

// setTimeout is s.settimeout(seconds); negative stands for None.
func (s *Socket) setTimeout(seconds float64) {
	check(syscall.SetNonblock(s.fd, seconds >= 0))
	s.timeout = seconds
}

// seconds is a timeout that the program gives, negative for None. It raises
// ValueError.
func seconds(v any) float64 {
	if v == nil {
		return -1
	}
	var t float64
	if f, ok := py.Payload(v).(float64); ok {
		if math.IsNaN(f) {
			panic(exc.ValueError("Invalid value NaN (not a number)"))
		}
		t = f
	} else {
		t = float64(number.Int(py.Index(v)))
	}
	if t < 0 {
		panic(exc.ValueError("Timeout value out of range"))
	}
	return t
}

func (s *Socket) timeoutValue() any {
	if s.timeout < 0 {
		return nil
	}
	return s.timeout
}

// close is s.close(): the descriptor lives on while files made of it are open.
func (s *Socket) close() {
	s.closed = true
	if s.files <= 0 {
		s.closeDescriptor()
	}
}

func (s *Socket) closeDescriptor() {
	if s.fd < 0 {
		return
	}
	fd := s.fd
	s.fd = -1
	if s.layer != nil {
		s.layer.Close()
	}
	if err := syscall.Close(fd); err != nil && err != syscall.ECONNRESET {
		check(err)
	}
}

// connect connects to an address; a socket with a timeout waits for at most
// that long.
func (s *Socket) connect(sa syscall.Sockaddr) error {
	var err error
	py.Blocking(func() { err = syscall.Connect(s.fd, sa) })
	if s.timeout != 0 && (err == syscall.EINPROGRESS || err == syscall.EINTR) {
		return s.attempt(pollOut, s.timeoutOrForever(), func() error {
			code, err := syscall.GetsockoptInt(s.fd, syscall.SOL_SOCKET, syscall.SO_ERROR)
			if err == nil && code != 0 {
				err = syscall.Errno(code)
			}
			if err == syscall.EISCONN {
				err = nil
			}
			return err
		})
	}
	if errno, ok := err.(syscall.Errno); ok {
		return py.NewErrno(errno)
	}
	return err
}

func (s *Socket) timeoutOrForever() float64 {
	if s.timeout < 0 {
		return math.Inf(1)
	}
	return s.timeout
}

func (s *Socket) accept() (*Socket, any) {
	var fd int
	var sa syscall.Sockaddr
	s.call(pollIn, func() (err error) {
		fd, sa, err = syscall.Accept4(s.fd, syscall.SOCK_CLOEXEC)
		return err
	})
	conn := Adopt(fd, s.family, s.kind, s.proto)
	if defaultTimeout < 0 && s.timeout > 0 {
		conn.setTimeout(-1)
	}
	return conn, peer(sa)
}

// peer is the address of the other side.
func peer(sa syscall.Sockaddr) any {
	if sa == nil {
		return nil
	}
	return inet.Value(sa)
}

func (s *Socket) receive(size, flags int) []byte {
	buffer := make([]byte, size)
	n := 0
	s.call(pollIn, func() (err error) {
		n, _, err = receiveFrom(s.fd, buffer, flags)
		return err
	})
	return buffer[:n]
}

// receiveFrom is recvfrom(2). Go's own needs room for at least a byte.
func receiveFrom(fd int, buffer []byte, flags int) (int, syscall.Sockaddr, error) {
	if len(buffer) == 0 {
		return 0, nil, nil
	}
	return syscall.Recvfrom(fd, buffer, flags)
}

func (s *Socket) send(data []byte, flags int) int {
	if s.layered() {
		return s.layer.Send(data)
	}
	n := 0
	s.call(pollOut, func() (err error) {
		n, err = syscall.SendmsgN(s.fd, data, nil, nil, flags|syscall.MSG_NOSIGNAL)
		return err
	})
	return n
}

func (s *Socket) sendAll(data []byte, flags int) {
	for len(data) > 0 {
		data = data[s.send(data, flags):]
	}
}

// localAddress is the address of the socket itself.
func (s *Socket) localAddress() (any, error) {
	sa, err := syscall.Getsockname(s.fd)
	if err != nil {
		return nil, err
	}
	return inet.Value(sa), nil
}

func (s *Socket) repr(class *py.Class) string {
	state := ""
	if s.closed {
		state = " [closed]"
	}
	text := fmt.Sprintf("<%s.%s%s fd=%d, family=%d, type=%d, proto=%d", py.Str(py.GetAttr(class, "__module__")), class.Qualname(), state,
		s.fd, s.family, s.kind, s.proto)
	if s.closed || s.fd < 0 {
		return text + ">"
	}
	if address, err := s.localAddress(); err == nil && address != nil && py.Truth(address) {
		text += ", laddr=" + py.Str(address)
	}
	if sa, err := syscall.Getpeername(s.fd); err == nil {
		if address := inet.Value(sa); address != nil && py.Truth(address) {
			text += ", raddr=" + py.Str(address)
		}
	}
	return text + ">"
}
