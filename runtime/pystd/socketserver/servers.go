package socketserver

import (
	"syscall"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selects"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/traceback"
)

// Attributes of a server that tell the thread in serve_forever to stop, and
// those who wait for that.
const (
	stopName    = "_BaseServer__shutdown_request"
	stoppedName = "_BaseServer__is_shut_down"
)

// readable waits until the server's socket has something to accept, at most for
// a number of seconds unless that is negative.
func readable(self any, seconds float64) bool {
	fd := selects.FileDescriptor(self)
	var deadline time.Time
	if seconds >= 0 {
		deadline = time.Now().Add(time.Duration(seconds * float64(time.Second)))
	}
	ready := 0
	var err error
	py.Blocking(func() {
		ready, err = selects.Wait([]selects.PollFD{{FD: int32(fd), Events: selects.In}}, deadline)
	})
	py.Check(err)
	return ready > 0
}

func baseServer() *py.Class {
	return define.Class(moduleName, "BaseServer", []any{py.ObjectClass}, func(b *define.Body) {
		b.Set("timeout", nil)
		b.Method("__init__(self, server_address, RequestHandlerClass)", func(self, address, handler any) any {
			py.SetAttr(self, "server_address", address)
			py.SetAttr(self, "RequestHandlerClass", handler)
			py.SetAttr(self, stoppedName, py.Call(threading.Module().Attr("Event")))
			py.SetAttr(self, stopName, false)
			return nil
		})
		b.Method("serve_forever(self, poll_interval=0.5)", serveForever)
		b.Method("shutdown(self)", func(self any) any {
			py.SetAttr(self, stopName, true)
			py.CallMethod(attribute(self, stoppedName), "wait")
			return nil
		})
		b.Method("handle_request(self)", handleRequest)
		b.Method("_handle_request_noblock(self)", acceptRequest)
		for _, name := range []string{"server_activate", "service_actions", "handle_timeout", "server_close"} {
			b.Method(name+"(self)", none)
		}
		b.Method("verify_request(self, request, client_address)", func(_, _, _ any) any { return true })
		b.Method("process_request(self, request, client_address)", func(self, request, client any) any {
			py.CallMethod(self, "finish_request", request, client)
			py.CallMethod(self, "shutdown_request", request)
			return nil
		})
		b.Method("finish_request(self, request, client_address)", func(self, request, client any) any {
			py.Call(attribute(self, "RequestHandlerClass"), request, client, self)
			return nil
		})
		b.Method("shutdown_request(self, request)", func(self, request any) any {
			py.CallMethod(self, "close_request", request)
			return nil
		})
		b.Method("close_request(self, request)", func(_, _ any) any { return nil })
		b.Method("handle_error(self, request, client_address)", reportError)
		b.Method("__enter__(self)", func(self any) any { return self })
		b.Method("__exit__(self, *args)", func(self, _ any) any {
			py.CallMethod(self, "server_close")
			return nil
		})
	})
}

func serveForever(self, interval any) any {
	stopped := attribute(self, stoppedName)
	py.CallMethod(stopped, "clear")
	defer func() {
		py.SetAttr(self, stopName, false)
		py.CallMethod(stopped, "set")
	}()
	for !py.Truth(attribute(self, stopName)) {
		ready := readable(self, py.Float(interval))
		if py.Truth(attribute(self, stopName)) {
			break
		}
		if ready {
			py.CallMethod(self, "_handle_request_noblock")
		}
		py.CallMethod(self, "service_actions")
	}
	return nil
}

// handleRequest handles one request, unless none comes in time.
func handleRequest(self any) any {
	limit := -1.0
	for _, timeout := range []any{py.CallMethod(attribute(self, "socket"), "gettimeout"), attribute(self, "timeout")} {
		if timeout != nil && (limit < 0 || py.Float(timeout) < limit) {
			limit = py.Float(timeout)
		}
	}
	if readable(self, limit) {
		return py.CallMethod(self, "_handle_request_noblock")
	}
	return py.CallMethod(self, "handle_timeout")
}

func acceptRequest(self any) any {
	var pair []any
	err := py.Try(func() error {
		pair = py.Unpack(py.CallMethod(self, "get_request"), 2)
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.OSError) {
			py.Check(err)
		}
		return nil
	}
	request, client := pair[0], pair[1]
	if !py.Truth(py.CallMethod(self, "verify_request", request, client)) {
		py.CallMethod(self, "shutdown_request", request)
		return nil
	}
	err = py.Try(func() error {
		py.CallMethod(self, "process_request", request, client)
		return nil
	})
	if err == nil {
		return nil
	}
	if py.Matches(err, py.ExceptionClass) {
		handling(err, func() { py.CallMethod(self, "handle_error", request, client) })
		py.CallMethod(self, "shutdown_request", request)
		return nil
	}
	py.CallMethod(self, "shutdown_request", request)
	py.Check(err)
	return nil
}

// currentKey is where a thread keeps the exception that handle_error reports; a server handles one
// request at a time in each thread.
const currentKey = "socketserver.handling"

func handling(err error, f func()) {
	data := py.CurrentThread()
	if data.Data == nil {
		data.Data = map[any]any{}
	}
	data.Data[currentKey] = err
	defer delete(data.Data, currentKey)
	f()
}

func reportError(_, _, client any) any {
	out := io.StandardError()
	line := "----------------------------------------"
	write := func(parts ...any) { py.PrintWith(parts, py.PrintOptions{File: out}) }
	write(line)
	write("Exception occurred during processing of request from", client)
	if err, ok := py.CurrentThread().Data[currentKey].(error); ok {
		py.CallKw(traceback.Module().Attr("print_exception"), []any{py.AsException(err)}, py.Kwargs{{Name: "file", Value: out}})
	} else {
		py.Call(traceback.Module().Attr("print_exc"))
	}
	write(line)
	return nil
}

func tcpServer(base *py.Class) *py.Class {
	constant := func(name string) any { return socket.Module().Attr(name) }
	return define.Class(moduleName, "TCPServer", []any{base}, func(b *define.Body) {
		b.Set("address_family", constant("AF_INET"))
		b.Set("socket_type", constant("SOCK_STREAM"))
		b.Set("request_queue_size", 5)
		b.Set("allow_reuse_address", false)
		b.Set("allow_reuse_port", false)
		b.Method("__init__(self, server_address, RequestHandlerClass, bind_and_activate=True)", func(self, address, handler, activate any) any {
			py.Call(py.GetAttr(base, "__init__"), self, address, handler)
			py.SetAttr(self, "socket", py.Call(constant("socket"), attribute(self, "address_family"), attribute(self, "socket_type")))
			if !py.Truth(activate) {
				return nil
			}
			err := py.Try(func() error {
				py.CallMethod(self, "server_bind")
				py.CallMethod(self, "server_activate")
				return nil
			})
			if err != nil {
				py.CallMethod(self, "server_close")
				py.Check(err)
			}
			return nil
		})
		b.Method("server_bind(self)", func(self any) any {
			s := attribute(self, "socket")
			for name, option := range map[string]string{"allow_reuse_address": "SO_REUSEADDR", "allow_reuse_port": "SO_REUSEPORT"} {
				if py.Truth(attribute(self, name)) {
					py.CallMethod(s, "setsockopt", syscall.SOL_SOCKET, constant(option), 1)
				}
			}
			py.CallMethod(s, "bind", attribute(self, "server_address"))
			py.SetAttr(self, "server_address", py.CallMethod(s, "getsockname"))
			return nil
		})
		b.Method("server_activate(self)", func(self any) any {
			py.CallMethod(attribute(self, "socket"), "listen", attribute(self, "request_queue_size"))
			return nil
		})
		b.Method("server_close(self)", func(self any) any { return py.CallMethod(attribute(self, "socket"), "close") })
		b.Method("fileno(self)", func(self any) any { return py.CallMethod(attribute(self, "socket"), "fileno") })
		b.Method("get_request(self)", func(self any) any { return py.CallMethod(attribute(self, "socket"), "accept") })
		b.Method("shutdown_request(self, request)", func(self, request any) any {
			err := py.Try(func() error {
				py.CallMethod(request, "shutdown", syscall.SHUT_WR)
				return nil
			})
			if err != nil && !py.Matches(err, py.OSError) {
				py.Check(err)
			}
			return py.CallMethod(self, "close_request", request)
		})
		b.Method("close_request(self, request)", func(_, request any) any { return py.CallMethod(request, "close") })
	})
}

func udpServer(tcp *py.Class) *py.Class {
	return define.Class(moduleName, "UDPServer", []any{tcp}, func(b *define.Body) {
		b.Set("socket_type", socket.Module().Attr("SOCK_DGRAM"))
		b.Set("max_packet_size", 8192)
		b.Method("get_request(self)", func(self any) any {
			s := attribute(self, "socket")
			got := py.Unpack(py.CallMethod(s, "recvfrom", attribute(self, "max_packet_size")), 2)
			return py.Tuple{py.Tuple{got[0], s}, got[1]}
		})
		b.Method("server_activate(self)", none)
		b.Method("shutdown_request(self, request)", func(self, request any) any {
			return py.CallMethod(self, "close_request", request)
		})
		b.Method("close_request(self, request)", func(_, _ any) any { return nil })
	})
}
