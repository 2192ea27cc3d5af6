package socket

import (
	"errors"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

func addNames(m *py.Module) {
	m.Func("getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", func(args []any) any {
		host, service := inet.Arguments(args[0], args[1])
		return inet.List(lookup(inet.Query{
			Host: host, Service: service,
			Family: integer(args[2]), Kind: integer(args[3]), Proto: integer(args[4]), Flag: integer(args[5]),
		}))
	})
	m.Builtin("gethostbyname(hostname, /)", func(host any) any {
		return resolveHost(hostText(host), syscall.AF_INET).IP.String()
	})
	m.Builtin("gethostbyname_ex(hostname, /)", func(host any) any {
		name, addresses := hostText(host), py.ListOf[any]()
		for _, info := range lookup(inet.Query{Host: name, Service: "0", Family: syscall.AF_INET, Kind: syscall.SOCK_STREAM}) {
			addresses.Append(inet.Value(info.Address).(py.Tuple)[0])
		}
		return py.Tuple{name, py.ListOf[any](), addresses}
	})
	m.Builtin("gethostbyaddr(address, /)", func(host any) any {
		name, aliases, addresses := hostByAddress(hostText(host))
		return py.Tuple{name, aliases, addresses}
	})
	m.Func("getfqdn(name='')", func(name any) any { return fullName(py.As[string](name)) })
	m.Builtin("getnameinfo(sockaddr, flags, /)", nameInfo)
	m.Builtin("getservbyname(servicename, protocolname=None, /)", func(name, protocol any) any {
		for _, network := range protocols(protocol) {
			if _, err := strconv.Atoi(py.As[string](name)); err == nil {
				break
			}
			if n, err := net.LookupPort(network, py.As[string](name)); err == nil {
				return n
			}
		}
		panic(py.NewOSError("service/proto not found"))
	})
	m.Builtin("getservbyport(port, protocolname=None, /)", func(port, protocol any) any {
		n := integer(port)
		if n < 0 || n > 0xffff {
			panic(exc.OverflowError("getservbyport: port must be 0-65535."))
		}
		for _, network := range protocols(protocol) {
			if name := inet.ServiceName(n, network); name != "" {
				return name
			}
		}
		panic(py.NewOSError("port/proto not found"))
	})
	m.Builtin("getprotobyname(name, /)", func(name any) any {
		if n, ok := protocolNumbers[py.As[string](name)]; ok {
			return n
		}
		panic(py.NewOSError("protocol not found"))
	})
	addAddressText(m)
	addInterfaces(m)
}

var protocolNumbers = map[string]int{
	"ip": 0, "icmp": 1, "igmp": 2, "tcp": 6, "egp": 8, "udp": 17, "ipv6": 41, "gre": 47, "esp": 50, "ah": 51,
	"ipv6-icmp": 58, "sctp": 132, "udplite": 136,
}

func protocols(v any) []string {
	if v == nil {
		return []string{"tcp", "udp"}
	}
	return []string{py.As[string](v)}
}

// hostByAddress is gethostbyaddr. It raises gaierror and herror.
func hostByAddress(host string) (name string, aliases, addresses *py.List[any]) {
	family := syscall.AF_UNSPEC
	infos := lookup(inet.Query{Host: host, Service: "0", Family: family, Kind: syscall.SOCK_STREAM})
	ip := inet.Value(infos[0].Address).(py.Tuple)[0].(string)
	names := reverse(ip)
	if len(names) == 0 {
		panic(py.NewException(inet.HostError, 1, "Unknown host"))
	}
	aliases = py.ListOf[any]()
	for _, alias := range names[1:] {
		aliases.Append(alias)
	}
	return names[0], aliases, py.ListOf[any](ip)
}

func reverse(ip string) []string {
	var names []string
	py.Blocking(func() { names = inet.Reverse(ip) })
	return names
}

// fullName is getfqdn(name).
func fullName(name string) string {
	name = strings.TrimSpace(name)
	if name == "" || name == "0.0.0.0" || name == "::" {
		name, _ = os.Hostname()
	}
	found := name
	err := py.Try(func() error {
		first, aliases, _ := hostByAddress(name)
		found = first
		if strings.Contains(first, ".") {
			return nil
		}
		for alias := range aliases.All() {
			if strings.Contains(alias.(string), ".") {
				found = alias.(string)
				return nil
			}
		}
		return nil
	})
	if err != nil && !py.Matches(err, py.OSError) {
		py.Check(err)
	}
	if name == "localhost" {
		return name
	}
	return found
}

func nameInfo(address, flags any) any {
	t, ok := py.Payload(address).(py.Tuple)
	if !ok {
		panic(exc.TypeError("getnameinfo() argument 1 must be a tuple"))
	}
	if len(t) < 2 || len(t) > 4 {
		panic(exc.TypeError("getnameinfo(): illegal sockaddr argument"))
	}
	host, port, wanted := hostText(t[0]), integer(t[1]), integer(flags)
	var name, service string
	var err error
	py.Blocking(func() { name, service, err = inet.NameInfo(host, port, wanted) })
	py.Check(err)
	return py.Tuple{name, service}
}

func addAddressText(m *py.Module) {
	m.Builtin("inet_aton(ip_addr, /)", func(text any) any {
		ip := inet.ParseIPv4(py.As[string](text))
		if ip == nil {
			panic(py.NewOSError("illegal IP address string passed to inet_aton"))
		}
		return py.Bytes(ip.To4())
	})
	m.Builtin("inet_ntoa(packed_ip, /)", func(data any) any {
		b := py.BytesLike(data)
		if len(b) != net.IPv4len {
			panic(py.NewOSError("packed IP wrong length for inet_ntoa"))
		}
		return net.IP(b).String()
	})
	m.Builtin("inet_pton(address_family, ip_string, /)", func(family, text any) any {
		ip, colons := net.ParseIP(py.As[string](text)), strings.Contains(py.As[string](text), ":")
		switch integer(family) {
		case syscall.AF_INET:
			if ip != nil && !colons {
				return py.Bytes(ip.To4())
			}
		case syscall.AF_INET6:
			if ip != nil && colons {
				return py.Bytes(ip.To16())
			}
		default:
			check(syscall.EAFNOSUPPORT)
		}
		panic(py.NewOSError("illegal IP address string passed to inet_pton"))
	})
	m.Builtin("inet_ntop(address_family, packed_ip, /)", func(family, data any) any {
		b := py.BytesLike(data)
		size := map[int]int{syscall.AF_INET: net.IPv4len, syscall.AF_INET6: net.IPv6len}[integer(family)]
		if size == 0 {
			panic(exc.ValueError("unknown address family %d", integer(family)))
		}
		if len(b) != size {
			panic(exc.ValueError("invalid length of packed IP address string"))
		}
		if size == net.IPv4len {
			return net.IP(b).String()
		}
		sa := &syscall.SockaddrInet6{}
		copy(sa.Addr[:], b)
		return inet.Value(sa).(py.Tuple)[0]
	})
}

func addInterfaces(m *py.Module) {
	m.Builtin("if_nameindex()", func() any {
		all, err := net.Interfaces()
		if err != nil {
			panic(py.AsException(errors.Unwrap(err)))
		}
		slices.SortFunc(all, func(a, b net.Interface) int { return a.Index - b.Index })
		list := py.ListOf[any]()
		for _, i := range all {
			list.Append(py.Tuple{i.Index, i.Name})
		}
		return list
	})
	m.Builtin("if_nametoindex(oname, /)", func(name any) any {
		i, err := net.InterfaceByName(py.As[string](name))
		if err != nil {
			panic(py.NewOSError("no interface with this name"))
		}
		return i.Index
	})
	m.Builtin("if_indextoname(index, /)", func(index any) any {
		i, err := net.InterfaceByIndex(integer(index))
		if err != nil {
			check(syscall.ENXIO)
		}
		return i.Name
	})
}
