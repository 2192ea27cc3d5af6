package asyncio

import (
	"context"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const streamsModule = "asyncio.streams"

// The classes of streams.
var (
	StreamReaderClass         *py.Class
	StreamWriterClass         *py.Class
	StreamReaderProtocolClass *py.Class
)

func init() {
	StreamReaderClass = newPythonClass(streamsModule, "StreamReader", nil,
		func() any { return &StreamReader{} }, defineStreamReader)
	StreamWriterClass = newPythonClass(streamsModule, "StreamWriter", nil,
		func() any { return &StreamWriter{} }, defineStreamWriter)
	StreamReaderProtocolClass = newPythonClass(streamsModule, "StreamReaderProtocol", nil,
		func() any { return &streamProtocol{} }, defineStreamProtocol)
}

// PyClass is the class StreamReader.
func (r *StreamReader) PyClass() *py.Class { return StreamReaderClass }

// PyClass is the class StreamWriter.
func (w *StreamWriter) PyClass() *py.Class { return StreamWriterClass }

// PyClass is the class StreamReaderProtocol.
func (p *streamProtocol) PyClass() *py.Class { return StreamReaderProtocolClass }

func defineStreamReader(c pythonClass) {
	of := func(self any) *StreamReader { return py.PayloadAs[*StreamReader](self) }
	c.def("__init__(self, limit=65536, loop=None)", func(self, limit, loop any) any {
		if !py.Greater(limit, 0) {
			py.Raise(py.NewValueError("Limit cannot be <= 0"))
		}
		of(self).limit, of(self).loop = py.As[int](limit), loopArgument(loop)
		return nil
	})
	c.async("read(self, n=-1)", func(ctx context.Context, self, n any) (any, error) {
		return bytesResult(of(self).Read(ctx, py.As[int](n)))
	})
	c.async("readline(self)", func(ctx context.Context, self any) (any, error) {
		return bytesResult(of(self).ReadLine(ctx))
	})
	c.async("readexactly(self, n)", func(ctx context.Context, self, n any) (any, error) {
		return bytesResult(of(self).ReadExactly(ctx, py.As[int](n)))
	})
	c.async("readuntil(self, separator=)", func(ctx context.Context, self, separator any) (any, error) {
		var separators []py.Bytes
		if tuple, ok := separator.(py.Tuple); ok {
			for _, s := range tuple {
				separators = append(separators, py.Bytes(bytesOf(s)))
			}
		} else {
			separators = []py.Bytes{py.Bytes(bytesOf(separator))}
		}
		return bytesResult(of(self).ReadUntil(ctx, separators...))
	}, py.Bytes("\n"))
	c.def("at_eof(self)", func(self any) any { return of(self).AtEOF() })
	c.def("feed_data(self, data)", func(self, data any) any {
		of(self).FeedData(bytesOf(data))
		return nil
	})
	c.def("feed_eof(self)", func(self any) any {
		of(self).FeedEOF()
		return nil
	})
	c.def("exception(self)", func(self any) any { return errorValue(of(self).err) })
	c.def("set_exception(self, exc)", func(self, exc any) any {
		of(self).SetException(exceptionArgument(exc))
		return nil
	})
	c.def("set_transport(self, transport)", func(self, transport any) any {
		of(self).transport = transport
		return nil
	})
	c.def("__aiter__(self)", func(self any) any { return self })
	c.async("__anext__(self)", func(ctx context.Context, self any) (any, error) {
		line, ok, err := of(self).NextAny(ctx)
		if err == nil && !ok {
			err = py.NewStopAsyncIteration()
		}
		return line, err
	})
	c.Member("_limit", func(self any) any { return of(self).limit },
		func(self, v any) { of(self).limit = py.As[int](v) })
	c.Getter("_eof", func(self any) any { return of(self).eof })
	c.Getter("_exception", func(self any) any { return errorValue(of(self).err) })
	c.Getter("_transport", func(self any) any { return of(self).transport })
	c.Getter("_loop", func(self any) any { return of(self).loop })
	c.def("__repr__(self)", func(self any) any { return of(self).repr() })
}

func bytesResult(data py.Bytes, err error) (any, error) { return data, err }

func (r *StreamReader) repr() string {
	info := []string{"<StreamReader"}
	if n := len(r.buffer); n > 0 {
		info = append(info, fmt.Sprintf("%d bytes", n))
	}
	if r.eof {
		info = append(info, "eof")
	}
	if r.limit != defaultLimit {
		info = append(info, fmt.Sprintf("limit=%d", r.limit))
	}
	if r.waiter != nil {
		info = append(info, "waiter="+describePromise(r.waiter))
	}
	if r.err != nil {
		info = append(info, "exception="+py.Repr(r.err))
	}
	if r.transport != nil {
		info = append(info, "transport="+py.Repr(r.transport))
	}
	if r.paused {
		info = append(info, "paused")
	}
	return strings.Join(info, " ") + ">"
}

func defineStreamWriter(c pythonClass) {
	of := func(self any) *StreamWriter { return py.PayloadAs[*StreamWriter](self) }
	c.def("__init__(self, transport, protocol, reader, loop)", func(self, transport, protocol, reader, loop any) any {
		w := of(self)
		w.transport, w.loop = transport, loopArgument(loop)
		w.protocol, _ = py.Payload(protocol).(*streamProtocol)
		w.reader, _ = py.Payload(reader).(*StreamReader)
		return nil
	})
	forward := func(spec, method string) {
		c.def(spec, func(self any) any { return py.CallMethod(of(self).transport, method) })
	}
	c.def("write(self, data)", func(self, data any) any { return py.CallMethod(of(self).transport, "write", data) })
	c.def("writelines(self, data)", func(self, data any) any {
		return py.CallMethod(of(self).transport, "writelines", data)
	})
	forward("write_eof(self)", "write_eof")
	forward("can_write_eof(self)", "can_write_eof")
	forward("close(self)", "close")
	forward("is_closing(self)", "is_closing")
	c.def("get_extra_info(self, name, default=None)", func(self, name, fallback any) any {
		return py.CallMethod(of(self).transport, "get_extra_info", name, fallback)
	})
	c.async("drain(self)", func(ctx context.Context, self any) (any, error) { return nil, of(self).Drain(ctx) })
	c.async("wait_closed(self)", func(ctx context.Context, self any) (any, error) {
		return nil, of(self).WaitClosed(ctx)
	})
	c.async("start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None)",
		func(ctx context.Context, self, sslcontext, hostname, handshakeTimeout, shutdownTimeout any) (any, error) {
			return nil, of(self).startTLS(ctx, startTLSOptions(sslcontext, hostname, handshakeTimeout, shutdownTimeout))
		})
	for _, name := range []string{"transport", "_transport"} {
		c.Getter(name, func(self any) any { return of(self).transport })
	}
	c.Getter("_loop", func(self any) any { return of(self).loop })
	c.Getter("_reader", func(self any) any { return orNone(of(self).reader) })
	c.Getter("_protocol", func(self any) any { return orNone(of(self).protocol) })
	c.def("__repr__(self)", func(self any) any {
		text := "<StreamWriter transport=" + py.Repr(of(self).transport)
		if r := of(self).reader; r != nil {
			text += " reader=" + py.Repr(r)
		}
		return text + ">"
	})
}

func defineStreamProtocol(c pythonClass) {
	of := func(self any) *streamProtocol { return py.PayloadAs[*streamProtocol](self) }
	c.def("__init__(self, stream_reader, client_connected_cb=None, loop=None)", func(self, reader, connected, loop any) any {
		p := of(self)
		p.loop = loopArgument(loop)
		p.reader, _ = py.Payload(reader).(*StreamReader)
		p.connected = connected
		p.closed = newFuture[any](p.loop)
		return nil
	})
	c.def("connection_made(self, transport)", func(self, transport any) any {
		of(self).connectionMade(transport)
		return nil
	})
	c.def("connection_lost(self, exc)", func(self, exc any) any {
		of(self).connectionLost(errorArgument(exc))
		return nil
	})
	c.def("data_received(self, data)", func(self, data any) any {
		of(self).dataReceived(bytesOf(data))
		return nil
	})
	c.def("eof_received(self)", func(self any) any { return of(self).eofReceived() })
	c.def("pause_writing(self)", func(self any) any {
		of(self).pauseWriting()
		return nil
	})
	c.def("resume_writing(self)", func(self any) any {
		of(self).resumeWriting()
		return nil
	})
	c.async("_drain_helper(self)", func(ctx context.Context, self any) (any, error) { return nil, of(self).drain(ctx) })
}
