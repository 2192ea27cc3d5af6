// Package socketserver is Python's module socketserver, apart from the servers
// that fork.
// https://docs.python.org/3.13/library/socketserver.html
package socketserver

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
)

const moduleName = "socketserver"

// Module is the module socketserver.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(moduleName, "Generic socket server classes.")
	base := baseServer()
	tcp := tcpServer(base)
	udp := udpServer(tcp)
	mixin := threadingMixIn()
	unix := func(name string, parent *py.Class) *py.Class {
		return define.Class(moduleName, name, []any{parent}, func(b *define.Body) {
			b.Set("address_family", socket.Module().Attr("AF_UNIX"))
		})
	}
	stream, datagram := unix("UnixStreamServer", tcp), unix("UnixDatagramServer", udp)
	for _, c := range []*py.Class{base, tcp, udp, mixin, stream, datagram} {
		m.Class(c)
	}
	for name, parent := range map[string]*py.Class{
		"ThreadingTCPServer": tcp, "ThreadingUDPServer": udp,
		"ThreadingUnixStreamServer": stream, "ThreadingUnixDatagramServer": datagram,
	} {
		m.Class(define.Class(moduleName, name, []any{mixin, parent}, nil))
	}
	handler := baseHandler()
	m.Class(handler)
	m.Class(streamHandler(handler))
	m.Class(datagramHandler(handler))
	return m
})

func none(any) any { return nil }

// attribute is self.name.
func attribute(self any, name string) any { return py.GetAttr(self, name) }
