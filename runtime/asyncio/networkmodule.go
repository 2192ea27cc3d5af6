package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/spawn"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// pathArgument is the path of a unix socket.
func pathArgument(path any) string {
	if path == nil {
		py.Raise(py.NewValueError("no path and sock were specified"))
	}
	return spawn.Text(path)
}

// keywords are the keyword arguments of a function that takes many.
type keywords py.Kwargs

func (k keywords) get(name string, fallback any) any {
	if v, ok := py.Kwargs(k).Lookup(name); ok && v != nil {
		return v
	}
	return fallback
}

// refuse raises for arguments that are not supported.
func (k keywords) refuse(names ...string) {
	for _, name := range names {
		if v, ok := py.Kwargs(k).Lookup(name); ok && v != nil {
			py.Raise(py.NewNotImplementedError("argument " + name + " is not supported"))
		}
	}
}

func (k keywords) server() serverOptions {
	k.refuse("ssl", "sock")
	family := py.As[int](py.Payload(k.get("family", 0)))
	return serverOptions{
		backlog:      py.As[int](k.get("backlog", 100)),
		family:       family,
		reuseAddress: py.Truth(k.get("reuse_address", true)),
		reusePort:    py.Truth(k.get("reuse_port", false)),
		start:        py.Truth(k.get("start_serving", true)),
	}
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
	m.Set("streams", py.NewModule("asyncio.streams", "").
		Set("StreamReader", StreamReaderClass).Set("StreamWriter", StreamWriterClass))
	pyAsync(m, streamsModule, "open_connection(host=None, port=None, *, limit=65536, **kwds)",
		func(ctx context.Context, host, port, limit, kwds any) (any, error) {
			kw := keywords(py.KwFrom(kwds))
			kw.refuse("ssl", "sock")
			return streamPair(openStream(ctx, py.As[int](limit), func(l *Loop, factory func() protocol) (*Transport, error) {
				return l.createConnection(ctx, factory, host, port, py.As[int](py.Payload(kw.get("family", 0))), kw.get("local_addr", nil))
			}))
		})
	pyAsync(m, streamsModule, "open_unix_connection(path=None, *, limit=65536, **kwds)",
		func(ctx context.Context, path, limit, kwds any) (any, error) {
			keywords(py.KwFrom(kwds)).refuse("ssl", "sock")
			return streamPair(openStream(ctx, py.As[int](limit), func(l *Loop, factory func() protocol) (*Transport, error) {
				return l.createUnixConnection(ctx, factory, pathArgument(path))
			}))
		})
	pyAsync(m, streamsModule, "start_server(client_connected_cb, host=None, port=None, *, limit=65536, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			l := GetRunningLoop()
			factory := streamFactory(l, a[0], py.As[int](a[3]))
			return serverResult(l.createServer(ctx, factory, a[1], a[2], keywords(py.KwFrom(a[4])).server()))
		})
	pyAsync(m, streamsModule, "start_unix_server(client_connected_cb, path=None, *, limit=65536, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			l := GetRunningLoop()
			kw := keywords(py.KwFrom(a[3]))
			o := kw.server()
			factory := streamFactory(l, a[0], py.As[int](a[2]))
			return serverResult(l.createUnixServer(ctx, factory, pathArgument(a[1]), o.backlog, o.start,
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

// objectFactory makes protocols with a factory of the program.
func objectFactory(factory any) func() protocol {
	return func() protocol { return protocolOf(py.Call(factory)) }
}

func transportPair(t *Transport, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return py.Tuple{t, protocolObject(t.protocol)}, nil
}

func defineLoopNetwork(c pythonClass) {
	c.async("create_connection(self, protocol_factory, host=None, port=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[4]))
			kw.refuse("ssl", "sock")
			if a[2] == nil && a[3] == nil {
				return nil, py.NewValueError("host and port was not specified and no sock specified")
			}
			return transportPair(asLoop(a[0]).createConnection(ctx, objectFactory(a[1]), a[2], a[3],
				py.As[int](py.Payload(kw.get("family", 0))), kw.get("local_addr", nil)))
		})
	c.async("create_server(self, protocol_factory, host=None, port=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			return serverResult(asLoop(a[0]).createServer(ctx, objectFactory(a[1]), a[2], a[3], keywords(py.KwFrom(a[4])).server()))
		})
	c.async("create_unix_connection(self, protocol_factory, path=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			keywords(py.KwFrom(a[3])).refuse("ssl", "sock")
			return transportPair(asLoop(a[0]).createUnixConnection(ctx, objectFactory(a[1]), pathArgument(a[2])))
		})
	c.async("create_unix_server(self, protocol_factory, path=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[3]))
			o := kw.server()
			return serverResult(asLoop(a[0]).createUnixServer(ctx, objectFactory(a[1]), pathArgument(a[2]), o.backlog, o.start,
				py.Truth(kw.get("cleanup_socket", true))))
		})
	c.async("create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, **kwds)",
		func(ctx context.Context, a []any) (any, error) {
			kw := keywords(py.KwFrom(a[4]))
			kw.refuse("sock")
			t, object, err := asLoop(a[0]).createDatagramEndpoint(ctx, a[1], a[2], a[3],
				py.As[int](py.Payload(kw.get("family", 0))), py.Truth(kw.get("reuse_port", false)))
			if err != nil {
				return nil, err
			}
			return py.Tuple{t, object}, nil
		})
	pipe := func(kind transportKind) func(ctx context.Context, self, factory, file any) (any, error) {
		return func(ctx context.Context, self, factory, file any) (any, error) {
			fd := fileDescriptor(file)
			if err := setNonblocking(fd); err != nil {
				return nil, py.AsException(err)
			}
			return transportPair(asLoop(self).attach(ctx, kind, fd, objectFactory(factory), map[string]any{"pipe": file}))
		}
	}
	c.async("connect_read_pipe(self, protocol_factory, pipe)", pipe(readPipeTransport))
	c.async("connect_write_pipe(self, protocol_factory, pipe)", pipe(writePipeTransport))
	processes := func(ctx context.Context, self, factory any, args []string, a []any) (any, error) {
		object := py.Call(factory)
		c := processCommand(args, a[0], a[1], a[2], py.KwFrom(a[3]))
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
			return processes(ctx, a[0], a[1], args, a[4:])
		})
	c.async("subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs)",
		func(ctx context.Context, a []any) (any, error) {
			return processes(ctx, a[0], a[1], []string{"/bin/sh", "-c", spawn.Text(a[2])}, a[3:])
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

func defineLoopFiles(c pythonClass) {
	watch := func(add func(l *Loop, fd int, h *Handle) error) func(self, fd, callback, args any) any {
		return func(self, fd, callback, args any) any {
			l := asLoop(self)
			l.checkClosed()
			py.Check(add(l, fileDescriptor(fd), newHandle(l, callback, args.(py.Tuple), nil)))
			return nil
		}
	}
	c.def("add_reader(self, fd, callback, *args)", watch((*Loop).addReader))
	c.def("add_writer(self, fd, callback, *args)", watch((*Loop).addWriter))
	c.def("remove_reader(self, fd)", func(self, fd any) any { return asLoop(self).removeReader(fileDescriptor(fd)) })
	c.def("remove_writer(self, fd)", func(self, fd any) any { return asLoop(self).removeWriter(fileDescriptor(fd)) })
	c.async("sock_recv(self, sock, n)", func(ctx context.Context, self, sock, n any) (any, error) {
		buffer := make([]byte, py.As[int](n))
		size, err := asLoop(self).untilReady(ctx, sock, (*Loop).onReadable, (*Loop).removeReader, func(fd int) (int, error) {
			return readFD(fd, buffer)
		})
		return py.Bytes(buffer[:max(size, 0)]), err
	})
	c.async("sock_sendall(self, sock, data)", func(ctx context.Context, self, sock, data any) (any, error) {
		rest := bytesOf(data)
		for len(rest) > 0 {
			n, err := asLoop(self).untilReady(ctx, sock, (*Loop).onWritable, (*Loop).removeWriter, func(fd int) (int, error) {
				return writeFD(fd, rest)
			})
			if err != nil {
				return nil, err
			}
			rest = rest[n:]
		}
		return nil, nil
	})
	c.async("sock_accept(self, sock)", func(ctx context.Context, self, sock any) (any, error) {
		l := asLoop(self)
		for {
			if _, err := l.untilReady(ctx, sock, (*Loop).onReadable, (*Loop).removeReader, readableNow(sock)); err != nil {
				return nil, err
			}
			var result any
			err := py.Try(func() error { result = py.CallMethod(sock, "accept"); return nil })
			if err == nil {
				py.CallMethod(result.(py.Tuple)[0], "setblocking", false)
				return result, nil
			}
			if !py.Matches(err, py.BlockingIOError) {
				return nil, err
			}
		}
	})
	c.async("sock_connect(self, sock, address)", func(ctx context.Context, self, sock, address any) (any, error) {
		err := py.Try(func() error { py.CallMethod(sock, "connect", address); return nil })
		if err == nil || !py.Matches(err, py.Tuple{py.BlockingIOError, py.InterruptedError}) {
			return nil, err
		}
		first := true
		_, err = asLoop(self).untilReady(ctx, sock, (*Loop).onWritable, (*Loop).removeWriter, func(fd int) (int, error) {
			if first {
				first = false
				return 0, errWouldBlock
			}
			return 0, connectResult(fd)
		})
		return nil, err
	})
	c.async("getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0)", func(ctx context.Context, a []any) (any, error) {
		endpoints, err := resolve(ctx, a[1], a[2], py.As[int](py.Payload(a[3])), false)
		if err != nil {
			return nil, err
		}
		return addressList(endpoints, py.As[int](py.Payload(a[4]))), nil
	})
}

// addressList is the result of getaddrinfo.
func addressList(endpoints []endpoint, kind int) any {
	list := py.ListOf[any]()
	for _, e := range endpoints {
		for _, k := range []struct{ kind, proto int }{{streamSocket, 6}, {datagramSocket, 17}} {
			if kind == 0 || kind == k.kind {
				list.Append(py.Tuple{e.family, k.kind, k.proto, "", e.value()})
			}
		}
	}
	return list
}

// readableNow reports EAGAIN at its first call, so that its caller waits.
func readableNow(any) func(fd int) (int, error) {
	first := true
	return func(int) (int, error) {
		if first {
			first = false
			return 0, errWouldBlock
		}
		return 0, nil
	}
}

// untilReady tries an operation on a socket of the program until it does not
// block.
func (l *Loop) untilReady(ctx context.Context, sock any, watch func(*Loop, int, func()) error, unwatch func(*Loop, int) bool, try func(fd int) (int, error)) (int, error) {
	fd := fileDescriptor(sock)
	n, err := try(fd)
	if !wouldBlock(err) {
		return n, osError(err)
	}
	f := newFuture[any](l)
	if err := watch(l, fd, func() {
		if f.Finished() {
			return
		}
		n, err = try(fd)
		if wouldBlock(err) {
			return
		}
		unwatch(l, fd)
		f.SetResult(nil)
	}); err != nil {
		return 0, osError(err)
	}
	if _, waited := f.Await(ctx); waited != nil {
		unwatch(l, fd)
		return 0, waited
	}
	return n, osError(err)
}

func osError(err error) error {
	if err == nil {
		return nil
	}
	return py.AsException(err)
}
