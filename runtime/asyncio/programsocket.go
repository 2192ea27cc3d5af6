package asyncio

import (
	"context"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// release closes a file descriptor; one that an object of the program holds, by
// closing the object.
func release(fd int, object any) {
	if object == nil {
		closeFD(fd)
		return
	}
	py.CallMethod(object, "close")
}

// streamSocketOf checks the argument sock, a socket of the program, and makes it
// non-blocking. It raises ValueError.
func streamSocketOf(sock any, unix bool) *socketInfo {
	kind, family := py.As[int](py.Payload(py.GetAttr(sock, "type"))), py.As[int](py.Payload(py.GetAttr(sock, "family")))
	switch {
	case unix && (family != syscall.AF_UNIX || kind != streamSocket):
		py.Raise(py.NewValueError("A UNIX Domain Stream Socket was expected, got " + py.Repr(sock)))
	case kind != streamSocket:
		py.Raise(py.NewValueError("A Stream Socket was expected, got " + py.Repr(sock)))
	}
	py.CallMethod(sock, "setblocking", false)
	return &socketInfo{fd: fileDescriptor(sock), family: family, kind: kind, object: sock}
}

// connectionOf makes the transport of a connected socket of the program.
func (l *Loop) connectionOf(ctx context.Context, factory func() protocol, tls *tlsOptions, sock *socketInfo) (streamTransport, error) {
	return l.attachObject(ctx, socketTransport, sock.fd, sock.object, factory, tls, socketExtra(sock.fd, nil))
}

// serverOf makes a server that listens on a socket of the program.
func (l *Loop) serverOf(ctx context.Context, factory func() protocol, sock *socketInfo, o serverOptions) (*Server, error) {
	s := &Server{loop: l, factory: factory, tls: o.tls, backlog: o.backlog, sockets: []*socketInfo{sock}}
	return s, s.begin(ctx, o.start)
}

// datagramSocketOf is the socket of the program that create_datagram_endpoint
// was given. It raises ValueError.
func datagramSocketOf(sock, local, remote any, kw keywords) (fd int) {
	if py.As[int](py.Payload(py.GetAttr(sock, "type"))) == streamSocket {
		py.Raise(py.NewValueError("A datagram socket was expected, got " + py.Repr(sock)))
	}
	var problems []string
	note := func(name string, value any) {
		if value != nil && py.Truth(value) {
			problems = append(problems, name+"="+py.Str(value))
		}
	}
	note("local_addr", local)
	note("remote_addr", remote)
	for _, name := range []string{"family", "proto", "flags", "reuse_port", "allow_broadcast"} {
		note(name, kw.get(name, nil))
	}
	if len(problems) > 0 {
		py.Raise(py.NewValueError("socket modifier keyword arguments can not be used when sock is specified. (" +
			strings.Join(problems, ", ") + ")"))
	}
	py.CallMethod(sock, "setblocking", false)
	return fileDescriptor(sock)
}
