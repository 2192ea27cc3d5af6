package socketserver

import (
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

func baseHandler() *py.Class {
	return define.Class(moduleName, "BaseRequestHandler", []any{py.ObjectClass}, func(b *define.Body) {
		b.Method("__init__(self, request, client_address, server)", func(self, request, client, server any) any {
			py.SetAttr(self, "request", request)
			py.SetAttr(self, "client_address", client)
			py.SetAttr(self, "server", server)
			py.CallMethod(self, "setup")
			err := py.Try(func() error {
				py.CallMethod(self, "handle")
				return nil
			})
			py.CallMethod(self, "finish")
			py.Check(err)
			return nil
		})
		for _, name := range []string{"setup", "handle", "finish"} {
			b.Method(name+"(self)", none)
		}
	})
}

func streamHandler(base *py.Class) *py.Class {
	return define.Class(moduleName, "StreamRequestHandler", []any{base}, func(b *define.Body) {
		b.Set("rbufsize", -1)
		b.Set("wbufsize", 0)
		b.Set("timeout", nil)
		b.Set("disable_nagle_algorithm", false)
		b.Method("setup(self)", func(self any) any {
			connection := attribute(self, "request")
			py.SetAttr(self, "connection", connection)
			if timeout := attribute(self, "timeout"); timeout != nil {
				py.CallMethod(connection, "settimeout", timeout)
			}
			if py.Truth(attribute(self, "disable_nagle_algorithm")) {
				py.CallMethod(connection, "setsockopt", syscall.IPPROTO_TCP, syscall.TCP_NODELAY, true)
			}
			py.SetAttr(self, "rfile", py.CallMethod(connection, "makefile", "rb", attribute(self, "rbufsize")))
			if size := attribute(self, "wbufsize"); !py.Equal(size, 0) {
				py.SetAttr(self, "wfile", py.CallMethod(connection, "makefile", "wb", size))
			} else {
				py.SetAttr(self, "wfile", py.Call(socketWriter, connection))
			}
			return nil
		})
		b.Method("finish(self)", func(self any) any {
			out := attribute(self, "wfile")
			if !py.Truth(attribute(out, "closed")) {
				err := py.Try(func() error {
					py.CallMethod(out, "flush")
					return nil
				})
				if err != nil && !py.Matches(err, py.OSError) {
					py.Check(err)
				}
			}
			py.CallMethod(out, "close")
			py.CallMethod(attribute(self, "rfile"), "close")
			return nil
		})
	})
}

// socketWriter is the class of wfile: a stream without a buffer that sends
// everything.
var socketWriter = define.Class(moduleName, "_SocketWriter", []any{io.Module().Attr("BufferedIOBase")}, func(b *define.Body) {
	b.Method("__init__(self, sock)", func(self, sock any) any {
		py.SetAttr(self, "_sock", sock)
		return nil
	})
	b.Method("writable(self)", func(any) any { return true })
	b.Method("write(self, b)", func(self, data any) any {
		text := py.BytesLike(data)
		py.CallMethod(attribute(self, "_sock"), "sendall", py.Bytes(text))
		return len(text)
	})
	b.Method("fileno(self)", func(self any) any { return py.CallMethod(attribute(self, "_sock"), "fileno") })
})

func datagramHandler(base *py.Class) *py.Class {
	return define.Class(moduleName, "DatagramRequestHandler", []any{base}, func(b *define.Body) {
		b.Method("setup(self)", func(self any) any {
			pair := py.Unpack(attribute(self, "request"), 2)
			py.SetAttr(self, "packet", pair[0])
			py.SetAttr(self, "socket", pair[1])
			py.SetAttr(self, "rfile", py.Call(io.Module().Attr("BytesIO"), pair[0]))
			py.SetAttr(self, "wfile", py.Call(io.Module().Attr("BytesIO")))
			return nil
		})
		b.Method("finish(self)", func(self any) any {
			py.CallMethod(attribute(self, "socket"), "sendto", py.CallMethod(attribute(self, "wfile"), "getvalue"), attribute(self, "client_address"))
			return nil
		})
	})
}
