// Objects of the program's own classes, derived from none of the library's, that
// the library calls by their methods.
package main

import (
	"context"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Greeter struct {
	greeting     string
	transport    any  `py:"transport,later"`
	hasTransport bool `py:"-,has"`
}

var greeterClass *py.Class

func newGreeter(greeting string) *Greeter {
	return &Greeter{greeting: greeting}
}

func (g *Greeter) connectionMade(transport any) {
	g.transport = transport
	g.hasTransport = true
	py.MethodOf(transport, "write").Call(py.EncodeUTF8(g.greeting))
}

func (g *Greeter) dataReceived(data py.Bytes) {
	py.Print("greeter got", data)
	py.CallMethod(g.mustTransport(), "close")
}

func (g *Greeter) eofReceived() {
	fmt.Println("greeter eof")
}

func (g *Greeter) connectionLost(exc any) {
	py.Print("greeter lost", exc)
}

// mustTransport returns transport, which connection_made sets: it raises AttributeError before that.
func (g *Greeter) mustTransport() any {
	if !g.hasTransport {
		py.Raise(py.NoAttribute(g, "transport"))
	}
	return g.transport
}

// Keeps nothing of its transport.
type Shouter struct{}

var shouterClass *py.Class

func (s *Shouter) connectionMade(transport any) {
	py.CallMethod(transport, "sendto", py.Bytes("shout"))
}

func (s *Shouter) datagramReceived(data py.Bytes, addr any) {
	py.Print("shouter got", data)
}

func (s *Shouter) errorReceived(exc any) {
	py.Print("shouter error", exc)
}

func (s *Shouter) connectionLost(exc any) {
	py.Print("shouter lost", exc)
}

type Echo struct {
	transport    any  `py:"transport,later"`
	hasTransport bool `py:"-,has"`
}

var echoClass *py.Class

func (e *Echo) connectionMade(transport any) {
	e.transport = transport
	e.hasTransport = true
}

func (e *Echo) datagramReceived(data py.Bytes, addr any) {
	py.Print("echo got", data)
	py.MethodOf(e.mustTransport(), "sendto").Call(data.Upper(), addr)
}

func (e *Echo) connectionLost(exc any) {
	py.Print("echo lost", exc)
}

// mustTransport returns transport, which connection_made sets: it raises AttributeError before that.
func (e *Echo) mustTransport() any {
	if !e.hasTransport {
		py.Raise(py.NoAttribute(e, "transport"))
	}
	return e.transport
}

type Silent struct{}

var silentClass *py.Class

func (s *Silent) connectionMade(transport any) {
	fmt.Println("made")
}

func (s *Silent) connectionLost(exc any) {
	py.Print("lost", exc)
}

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	server, err := asyncio.Await(ctx, py.CallMethod(loop, "create_server", greeterClass, "127.0.0.1", 0))
	if err != nil {
		return err
	}
	values := py.Unpack(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 2)
	host, port := values[0], values[1]
	// Host and port may be bytes.
	reader, writer, err := asyncio.OpenConnection(ctx, py.CallMethod(host, "encode"), py.EncodeUTF8(py.Str(port)))
	if err != nil {
		return err
	}
	data, err := reader.Read(ctx, 100)
	if err != nil {
		return err
	}
	py.Print(data)
	writer.Write(py.Bytes("bye"))
	data2, err := reader.Read(ctx, -1)
	if err != nil {
		return err
	}
	py.Print(data2)
	writer.Close()
	result, err := asyncio.Await(ctx, py.CallMethod(loop, "create_connection", silentClass, host, port))
	if err != nil {
		return err
	}
	values2 := py.Unpack(result, 2)
	transport, _ := values2[0], values2[1]
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}
	py.CallMethod(transport, "abort")
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}

	result2, err := asyncio.Await(ctx, py.CallMethodKw(loop, "create_datagram_endpoint", []any{echoClass}, py.Kwargs{{Name: "local_addr", Value: py.Tuple{"127.0.0.1", 0}}}))
	if err != nil {
		return err
	}
	values3 := py.Unpack(result2, 2)
	echo := values3[0]
	_ = values3[1]
	result3, err := asyncio.Await(ctx, py.MethodOf(loop, "create_datagram_endpoint").CallKw([]any{shouterClass}, py.Kwargs{{Name: "remote_addr", Value: py.CallMethod(echo, "get_extra_info", "sockname")}}))
	if err != nil {
		return err
	}
	values4 := py.Unpack(result3, 2)
	shouter, protocol := values4[0], values4[1]
	fmt.Println(py.TypeOf(protocol).Name())
	if err := asyncio.Sleep(ctx, 20*time.Millisecond); err != nil {
		return err
	}
	py.CallMethod(shouter, "close")
	py.CallMethod(echo, "close")
	if err := asyncio.Sleep(ctx, 10*time.Millisecond); err != nil {
		return err
	}
	py.CallMethod(server, "close")
	return nil
}

func main() {
	py.Main(func() error {
		greeterClass = py.StructClass[Greeter](
			"Greeter",
			nil,
			py.Kw{Name: "connection_made", Value: py.Func("Greeter.connection_made(self, transport)", (*Greeter).connectionMade)},
			py.Kw{Name: "data_received", Value: py.Func("Greeter.data_received(self, data)", (*Greeter).dataReceived)},
			py.Kw{Name: "eof_received", Value: py.Func("Greeter.eof_received(self)", (*Greeter).eofReceived)},
			py.Kw{Name: "connection_lost", Value: py.Func("Greeter.connection_lost(self, exc)", (*Greeter).connectionLost)},
			py.Kw{Name: "__new__", Value: py.Func("Greeter.__init__(self, greeting=)", newGreeter, "hello")},
		)
		shouterClass = py.StructClass[Shouter](
			"Shouter",
			nil,
			py.Kw{Name: "connection_made", Value: py.Func("Shouter.connection_made(self, transport)", (*Shouter).connectionMade)},
			py.Kw{Name: "datagram_received", Value: py.Func("Shouter.datagram_received(self, data, addr)", (*Shouter).datagramReceived)},
			py.Kw{Name: "error_received", Value: py.Func("Shouter.error_received(self, exc)", (*Shouter).errorReceived)},
			py.Kw{Name: "connection_lost", Value: py.Func("Shouter.connection_lost(self, exc)", (*Shouter).connectionLost)},
			py.Kw{Name: "__new__", Value: py.Func("Shouter()", func() *Shouter { return &Shouter{} })},
		)
		echoClass = py.StructClass[Echo](
			"Echo",
			nil,
			py.Kw{Name: "connection_made", Value: py.Func("Echo.connection_made(self, transport)", (*Echo).connectionMade)},
			py.Kw{Name: "datagram_received", Value: py.Func("Echo.datagram_received(self, data, addr)", (*Echo).datagramReceived)},
			py.Kw{Name: "connection_lost", Value: py.Func("Echo.connection_lost(self, exc)", (*Echo).connectionLost)},
			py.Kw{Name: "__new__", Value: py.Func("Echo()", func() *Echo { return &Echo{} })},
		)
		silentClass = py.StructClass[Silent](
			"Silent",
			nil,
			py.Kw{Name: "connection_made", Value: py.Func("Silent.connection_made(self, transport)", (*Silent).connectionMade)},
			py.Kw{Name: "connection_lost", Value: py.Func("Silent.connection_lost(self, exc)", (*Silent).connectionLost)},
			py.Kw{Name: "__new__", Value: py.Func("Silent()", func() *Silent { return &Silent{} })},
		)

		return asyncio.RunFunc(asyncMain)
	})
}
