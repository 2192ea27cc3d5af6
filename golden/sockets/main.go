// Sockets of the program: blocking, with a timeout, non-blocking, in threads and in the loop.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/errno"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selectors"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selects"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
)

func attempt(f any) {
	err := py.Try(func() error {
		fmt.Println(py.Repr(py.Call(f)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.OSError) && !errors.Is(err, py.TypeError) && !errors.Is(err, py.ValueError) && !errors.Is(err, py.OverflowError) {
			panic(err)
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
}

func serve(server any) {
	values := py.Unpack(py.CallMethod(server, "accept"), 2)
	conn, addr := values[0], values[1]
	py.EnterContext(conn)
	err := py.Try(func() error {
		for {
			data := py.CallMethod(conn, "recv", 1024)
			if !py.Truth(data) {
				break
			}
			py.MethodOf(conn, "sendall").Call(py.CallMethod(data, "upper"))
		}
		return nil
	})
	py.Check(py.ExitContext(conn, err))
	py.Print("peer", py.GetItem(addr, 0))
}

var serveFunc any

func blocking() {
	server := py.CallMethod(socket.Module(), "create_server", py.Tuple{"127.0.0.1", 0})
	thread := py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: serveFunc}, {Name: "args", Value: py.Tuple{server}}})
	py.CallMethod(thread, "start")
	manager := py.CallMethodKw(socket.Module(), "create_connection", []any{py.CallMethod(server, "getsockname")}, py.Kwargs{{Name: "timeout", Value: 5}})
	client := py.EnterContext(manager)
	var restBound bool
	var rest any
	err := py.Try(func() error {
		py.Print(py.CallMethod(client, "gettimeout"), py.GetAttr(client, "family"), py.Repr(py.GetAttr(client, "type")))
		py.CallMethod(client, "sendall", py.Bytes("hello"))
		py.Print(py.CallMethod(client, "recv", 100))
		py.CallMethod(client, "shutdown", socket.Module().Attr("SHUT_WR"))
		rest = py.CallMethod(client, "recv", 10)
		restBound = true
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.CallMethod(thread, "join")
	py.CheckLocal(restBound, "rest")
	py.Print(rest)
	py.CallMethod(server, "close")
	py.Print(server)
}

func pairs() {
	values := py.Unpack(py.CallMethod(socket.Module(), "socketpair"), 2)
	a, b := values[0], values[1]
	text, raw := py.CallMethodKw(a, "makefile", []any{"rw"}, py.Kwargs{{Name: "encoding", Value: "utf-8"}}), py.CallMethod(b, "makefile", "rwb")
	py.CallMethod(text, "write", "line one\nline two\n")
	py.CallMethod(text, "flush")
	py.Print(py.CallMethod(raw, "readline"), py.CallMethod(raw, "readline"))
	py.MethodOf(raw, "write").Call(py.EncodeUTF8("é\nrest"))
	py.CallMethod(raw, "flush")
	fmt.Println(py.Repr(py.CallMethod(text, "readline")))
	py.CallMethod(a, "settimeout", 0.01)
	attempt(py.Func("pairs.<locals>.<lambda>()", func() any { return py.CallMethod(a, "recv", 1) }))
	attempt(py.Func("pairs.<locals>.<lambda>()", func() any { return py.CallMethod(text, "read", 5) }))
	py.CallMethod(a, "setblocking", false)
	py.CallMethod(b, "send", py.Bytes("abc"))
	buf := py.Call(py.Builtin("bytearray"), 5)
	py.Print(py.CallMethod(a, "recv_into", buf), buf, py.CallMethod(b, "sendmsg", py.ListOf[any](py.Bytes("12"), py.Bytes("34"))), py.GetItem(py.CallMethod(a, "recvmsg", 10), py.NewSlice(nil, 3, nil)))
	err := py.Try(func() error {
		py.CallMethod(a, "recv", 1)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.BlockingIOError) {
			panic(err)
		}
		e := err
		py.Print(py.GetItem(errno.Module().Attr("errorcode"), py.GetAttr(e, "errno")), e)
	}
	py.Print(py.Eq(py.CallMethod(selects.Module(), "select", py.ListOf[any](a), py.ListOf[any](b), py.ListOf[any](), 0), py.Tuple{py.ListOf[any](), py.ListOf[any](b), py.ListOf[any]()}))
	manager := py.CallMethod(selectors.Module(), "DefaultSelector")
	selector := py.EnterContext(manager)
	err = py.Try(func() error {
		key := py.CallMethod(selector, "register", a, selectors.Module().Attr("EVENT_READ"), "first")
		py.CallMethod(selector, "register", b, selectors.Module().Attr("EVENT_WRITE"), "second")
		arg := py.GetAttr(key, "events")
		items := py.ListOf[any]()
		for item := range py.Iter(py.CallMethod(selector, "select", 0)) {
			values := py.Unpack(item, 2)
			k, _ := values[0], values[1]
			items.Append(py.GetAttr(k, "data"))
		}
		py.Print(arg, items)
		py.CallMethod(b, "send", py.Bytes("x"))
		items2 := py.ListOf[any]()
		for item := range py.Iter(py.CallMethod(selector, "select", 1)) {
			values := py.Unpack(item, 2)
			k, _ := values[0], values[1]
			items2.Append(py.GetAttr(k, "data"))
		}
		fmt.Println(py.SortedList(items2.All()), py.Len(py.CallMethod(selector, "get_map")))
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.CallMethod(a, "close")
	py.CallMethod(b, "close")
	attempt(py.Func("pairs.<locals>.<lambda>()", func() any {
		if py.Truth(py.GetAttr(text, "closed")) {
			return py.CallMethod(a, "fileno")
		}
		return py.CallMethod(a, "getblocking")
	}))
	py.CallMethod(text, "close")
	attempt(py.GetAttr(a, "fileno"))
	py.CallMethod(raw, "close")
}

func errorsFunc() {
	s := py.CallMethod(socket.Module(), "socket")
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "connect", 5) }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "connect", py.Tuple{"a"}) }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "bind", py.Tuple{"127.0.0.1", 99999}) }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "recv", -1) }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "settimeout", -1) }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "send", "text") }))
	attempt(py.GetAttr(s, "getpeername"))
	py.CallMethod(s, "close")
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(s, "recv", 1) }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(socket.Module(), "inet_aton", "x") }))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any {
		return py.CallMethod(socket.Module(), "inet_ntop", socket.Module().Attr("AF_INET6"), py.Add(py.Mul(py.Bytes("\x00"), 15), py.Bytes("\x01")))
	}))
	attempt(py.Func("errors.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(socket.Module(), "getaddrinfo", []any{"127.0.0.1", 80}, py.Kwargs{{Name: "type", Value: socket.Module().Attr("SOCK_STREAM")}})
	}))
}

func handler(ctx context.Context, reader, writer any) error {
	write := py.MethodOf(writer, "write")
	result, err := asyncio.Await(ctx, py.CallMethod(reader, "readline"))
	if err != nil {
		return err
	}
	write.Call(py.GetItem(result, py.NewSlice(nil, nil, -1)))
	if _, err := asyncio.Await(ctx, py.CallMethod(writer, "drain")); err != nil {
		return err
	}
	py.CallMethod(writer, "close")
	_, err = asyncio.Await(ctx, py.CallMethod(writer, "wait_closed"))
	return err
}

var handlerFunc any

var Doubler any

func doublerConnectionMade(self, transport any) any {
	py.SetAttr(self, "transport", transport)
	return nil
}

func doublerDatagramReceived(self, data, addr any) any {
	py.CallMethod(py.GetAttr(self, "transport"), "sendto", py.Mul(data, 2), addr)
	return nil
}

func inTheLoop(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	listening := py.CallMethod(socket.Module(), "socket")
	py.CallMethod(listening, "bind", py.Tuple{"127.0.0.1", 0})
	server, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "start_server", []any{handlerFunc}, py.Kwargs{{Name: "sock", Value: listening}}))
	if err != nil {
		return err
	}
	if _, err := py.AEnterContext(ctx, server); err != nil {
		return err
	}
	err = py.Try(func() error {
		client := py.CallMethod(socket.Module(), "socket")
		py.CallMethod(client, "setblocking", false)
		if _, err := asyncio.Await(ctx, py.MethodOf(loop, "sock_connect").Call(client, py.CallMethod(listening, "getsockname"))); err != nil {
			return err
		}
		if _, err := asyncio.Await(ctx, py.CallMethod(loop, "sock_sendall", client, py.Bytes("hello\n"))); err != nil {
			return err
		}
		arg, err := asyncio.Await(ctx, py.CallMethod(loop, "sock_recv", client, 100))
		if err != nil {
			return err
		}
		result, err := asyncio.Await(ctx, py.CallMethod(loop, "sock_recv", client, 100))
		if err != nil {
			return err
		}
		py.Print(arg, result)
		py.CallMethod(client, "close")
		connected := py.CallMethod(socket.Module(), "create_connection", py.CallMethod(listening, "getsockname"))
		result2, err := asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "open_connection", nil, py.Kwargs{{Name: "sock", Value: connected}}))
		if err != nil {
			return err
		}
		values := py.Unpack(result2, 2)
		reader, writer := values[0], values[1]
		py.CallMethod(writer, "write", py.Bytes("abc\n"))
		result3, err := asyncio.Await(ctx, py.CallMethod(reader, "read"))
		if err != nil {
			return err
		}
		py.Print(result3)
		py.CallMethod(writer, "close")
		if _, err := asyncio.Await(ctx, py.CallMethod(writer, "wait_closed")); err != nil {
			return err
		}
		py.Print(py.CallMethod(connected, "fileno"))
		return nil
	})
	if err := py.AExitContext(ctx, server, err); err != nil {
		return err
	}
	py.Print(py.CallMethod(listening, "fileno"))
	bound := py.CallMethod(socket.Module(), "socket", socket.Module().Attr("AF_INET"), socket.Module().Attr("SOCK_DGRAM"))
	py.CallMethod(bound, "bind", py.Tuple{"127.0.0.1", 0})
	where := py.CallMethod(bound, "getsockname")
	result, err := asyncio.Await(ctx, py.CallMethodKw(loop, "create_datagram_endpoint", []any{Doubler}, py.Kwargs{{Name: "sock", Value: bound}}))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	transport, _ := values[0], values[1]
	sender := py.CallMethod(socket.Module(), "socket", socket.Module().Attr("AF_INET"), socket.Module().Attr("SOCK_DGRAM"))
	py.CallMethod(sender, "setblocking", false)
	if _, err := asyncio.Await(ctx, py.CallMethod(loop, "sock_sendto", sender, py.Bytes("dg"), where)); err != nil {
		return err
	}
	result2, err := asyncio.Await(ctx, py.CallMethod(loop, "sock_recvfrom", sender, 10))
	if err != nil {
		return err
	}
	py.Print(py.GetItem(result2, 0))
	py.CallMethod(transport, "close")
	py.CallMethod(sender, "close")
	for _, wrong := range []any{py.Func("in_the_loop.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(asyncio.Module(), "start_server", []any{handlerFunc, "h", 1}, py.Kwargs{{Name: "sock", Value: sender}})
	}), py.Func("in_the_loop.<locals>.<lambda>()", func() any { return py.CallMethod(asyncio.Module(), "open_connection") })} {
		err := py.Try(func() error {
			_, err := asyncio.Await(ctx, py.Call(wrong))
			return err
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
	}
	return nil
}

func main() {
	py.Main(func() error {
		serveFunc = py.Func("serve(server)", serve)
		handlerFunc = py.AsyncFunc("handler(reader, writer)", handler)
		Doubler = py.NewClass("Doubler", []any{asyncio.Module().Attr("DatagramProtocol")}, nil, func(ns *py.Namespace) {
			ns.Set("connection_made", py.Func("Doubler.connection_made(self, transport)", doublerConnectionMade))

			ns.Set("datagram_received", py.Func("Doubler.datagram_received(self, data, addr)", doublerDatagramReceived))
		})

		blocking()
		pairs()
		errorsFunc()
		return asyncio.RunFunc(inTheLoop)
	})
}
