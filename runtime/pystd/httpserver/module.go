// Package httpserver is Python's module http.server, without CGI.
// https://docs.python.org/3.13/library/http.server.html
package httpserver

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socketserver"
)

const moduleName = "http.server"

// Module is the module http.server.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(moduleName, "HTTP server classes.")
	m.Set("DEFAULT_ERROR_MESSAGE", errorPage)
	m.Set("DEFAULT_ERROR_CONTENT_TYPE", errorType)
	server := serverClass()
	m.Class(server)
	m.Class(define.Class(moduleName, "ThreadingHTTPServer", []any{socketserver.Module().Attr("ThreadingMixIn"), server}, func(b *define.Body) {
		b.Set("daemon_threads", true)
	}))
	handler := handlerClass()
	m.Class(handler)
	m.Class(filesClass(handler))
	return m
})

func serverClass() *py.Class {
	tcp := socketserver.Module().Attr("TCPServer")
	return define.Class(moduleName, "HTTPServer", []any{tcp}, func(b *define.Body) {
		b.Set("allow_reuse_address", 1)
		b.Method("server_bind(self)", func(self any) any {
			py.Call(py.GetAttr(tcp, "server_bind"), self)
			address := py.GetAttr(self, "server_address")
			py.SetAttr(self, "server_name", py.Call(socket.Module().Attr("getfqdn"), py.GetItem(address, 0)))
			py.SetAttr(self, "server_port", py.GetItem(address, 1))
			return nil
		})
	})
}
