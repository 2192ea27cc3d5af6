// Package inet has what asyncio and the module socket share: the addresses of
// sockets as Python shows them, and the look-up of names.
// https://docs.python.org/3.13/library/socket.html#socket-families
package inet

import (
	"net"
	"strconv"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// AddressError is socket.gaierror, HostError socket.herror.
var (
	AddressError = py.NewExceptionClass("socket", "gaierror", py.OSError)
	HostError    = py.NewExceptionClass("socket", "herror", py.OSError)
)

// Codes of AddressError.
const (
	BadFlags      = -1
	NoName        = -2
	TryAgain      = -3
	BadFamily     = -6
	BadKind       = -7
	BadService    = -8
	BadAddrFamily = -9
)

var errorTexts = map[int]string{
	BadFlags: "Bad value for ai_flags", NoName: "Name or service not known",
	TryAgain: "Temporary failure in name resolution", BadFamily: "ai_family not supported",
	BadKind: "ai_socktype not supported", BadService: "Servname not supported for ai_socktype",
	BadAddrFamily: "Address family for hostname not supported",
}

// NewAddressError makes the gaierror of a code.
func NewAddressError(code int) py.BaseException {
	return py.NewException(AddressError, code, errorTexts[code])
}

// FamilyValue and KindValue are a family and a type of sockets as Python shows
// them. The module socket makes them members of its enums.
var (
	FamilyValue = func(family int) any { return family }
	KindValue   = func(kind int) any { return kind }
)

// Value is a socket address as Python code sees it: a pair for IPv4, four items
// for IPv6, a path for Unix, bytes for an abstract Unix address.
func Value(sa syscall.Sockaddr) any {
	switch a := sa.(type) {
	case *syscall.SockaddrInet4:
		return py.Tuple{net.IP(a.Addr[:]).String(), a.Port}
	case *syscall.SockaddrInet6:
		return py.Tuple{addressText(a), a.Port, 0, int(a.ZoneId)}
	case *syscall.SockaddrUnix:
		if a.Name == "@" {
			return "" // Go's name of a socket that has none
		}
		if len(a.Name) > 0 && a.Name[0] == '@' {
			return py.Bytes("\x00" + a.Name[1:])
		}
		return a.Name
	}
	return nil
}

// addressText writes an IPv6 address; net.IP would write one that stands for
// an IPv4 address as that.
func addressText(a *syscall.SockaddrInet6) string {
	ip := net.IP(a.Addr[:])
	if v4 := ip.To4(); v4 != nil {
		return "::ffff:" + v4.String()
	}
	if a.ZoneId != 0 && ip.IsLinkLocalUnicast() {
		if zone, err := net.InterfaceByIndex(int(a.ZoneId)); err == nil {
			return ip.String() + "%" + zone.Name
		}
	}
	return ip.String()
}

// Endpoint is the socket address of an IP address and a port.
func Endpoint(ip net.IP, port int, zone string) (sa syscall.Sockaddr, family int) {
	if v4 := ip.To4(); v4 != nil {
		sa := &syscall.SockaddrInet4{Port: port}
		copy(sa.Addr[:], v4)
		return sa, syscall.AF_INET
	}
	sa6 := &syscall.SockaddrInet6{Port: port, ZoneId: uint32(zoneIndex(zone))}
	copy(sa6.Addr[:], ip.To16())
	return sa6, syscall.AF_INET6
}

func zoneIndex(zone string) int {
	if n, err := strconv.Atoi(zone); err == nil {
		return n
	}
	if i, err := net.InterfaceByName(zone); err == nil {
		return i.Index
	}
	return 0
}
