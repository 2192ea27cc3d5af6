package ssl

import (
	"crypto/tls"
	"crypto/x509"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// object is ssl.SSLObject: TLS between two memories.
type object struct {
	py.Attributes
	engine   *engine
	hostname any
}

// PyClass is the class SSLObject.
func (*object) PyClass() *py.Class { return objectClass }

// raised is the exception for the outcome of a step.
func raised(err error, line int) error {
	if err == secure.ErrWantRead {
		err = wantRead()
	}
	if f, ok := err.(*failure); ok {
		return f.at(line)
	}
	return err
}

// stepped is raised, for asyncio, which asks for secure.ErrWantRead itself.
func stepped(err error, line int) error {
	if err == secure.ErrWantRead {
		return err
	}
	return raised(err, line)
}

// Handshake goes on with the handshake.
func (o *object) Handshake() error { return stepped(o.engine.handshake(o), handshaking) }

// Read reads what was decrypted; 0 is the end.
func (o *object) Read(p []byte) (int, error) {
	n, err := o.engine.read(o, p)
	return n, stepped(err, reading)
}

// Write encrypts data.
func (o *object) Write(data []byte) error { return stepped(o.engine.write(o, data), writing) }

// Shutdown exchanges close_notify.
func (o *object) Shutdown() error { return stepped(o.engine.shutdown(), shuttingOff) }

// Feed gives it ciphertext that has come.
func (o *object) Feed(data []byte) { o.engine.in.write(data) }

// Take takes the ciphertext that is to be sent.
func (o *object) Take() []byte { return o.engine.out.take() }

// Pending are the numbers of bytes that wait on both sides.
func (o *object) Pending() (incoming, outgoing int) { return o.engine.in.len(), o.engine.out.len() }

// Release ends what still runs.
func (o *object) Release() { o.engine.release() }

var objectClass = py.NewNativeClass("ssl", "SSLObject", nil, func(d *py.Definition) {
	of := py.PayloadAs[*object]
	d.Alloc(func() any { return &object{} })
	d.Init("__init__(self, *args, **kwargs)", func(self, _, _ any) any {
		panic(exc.TypeError("SSLObject does not have a public constructor. Instances are returned by SSLContext.wrap_bio()."))
	})
	defineConnection(d, func(self any) *engine { return of(self).engine })
	d.Getter("server_side", func(self any) any { return of(self).engine.serverSide })
	d.Getter("server_hostname", func(self any) any {
		if of(self).hostname == nil {
			return nil
		}
		return of(self).engine.hostname
	})
	d.Method("do_handshake(self)", func(self any) (any, error) {
		return nil, raised(of(self).engine.handshake(self), handshaking)
	})
	d.Method("read(self, len=1024, buffer=None)", func(self, size, buffer any) (any, error) {
		return readInto(size, buffer, func(p []byte) (int, error) {
			n, err := of(self).engine.read(self, p)
			return n, raised(err, reading)
		})
	})
	d.Method("write(self, data)", func(self, data any) (any, error) {
		text := py.BytesLike(data)
		return len(text), raised(of(self).engine.write(self, []byte(text)), writing)
	})
	d.Method("unwrap(self)", func(self any) (any, error) { return nil, raised(of(self).engine.shutdown(), shuttingOff) })
	d.Method("pending(self)", func(self any) any { return len(of(self).engine.buffer) })
})

// readInto reads up to size bytes into a buffer of the program, or returns them.
func readInto(size, buffer any, read func(p []byte) (int, error)) (any, error) {
	n := py.As[int](py.Index(size))
	if buffer == nil {
		if n < 0 {
			panic(exc.ValueError("size should not be negative"))
		}
		p := make([]byte, min(n, largestRecord))
		count, err := read(p)
		if err != nil {
			return nil, err
		}
		return py.Bytes(p[:count]), nil
	}
	if length := py.Len(buffer); n <= 0 || n > length {
		n = length
	}
	p := make([]byte, min(n, largestRecord))
	count, err := read(p)
	if err != nil {
		return nil, err
	}
	if count > 0 {
		py.SetItem(buffer, py.NewSlice(0, count, nil), py.Bytes(p[:count]))
	}
	return count, nil
}

// defineConnection adds what tells about a connection. engineOf is nil for a
// socket that is not connected.
func defineConnection(d *py.Definition, engineOf func(self any) *engine) {
	d.Member("context", func(self any) any { return engineOf(self).object }, func(self, v any) {
		c, ok := py.Payload(v).(*Context)
		if !ok {
			panic(exc.TypeError("The value must be a SSLContext"))
		}
		engineOf(self).session.context, engineOf(self).session.object = c, v
	})
	d.Member("session", func(any) any {
		panic(exc.NotImplementedError("the session of a TLS connection is not supported"))
	}, func(_, v any) { refuseSession(v) })
	d.Getter("session_reused", func(self any) any {
		if engineOf(self) == nil {
			return nil
		}
		return false
	})
	// told adds a method that is None before the handshake.
	told := func(spec string, f func(e *engine, state *tls.ConnectionState) any) {
		d.Method(spec, func(self any) any {
			e := engineOf(self)
			if e == nil {
				return nil
			}
			if state := e.state(); state != nil {
				return f(e, state)
			}
			return nil
		})
	}
	told("cipher(self)", func(_ *engine, state *tls.ConnectionState) any { return cipherOf(state.CipherSuite) })
	told("version(self)", func(_ *engine, state *tls.ConnectionState) any { return versionName(state.Version) })
	told("selected_alpn_protocol(self)", func(_ *engine, state *tls.ConnectionState) any {
		if state.NegotiatedProtocol == "" {
			return nil
		}
		return state.NegotiatedProtocol
	})
	told("shared_ciphers(self)", func(e *engine, _ *tls.ConnectionState) any {
		if !e.serverSide {
			return nil
		}
		list := py.ListOf[any]()
		for _, s := range e.session.context.enabled() {
			if slices.Contains(e.shared, s.id) {
				list.Append(cipherOf(s.id))
			}
		}
		return list
	})
	d.Method("compression(self)", func(any) any { return nil })
	d.Method("selected_npn_protocol(self)", func(any) any { return nil })
	d.Method("verify_client_post_handshake(self)", func(any) any {
		panic(exc.NotImplementedError("authentication after the handshake is not supported"))
	})
	d.Method("get_channel_binding(self, cb_type='tls-unique')", func(self, kind any) any {
		if kind != any("tls-unique") {
			panic(exc.ValueError("%s channel binding type not implemented", py.Repr(kind)))
		}
		if e := engineOf(self); e != nil && e.state() != nil {
			if unique := e.state().TLSUnique; unique != nil {
				return py.Bytes(unique)
			}
			panic(exc.NotImplementedError("the channel binding of TLS 1.3 is not supported"))
		}
		return nil
	})
	d.Method("getpeercert(self, binary_form=False)", func(self, binary any) any {
		return peerCertificate(existing(engineOf(self), "getpeercert"), py.Truth(binary))
	})
	chain := func(name string, of func(e *engine) []*x509.Certificate) {
		d.Method(name+"(self)", func(self any) any {
			list := py.ListOf[any]()
			for _, c := range of(existing(engineOf(self), name)) {
				list.Append(py.Bytes(c.Raw))
			}
			return list
		})
	}
	chain("get_unverified_chain", func(e *engine) []*x509.Certificate { return e.peer })
	chain("get_verified_chain", func(e *engine) []*x509.Certificate {
		if e.chain == nil {
			return e.peer
		}
		return e.chain
	})
}

// existing raises for a socket that has no TLS any more.
func existing(e *engine, method string) *engine {
	if e == nil {
		panic(exc.AttributeError("'NoneType' object has no attribute '%s'", method))
	}
	return e
}

func versionName(version uint16) string {
	return map[uint16]string{
		tls.VersionTLS10: "TLSv1", tls.VersionTLS11: "TLSv1.1", tls.VersionTLS12: "TLSv1.2", tls.VersionTLS13: "TLSv1.3",
	}[version]
}

// peerCertificate is getpeercert().
func peerCertificate(e *engine, binary bool) any {
	switch {
	case !e.done:
		panic(exc.ValueError("handshake not done yet"))
	case len(e.peer) == 0:
		return nil
	case binary:
		return py.Bytes(e.peer[0].Raw)
	case e.session.context.verifyMode == certNone:
		return py.DictOf[any, any]()
	}
	return decodeCertificate(e.peer[0])
}
