package ssl

import (
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
)

// wrapSocket is SSLContext.wrap_socket: a new socket takes the descriptor of the
// one that is given.
func wrapSocket(context, sock any, w wrapping) any {
	plain, ok := py.Payload(sock).(*socket.Socket)
	if !ok {
		panic(exc.TypeError("wrap_socket() argument 1 must be socket, not %s", py.TypeOf(sock).Name()))
	}
	switch {
	case plain.Kind() != syscall.SOCK_STREAM:
		panic(exc.NotImplementedError("only stream sockets are supported"))
	case w.serverSide && w.hostname != nil && py.Truth(w.hostname):
		panic(exc.ValueError("server_hostname can only be specified in client mode"))
	case py.Payload(context).(*Context).checkHostname && (w.hostname == nil || !py.Truth(w.hostname)):
		panic(exc.ValueError("check_hostname requires server_hostname"))
	}
	s := plain.MoveTo(socketClass)
	l := &layer{wrapping: w, socket: s, object: s, context: context}
	s.SetLayer(l)
	err := py.Try(func() error {
		if !s.Connected() {
			return nil
		}
		l.connected = true
		l.open()
		if !w.onConnect {
			return nil
		}
		if s.Timeout() == 0 {
			panic(exc.ValueError("do_handshake_on_connect should not be specified for non-blocking sockets"))
		}
		return l.handshake()
	})
	if err != nil {
		_ = py.Try(func() error { py.CallMethod(s, "close"); return nil })
		py.Check(err)
	}
	return s
}

var socketClass *py.Class

func init() {
	socketClass = py.NewNativeClass("ssl", "SSLSocket", []*py.Class{socket.Class()}, defineSocket)
}

// layerOf is the TLS of a socket.
func layerOf(self any) *layer {
	l, _ := py.PayloadAs[*socket.Socket](self).Layer().(*layer)
	return l
}

// plainly calls the method of the class socket.
func plainly(self any, method string, args ...any) any {
	f, _ := socket.Class().Lookup(method)
	return py.Call(f, append([]any{self}, args...)...)
}

func defineSocket(d *py.Definition) {
	d.Init("__init__(self, *args, **kwargs)", func(self, _, _ any) any {
		panic(exc.TypeError("SSLSocket does not have a public constructor. Instances are returned by SSLContext.wrap_socket()."))
	})
	defineConnection(d, func(self any) *engine { return layerOf(self).engine })
	d.Member("context", func(self any) any { return layerOf(self).context }, func(self, v any) {
		l := layerOf(self)
		l.context = v
		if c, ok := py.Payload(v).(*Context); ok && l.engine != nil {
			l.engine.session.context, l.engine.session.object = c, v
		}
	})
	d.Getter("server_side", func(self any) any { return layerOf(self).serverSide })
	d.Getter("server_hostname", func(self any) any {
		if layerOf(self).hostname == nil {
			return nil
		}
		return hostText(layerOf(self).hostname)
	})
	d.Getter("do_handshake_on_connect", func(self any) any { return layerOf(self).onConnect })
	d.Getter("suppress_ragged_eofs", func(self any) any { return layerOf(self).ragged })
	defineTransfer(d)
	defineEnds(d)
	refuseMethods(d)
}

// noFlags raises for flags that TLS has no use for.
func noFlags(self, flags any, method string) {
	if py.Truth(flags) {
		panic(exc.ValueError("non-zero flags not allowed in calls to %s() on %s", method, py.Repr(py.TypeOf(self))))
	}
}

func defineTransfer(d *py.Definition) {
	read := func(self, size, buffer any) (any, error) { return readInto(size, buffer, layerOf(self).read) }
	d.Method("read(self, len=1024, buffer=None)", read)
	d.Method("write(self, data)", func(self, data any) (any, error) { return layerOf(self).write([]byte(py.BytesLike(data))) })
	d.Method("recv(self, buflen=1024, flags=0)", func(self, size, flags any) (any, error) {
		if layerOf(self).engine == nil {
			return plainly(self, "recv", size, flags), nil
		}
		noFlags(self, flags, "recv")
		return read(self, size, nil)
	})
	d.Method("recv_into(self, buffer, nbytes=None, flags=0)", func(self, buffer, size, flags any) (any, error) {
		if size == nil {
			size = py.Len(buffer)
		}
		if layerOf(self).engine == nil {
			return plainly(self, "recv_into", buffer, size, flags), nil
		}
		noFlags(self, flags, "recv_into")
		return read(self, size, buffer)
	})
	d.Method("send(self, data, flags=0)", func(self, data, flags any) (any, error) {
		if layerOf(self).engine == nil {
			return plainly(self, "send", data, flags), nil
		}
		noFlags(self, flags, "send")
		return layerOf(self).write([]byte(py.BytesLike(data)))
	})
	d.Method("sendall(self, data, flags=0)", func(self, data, flags any) (any, error) {
		if layerOf(self).engine == nil {
			return plainly(self, "sendall", data, flags), nil
		}
		noFlags(self, flags, "sendall")
		_, err := layerOf(self).write([]byte(py.BytesLike(data)))
		return nil, err
	})
	d.Method("pending(self)", func(self any) any {
		if e := layerOf(self).engine; e != nil {
			return len(e.buffer)
		}
		return 0
	})
}

func defineEnds(d *py.Definition) {
	d.Method("do_handshake(self, block=False)", func(self, _ any) (any, error) {
		l := layerOf(self)
		if !l.connected {
			py.CallMethod(self, "getpeername")
		}
		existing(l.engine, "do_handshake")
		return nil, l.handshake()
	})
	d.Method("unwrap(self)", func(self any) (any, error) {
		l := layerOf(self)
		if l.engine == nil {
			panic(exc.ValueError("No SSL wrapper around %s", py.Str(self)))
		}
		if err := l.unwrap(); err != nil {
			return nil, err
		}
		l.drop()
		return self, nil
	})
	d.Method("shutdown(self, how)", func(self, how any) any {
		layerOf(self).drop()
		return plainly(self, "shutdown", how)
	})
	connect := func(self, where any, method string) any {
		l := layerOf(self)
		if l.serverSide {
			panic(exc.ValueError("can't connect in server-side mode"))
		}
		if l.connected || l.engine != nil {
			panic(exc.ValueError("attempt to connect already-connected SSLSocket!"))
		}
		var code any
		err := py.Try(func() error {
			if code = plainly(self, method, where); code != nil && py.Truth(code) {
				return nil
			}
			l.connected = true
			l.open()
			if l.onConnect {
				return l.handshake()
			}
			return nil
		})
		if err != nil {
			l.drop()
			py.Check(err)
		}
		return code
	}
	d.Method("connect(self, addr)", func(self, where any) any { return connect(self, where, "connect") })
	d.Method("connect_ex(self, addr)", func(self, where any) any { return connect(self, where, "connect_ex") })
	d.Method("accept(self)", func(self any) any {
		l := layerOf(self)
		pair := plainly(self, "accept").(py.Tuple)
		conn := py.CallMethodKw(l.context, "wrap_socket", []any{pair[0]}, py.Kwargs{
			{Name: "do_handshake_on_connect", Value: l.onConnect}, {Name: "suppress_ragged_eofs", Value: l.ragged},
			{Name: "server_side", Value: true},
		})
		return py.Tuple{conn, pair[1]}
	})
}

// refuseMethods are those that would send or receive what is not encrypted.
func refuseMethods(d *py.Definition) {
	refused := func(name string, make func(text string) error, always bool) {
		d.Method(name+"(self, *args, **kwargs)", func(self, args, kw any) any {
			if !always && layerOf(self).engine == nil {
				f, _ := socket.Class().Lookup(name)
				return py.CallKw(f, append([]any{self}, args.(py.Tuple)...), py.KwFrom(kw))
			}
			panic(make(name + " not allowed on instances of " + py.Repr(py.TypeOf(self))))
		})
	}
	value := func(text string) error { return py.NewValueError(text) }
	never := func(text string) error { return py.NewNotImplementedError(text) }
	for _, name := range []string{"sendto", "recvfrom", "recvfrom_into"} {
		refused(name, value, false)
	}
	for _, name := range []string{"sendmsg", "recvmsg", "recvmsg_into"} {
		refused(name, never, true)
	}
	d.Method("dup(self)", func(self any) any {
		panic(exc.NotImplementedError("Can't dup() %s instances", py.TypeOf(self).Name()))
	})
}
