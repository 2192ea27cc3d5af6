package asyncio

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// tlsTransport is asyncio.sslproto._SSLProtocolTransport: what the protocol of
// the program has for a transport when TLS lies between.
type tlsTransport struct {
	py.Attributes
	tls    *tlsProtocol
	closed bool
}

// PyClass is the class _SSLProtocolTransport.
func (t *tlsTransport) PyClass() *py.Class { return tlsTransportClass }

func (t *tlsTransport) write(data []byte) {
	if len(data) > 0 {
		t.tls.writeData(data)
	}
}

func (t *tlsTransport) close() {
	if !t.closed {
		t.closed = true
		t.tls.startShutdown()
	}
}

func (t *tlsTransport) forceClose(err error) {
	t.closed = true
	t.tls.abort(err)
}

func (t *tlsTransport) pauseReading() { t.tls.appReadsPaused = true }

func (t *tlsTransport) resumeReading() { t.tls.resumeReads() }

func (t *tlsTransport) setProtocol(p protocol) { t.tls.app = p }

func (t *tlsTransport) currentProtocol() protocol { return t.tls.app }

func (t *tlsTransport) info(name, fallback any) any {
	if key, _ := name.(string); key != "" {
		if v, ok := t.tls.extra[key]; ok {
			return v
		}
	}
	if t.tls.transport == nil {
		return fallback
	}
	return t.tls.transport.info(name, fallback)
}

var tlsTransportClass, tlsProtocolClass *py.Class

func init() {
	const module = "asyncio.sslproto"
	tlsProtocolClass = newPythonClass(module, "SSLProtocol", BufferedProtocolClass, nil, func(pythonClass) {})
	tlsTransportClass = newPythonClass(module, "_SSLProtocolTransport", TransportClass, nil, defineTLSTransport)
}

func defineTLSTransport(c pythonClass) {
	of := func(self any) *tlsTransport { return py.PayloadAs[*tlsTransport](self) }
	defineStreamTransport(c, func(self any) streamTransport { return of(self) })
	c.def("write(self, data)", func(self, data any) any {
		if !isBytesLike(data) {
			py.Raise(py.NewTypeError("data: expecting a bytes-like instance, got " + py.TypeOf(data).Name()))
		}
		of(self).write(bytesOf(data))
		return nil
	})
	c.def("write_eof(self)", func(any) any {
		py.Raise(py.NewNotImplementedError())
		return nil
	})
	c.def("can_write_eof(self)", func(any) any { return false })
	c.def("is_closing(self)", func(self any) any { return of(self).closed })
	c.def("is_reading(self)", func(self any) any { return !of(self).tls.appReadsPaused })
	c.def("get_write_buffer_size(self)", func(self any) any { return of(self).tls.writeSize() })
	c.def("get_write_buffer_limits(self)", func(self any) any { return py.Tuple{of(self).tls.writeLow, of(self).tls.writeHigh} })
	c.def("set_write_buffer_limits(self, high=None, low=None)", func(self, high, low any) any {
		p := of(self).tls
		p.writeHigh, p.writeLow = checkedLimits(high, low, tlsWriteLimit)
		p.controlWriting()
		return nil
	})
	c.def("get_read_buffer_size(self)", func(self any) any { return of(self).tls.readSize() })
	c.def("get_read_buffer_limits(self)", func(self any) any { return py.Tuple{of(self).tls.readLow, of(self).tls.readHigh} })
	c.def("set_read_buffer_limits(self, high=None, low=None)", func(self, high, low any) any {
		p := of(self).tls
		p.readHigh, p.readLow = checkedLimits(high, low, tlsReadLimit)
		p.controlReading()
		return nil
	})
}

// checkedLimits are the limits of a buffer whose own are high and high/4.
func checkedLimits(high, low any, most int) (h, l int) {
	if high == nil && low == nil {
		return most, most / 4
	}
	h, l = bufferLimits(high, low)
	if h < l || l < 0 {
		py.Raise(py.NewValueError("high (" + py.Str(h) + ") must be >= low (" + py.Str(l) + ") must be >= 0"))
	}
	return h, l
}

func isBytesLike(v any) bool {
	switch py.Payload(v).(type) {
	case py.Bytes, *py.ByteArray, *py.MemoryView:
		return true
	}
	return false
}

// startTLS is loop.start_tls: a protocol goes on over TLS.
func (l *Loop) startTLS(ctx context.Context, transport any, p protocol, o *tlsOptions) (*tlsTransport, error) {
	if _, ok := py.Payload(o.context).(secure.Context); !ok {
		return nil, py.NewTypeError("sslcontext is expected to be an instance of ssl.SSLContext, got " + py.Repr(o.context))
	}
	low, ok := py.Payload(transport).(lowTransport)
	if t, isPlain := low.(*Transport); !ok || isPlain && t.kind != socketTransport {
		return nil, py.NewTypeError("transport " + py.Repr(transport) + " is not supported by start_tls()")
	}
	w := newFuture[any](l)
	var tls *tlsProtocol
	if err := py.Try(func() error { tls = newTLSProtocol(l, p, o, &w.promise, false); return nil }); err != nil {
		return nil, err
	}
	low.pauseReading()
	low.setProtocol(tls)
	later := func(f func()) *Handle {
		h := &Handle{loop: l, call: func() { l.guard(f) }}
		l.push(h, nil)
		return h
	}
	made := later(func() { tls.connectionMade(low) })
	resumed := later(low.resumeReading)
	if _, err := w.Await(ctx); err != nil {
		low.close()
		made.Cancel()
		resumed.Cancel()
		return nil, err
	}
	return tls.appTransport, nil
}
