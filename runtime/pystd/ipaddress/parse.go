package ipaddress

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func isDecimal(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// parse4 reads four octets. It raises AddressValueError.
func parse4(text string) *big.Int {
	if text == "" {
		failAddress("Address cannot be empty")
	}
	octets := strings.Split(text, ".")
	if len(octets) != 4 {
		failAddress("Expected 4 octets in %s", py.Repr(text))
	}
	value := 0
	for _, octet := range octets {
		n, problem := parseOctet(octet)
		if problem != "" {
			failAddress("%s in %s", problem, py.Repr(text))
		}
		value = value<<8 | n
	}
	return big.NewInt(int64(value))
}

func parseOctet(octet string) (n int, problem string) {
	switch {
	case octet == "":
		return 0, "Empty octet not permitted"
	case !isDecimal(octet):
		return 0, "Only decimal digits permitted in " + py.Repr(octet)
	case len(octet) > 3:
		return 0, "At most 3 characters permitted in " + py.Repr(octet)
	case octet != "0" && octet[0] == '0':
		return 0, "Leading zeros are not permitted in " + py.Repr(octet)
	}
	n, _ = strconv.Atoi(octet)
	if n > 255 {
		return 0, fmt.Sprintf("Octet %d (> 255) not permitted", n)
	}
	return n, ""
}

// parse6 reads groups of hexadecimal digits. It raises AddressValueError.
func parse6(text string) *big.Int {
	const count = 8
	if text == "" {
		failAddress("Address cannot be empty")
	}
	parts := strings.Split(text, ":")
	if len(parts) < 3 {
		failAddress("At least 3 parts expected in %s", py.Repr(text))
	}
	if last := parts[len(parts)-1]; strings.Contains(last, ".") {
		parts = append(parts[:len(parts)-1], embedded4(last, text)...)
	}
	if len(parts) > count+1 {
		failAddress("At most %d colons permitted in %s", count, py.Repr(text))
	}
	skip := -1
	for i := 1; i < len(parts)-1; i++ {
		if parts[i] == "" {
			if skip >= 0 {
				failAddress("At most one '::' permitted in %s", py.Repr(text))
			}
			skip = i
		}
	}
	before, after := len(parts), 0
	switch {
	case skip >= 0:
		before, after = skip, len(parts)-skip-1
		if parts[0] == "" {
			if before--; before > 0 {
				failAddress("Leading ':' only permitted as part of '::' in %s", py.Repr(text))
			}
		}
		if parts[len(parts)-1] == "" {
			if after--; after > 0 {
				failAddress("Trailing ':' only permitted as part of '::' in %s", py.Repr(text))
			}
		}
		if before+after >= count {
			failAddress("Expected at most %d other parts with '::' in %s", count-1, py.Repr(text))
		}
	case len(parts) != count:
		failAddress("Exactly %d parts expected without '::' in %s", count, py.Repr(text))
	case parts[0] == "":
		failAddress("Leading ':' only permitted as part of '::' in %s", py.Repr(text))
	case parts[len(parts)-1] == "":
		failAddress("Trailing ':' only permitted as part of '::' in %s", py.Repr(text))
	}
	value := new(big.Int)
	add := func(part string) {
		n, problem := parseGroup(part)
		if problem != "" {
			failAddress("%s in %s", problem, py.Repr(text))
		}
		value.Or(value.Lsh(value, 16), big.NewInt(n))
	}
	for _, part := range parts[:before] {
		add(part)
	}
	value.Lsh(value, uint(16*(count-before-after)))
	for _, part := range parts[len(parts)-after:] {
		add(part)
	}
	return value
}

// embedded4 are the two groups of an IPv4 address at the end of text.
func embedded4(last, text string) []string {
	var n *big.Int
	if err := py.Try(func() error { n = parse4(last); return nil }); err != nil {
		failAddress("%s in %s", py.Str(err), py.Repr(text))
	}
	value := n.Int64()
	return []string{fmt.Sprintf("%x", value>>16), fmt.Sprintf("%x", value&0xffff)}
}

func parseGroup(part string) (n int64, problem string) {
	switch {
	case strings.Trim(part, "0123456789abcdefABCDEF") != "":
		return 0, "Only hex digits permitted in " + py.Repr(part)
	case len(part) > 4:
		return 0, "At most 4 characters permitted in " + py.Repr(part)
	case part == "":
		return 0, "invalid literal for int() with base 16: ''"
	}
	n, _ = strconv.ParseInt(part, 16, 64)
	return n, ""
}

func text4(n *big.Int) string {
	v := n.Int64()
	return fmt.Sprintf("%d.%d.%d.%d", v>>24, v>>16&0xff, v>>8&0xff, v&0xff)
}

// text6 writes an IPv6 address, the longest run of zero groups as "::".
func text6(n *big.Int) string {
	parts := groups(n)
	for i, part := range parts {
		parts[i] = strings.TrimLeft(part[:3], "0") + part[3:]
	}
	start, length := -1, 1
	for i := 0; i < len(parts); i++ {
		j := i
		for j < len(parts) && parts[j] == "0" {
			j++
		}
		if j-i > length {
			start, length = i, j-i
		}
		i = max(i, j-1)
	}
	if start < 0 {
		return strings.Join(parts, ":")
	}
	return strings.Join(parts[:start], ":") + "::" + strings.Join(parts[start+length:], ":")
}
