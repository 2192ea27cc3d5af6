package socket

import (
	"net"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// longestPath is the length of sun_path.
const longestPath = 108

// address is the socket address that the program gives to a method of a socket
// of the family. It raises TypeError, OverflowError, OSError and gaierror.
func address(family int, v any, method string) syscall.Sockaddr {
	switch family {
	case syscall.AF_UNIX:
		return unixAddress(v)
	case syscall.AF_INET:
		host, port, _ := hostAndPort(v, method, "AF_INET", "AF_INET address must be a pair (host, port)", 2, 2)
		sa, _ := inet.Endpoint(resolveHost(host, syscall.AF_INET).IP, port, "")
		return sa
	case syscall.AF_INET6:
		host, port, rest := hostAndPort(v, method, "AF_INET6",
			"AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])", 2, 4)
		ip := resolveHost(host, syscall.AF_INET6)
		sa := &syscall.SockaddrInet6{Port: port}
		copy(sa.Addr[:], ip.IP.To16())
		if _, family := inet.Endpoint(ip.IP, port, ip.Zone); family == syscall.AF_INET6 {
			full, _ := inet.Endpoint(ip.IP, port, ip.Zone)
			sa = full.(*syscall.SockaddrInet6)
		}
		if len(rest) > 0 {
			if flow := py.As[int](py.Index(rest[0])); flow < 0 || flow > 0xfffff {
				panic(exc.OverflowError("%s(): flowinfo must be 0-1048575.", method))
			}
		}
		if len(rest) > 1 && py.Truth(rest[1]) {
			sa.ZoneId = uint32(py.As[int](py.Index(rest[1])))
		}
		return sa
	}
	panic(py.NewOSError(method + "(): bad family"))
}

func unixAddress(v any) syscall.Sockaddr {
	path := ""
	switch p := py.Payload(v).(type) {
	case string:
		path = p
	default:
		path = py.BytesLike(v)
	}
	abstract := strings.HasPrefix(path, "\x00")
	if len(path) > longestPath || !abstract && len(path) == longestPath {
		panic(py.NewOSError("AF_UNIX path too long"))
	}
	if abstract {
		path = "@" + path[1:]
	}
	return &syscall.SockaddrUnix{Name: path}
}

func hostAndPort(v any, method, family, shape string, least, most int) (host string, port int, rest py.Tuple) {
	t, ok := py.Payload(v).(py.Tuple)
	if !ok {
		panic(exc.TypeError("%s(): %s address must be tuple, not %s", method, family, py.TypeOf(v).Name()))
	}
	if len(t) < least || len(t) > most {
		panic(exc.TypeError("%s", shape))
	}
	host = hostText(t[0])
	port, ok = py.Payload(py.Index(t[1])).(int)
	if !ok || port < 0 || port > 0xffff {
		panic(exc.OverflowError("%s(): port must be 0-65535.", method))
	}
	return host, port, t[2:]
}

func hostText(v any) string {
	switch h := py.Payload(v).(type) {
	case string:
		return h
	case py.Bytes:
		return string(h)
	case *py.ByteArray:
		return string(h.Data())
	}
	panic(exc.TypeError("str, bytes or bytearray expected, not %s", py.TypeOf(v).Name()))
}

// resolveHost is the address of a host, the first if it has several. It blocks,
// and raises gaierror.
func resolveHost(host string, family int) net.IPAddr {
	switch host {
	case "":
		if family == syscall.AF_INET {
			return net.IPAddr{IP: net.IPv4zero}
		}
		return net.IPAddr{IP: net.IPv6zero}
	case "<broadcast>", "255.255.255.255":
		if family != syscall.AF_INET {
			panic(py.NewOSError("address family mismatched"))
		}
		return net.IPAddr{IP: net.IPv4bcast}
	}
	if ip := net.ParseIP(host); ip != nil && (family == syscall.AF_INET) == (ip.To4() != nil && !strings.Contains(host, ":")) {
		return net.IPAddr{IP: ip}
	}
	infos := lookup(inet.Query{Host: host, Service: "0", Family: family, Kind: syscall.SOCK_STREAM})
	switch sa := infos[0].Address.(type) {
	case *syscall.SockaddrInet4:
		return net.IPAddr{IP: net.IP(sa.Addr[:])}
	case *syscall.SockaddrInet6:
		_, zone, _ := strings.Cut(host, "%")
		return net.IPAddr{IP: net.IP(sa.Addr[:]), Zone: zone}
	}
	panic(inet.NewAddressError(inet.NoName))
}

// lookup is inet.Lookup without the interpreter lock.
func lookup(q inet.Query) []inet.Info {
	var infos []inet.Info
	var err error
	py.Blocking(func() { infos, err = inet.Lookup(q) })
	py.Check(err)
	return infos
}
