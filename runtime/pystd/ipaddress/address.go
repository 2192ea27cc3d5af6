// Package ipaddress is Python's module ipaddress: addresses and networks of IP.
// https://docs.python.org/3.13/library/ipaddress.html
package ipaddress

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// An Address is an IPv4Address or an IPv6Address or, with a network, an
// interface.
type Address struct {
	family *family
	number *big.Int
	scope  string // of IPv6, "" for none
	net    *Network
}

// PyClass is the class of the address.
func (a *Address) PyClass() *py.Class {
	if a.net != nil {
		return a.family.interfaceClass
	}
	return a.family.addressClass
}

// A family is a version of IP.
type family struct {
	version, bits                              int
	addressClass, interfaceClass, networkClass *py.Class
}

var (
	v4 = &family{version: 4, bits: 32}
	v6 = &family{version: 6, bits: 128}
)

// allOnes is the largest address.
func (f *family) allOnes() *big.Int {
	return new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(f.bits)), big.NewInt(1))
}

// mask is the netmask of a prefix length.
func (f *family) mask(prefix int) *big.Int {
	return new(big.Int).Xor(f.allOnes(), new(big.Int).Rsh(f.allOnes(), uint(prefix)))
}

func (f *family) packed(n *big.Int) []byte { return n.FillBytes(make([]byte, f.bits/8)) }

func (f *family) address(n *big.Int) *Address { return &Address{family: f, number: n} }

// failAddress raises AddressValueError.
func failAddress(format string, args ...any) {
	py.Raise(py.Call(addressValueError, fmt.Sprintf(format, args...)))
}

// failNetmask raises NetmaskValueError.
func failNetmask(mask any) {
	py.Raise(py.Call(netmaskValueError, py.Repr(mask)+" is not a valid netmask"))
}

// newAddress makes the address of an int, of packed bytes or of a text. It
// raises AddressValueError.
func (f *family) newAddress(v any) *Address {
	switch x := py.Payload(v).(type) {
	case int, bool, *big.Int:
		n := py.BigInt(py.Index(x))
		if n.Sign() < 0 {
			failAddress("%s (< 0) is not permitted as an IPv%d address", n, f.version)
		}
		if n.BitLen() > f.bits {
			failAddress("%s (>= 2**%d) is not permitted as an IPv%d address", n, f.bits, f.version)
		}
		return f.address(n)
	case py.Bytes:
		if len(x) != f.bits/8 {
			failAddress("%s (len %d != %d) is not permitted as an IPv%d address", py.Repr(x), len(x), f.bits/8, f.version)
		}
		return f.address(new(big.Int).SetBytes([]byte(x)))
	}
	text := py.Str(v)
	if strings.Contains(text, "/") {
		failAddress("Unexpected '/' in %s", py.Repr(v))
	}
	if f == v4 {
		return f.address(parse4(text))
	}
	address, scope, scoped := strings.Cut(text, "%")
	if scoped && (scope == "" || strings.Contains(scope, "%")) {
		failAddress(`Invalid IPv6 address: "%s"`, py.Repr(text))
	}
	a := f.address(parse6(address))
	a.scope = scope
	return a
}

// String is the address as text, of an interface with its prefix length.
func (a *Address) String() string {
	text := a.text()
	if a.net != nil {
		return fmt.Sprintf("%s/%d", text, a.net.prefix)
	}
	return text
}

// text is the address without a prefix length.
func (a *Address) text() string {
	if a.family == v4 {
		return text4(a.number)
	}
	text := text6(a.number)
	if mapped := a.mapped(); mapped != nil {
		text = text6(new(big.Int).Rsh(a.number, 32)) + ":" + mapped.text()
	}
	if a.scope != "" {
		text += "%" + a.scope
	}
	return text
}

// mapped is the IPv4 address that an IPv6 address stands for, or nil.
func (a *Address) mapped() *Address {
	if a.family == v4 || new(big.Int).Rsh(a.number, 32).Cmp(big.NewInt(0xffff)) != 0 {
		return nil
	}
	return v4.address(low32(a.number, 0))
}

// low32 are 32 bits of a number, shifted to the right.
func low32(n *big.Int, shift uint) *big.Int {
	return new(big.Int).And(new(big.Int).Rsh(n, shift), big.NewInt(0xffffffff))
}

// groups are the eight groups of an IPv6 address with all their digits.
func groups(n *big.Int) []string {
	text := fmt.Sprintf("%032x", n)
	parts := make([]string, 8)
	for i := range parts {
		parts[i] = text[4*i : 4*i+4]
	}
	return parts
}

// exploded is the long form.
func (a *Address) exploded() string {
	if a.family == v4 {
		return a.String()
	}
	if a.net == nil {
		a.refuseScope()
	}
	text := strings.Join(groups(a.number), ":")
	if mapped := a.mapped(); mapped != nil {
		return text[:30] + mapped.text()
	}
	if a.net != nil {
		return fmt.Sprintf("%s/%d", text, a.net.prefix)
	}
	return text
}

// refuseScope raises AddressValueError for an address with a scope, which
// CPython does not explode.
func (a *Address) refuseScope() {
	if a.scope != "" {
		parse6(a.text())
	}
}

// reversed is the name of the address for reverse lookups.
func (a *Address) reversed() string {
	if a.family == v4 {
		parts := strings.Split(a.String(), ".")
		reverse(parts)
		return strings.Join(parts, ".") + ".in-addr.arpa"
	}
	text := a.exploded()
	if a.mapped() != nil {
		text = strings.Join(groups(a.number), "")
	}
	digits := strings.Split(strings.ReplaceAll(text, ":", ""), "")
	reverse(digits)
	return strings.Join(digits, ".") + ".ip6.arpa"
}

func reverse(parts []string) {
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
}

// plus is the address so many further on, without its network.
func (a *Address) plus(n *big.Int) *big.Int { return new(big.Int).Add(a.number, n) }

// compare orders addresses. It raises TypeError for different versions.
func (a *Address) compare(b *Address) int {
	sameVersion(a, b, a.family, b.family)
	return a.number.Cmp(b.number)
}

// equal tells whether two values are the same address; interfaces only if
// their networks are, too.
func (a *Address) equal(b *Address) bool {
	if a.family != b.family || a.number.Cmp(b.number) != 0 {
		return false
	}
	if a.family == v6 && a.scope != b.scope {
		return false
	}
	if a.net == nil || b.net == nil {
		return a.net == b.net
	}
	return a.net.equal(b.net)
}
