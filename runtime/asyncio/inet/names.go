package inet

import (
	"context"
	"net"
	"os"
	"strconv"
	"strings"
)

// Flags of NameInfo.
const (
	nameNumericHost    = 1
	nameNumericService = 2
	nameRequired       = 8
	nameDatagram       = 16
)

// NameInfo is getnameinfo: the name of a host given by its address, and of a
// service. It blocks; the error is an AddressError.
func NameInfo(host string, port, flags int) (name, service string, err error) {
	if net.ParseIP(host) == nil {
		return "", "", NewAddressError(NoName)
	}
	name = host
	if flags&nameNumericHost == 0 {
		if names := Reverse(host); len(names) > 0 {
			name = names[0]
		} else if flags&nameRequired != 0 {
			return "", "", NewAddressError(NoName)
		}
	}
	service = strconv.Itoa(port)
	if flags&nameNumericService == 0 {
		network := "tcp"
		if flags&nameDatagram != 0 {
			network = "udp"
		}
		if found := ServiceName(port, network); found != "" {
			service = found
		}
	}
	return name, service, nil
}

// Reverse are the names of an address. It blocks.
func Reverse(ip string) []string {
	names, err := net.DefaultResolver.LookupAddr(context.Background(), ip)
	if err != nil {
		return nil
	}
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".")
	}
	return names
}

// ServiceName is the name of a port in the system's list, empty if there is
// none.
func ServiceName(port int, network string) string {
	list, err := os.ReadFile("/etc/services")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(list)) {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) >= 2 && fields[1] == strconv.Itoa(port)+"/"+network {
			return fields[0]
		}
	}
	return ""
}
