package asyncio

import (
	"context"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// defineLoopSockets adds the methods of the loop that work on sockets of the
// program: sock_recv and its kin.
func defineLoopSockets(c pythonClass) {
	c.async("sock_recv(self, sock, n)", func(ctx context.Context, self, sock, n any) (any, error) {
		buffer := make([]byte, py.As[int](n))
		size, err := asLoop(self).untilReady(ctx, sock, (*Loop).onReadable, (*Loop).removeReader, func(fd int) (int, error) {
			return readFD(fd, buffer)
		})
		return py.Bytes(buffer[:max(size, 0)]), err
	})
	c.async("sock_sendall(self, sock, data)", func(ctx context.Context, self, sock, data any) (any, error) {
		return nil, asLoop(self).sendAll(ctx, sock, bytesOf(data))
	})
	// Those that the socket's own methods do, once it is ready.
	through := func(spec, method string, reads bool) {
		c.async(spec, func(ctx context.Context, a []any) (any, error) {
			return asLoop(a[0]).whenReady(ctx, a[1], reads, func() any { return py.CallMethod(a[1], method, a[2:]...) })
		})
	}
	through("sock_recv_into(self, sock, buf)", "recv_into", true)
	through("sock_recvfrom(self, sock, bufsize)", "recvfrom", true)
	through("sock_sendto(self, sock, data, address)", "sendto", false)
	c.async("sock_recvfrom_into(self, sock, buf, nbytes=0)", func(ctx context.Context, self, sock, buffer, count any) (any, error) {
		if !py.Truth(count) {
			count = py.Len(buffer)
		}
		return asLoop(self).whenReady(ctx, sock, true, func() any { return py.CallMethod(sock, "recvfrom_into", buffer, count) })
	})
	c.async("sock_accept(self, sock)", func(ctx context.Context, self, sock any) (any, error) {
		result, err := asLoop(self).whenReady(ctx, sock, true, func() any { return py.CallMethod(sock, "accept") })
		if err != nil {
			return nil, err
		}
		py.CallMethod(result.(py.Tuple)[0], "setblocking", false)
		return result, nil
	})
	c.async("sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True)",
		func(ctx context.Context, a []any) (any, error) {
			l := asLoop(a[0])
			l.checkNonblocking(a[1])
			r := newFileRange(a[2], a[3], a[4])
			if !py.Truth(a[5]) {
				if err := r.checkRegular(); err != nil {
					return nil, err
				}
			}
			return l.sendRange(ctx, a[1], r)
		})
	c.async("sendfile(self, transport, file, offset=0, count=None, *, fallback=True)",
		func(ctx context.Context, a []any) (any, error) {
			if t, ok := py.Payload(a[1]).(*tlsTransport); ok {
				return t.sendFile(ctx, newFileRange(a[2], a[3], a[4]), py.Truth(a[5]))
			}
			t, ok := py.Payload(a[1]).(*Transport)
			if !ok {
				if py.Truth(py.CallMethod(a[1], "is_closing")) {
					return nil, py.NewRuntimeError("Transport is closing")
				}
				return nil, py.NewRuntimeError("sendfile is not supported for transport " + py.Repr(a[1]))
			}
			return t.sendFile(ctx, newFileRange(a[2], a[3], a[4]), py.Truth(a[5]))
		})
	c.async("connect_accepted_socket(self, protocol_factory, sock, **kwds)",
		func(ctx context.Context, self, factory, sock, kwds any) (any, error) {
			kw := keywords(py.KwFrom(kwds))
			return transportPair(asLoop(self).connectionOf(ctx, objectFactory(factory), kw.acceptedTLS(), streamSocketOf(sock, false)))
		})
	c.async("sock_connect(self, sock, address)", func(ctx context.Context, self, sock, address any) (any, error) {
		asLoop(self).checkNonblocking(sock)
		err := py.Try(func() error { py.CallMethod(sock, "connect", address); return nil })
		if err == nil || !py.Matches(err, py.Tuple{py.BlockingIOError, py.InterruptedError}) {
			return nil, err
		}
		_, err = asLoop(self).untilReady(ctx, sock, (*Loop).onWritable, (*Loop).removeWriter, afterFirst(func(fd int) (int, error) {
			err := connectResult(fd)
			if errno, ok := err.(syscall.Errno); ok {
				err = py.NewOSError(int(errno), "Connect call failed "+py.Str(address))
			}
			return 0, err
		}))
		return nil, err
	})
}

// checkNonblocking is what debug mode checks of a socket of the program.
func (l *Loop) checkNonblocking(sock any) {
	if _, isNumber := sock.(int); l.debug && !isNumber && !py.Equal(py.CallMethod(sock, "gettimeout"), 0) {
		py.Raise(py.NewValueError("the socket must be non-blocking"))
	}
}

// afterFirst makes the first try report that it would block, so that its caller
// waits.
func afterFirst(try func(fd int) (int, error)) func(fd int) (int, error) {
	first := true
	return func(fd int) (int, error) {
		if first {
			first = false
			return 0, errWouldBlock
		}
		return try(fd)
	}
}

func (l *Loop) sendAll(ctx context.Context, sock any, rest []byte) error {
	for len(rest) > 0 {
		n, err := l.untilReady(ctx, sock, (*Loop).onWritable, (*Loop).removeWriter, func(fd int) (int, error) {
			return writeFD(fd, rest)
		})
		if err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// whenReady calls a method of a socket of the program until it does not raise
// BlockingIOError.
func (l *Loop) whenReady(ctx context.Context, sock any, reads bool, call func() any) (result any, err error) {
	watch, unwatch := (*Loop).onReadable, (*Loop).removeReader
	if !reads {
		watch, unwatch = (*Loop).onWritable, (*Loop).removeWriter
	}
	_, err = l.untilReady(ctx, sock, watch, unwatch, func(int) (int, error) {
		err := py.Try(func() error { result = call(); return nil })
		if err != nil && py.Matches(err, py.Tuple{py.BlockingIOError, py.InterruptedError}) {
			return 0, errWouldBlock
		}
		return 0, err
	})
	return result, err
}

// untilReady tries an operation on a socket of the program until it does not
// block.
func (l *Loop) untilReady(ctx context.Context, sock any, watch func(*Loop, int, func()) error, unwatch func(*Loop, int) bool, try func(fd int) (int, error)) (int, error) {
	l.checkNonblocking(sock)
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
