package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// pathArgument is the path of a unix socket; missing is what is said without one.
func pathArgument(path any, missing string) string {
	if path == nil {
		py.Raise(py.NewValueError(missing))
	}
	return spawn.Text(path)
}

const (
	noUnixConnection = "no path and sock were specified"
	noUnixServer     = "path was not specified, and no sock specified"
)

// keywords are the keyword arguments of a function that takes many.
type keywords py.Kwargs

func (k keywords) get(name string, fallback any) any {
	if v, ok := py.Kwargs(k).Lookup(name); ok && v != nil {
		return v
	}
	return fallback
}

func (k keywords) server() serverOptions {
	family := py.As[int](py.Payload(k.get("family", 0)))
	return serverOptions{
		backlog:      py.As[int](k.get("backlog", 100)),
		family:       family,
		reuseAddress: py.Truth(k.get("reuse_address", true)),
		reusePort:    py.Truth(k.get("reuse_port", false)),
		start:        py.Truth(k.get("start_serving", true)),
		tls:          k.serverTLS(),
	}
}

// connected is the argument sock of create_connection, nil if there is a host
// and port instead. It raises ValueError for both, and for neither.
func (k keywords) connected(host, port any) any {
	sock := k.get("sock", nil)
	switch {
	case sock != nil && (host != nil || port != nil):
		py.Raise(py.NewValueError("host/port and sock can not be specified at the same time"))
	case sock == nil && host == nil && port == nil:
		py.Raise(py.NewValueError("host and port was not specified and no sock specified"))
	}
	return sock
}

// unixSocket is the argument sock of the functions for Unix sockets, nil if
// there is a path instead.
func (k keywords) unixSocket(path any) *socketInfo {
	sock := k.get("sock", nil)
	if sock == nil {
		return nil
	}
	if path != nil {
		py.Raise(py.NewValueError("path and sock can not be specified at the same time"))
	}
	return streamSocketOf(sock, true)
}

// listen makes the server of create_server: on a host and port or on a socket of
// the program.
func (l *Loop) listen(ctx context.Context, factory func() protocol, host, port any, kw keywords) (*Server, error) {
	sock := kw.get("sock", nil)
	switch {
	case sock != nil && (host != nil || port != nil):
		return nil, py.NewValueError("host/port and sock can not be specified at the same time")
	case sock != nil:
		return l.serverOf(ctx, factory, streamSocketOf(sock, false), kw.server())
	case host == nil && port == nil:
		return nil, py.NewValueError("Neither host/port nor sock were specified")
	}
	return l.createServer(ctx, factory, host, port, kw.server())
}

func addStreams(m *py.Module) {
	for _, c := range []*py.Class{
		StreamReaderClass, StreamWriterClass, StreamReaderProtocolClass, ServerClass,
		BaseTransportClass, ReadTransportClass, WriteTransportClass, TransportClass,
		DatagramTransportClass, SubprocessTransportClass,
		BaseProtocolClass, ProtocolClass, BufferedProtocolClass, DatagramProtocolClass, SubprocessProtocolClass,
	} {
		m.Class(c)
	}
	m.Set("AbstractServer", ServerClass)
	m.Set("base_events", py.NewModule("asyncio.base_events", "").
		Set("Server", ServerClass).Set("BaseEventLoop", BaseEventLoopClass))
	pyAsync(m, streamsModule, "open_connection(host=None, port=None, *, limit=65536, **kwds)",
		func(ctx context.Context, host, port, limit, kwds any) (any, error) {
			kw := keywords(py.KwFrom(kwds))
			return streamPair(openStream(ctx, py.As[int](limit), func(l *Loop, factory func() protocol) (streamTransport, error) {
				tls := kw.clientTLS(host)
				if sock := kw.connected(host, port); sock != nil {
					return l.connectionOf(ctx, factory, tls, streamSocketOf(sock, false))
				}
				return l.createConnection(ctx, factory, tls, host, port, py.As[int](py.Payload(kw.get("family", 0))), kw.get("local_addr", nil))
			}))
		})
	pyAsync(m, streamsModule, "open_unix_connection(path=None, *, limit=65536, **kwds)",
		func(ctx context.Context, path, limit, kwds any) (any, error) {
			kw := keywords(py.KwFrom(kwds))
			return streamPair(openStream(ctx, py.As[int](limit), func(l *Loop, factory func() protocol) (streamTransport, error) {
				tls := kw.unixTLS()
				if sock := kw.unixSocket(path); sock != nil {
					return l.connectionOf(ctx, factory, tls, sock)
				}
				return l.createUnixConnection(ctx, factory, tls, pathArgument(path, noUnixConnection))
			}))
		})
	pyAsync(m, streamsModule, "start_server(client_connected_cb, host=None, port=None, *, limit=65536, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			l := GetRunningLoop()
			factory := streamFactory(l, a[0], py.As[int](a[3]))
			return serverResult(l.listen(ctx, factory, a[1], a[2], keywords(py.KwFrom(a[4]))))
		})
	pyAsync(m, streamsModule, "start_unix_server(client_connected_cb, path=None, *, limit=65536, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			l := GetRunningLoop()
			kw := keywords(py.KwFrom(a[3]))
			o := kw.server()
			factory := streamFactory(l, a[0], py.As[int](a[2]))
			if sock := kw.unixSocket(a[1]); sock != nil {
				return serverResult(l.serverOf(ctx, factory, sock, o))
			}
			return serverResult(l.createUnixServer(ctx, factory, pathArgument(a[1], noUnixServer), o,
				py.Truth(kw.get("cleanup_socket", true))))
		})
}

func streamPair(r *StreamReader, w *StreamWriter, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return py.Tuple{r, w}, nil
}

func serverResult(s *Server, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// startTLSOptions are the options of start_tls.
func startTLSOptions(context, hostname, handshakeTimeout, shutdownTimeout any) *tlsOptions {
	o := newTLSOptions(context, keywords{
		{Name: "ssl_handshake_timeout", Value: handshakeTimeout}, {Name: "ssl_shutdown_timeout", Value: shutdownTimeout},
	})
	if hostname != nil {
		o.hostname = py.As[string](py.Payload(hostname))
	}
	return o
}

func tlsResult(t *tlsTransport, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return t, nil
}

// objectFactory makes protocols with a factory of the program.
func objectFactory(factory any) func() protocol {
	return func() protocol { return protocolOf(py.Call(factory)) }
}

func transportPair(t streamTransport, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return py.Tuple{t, protocolObject(t.currentProtocol())}, nil
}

func defineLoopNetwork(c pythonClass) {
	c.async("create_connection(self, protocol_factory, host=None, port=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[4]))
			tls := kw.clientTLS(a[2])
			if sock := kw.connected(a[2], a[3]); sock != nil {
				return transportPair(asLoop(a[0]).connectionOf(ctx, objectFactory(a[1]), tls, streamSocketOf(sock, false)))
			}
			return transportPair(asLoop(a[0]).createConnection(ctx, objectFactory(a[1]), tls, a[2], a[3],
				py.As[int](py.Payload(kw.get("family", 0))), kw.get("local_addr", nil)))
		})
	c.async("create_server(self, protocol_factory, host=None, port=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			return serverResult(asLoop(a[0]).listen(ctx, objectFactory(a[1]), a[2], a[3], keywords(py.KwFrom(a[4]))))
		})
	c.async("create_unix_connection(self, protocol_factory, path=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[3]))
			tls := kw.unixTLS()
			if sock := kw.unixSocket(a[2]); sock != nil {
				return transportPair(asLoop(a[0]).connectionOf(ctx, objectFactory(a[1]), tls, sock))
			}
			return transportPair(asLoop(a[0]).createUnixConnection(ctx, objectFactory(a[1]), tls, pathArgument(a[2], noUnixConnection)))
		})
	c.async("create_unix_server(self, protocol_factory, path=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[3]))
			o := kw.server()
			if sock := kw.unixSocket(a[2]); sock != nil {
				return serverResult(asLoop(a[0]).serverOf(ctx, objectFactory(a[1]), sock, o))
			}
			return serverResult(asLoop(a[0]).createUnixServer(ctx, objectFactory(a[1]), pathArgument(a[2], noUnixServer), o,
				py.Truth(kw.get("cleanup_socket", true))))
		})
	c.async("create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[4]))
			var t *DatagramTransport
			var object any
			var err error
			if sock := kw.get("sock", nil); sock != nil {
				t, object, err = asLoop(a[0]).attachDatagram(ctx, datagramSocketOf(sock, a[2], a[3], kw), sock, a[1], nil)
			} else {
				t, object, err = asLoop(a[0]).createDatagramEndpoint(ctx, a[1], a[2], a[3],
					py.As[int](py.Payload(kw.get("family", 0))), py.Truth(kw.get("reuse_port", false)))
			}
			if err != nil {
				return nil, err
			}
			return py.Tuple{t, object}, nil
		})
	c.async("start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None)",
		func(ctx context.Context, a []any) (any, error) {
			o := startTLSOptions(a[3], a[5], a[6], a[7])
			o.serverSide = py.Truth(a[4])
			return tlsResult(asLoop(a[0]).startTLS(ctx, a[1], protocolOf(a[2]), o))
		})
	pipe := func(kind transportKind) func(ctx context.Context, self, factory, file any) (any, error) {
		return func(ctx context.Context, self, factory, file any) (any, error) {
			fd := fileDescriptor(file)
			if !streams(fd) {
				if kind == readPipeTransport {
					return nil, py.NewValueError("Pipe transport is for pipes/sockets only.")
				}
				return nil, py.NewValueError("Pipe transport is only for pipes, sockets and character devices")
			}
			if err := setNonblocking(fd); err != nil {
				return nil, py.AsException(err)
			}
			return transportPair(asLoop(self).attachObject(ctx, kind, fd, file, objectFactory(factory), nil, map[string]any{"pipe": file}))
		}
	}
	c.async("connect_read_pipe(self, protocol_factory, pipe)", pipe(readPipeTransport))
	c.async("connect_write_pipe(self, protocol_factory, pipe)", pipe(writePipeTransport))
	processes := func(ctx context.Context, self, factory any, c spawn.Command) (any, error) {
		object := py.Call(factory)
		t, err := asLoop(self).startProcess(ctx, &objectProcess{object}, c)
		if err != nil {
			return nil, err
		}
		return py.Tuple{t, object}, nil
	}
	c.async("subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs)",
		func(ctx context.Context, a []any) (any, error) {
			args := []string{spawn.Text(a[2])}
			for _, arg := range a[3].(py.Tuple) {
				args = append(args, spawn.Text(arg))
			}
			return processes(ctx, a[0], a[1], processCommand(args, a[4], a[5], a[6], py.KwFrom(a[7])))
		})
	c.async("subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs)",
		func(ctx context.Context, a []any) (any, error) {
			return processes(ctx, a[0], a[1], shellCommand(a[2], a[3], a[4], a[5], py.KwFrom(a[6])))
		})
}

// fileDescriptor is the number of a file descriptor, or that of an object with
// fileno().
func fileDescriptor(file any) int {
	if fd, ok := file.(int); ok {
		return fd
	}
	return py.As[int](py.CallMethod(file, "fileno"))
}

// watchable is fileDescriptor for what the loop shall watch. It raises ValueError
// for what has no file descriptor.
func watchable(file any) int {
	fd, ok := file.(int)
	if !ok {
		err := py.Try(func() error {
			fd = py.As[int](py.Call(py.IntClass, py.CallMethod(file, "fileno")))
			return nil
		})
		if err != nil {
			if py.Matches(err, py.Tuple{py.AttributeError, py.TypeError, py.ValueError}) {
				err = py.From(py.NewValueError("Invalid file object: "+py.Repr(file)), nil)
			}
			panic(err)
		}
	}
	if fd < 0 {
		py.Raise(py.NewValueError("Invalid file descriptor: " + py.Str(fd)))
	}
	return fd
}

func defineLoopFiles(c pythonClass) {
	watch := func(add func(l *Loop, fd int, h *Handle) error) func(self, fd, callback, args any) any {
		return func(self, fd, callback, args any) any {
			l := asLoop(self)
			l.checkClosed()
			py.Check(add(l, watchable(fd), newHandle(l, callback, args.(py.Tuple), nil)))
			return nil
		}
	}
	c.def("add_reader(self, fd, callback, *args)", watch((*Loop).addReader))
	c.def("add_writer(self, fd, callback, *args)", watch((*Loop).addWriter))
	c.def("remove_reader(self, fd)", func(self, fd any) any { return asLoop(self).removeReader(watchable(fd)) })
	c.def("remove_writer(self, fd)", func(self, fd any) any { return asLoop(self).removeWriter(watchable(fd)) })
	defineLoopSockets(c)
	c.async("getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0)", func(ctx context.Context, a []any) (any, error) {
		q := inet.Query{
			Family: py.As[int](py.Payload(a[3])), Kind: py.As[int](py.Payload(a[4])),
			Proto: py.As[int](py.Payload(a[5])), Flag: py.As[int](py.Payload(a[6])),
		}
		q.Host, q.Service = inet.Arguments(a[1], a[2])
		infos, err := inThread(ctx, func() ([]inet.Info, error) { return inet.Lookup(q) })
		if err != nil {
			return nil, err
		}
		return inet.List(infos), nil
	})
	c.async("getnameinfo(self, sockaddr, flags=0)", func(ctx context.Context, self, address, flags any) (any, error) {
		t, ok := py.Payload(address).(py.Tuple)
		if !ok || len(t) < 2 {
			return nil, py.NewTypeError("getnameinfo() argument 1 must be a tuple")
		}
		host, port, wanted := py.As[string](t[0]), py.As[int](t[1]), py.As[int](py.Payload(flags))
		return inThread(ctx, func() (any, error) {
			name, service, err := inet.NameInfo(host, port, wanted)
			return py.Tuple{name, service}, err
		})
	})
}

func osError(err error) error {
	if err == nil {
		return nil
	}
	return py.AsException(err)
}
