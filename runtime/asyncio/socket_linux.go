package asyncio

import (
	"errors"
	"net"
	"os"
	"strconv"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The system calls of transports. All file descriptors are non-blocking.

func readFD(fd int, buffer []byte) (int, error) { return syscall.Read(fd, buffer) }

func writeFD(fd int, data []byte) (int, error) { return syscall.Write(fd, data) }

func closeFD(fd int) { _ = syscall.Close(fd) }

func shutdownWrite(fd int) { _ = syscall.Shutdown(fd, syscall.SHUT_WR) }

func setNonblocking(fd int) error { return syscall.SetNonblock(fd, true) }

// streams reports whether a file is one that can be waited for: a pipe, a socket or
// a character device.
func streams(fd int) bool {
	var info syscall.Stat_t
	if syscall.Fstat(fd, &info) != nil {
		return true // the operation that follows says what is wrong
	}
	switch info.Mode & syscall.S_IFMT {
	case syscall.S_IFIFO, syscall.S_IFSOCK, syscall.S_IFCHR:
		return true
	}
	return false
}

func listenFD(fd, backlog int) error {
	return os.NewSyscallError("listen", syscall.Listen(fd, backlog))
}

func connectionAborted(err error) bool { return errors.Is(err, syscall.ECONNABORTED) }

// acceptFD accepts a connection and returns the address of the peer.
func acceptFD(fd int) (int, any, error) {
	conn, sa, err := syscall.Accept4(fd, syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC)
	if err != nil {
		return -1, nil, err
	}
	setNoDelay(conn, sa)
	return conn, addressValue(sa), nil
}

// setNoDelay turns Nagle's algorithm off, as asyncio does for TCP.
func setNoDelay(fd int, sa syscall.Sockaddr) {
	switch sa.(type) {
	case *syscall.SockaddrInet4, *syscall.SockaddrInet6:
		_ = syscall.SetsockoptInt(fd, syscall.IPPROTO_TCP, syscall.TCP_NODELAY, 1)
	}
}

// addressValue is a socket address as Python code sees it.
func addressValue(sa syscall.Sockaddr) any {
	if v := inet.Value(sa); v != nil {
		return v
	}
	return ""
}

// socketInfo is an open socket.
type socketInfo struct {
	fd     int
	family int
	kind   int
	// object is the socket of the program that holds fd, nil if there is none.
	object any
}

// localAddress is the address of the socket itself.
func localAddress(fd int) any {
	sa, err := syscall.Getsockname(fd)
	if err != nil {
		return nil
	}
	return addressValue(sa)
}

func peerAddress(fd int) any {
	sa, err := syscall.Getpeername(fd)
	if err != nil {
		return nil
	}
	return addressValue(sa)
}

func familyOf(fd int) int {
	family, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, syscall.SO_DOMAIN)
	if err != nil {
		return syscall.AF_UNSPEC
	}
	return family
}

func typeOf(fd int) int {
	kind, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, syscall.SO_TYPE)
	if err != nil {
		return syscall.SOCK_STREAM
	}
	return kind
}

// socketExtra is the extra information of the transport of a socket.
func socketExtra(fd int, peer any) map[string]any {
	if peer == nil {
		peer = peerAddress(fd)
	}
	return map[string]any{
		"socket":   &TransportSocket{fd: fd, family: familyOf(fd), kind: typeOf(fd)},
		"sockname": localAddress(fd),
		"peername": peer,
	}
}

// endpoint is an address that was resolved.
type endpoint struct {
	sa     syscall.Sockaddr
	family int
}

// ipEndpoint is the endpoint of an IP address.
func ipEndpoint(ip net.IP, port int) endpoint {
	if v4 := ip.To4(); v4 != nil {
		sa := &syscall.SockaddrInet4{Port: port}
		copy(sa.Addr[:], v4)
		return endpoint{sa, syscall.AF_INET}
	}
	sa := &syscall.SockaddrInet6{Port: port}
	copy(sa.Addr[:], ip.To16())
	return endpoint{sa, syscall.AF_INET6}
}

func unixEndpoint(path string) endpoint {
	return endpoint{&syscall.SockaddrUnix{Name: path}, syscall.AF_UNIX}
}

func (e endpoint) value() any { return addressValue(e.sa) }

// text is the endpoint as host:port.
func (e endpoint) text() string {
	if t, ok := e.value().(py.Tuple); ok {
		return net.JoinHostPort(t[0].(string), strconv.Itoa(t[1].(int)))
	}
	return py.Str(e.value())
}

// openSocket opens a non-blocking socket.
func openSocket(family, kind int) (int, error) {
	fd, err := syscall.Socket(family, kind|syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC, 0)
	return fd, os.NewSyscallError("socket", err)
}

// bindSocket opens a socket bound to an endpoint.
func bindSocket(e endpoint, kind int, reuseAddress, reusePort bool) (*socketInfo, error) {
	fd, err := openSocket(e.family, kind)
	if err != nil {
		return nil, err
	}
	if reuseAddress {
		_ = syscall.SetsockoptInt(fd, syscall.SOL_SOCKET, syscall.SO_REUSEADDR, 1)
	}
	if reusePort {
		const soReusePort = 15
		_ = syscall.SetsockoptInt(fd, syscall.SOL_SOCKET, soReusePort, 1)
	}
	if e.family == syscall.AF_INET6 {
		_ = syscall.SetsockoptInt(fd, syscall.IPPROTO_IPV6, syscall.IPV6_V6ONLY, 1)
	}
	if err := syscall.Bind(fd, e.sa); err != nil {
		closeFD(fd)
		return nil, err
	}
	return &socketInfo{fd: fd, family: e.family, kind: kind}, nil
}

// beginConnect starts to connect a new socket. EINPROGRESS means that it is
// connected, or not, once it can be written.
func beginConnect(fd int, e endpoint) error { return syscall.Connect(fd, e.sa) }

func inProgress(err error) bool {
	return err == syscall.EINPROGRESS || err == syscall.EAGAIN || err == syscall.EINTR
}

// connectResult is the outcome of a connect that was in progress.
func connectResult(fd int) error {
	code, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, syscall.SO_ERROR)
	if err != nil {
		return err
	}
	if code != 0 {
		return syscall.Errno(code)
	}
	return nil
}

func receiveFrom(fd int, buffer []byte) (int, any, error) {
	n, sa, err := syscall.Recvfrom(fd, buffer, 0)
	if err != nil {
		return 0, nil, err
	}
	return n, addressValue(sa), nil
}

func sendTo(fd int, data []byte, e *endpoint) error {
	if e == nil {
		_, err := syscall.Write(fd, data)
		return err
	}
	return syscall.Sendto(fd, data, 0, e.sa)
}

const (
	streamSocket   = syscall.SOCK_STREAM
	datagramSocket = syscall.SOCK_DGRAM
	familyIPv4     = syscall.AF_INET
	familyIPv6     = syscall.AF_INET6
)

func setSocketOption(fd, level, option, value int) error {
	return os.NewSyscallError("setsockopt", syscall.SetsockoptInt(fd, level, option, value))
}

func setSocketOptionBytes(fd, level, option int, value string) error {
	return os.NewSyscallError("setsockopt", syscall.SetsockoptString(fd, level, option, value))
}

func getSocketOption(fd, level, option int) (any, error) {
	v, err := syscall.GetsockoptInt(fd, level, option)
	return v, os.NewSyscallError("getsockopt", err)
}
