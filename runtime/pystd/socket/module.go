// Package socket is Python's module socket: sockets that block, do not block or
// have a timeout, and the look-up of addresses.
// https://docs.python.org/3.13/library/socket.html
package socket

import (
	"os"
	"sync"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module is the module socket.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("socket", "This module provides socket operations and some related functions.")
	for _, e := range []struct {
		name    string
		class   func() any
		members []constant
	}{
		{"AddressFamily", familyEnum, families}, {"SocketKind", kindEnum, kindNames},
		{"MsgFlag", messageEnum, messageFlags}, {"AddressInfo", lookupEnum, lookupFlags},
	} {
		class := e.class()
		m.Set(e.name, class)
		for _, c := range e.members {
			m.Set(c.name, py.GetAttr(class, c.name))
		}
	}
	for _, c := range options {
		m.Set(c.name, c.value)
	}
	m.Class(socketClass)
	m.Class(rawFileClass)
	m.Set("SocketType", py.GetAttr(socketClass, "__base__"))
	m.Set("error", py.OSError)
	m.Set("timeout", py.TimeoutError)
	m.Class(inet.AddressError)
	m.Class(inet.HostError)
	m.Set("has_ipv6", true)
	addSockets(m)
	addNames(m)
	addWords(m)
	return m
})

func addSockets(m *py.Module) {
	m.Func("create_connection(address, timeout=, source_address=None, *, all_errors=False)", createConnection, unset)
	m.Func("create_server(address, *, family=2, backlog=None, reuse_port=False, dualstack_ipv6=False)", createServer)
	m.Func("has_dualstack_ipv6()", func() any { return true })
	m.Func("socketpair(family=None, type=1, proto=0)", func(family, kind, proto any) any {
		f, k, p := syscall.AF_UNIX, integer(kind), integer(proto)
		if family != nil {
			f = integer(family)
		}
		ends, err := syscall.Socketpair(f, k|syscall.SOCK_CLOEXEC, p)
		check(err)
		plain := k &^ (syscall.SOCK_NONBLOCK | syscall.SOCK_CLOEXEC)
		pair := py.Tuple{Adopt(ends[0], f, plain, p), Adopt(ends[1], f, plain, p)}
		if k&syscall.SOCK_NONBLOCK != 0 {
			of(pair[0]).timeout, of(pair[1]).timeout = 0, 0
		}
		return pair
	})
	m.Func("fromfd(fd, family, type, proto=0)", func(fd, family, kind, proto any) any {
		f, k, p := detect(integer(fd), integer(family), integer(kind), integer(proto))
		return Adopt(duplicate(integer(fd)), f, k, p)
	})
	m.Builtin("dup(fd, /)", func(fd any) any { return duplicate(integer(fd)) })
	m.Builtin("close(fd, /)", func(fd any) any {
		check(syscall.Close(integer(fd)))
		return nil
	})
	m.Builtin("getdefaulttimeout()", func() any {
		if defaultTimeout < 0 {
			return nil
		}
		return defaultTimeout
	})
	m.Builtin("setdefaulttimeout(timeout, /)", func(timeout any) any {
		defaultTimeout = seconds(timeout)
		return nil
	})
	m.Func("send_fds(sock, buffers, fds, flags=0, address=None)", func(sock, buffers, fds, flags, address any) any {
		rights := []byte{}
		for fd := range py.Iter(fds) {
			n := uint32(integer(fd))
			rights = append(rights, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
		}
		ancillary := py.ListOf[any](py.Tuple{syscall.SOL_SOCKET, syscall.SCM_RIGHTS, py.Bytes(rights)})
		return py.CallMethod(sock, "sendmsg", buffers, ancillary, flags, address)
	})
	m.Func("recv_fds(sock, bufsize, maxfds, flags=0)", func(sock, size, most, flags any) any {
		got := py.CallMethod(sock, "recvmsg", size, syscall.CmsgLen(4*integer(most)), flags).(py.Tuple)
		fds := py.ListOf[any]()
		for item := range py.Iter(got[1]) {
			t := item.(py.Tuple)
			if t[0] != syscall.SOL_SOCKET || t[1] != syscall.SCM_RIGHTS {
				continue
			}
			for data := t[2].(py.Bytes); len(data) >= 4; data = data[4:] {
				fds.Append(int(int32(uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16 | uint32(data[3])<<24)))
			}
		}
		return py.Tuple{got[0], fds, got[2], got[3]}
	})
}

// unset is the timeout that create_connection has when none is given.
var unset = py.NewObject(py.ObjectClass)

func createConnection(where, timeout, source, allErrors any) any {
	pair := py.Unpack(where, 2)
	host, service := inet.Arguments(pair[0], pair[1])
	failures := py.ListOf[any]()
	for _, info := range lookup(inet.Query{Host: host, Service: service, Kind: syscall.SOCK_STREAM}) {
		var s *Socket
		err := py.Try(func() error {
			s = New(info.Family, info.Kind, info.Proto)
			if timeout != any(unset) {
				s.setTimeout(seconds(timeout))
			}
			if source != nil && py.Truth(source) {
				check(syscall.Bind(s.fd, address(s.family, source, "bind")))
			}
			return s.connect(info.Address)
		})
		if err == nil {
			return s
		}
		if !py.Matches(err, py.OSError) {
			py.Check(err)
		}
		if !py.Truth(allErrors) {
			failures.Clear()
		}
		failures.Append(py.AsException(err))
		if s != nil {
			s.close()
		}
	}
	if py.Truth(allErrors) {
		py.Raise(py.Call(py.Builtin("ExceptionGroup"), "create_connection failed", failures))
	}
	py.Raise(failures.Get(0))
	return nil
}

func createServer(where, family, backlog, reusePort, dual any) any {
	f := integer(family)
	if py.Truth(dual) && f != syscall.AF_INET6 {
		panic(exc.ValueError("dualstack_ipv6 requires AF_INET6 family"))
	}
	s := New(f, syscall.SOCK_STREAM, 0)
	err := py.Try(func() error {
		option := func(level, name, value int) { check(syscall.SetsockoptInt(s.fd, level, name, value)) }
		option(syscall.SOL_SOCKET, syscall.SO_REUSEADDR, 1)
		if py.Truth(reusePort) {
			option(syscall.SOL_SOCKET, reusePortOption, 1)
		}
		if f == syscall.AF_INET6 {
			only := 1
			if py.Truth(dual) {
				only = 0
			}
			option(syscall.IPPROTO_IPV6, syscall.IPV6_V6ONLY, only)
		}
		if err := syscall.Bind(s.fd, address(f, where, "bind")); err != nil {
			failed := py.NewErrno(err.(syscall.Errno))
			py.Raise(py.Call(py.OSError, py.GetAttr(failed, "errno"),
				py.Str(py.GetAttr(failed, "strerror"))+" (while attempting to bind on address "+py.Repr(where)+")"))
		}
		queue := 128
		if backlog != nil {
			queue = max(0, integer(backlog))
		}
		return syscall.Listen(s.fd, queue)
	})
	if err != nil {
		s.close()
		py.Check(err)
	}
	return s
}

// reusePortOption is SO_REUSEPORT.
const reusePortOption = 15

func addWords(m *py.Module) {
	swap16 := func(name string) {
		m.Builtin(name+"(integer, /)", func(v any) any {
			n := word16(v, name)
			return int(n<<8 | n>>8)
		})
	}
	swap16("htons")
	swap16("ntohs")
	for _, name := range []string{"htonl", "ntohl"} {
		m.Builtin(name+"(integer, /)", func(v any) any {
			n := word32(v)
			return int(n<<24 | n>>24 | n<<8&0xff0000 | n>>8&0xff00)
		})
	}
	m.Builtin("CMSG_LEN(length, /)", func(n any) any { return syscall.CmsgLen(integer(n)) })
	m.Builtin("CMSG_SPACE(length, /)", func(n any) any { return syscall.CmsgSpace(integer(n)) })
	m.Builtin("gethostname()", func() any {
		name, err := os.Hostname()
		check(err)
		return name
	})
}
