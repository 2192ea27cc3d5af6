package ipaddress

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A Network is an IPv4Network or an IPv6Network.
type Network struct {
	family *family
	base   *Address
	prefix int
	// given is the address of a network that has just this one.
	given any
}

// PyClass is the class of the network.
func (n *Network) PyClass() *py.Class { return n.family.networkClass }

// String is address/prefix.
func (n *Network) String() string { return fmt.Sprintf("%s/%d", n.base, n.prefix) }

func (n *Network) netmask() *Address { return n.family.address(n.family.mask(n.prefix)) }

func (n *Network) hostmask() *Address {
	return n.family.address(new(big.Int).Xor(n.family.mask(n.prefix), n.family.allOnes()))
}

func (n *Network) broadcast() *Address {
	return n.family.address(new(big.Int).Or(n.base.number, n.hostmask().number))
}

// size is the number of addresses.
func (n *Network) size() *big.Int {
	return new(big.Int).Lsh(big.NewInt(1), uint(n.family.bits-n.prefix))
}

// splitPrefix splits an argument into the address and the mask.
func (f *family) splitPrefix(v any) (address, mask any) {
	switch x := py.Payload(v).(type) {
	case py.Bytes, int, bool, *big.Int:
		return v, f.bits
	case py.Tuple:
		if len(x) > 2 {
			panic(exc.ValueError("too many values to unpack (expected 2)"))
		}
		if len(x) == 2 {
			return x[0], x[1]
		}
		if len(x) == 0 {
			panic(exc.IndexError("tuple index out of range"))
		}
		return x[0], f.bits
	}
	parts := strings.Split(py.Str(v), "/")
	switch len(parts) {
	case 1:
		return parts[0], f.bits
	case 2:
		return parts[0], parts[1]
	}
	failAddress("Only one '/' permitted in %s", py.Repr(v))
	return nil, nil
}

// prefixOf is the length of the prefix that a mask names. It raises
// NetmaskValueError.
func (f *family) prefixOf(mask any) int {
	if n, ok := py.Payload(mask).(int); ok {
		if n < 0 || n > f.bits {
			failNetmask(mask)
		}
		return n
	}
	text, ok := py.Payload(mask).(string)
	if !ok {
		py.GetAttr(mask, "isascii")
	}
	if isDecimal(text) {
		if n, err := strconv.Atoi(text); err == nil && n <= f.bits {
			return n
		}
		if f == v6 {
			failNetmask(mask)
		}
	}
	if f == v6 {
		failNetmask(mask)
	}
	var value *big.Int
	if py.Try(func() error { value = parse4(text); return nil }) != nil {
		failNetmask(mask)
	}
	for _, pattern := range []*big.Int{value, new(big.Int).Xor(value, f.allOnes())} {
		for prefix := 0; prefix <= f.bits; prefix++ {
			if f.mask(prefix).Cmp(pattern) == 0 {
				return prefix
			}
		}
	}
	failNetmask(mask)
	return 0
}

// newNetwork makes a network; strict refuses an address within it. It raises
// AddressValueError, NetmaskValueError and ValueError.
func (f *family) newNetwork(v any, strict bool) *Network {
	address, mask := f.splitPrefix(v)
	n := &Network{family: f, base: f.newAddress(address), given: address}
	n.prefix = f.prefixOf(mask)
	start := new(big.Int).And(n.base.number, f.mask(n.prefix))
	if start.Cmp(n.base.number) != 0 {
		if strict {
			panic(exc.ValueError("%s has host bits set", n))
		}
		n.base = f.address(start)
	}
	return n
}

// at is a network from its first address.
func (f *family) at(start *big.Int, prefix int) *Network {
	return &Network{family: f, base: f.address(start), prefix: prefix, given: py.NormInt(start)}
}

func sameVersion(a, b any, f, g *family) {
	if f != g {
		panic(exc.TypeError("%s and %s are not of the same version", py.Str(a), py.Str(b)))
	}
}

func (n *Network) compare(other *Network) int {
	sameVersion(n, other, n.family, other.family)
	if order := n.base.number.Cmp(other.base.number); order != 0 {
		return order
	}
	return n.prefix - other.prefix
}

func (n *Network) equal(other *Network) bool {
	return n.family == other.family && n.base.equal(other.base) && n.prefix == other.prefix
}

// has tells whether an address is in the network.
func (n *Network) has(a *Address) bool {
	if n.family != a.family {
		return false
	}
	return new(big.Int).And(a.number, n.family.mask(n.prefix)).Cmp(n.base.number) == 0
}

// within tells whether the network is a part of another. It raises TypeError.
func (n *Network) within(other *Network) bool {
	sameVersion(n, other, n.family, other.family)
	return other.base.number.Cmp(n.base.number) <= 0 && other.broadcast().number.Cmp(n.broadcast().number) >= 0
}

// prefixDiff is by how much a prefix grows or, for sign -1, shrinks.
func (n *Network) prefixDiff(diff, prefix any, sign int, problem string) int {
	step := py.As[int](py.Index(diff))
	if prefix == nil {
		return step
	}
	to := py.As[int](py.Index(prefix))
	if (to-n.prefix)*sign < 0 {
		panic(exc.ValueError("new prefix must be %s", problem))
	}
	if step != 1 {
		panic(exc.ValueError("cannot set prefixlen_diff and new_prefix"))
	}
	return (to - n.prefix) * sign
}

// subnets calls yield for each part of the network, made by a longer prefix,
// until it returns false.
func (n *Network) subnets(diff, prefix any, yield func(*Network) bool) {
	if n.prefix == n.family.bits {
		yield(n)
		return
	}
	step := n.prefixDiff(diff, prefix, 1, "longer")
	if step < 0 {
		panic(exc.ValueError("prefix length diff must be > 0"))
	}
	if n.prefix+step > n.family.bits {
		panic(exc.ValueError("prefix length diff %d is invalid for netblock %s", n.prefix+step, n))
	}
	size := new(big.Int).Rsh(n.size(), uint(step))
	end := new(big.Int).Add(n.base.number, n.size())
	for at := n.base.number; at.Cmp(end) < 0; at = new(big.Int).Add(at, size) {
		if !yield(n.family.at(at, n.prefix+step)) {
			return
		}
	}
}

// halves are the two networks that make up this one.
func (n *Network) halves() (low, high *Network) {
	var parts []*Network
	n.subnets(1, nil, func(part *Network) bool {
		parts = append(parts, part)
		return true
	})
	return parts[0], parts[1]
}

// supernet is the network with a shorter prefix that has this one in it.
func (n *Network) supernet(diff, prefix any) *Network {
	if n.prefix == 0 {
		return n
	}
	step := n.prefixDiff(diff, prefix, -1, "shorter")
	if n.prefix-step < 0 {
		panic(exc.ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d", n.prefix, step))
	}
	return n.family.at(new(big.Int).And(n.base.number, n.family.mask(n.prefix-step)), n.prefix-step)
}

// exclude calls yield for the networks that are left without another.
func (n *Network) exclude(other *Network, yield func(*Network) bool) {
	if n.family != other.family {
		sameVersion(n, other, n.family, other.family)
	}
	if !other.within(n) {
		panic(exc.ValueError("%s not contained in %s", other, n))
	}
	for part := n; !part.equal(other); {
		low, high := part.halves()
		rest := low
		if part = high; other.within(low) {
			part, rest = low, high
		}
		if !yield(rest) {
			return
		}
	}
}

// hosts are the first and last addresses that hosts() gives.
func (n *Network) hosts() (first, last *big.Int) {
	first, last = n.base.number, n.broadcast().number
	if n.prefix >= n.family.bits-1 {
		return first, last
	}
	first = new(big.Int).Add(first, big.NewInt(1))
	if n.family == v4 {
		last = new(big.Int).Sub(last, big.NewInt(1))
	}
	return first, last
}
