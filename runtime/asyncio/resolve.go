package asyncio

import (
	"context"
	"net"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/inet"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// resolve finds the endpoints of a host and port. An empty host means all
// addresses of this machine. IP addresses need no look-up; names are looked up
// in a thread.
func resolve(ctx context.Context, host, port any, family int, passive bool) ([]endpoint, error) {
	number, err := portNumber(port)
	if err != nil {
		return nil, err
	}
	name, _ := py.Payload(host).(string)
	if name == "" {
		if passive {
			all := []endpoint{ipEndpoint(net.IPv4zero, number), ipEndpoint(net.IPv6zero, number)}
			return ofFamily(all, family), nil
		}
		name = "localhost"
	}
	if ip := net.ParseIP(name); ip != nil {
		return []endpoint{ipEndpoint(ip, number)}, nil
	}
	ips, err := inThread(ctx, func() ([]net.IPAddr, error) {
		return net.DefaultResolver.LookupIPAddr(context.Background(), name)
	})
	if err != nil {
		if isCancelled(err) {
			return nil, err
		}
		return nil, py.NewException(gaierrorClass, -2, "Name or service not known")
	}
	var all []endpoint
	for _, ip := range ips {
		all = append(all, ipEndpoint(ip.IP, number))
	}
	all = ofFamily(all, family)
	if len(all) == 0 {
		return nil, py.NewException(gaierrorClass, -9, "Address family for hostname not supported")
	}
	return all, nil
}

// gaierrorClass is socket.gaierror.
var gaierrorClass = inet.AddressError

func ofFamily(all []endpoint, family int) []endpoint {
	if family == 0 {
		return all
	}
	var kept []endpoint
	for _, e := range all {
		if e.family == family {
			kept = append(kept, e)
		}
	}
	return kept
}

// portNumber is a port given as an int, a numeric or service name, or None.
func portNumber(port any) (int, error) {
	switch p := py.Payload(port).(type) {
	case nil:
		return 0, nil
	case py.Bytes:
		return portNumber(string(p))
	case int:
		return p, nil
	case string:
		if n, err := strconv.Atoi(p); err == nil {
			return n, nil
		}
		n, err := net.LookupPort("tcp", p)
		if err != nil {
			return 0, py.NewException(gaierrorClass, -8, "Servname not supported for ai_socktype")
		}
		return n, nil
	}
	return 0, py.NewTypeError("getaddrinfo() argument 2 must be integer or string")
}

// parseIP is the IP address that a host name stands for without a look-up, nil
// if it needs one.
func parseIP(host string) net.IP {
	if host == "localhost" {
		return net.IPv4(127, 0, 0, 1)
	}
	if host == "<broadcast>" {
		return net.IPv4bcast
	}
	return net.ParseIP(host)
}
