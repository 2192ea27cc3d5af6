package inet

import (
	"context"
	"errors"
	"net"
	"strconv"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Flags of a Query.
const (
	Passive        = 1
	CanonicalName  = 2
	NumericHost    = 4
	NumericService = 1024
)

// A Query is the arguments of getaddrinfo. An empty host stands for None.
type Query struct {
	Host, Service             string
	Family, Kind, Proto, Flag int
}

// An Info is one result of getaddrinfo.
type Info struct {
	Family, Kind, Proto int
	Canonical           string
	Address             syscall.Sockaddr
}

// Arguments are the host and port of getaddrinfo. It raises TypeError.
func Arguments(host, port any) (string, string) {
	name, service := "", ""
	switch h := py.Payload(host).(type) {
	case nil:
	case string:
		name = h
	case py.Bytes:
		name = string(h)
	default:
		panic(py.NewTypeError("getaddrinfo() argument 1 must be string or None"))
	}
	switch p := py.Payload(port).(type) {
	case nil:
	case int:
		service = strconv.Itoa(p)
	case string:
		service = p
	case py.Bytes:
		service = string(p)
	default:
		panic(py.NewOSError("Int or String expected"))
	}
	return name, service
}

// List is what getaddrinfo returns.
func List(infos []Info) any {
	list := py.ListOf[any]()
	for _, i := range infos {
		list.Append(py.Tuple{FamilyValue(i.Family), KindValue(i.Kind), i.Proto, i.Canonical, Value(i.Address)})
	}
	return list
}

// kinds are the socket types that a query without one gives, with their
// protocols.
var kinds = []struct{ kind, proto int }{
	{syscall.SOCK_STREAM, syscall.IPPROTO_TCP}, {syscall.SOCK_DGRAM, syscall.IPPROTO_UDP}, {syscall.SOCK_RAW, 0},
}

// Lookup is getaddrinfo. It blocks while a name is looked up; the error is an
// AddressError.
func Lookup(q Query) ([]Info, error) {
	if q.Host == "" && q.Service == "" {
		return nil, NewAddressError(NoName)
	}
	switch q.Family {
	case syscall.AF_UNSPEC, syscall.AF_INET, syscall.AF_INET6:
	default:
		return nil, NewAddressError(BadFamily)
	}
	port, err := q.port()
	if err != nil {
		return nil, err
	}
	ips, err := q.addresses()
	if err != nil {
		return nil, err
	}
	var all []Info
	for _, ip := range ips {
		sa, family := Endpoint(ip.IP, port, ip.Zone)
		for _, k := range kinds {
			if q.Kind != 0 && q.Kind != k.kind || q.Proto != 0 && k.proto != 0 && q.Proto != k.proto {
				continue
			}
			proto := k.proto
			if proto == 0 {
				if q.Service != "" && !numeric(q.Service) {
					continue
				}
				proto = q.Proto
			}
			info := Info{Family: family, Kind: k.kind, Proto: proto, Address: sa}
			if q.Flag&CanonicalName != 0 && len(all) == 0 {
				info.Canonical = q.Host
			}
			all = append(all, info)
		}
	}
	if len(all) == 0 {
		return nil, NewAddressError(BadKind)
	}
	return all, nil
}

func numeric(service string) bool {
	_, err := strconv.Atoi(service)
	return err == nil
}

func (q Query) port() (int, error) {
	if q.Service == "" {
		return 0, nil
	}
	if n, err := strconv.Atoi(q.Service); err == nil {
		return n & 0xffff, nil
	}
	network := "tcp"
	if q.Kind == syscall.SOCK_DGRAM {
		network = "udp"
	}
	if q.Flag&NumericService != 0 {
		return 0, NewAddressError(NoName)
	}
	n, err := net.LookupPort(network, q.Service)
	if err != nil {
		return 0, NewAddressError(BadService)
	}
	return n, nil
}

// addresses are the IP addresses of the host, in the order in which they are to
// be tried.
func (q Query) addresses() ([]net.IPAddr, error) {
	if q.Host == "" {
		if q.Flag&Passive != 0 {
			return q.ofFamily([]net.IPAddr{{IP: net.IPv4zero}, {IP: net.IPv6zero}}, NoName)
		}
		return q.ofFamily([]net.IPAddr{{IP: net.IPv6loopback}, {IP: net.IPv4(127, 0, 0, 1)}}, NoName)
	}
	host, zone, _ := strings.Cut(q.Host, "%")
	if ip := net.ParseIP(host); ip != nil && (zone == "" || strings.Contains(host, ":")) {
		return q.ofFamily([]net.IPAddr{{IP: ip, Zone: zone}}, BadAddrFamily)
	}
	if ip := ParseIPv4(q.Host); ip != nil {
		return q.ofFamily([]net.IPAddr{{IP: ip}}, BadAddrFamily)
	}
	if q.Flag&NumericHost != 0 {
		return nil, NewAddressError(NoName)
	}
	ips, err := net.DefaultResolver.LookupIPAddr(context.Background(), q.Host)
	if err != nil {
		var dns *net.DNSError
		if errors.As(err, &dns) && dns.IsTemporary && !dns.IsNotFound {
			return nil, NewAddressError(TryAgain)
		}
		return nil, NewAddressError(NoName)
	}
	return q.ofFamily(ips, NoName)
}

func (q Query) ofFamily(ips []net.IPAddr, code int) ([]net.IPAddr, error) {
	if q.Family == syscall.AF_UNSPEC {
		return ips, nil
	}
	var kept []net.IPAddr
	for _, ip := range ips {
		if (ip.IP.To4() != nil) == (q.Family == syscall.AF_INET) {
			kept = append(kept, ip)
		}
	}
	if len(kept) == 0 {
		return nil, NewAddressError(code)
	}
	return kept, nil
}

// ParseIPv4 is inet_aton: an address of one to four numbers, decimal, octal or
// hexadecimal. It returns nil for anything else.
func ParseIPv4(text string) net.IP {
	parts := strings.Split(text, ".")
	if len(parts) > 4 {
		return nil
	}
	var value uint64
	for i, part := range parts {
		if part == "" || strings.ContainsAny(part, "_+-") {
			return nil
		}
		n, err := strconv.ParseUint(part, 0, 32)
		if err != nil && len(part) > 1 && part[0] == '0' {
			n, err = strconv.ParseUint(part[1:], 8, 32)
		}
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (5 - len(parts))
		}
		if err != nil || n >= 1<<bits {
			return nil
		}
		value = value<<bits | n
	}
	return net.IPv4(byte(value>>24), byte(value>>16), byte(value>>8), byte(value))
}
