package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// OpenConnection is asyncio.open_connection(host, port): it connects and returns
// the two streams of the connection. The port is a number or the name of a service.
func OpenConnection(ctx context.Context, host, port any) (*StreamReader, *StreamWriter, error) {
	return openStream(ctx, defaultLimit, func(l *Loop, factory func() protocol) (streamTransport, error) {
		return l.createConnection(ctx, factory, nil, host, port, 0, nil)
	})
}

// OpenTLSConnection is asyncio.open_connection(host, port, ssl=tls,
// server_hostname=hostname): tls is an SSLContext, True for the default one, or
// what stands for no TLS, and hostname nil for the host itself.
func OpenTLSConnection(ctx context.Context, host, port, tls, hostname any) (*StreamReader, *StreamWriter, error) {
	k := keywords{{Name: "ssl", Value: tls}, {Name: "server_hostname", Value: hostname}}
	return openStream(ctx, defaultLimit, func(l *Loop, factory func() protocol) (streamTransport, error) {
		var o *tlsOptions
		if err := py.Try(func() error { o = k.clientTLS(host); return nil }); err != nil {
			return nil, err
		}
		return l.createConnection(ctx, factory, o, host, port, 0, nil)
	})
}

// OpenUnixConnection is asyncio.open_unix_connection(path).
func OpenUnixConnection(ctx context.Context, path string) (*StreamReader, *StreamWriter, error) {
	return openStream(ctx, defaultLimit, func(l *Loop, factory func() protocol) (streamTransport, error) {
		return l.createUnixConnection(ctx, factory, nil, path)
	})
}

// openStream makes the streams of the connection that connect makes.
func openStream(ctx context.Context, limit int, connect func(l *Loop, factory func() protocol) (streamTransport, error)) (*StreamReader, *StreamWriter, error) {
	l := loopOf(ctx)
	reader := NewStreamReader(l, limit)
	p := newStreamProtocol(l, reader, nil)
	t, err := connect(l, func() protocol { return p })
	if err != nil {
		return nil, nil, err
	}
	return reader, &StreamWriter{loop: l, transport: t, protocol: p, reader: reader}, nil
}

// StartServer is asyncio.start_server(connected, host, port): for each client a
// task runs connected with its streams. The host is a name, nil for all
// interfaces, or a list of names; port 0 takes a free one.
func StartServer(ctx context.Context, connected func(ctx context.Context, r *StreamReader, w *StreamWriter) error, host, port any) (*Server, error) {
	l := loopOf(ctx)
	return l.createServer(ctx, streamFactory(l, connectedCallback(connected), defaultLimit), host, port, defaultServerOptions())
}

// StartTLSServer is asyncio.start_server(connected, host, port, ssl=tls).
func StartTLSServer(ctx context.Context, connected func(ctx context.Context, r *StreamReader, w *StreamWriter) error, host, port, tls any) (*Server, error) {
	l, o := loopOf(ctx), defaultServerOptions()
	if err := py.Try(func() error { o.tls = keywords{{Name: "ssl", Value: tls}}.serverTLS(); return nil }); err != nil {
		return nil, err
	}
	return l.createServer(ctx, streamFactory(l, connectedCallback(connected), defaultLimit), host, port, o)
}

// StartUnixServer is asyncio.start_unix_server(connected, path).
func StartUnixServer(ctx context.Context, connected func(ctx context.Context, r *StreamReader, w *StreamWriter) error, path string) (*Server, error) {
	l := loopOf(ctx)
	return l.createUnixServer(ctx, streamFactory(l, connectedCallback(connected), defaultLimit), path, defaultServerOptions(), true)
}

func defaultServerOptions() serverOptions {
	return serverOptions{backlog: 100, reuseAddress: true, start: true}
}

// connectedCallback makes a client_connected_cb of a Go function.
func connectedCallback(connected func(ctx context.Context, r *StreamReader, w *StreamWriter) error) any {
	return py.AsyncFunc("client_connected_cb(reader, writer)", func(ctx context.Context, r, w any) (any, error) {
		return nil, connected(ctx, r.(*StreamReader), w.(*StreamWriter))
	})
}

// streamFactory makes the protocols of a stream server.
func streamFactory(l *Loop, connected any, limit int) func() protocol {
	return func() protocol { return newStreamProtocol(l, NewStreamReader(l, limit), connected) }
}

// With is async with on the server, around f.
func (s *Server) With(ctx context.Context, f func(ctx context.Context) error) error {
	err := py.Try(func() error { return f(ctx) })
	s.Close()
	if waited := s.WaitClosed(ctx); waited != nil {
		return py.WithContext(waited, err)
	}
	return err
}
