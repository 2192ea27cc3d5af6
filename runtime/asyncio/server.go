package asyncio

import (
	"context"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Server is asyncio.Server: listening sockets and the connections they accepted.
type Server struct {
	py.Attributes
	loop    *Loop
	sockets []*socketInfo
	closed  bool
	clients []*Transport
	waiters waiters
	woken   bool
	factory func() protocol
	tls     *tlsOptions
	backlog int
	serving bool
	forever *Future[any]
	// unlink is the path of a unix socket that closing removes.
	unlink func()
}

func (s *Server) detach(t *Transport) {
	if i := slices.Index(s.clients, t); i >= 0 {
		s.clients = slices.Delete(s.clients, i, i+1)
	}
	if len(s.clients) == 0 && s.closed {
		s.wake()
	}
}

func (s *Server) wake() {
	s.woken = true
	s.waiters.wakeAll()
}

// start makes the sockets listen and accept.
func (s *Server) start() error {
	if s.serving {
		return nil
	}
	s.serving = true
	if s.closed {
		return py.NewTypeError("'NoneType' object is not iterable") // CPython's has no sockets left
	}
	for _, sock := range s.sockets {
		if err := listenFD(sock.fd, s.backlog); err != nil {
			return err
		}
		err := s.loop.onReadable(sock.fd, func() { s.loop.guard(func() { s.accept(sock) }) })
		if err != nil {
			return err
		}
	}
	return nil
}

// accept takes the connections that wait; a task makes the transport of each.
func (s *Server) accept(sock *socketInfo) {
	for range max(s.backlog, 1) {
		fd, peer, err := acceptFD(sock.fd)
		if err != nil {
			if wouldBlock(err) || connectionAborted(err) {
				return
			}
			py.Raise(py.AsException(err))
		}
		if s.closed {
			closeFD(fd)
			return
		}
		s.loop.createTaskAny(py.NewCoroutine("BaseSelectorEventLoop._accept_connection2",
			func(ctx context.Context) (any, error) {
				return nil, s.connect(ctx, fd, peer)
			}), nil)
	}
}

// connect makes the transport of a client. What fails with it is reported in
// debug mode only.
func (s *Server) connect(ctx context.Context, fd int, peer any) error {
	var t streamTransport
	var p protocol
	err := py.Try(func() error {
		p = s.factory()
		w := newFuture[any](s.loop)
		t = s.loop.newStreamTransport(socketTransport, fd, nil, p, &w.promise, s.tls, socketExtra(fd, peer), s)
		_, err := w.Await(ctx)
		if err != nil {
			t.close()
		}
		return err
	})
	if err == nil || isExit(err) {
		return err
	}
	if s.loop.debug {
		report := py.Kwargs{
			{Name: "message", Value: "Error on transport creation for incoming connection"},
			{Name: "exception", Value: err},
		}
		if p != nil {
			report = append(report, py.Kw{Name: "protocol", Value: protocolObject(p)})
		}
		if t != nil {
			report = append(report, py.Kw{Name: "transport", Value: t})
		}
		s.loop.report(report)
	}
	return nil
}

// Close is Server.close(): it stops listening.
func (s *Server) Close() {
	if s.closed {
		return
	}
	s.closed = true
	for _, sock := range s.sockets {
		s.loop.removeReader(sock.fd)
		release(sock.fd, sock.object)
	}
	if s.unlink != nil {
		s.unlink()
	}
	s.serving = false
	if s.forever != nil && !s.forever.Finished() {
		s.forever.Cancel()
		s.forever = nil
	}
	if len(s.clients) == 0 {
		s.wake()
	}
}

// CloseClients is Server.close_clients().
func (s *Server) CloseClients() {
	for _, t := range slices.Clone(s.clients) {
		t.close()
	}
}

// AbortClients is Server.abort_clients().
func (s *Server) AbortClients() {
	for _, t := range slices.Clone(s.clients) {
		t.forceClose(nil)
	}
}

// IsServing is Server.is_serving().
func (s *Server) IsServing() bool { return s.serving }

// StartServing is Server.start_serving().
func (s *Server) StartServing(ctx context.Context) error {
	if err := s.start(); err != nil {
		return err
	}
	return yieldOnce(ctx)
}

// ServeForever is Server.serve_forever(): it serves until it is cancelled.
func (s *Server) ServeForever(ctx context.Context) error {
	if s.forever != nil {
		return py.NewRuntimeError("server " + py.Repr(s) + " is already being awaited on serve_forever()")
	}
	if s.closed {
		return py.NewRuntimeError("server " + py.Repr(s) + " is closed")
	}
	if err := s.start(); err != nil {
		return err
	}
	f := newFuture[any](s.loop)
	s.forever = f
	_, err := f.Await(ctx)
	if err != nil && isCancelled(err) {
		s.Close()
		if waited := s.WaitClosed(ctx); waited != nil {
			err = py.WithContext(err, waited)
		}
	}
	s.forever = nil
	return err
}

// WaitClosed is Server.wait_closed(): it waits until the server is closed and
// all connections have ended.
func (s *Server) WaitClosed(ctx context.Context) error {
	if s.woken {
		return nil
	}
	w := newFuture[any](s.loop)
	s.waiters.add(&w.promise)
	return awaitPromise(ctx, &w.promise)
}
