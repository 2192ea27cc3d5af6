package asyncio

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of transports and protocols.
var (
	BaseTransportClass       *py.Class
	ReadTransportClass       *py.Class
	WriteTransportClass      *py.Class
	TransportClass           *py.Class
	DatagramTransportClass   *py.Class
	SubprocessTransportClass *py.Class
	TransportSocketClass     *py.Class

	BaseProtocolClass       *py.Class
	ProtocolClass           *py.Class
	BufferedProtocolClass   *py.Class
	DatagramProtocolClass   *py.Class
	SubprocessProtocolClass *py.Class

	socketTransportClass    *py.Class
	readPipeTransportClass  *py.Class
	writePipeTransportClass *py.Class
	udpTransportClass       *py.Class
)

const (
	transportsModule = "asyncio.transports"
	protocolsModule  = "asyncio.protocols"
)

func init() {
	defineAbstractTransports()
	BaseProtocolClass = protocolClass("BaseProtocol", nil, map[string]string{
		"connection_made": "transport", "connection_lost": "exc", "pause_writing": "", "resume_writing": "",
	})
	ProtocolClass = protocolClass("Protocol", BaseProtocolClass, map[string]string{
		"data_received": "data", "eof_received": "",
	})
	BufferedProtocolClass = protocolClass("BufferedProtocol", BaseProtocolClass, map[string]string{
		"get_buffer": "sizehint", "buffer_updated": "nbytes", "eof_received": "",
	})
	DatagramProtocolClass = protocolClass("DatagramProtocol", BaseProtocolClass, map[string]string{
		"datagram_received": "data, addr", "error_received": "exc",
	})
	SubprocessProtocolClass = protocolClass("SubprocessProtocol", BaseProtocolClass, map[string]string{
		"pipe_data_received": "fd, data", "pipe_connection_lost": "fd, exc", "process_exited": "",
	})

	const selectorModule, unixModule = "asyncio.selector_events", "asyncio.unix_events"
	socketTransportClass = newPythonClass(selectorModule, "_SelectorSocketTransport", TransportClass, nil, defineTransport)
	readPipeTransportClass = newPythonClass(unixModule, "_UnixReadPipeTransport", ReadTransportClass, nil, defineTransport)
	writePipeTransportClass = newPythonClass(unixModule, "_UnixWritePipeTransport", WriteTransportClass, nil, defineTransport)
	udpTransportClass = newPythonClass(selectorModule, "_SelectorDatagramTransport", DatagramTransportClass, nil, defineDatagramTransport)
	TransportSocketClass = newPythonClass("asyncio.trsock", "TransportSocket", nil, nil, defineTransportSocket)
}

// protocolClass makes a protocol class of the program's side: its methods do
// nothing.
func protocolClass(name string, base *py.Class, methods map[string]string) *py.Class {
	var bases []*py.Class
	if base != nil {
		bases = []*py.Class{base}
	}
	return py.NewPythonClass(protocolsModule, name, bases, func(ns *py.Namespace) {
		for method, parameters := range methods {
			spec := method + "(self)"
			if parameters != "" {
				spec = method + "(self, " + parameters + ")"
			}
			ns.Set(method, py.Func(spec, func([]any) any { return nil }).Qualname(name+"."+method).Module(protocolsModule))
		}
	})
}

// PyClass is the class of the transport.
func (t *Transport) PyClass() *py.Class {
	switch t.kind {
	case readPipeTransport:
		return readPipeTransportClass
	case writePipeTransport:
		return writePipeTransportClass
	}
	return socketTransportClass
}

// PyClass is the class of datagram transports.
func (t *DatagramTransport) PyClass() *py.Class { return udpTransportClass }

// bytesOf returns the content of a bytes-like object.
func bytesOf(data any) []byte {
	switch d := py.Payload(data).(type) {
	case py.Bytes:
		return []byte(d)
	case *py.ByteArray, *py.MemoryView:
		return []byte(py.Call(py.BytesClass, d).(py.Bytes))
	}
	py.Raise(py.NewTypeError("data argument must be a bytes-like object, not " + py.Repr(py.TypeOf(data).Name())))
	return nil
}

// extraInfo looks up get_extra_info.
func extraInfo(extra map[string]any, name, fallback any) any {
	key, _ := name.(string)
	if v, ok := extra[key]; ok {
		return v
	}
	return fallback
}

func defineTransport(c pythonClass) {
	of := func(self any) *Transport { return py.PayloadAs[*Transport](self) }
	do := func(spec string, f func(t *Transport)) {
		c.def(spec, func(self any) any {
			f(of(self))
			return nil
		})
	}
	defineStreamTransport(c, func(self any) streamTransport { return of(self) })
	c.def("write(self, data)", func(self, data any) any {
		of(self).write(bytesOf(data))
		return nil
	})
	do("write_eof(self)", (*Transport).writeEOF)
	c.def("can_write_eof(self)", func(any) any { return true })
	c.def("is_closing(self)", func(self any) any { return of(self).closing })
	c.def("is_reading(self)", func(self any) any { return !of(self).closing && !of(self).paused })
	c.def("get_write_buffer_size(self)", func(self any) any { return len(of(self).buffer) })
	c.def("get_write_buffer_limits(self)", func(self any) any { return py.Tuple{of(self).low, of(self).high} })
	c.def("set_write_buffer_limits(self, high=None, low=None)", func(self, high, low any) any {
		h, l := bufferLimits(high, low)
		of(self).setLimits(h, l)
		of(self).maybePause()
		return nil
	})
	c.def("__repr__(self)", func(self any) any { return of(self).repr() })
}

// streamTransport is what the program has for the transport of a stream: that of
// a socket or a pipe, or TLS over one.
type streamTransport interface {
	lowTransport
	currentProtocol() protocol
}

func (t *Transport) currentProtocol() protocol { return t.protocol }

func (t *Transport) setProtocol(p protocol) { t.protocol = p }

func (t *Transport) info(name, fallback any) any { return extraInfo(t.extra, name, fallback) }

// defineStreamTransport adds the methods that all transports of streams have.
func defineStreamTransport(c pythonClass, of func(self any) streamTransport) {
	do := func(spec string, f func(t streamTransport)) {
		c.def(spec, func(self any) any {
			f(of(self))
			return nil
		})
	}
	do("close(self)", streamTransport.close)
	do("abort(self)", func(t streamTransport) { t.forceClose(nil) })
	do("pause_reading(self)", streamTransport.pauseReading)
	do("resume_reading(self)", streamTransport.resumeReading)
	c.def("writelines(self, list_of_data)", func(self, list any) any {
		var all []byte
		for data := range py.Iter(list) {
			all = append(all, bytesOf(data)...)
		}
		of(self).write(all)
		return nil
	})
	c.def("get_extra_info(self, name, default=None)", func(self, name, fallback any) any { return of(self).info(name, fallback) })
	c.def("get_protocol(self)", func(self any) any { return protocolObject(of(self).currentProtocol()) })
	c.def("set_protocol(self, protocol)", func(self, p any) any {
		of(self).setProtocol(protocolOf(p))
		return nil
	})
}

// bufferLimits are the limits that set_write_buffer_limits sets.
func bufferLimits(high, low any) (h, l int) {
	switch {
	case high == nil && low == nil:
		h = 64 * 1024
	case high == nil:
		h = 4 * py.As[int](low)
	default:
		h = py.As[int](high)
	}
	if low == nil {
		return h, h / 4
	}
	return h, py.As[int](low)
}

func defineDatagramTransport(c pythonClass) {
	of := func(self any) *DatagramTransport { return self.(*DatagramTransport) }
	c.def("sendto(self, data, addr=None)", func(self, data, addr any) any {
		of(self).sendto(bytesOf(data), addr)
		return nil
	})
	c.def("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
	c.def("abort(self)", func(self any) any {
		of(self).forceClose(nil)
		return nil
	})
	c.def("is_closing(self)", func(self any) any { return of(self).closing })
	c.def("get_extra_info(self, name, default=None)", func(self, name, fallback any) any {
		return extraInfo(of(self).extra, name, fallback)
	})
	c.def("get_protocol(self)", func(self any) any { return of(self).object })
	c.def("set_protocol(self, protocol)", func(self, p any) any {
		of(self).object = p
		return nil
	})
	c.def("get_write_buffer_size(self)", func(self any) any { return of(self).buffered })
	c.def("get_write_buffer_limits(self)", func(self any) any { return py.Tuple{of(self).low, of(self).high} })
	c.def("set_write_buffer_limits(self, high=None, low=None)", func(self, high, low any) any {
		of(self).setLimits(high, low)
		return nil
	})
	c.def("__repr__(self)", func(self any) any { return of(self).repr() })
}

// TransportSocket is asyncio.trsock.TransportSocket: what get_extra_info gives
// for the socket.
type TransportSocket struct{ fd, family, kind int }

// PyClass is the class TransportSocket.
func (s *TransportSocket) PyClass() *py.Class { return TransportSocketClass }

func defineTransportSocket(c pythonClass) {
	of := func(self any) *TransportSocket { return self.(*TransportSocket) }
	c.def("fileno(self)", func(self any) any { return of(self).fd })
	c.def("getsockname(self)", func(self any) any { return localAddress(of(self).fd) })
	c.def("getpeername(self)", func(self any) any { return peerAddress(of(self).fd) })
	c.def("gettimeout(self)", func(any) any { return 0 })
	c.Getter("family", func(self any) any { return inet.FamilyValue(of(self).family) })
	c.Getter("type", func(self any) any { return inet.KindValue(of(self).kind) })
	c.Getter("proto", func(any) any { return 0 })
	c.def("setsockopt(self, level, option, value)", func(self, level, option, value any) (any, error) {
		fd, l, o := of(self).fd, py.As[int](py.Payload(level)), py.As[int](py.Payload(option))
		if isBytesLike(value) {
			return nil, setSocketOptionBytes(fd, l, o, string(bytesOf(value)))
		}
		return nil, setSocketOption(fd, l, o, py.As[int](py.Payload(value)))
	})
	c.def("getsockopt(self, level, option)", func(self, level, option any) (any, error) {
		return getSocketOption(of(self).fd, py.As[int](level), py.As[int](option))
	})
	c.def("__repr__(self)", func(self any) any {
		s := of(self)
		return fmt.Sprintf("<asyncio.TransportSocket fd=%d, family=%d, type=%d, proto=0, laddr=%s>", s.fd, s.family, s.kind,
			py.Repr(localAddress(s.fd)))
	})
}

// serverOf returns the server that self is.
func serverOf(self any) *Server { return self.(*Server) }

// ServerClass is asyncio.Server.
var ServerClass *py.Class

// PyClass is the class Server.
func (s *Server) PyClass() *py.Class { return ServerClass }

func init() {
	ServerClass = newPythonClass("asyncio.base_events", "Server", nil, nil, defineServer)
}

func defineServer(c pythonClass) {
	c.def("close(self)", func(self any) any {
		serverOf(self).Close()
		return nil
	})
	c.def("close_clients(self)", func(self any) any {
		serverOf(self).CloseClients()
		return nil
	})
	c.def("abort_clients(self)", func(self any) any {
		serverOf(self).AbortClients()
		return nil
	})
	c.def("is_serving(self)", func(self any) any { return serverOf(self).serving })
	c.def("get_loop(self)", func(self any) any { return serverOf(self).loop.object() })
	c.Getter("sockets", func(self any) any { return serverOf(self).socketTuple() })
	c.async("start_serving(self)", func(ctx context.Context, self any) (any, error) {
		return nil, serverOf(self).StartServing(ctx)
	})
	c.async("serve_forever(self)", func(ctx context.Context, self any) (any, error) {
		return nil, serverOf(self).ServeForever(ctx)
	})
	c.async("wait_closed(self)", func(ctx context.Context, self any) (any, error) {
		return nil, serverOf(self).WaitClosed(ctx)
	})
	c.async("__aenter__(self)", func(_ context.Context, self any) (any, error) { return self, nil })
	c.async("__aexit__(self, *exc)", func(ctx context.Context, self, _ any) (any, error) {
		serverOf(self).Close()
		return nil, serverOf(self).WaitClosed(ctx)
	})
	c.def("__repr__(self)", func(self any) any { return "<Server sockets=" + py.Repr(serverOf(self).socketTuple()) + ">" })
}

func (s *Server) socketTuple() py.Tuple {
	sockets := py.Tuple{}
	if !s.closed {
		for _, sock := range s.sockets {
			sockets = append(sockets, &TransportSocket{sock.fd, sock.family, sock.kind})
		}
	}
	return sockets
}
