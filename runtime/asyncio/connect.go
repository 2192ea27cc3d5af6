package asyncio

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// connectSocket connects a new socket: loop.sock_connect.
func (l *Loop) connectSocket(ctx context.Context, fd int, e endpoint) error {
	err := beginConnect(fd, e)
	if err == nil {
		return nil
	}
	if !inProgress(err) {
		return connectError(err, e)
	}
	f := newFuture[any](l)
	if err := l.onWritable(fd, func() {
		if f.Finished() {
			return
		}
		if err := connectResult(fd); err != nil {
			f.SetException(connectError(err, e))
		} else {
			f.SetResult(nil)
		}
	}); err != nil {
		return err
	}
	f.whenDone(callbackFunc(func(*promise) { l.removeWriter(fd) }))
	_, err = f.Await(ctx)
	return err
}

// connectError is the OSError of a failed connect.
func connectError(err error, e endpoint) error {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		return err
	}
	if e.family == syscall.AF_UNIX {
		return py.NewErrno(errno)
	}
	return py.NewOSError(int(errno), "Connect call failed "+py.Repr(e.value()))
}

// connect is the part of create_connection that makes the connected socket: it
// tries the endpoints one after the other.
func (l *Loop) connect(ctx context.Context, endpoints []endpoint, local []endpoint) (int, error) {
	var failures []error
	for _, e := range endpoints {
		fd, err := openSocket(e.family, streamSocket)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		if len(local) > 0 {
			err = syscall.Bind(fd, local[0].sa)
		}
		if err == nil {
			err = l.connectSocket(ctx, fd, e)
		}
		if err == nil {
			setNoDelay(fd, e.sa)
			return fd, nil
		}
		closeFD(fd)
		if !py.Matches(py.AsException(err), py.OSError) {
			return -1, err
		}
		failures = append(failures, err)
	}
	return -1, connectFailure(failures)
}

// connectFailure is what create_connection raises when no address worked.
func connectFailure(failures []error) error {
	if len(failures) == 1 {
		return failures[0]
	}
	texts := make([]string, len(failures))
	same := true
	for i, f := range failures {
		texts[i] = py.Str(py.AsException(f))
		same = same && texts[i] == texts[0]
	}
	if same && len(failures) > 0 {
		return failures[0]
	}
	return py.NewOSError("Multiple exceptions: " + strings.Join(texts, ", "))
}

// attach makes the transport of a connected socket and waits until it is ready.
func (l *Loop) attach(ctx context.Context, kind transportKind, fd int, factory func() protocol, tls *tlsOptions, extra map[string]any) (streamTransport, error) {
	return l.attachObject(ctx, kind, fd, nil, factory, tls, extra)
}

// attachObject is attach for a descriptor that an object of the program holds.
func (l *Loop) attachObject(ctx context.Context, kind transportKind, fd int, object any, factory func() protocol, tls *tlsOptions, extra map[string]any) (streamTransport, error) {
	w := newFuture[any](l)
	var t streamTransport
	err := py.Try(func() error {
		t = l.newStreamTransport(kind, fd, object, factory(), &w.promise, tls, extra, nil)
		return nil
	})
	if err != nil {
		release(fd, object)
		return nil, err
	}
	if _, err := w.Await(ctx); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

// newStreamTransport makes the transport of a connection, with TLS between it and
// the protocol if there are options for it. waiter is set when it is ready.
func (l *Loop) newStreamTransport(kind transportKind, fd int, object any, p protocol, waiter *promise, tls *tlsOptions,
	extra map[string]any, server *Server) streamTransport {
	if tls == nil {
		t := newTransport(l, kind, fd, p, waiter, extra, server)
		t.object = object
		return t
	}
	secure := newTLSProtocol(l, p, tls, waiter, true)
	newTransport(l, kind, fd, secure, nil, extra, server).object = object
	return secure.appTransport
}

// createConnection is loop.create_connection.
func (l *Loop) createConnection(ctx context.Context, factory func() protocol, tls *tlsOptions, host, port any, family int, local any) (streamTransport, error) {
	endpoints, err := resolve(ctx, host, port, family, false)
	if err != nil {
		return nil, err
	}
	var localEndpoints []endpoint
	if address, ok := local.(py.Tuple); ok && len(address) >= 2 {
		if localEndpoints, err = resolve(ctx, address[0], address[1], family, false); err != nil {
			return nil, err
		}
	}
	fd, err := l.connect(ctx, endpoints, localEndpoints)
	if err != nil {
		return nil, err
	}
	return l.attach(ctx, socketTransport, fd, factory, tls, socketExtra(fd, nil))
}

// createUnixConnection is loop.create_unix_connection.
func (l *Loop) createUnixConnection(ctx context.Context, factory func() protocol, tls *tlsOptions, path string) (streamTransport, error) {
	e := unixEndpoint(path)
	fd, err := openSocket(e.family, streamSocket)
	if err != nil {
		return nil, err
	}
	if err := l.connectSocket(ctx, fd, e); err != nil {
		closeFD(fd)
		return nil, err
	}
	return l.attach(ctx, socketTransport, fd, factory, tls, socketExtra(fd, nil))
}

// serverOptions are the keyword arguments of create_server.
type serverOptions struct {
	backlog      int
	family       int
	reuseAddress bool
	reusePort    bool
	start        bool
	tls          *tlsOptions
}

// createServer is loop.create_server.
func (l *Loop) createServer(ctx context.Context, factory func() protocol, host, port any, o serverOptions) (*Server, error) {
	hosts := []any{host}
	if host != nil && py.TypeOf(host) != py.StrClass {
		hosts = py.StarArgs(py.Star(host))
	}
	s := &Server{loop: l, factory: factory, tls: o.tls, backlog: o.backlog}
	seen := map[string]bool{}
	for _, h := range hosts {
		endpoints, err := resolve(ctx, h, port, o.family, true)
		if err != nil {
			s.closeSockets()
			return nil, err
		}
		for _, e := range endpoints {
			if seen[e.text()] {
				continue
			}
			seen[e.text()] = true
			sock, err := bindSocket(e, streamSocket, o.reuseAddress, o.reusePort)
			if err == syscall.EADDRNOTAVAIL || errors.Is(err, syscall.EAFNOSUPPORT) {
				continue
			}
			if err != nil {
				s.closeSockets()
				return nil, bindError(err, e)
			}
			s.sockets = append(s.sockets, sock)
		}
	}
	if len(s.sockets) == 0 {
		return nil, py.NewOSError(fmt.Sprintf("could not bind on any address out of %s", py.Repr(py.ListOf(hosts...))))
	}
	return s, s.begin(ctx, o.start)
}

// begin starts a new server if asked to.
func (s *Server) begin(ctx context.Context, start bool) error {
	if !start {
		return nil
	}
	if err := s.start(); err != nil {
		s.closeSockets()
		return err
	}
	return yieldOnce(ctx)
}

func (s *Server) closeSockets() {
	for _, sock := range s.sockets {
		release(sock.fd, sock.object)
	}
	s.sockets = nil
}

func bindError(err error, e endpoint) error {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		return err
	}
	reason := strings.ToLower(py.Str(py.NewErrno(errno)))
	return py.NewOSError(int(errno), "error while attempting to bind on address "+py.Repr(e.value())+": "+reason)
}

// createUnixServer is loop.create_unix_server.
func (l *Loop) createUnixServer(ctx context.Context, factory func() protocol, path string, o serverOptions, cleanup bool) (*Server, error) {
	if info, err := os.Stat(path); err == nil && info.Mode()&os.ModeSocket != 0 && !strings.HasPrefix(path, "\x00") {
		_ = os.Remove(path)
	}
	sock, err := bindSocket(unixEndpoint(path), streamSocket, false, false)
	if err != nil {
		if err == syscall.EADDRINUSE {
			return nil, py.NewOSError(int(syscall.EADDRINUSE), "Address "+py.Repr(path)+" is already in use")
		}
		return nil, py.AsException(err)
	}
	s := &Server{loop: l, factory: factory, tls: o.tls, backlog: o.backlog, sockets: []*socketInfo{sock}}
	if cleanup {
		bound, _ := os.Lstat(path)
		s.unlink = func() {
			if now, err := os.Lstat(path); err == nil && bound != nil && os.SameFile(bound, now) {
				_ = os.Remove(path)
			}
		}
	}
	return s, s.begin(ctx, o.start)
}
