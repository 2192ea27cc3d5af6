package ipaddress

import (
	"math/big"
	"slices"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// either makes a value of the first family that can.
func either(what string, address any, create func(f *family) any) any {
	for _, f := range []*family{v4, v6} {
		var made any
		err := py.Try(func() error {
			made = create(f)
			return nil
		})
		switch {
		case err == nil:
			return made
		case !py.Matches(err, py.Tuple{addressValueError, netmaskValueError}):
			py.Check(err)
		}
	}
	panic(exc.ValueError("%s does not appear to be an IPv4 or IPv6 %s", py.Repr(address), what))
}

// summarize calls yield for the networks that make up a range of addresses.
func summarize(first, last *Address, yield func(*Network)) {
	one := big.NewInt(1)
	for at := first.number; at.Cmp(last.number) <= 0; {
		left := new(big.Int).Sub(last.number, at)
		bits := left.Add(left, one).BitLen() - 1
		if at.Sign() != 0 {
			bits = min(bits, int(at.TrailingZeroBits()))
		}
		yield(first.family.at(at, first.family.bits-bits))
		at = new(big.Int).Add(at, new(big.Int).Lsh(one, uint(bits)))
	}
}

// collapse merges networks that lie side by side.
func collapse(nets []*Network) []*Network {
	subnets := map[string]*Network{}
	for len(nets) > 0 {
		n := nets[len(nets)-1]
		nets = nets[:len(nets)-1]
		super := n.supernet(1, nil)
		existing, ok := subnets[super.String()]
		switch {
		case !ok:
			subnets[super.String()] = n
		case !existing.equal(n):
			delete(subnets, super.String())
			nets = append(nets, super)
		}
	}
	var all, kept []*Network
	for _, n := range subnets {
		all = append(all, n)
	}
	slices.SortFunc(all, (*Network).compare)
	for _, n := range all {
		if len(kept) > 0 && kept[len(kept)-1].broadcast().number.Cmp(n.broadcast().number) >= 0 {
			continue
		}
		kept = append(kept, n)
	}
	return kept
}

// collapseAddresses is collapse_addresses.
func collapseAddresses(values any) any {
	var ips []*Address
	var nets []*Network
	add := func(a *Address) {
		if len(ips) > 0 {
			sameVersion(a, ips[len(ips)-1], a.family, ips[0].family)
		}
		ips = append(ips, a)
	}
	for v := range py.Iter(values) {
		switch x := py.Payload(v).(type) {
		case *Address:
			add(x)
		case *Network:
			if x.prefix == x.family.bits {
				add(x.base)
				continue
			}
			if len(nets) > 0 {
				sameVersion(x, nets[len(nets)-1], x.family, nets[0].family)
			}
			nets = append(nets, x)
		default:
			py.GetAttr(v, "_prefixlen")
		}
	}
	slices.SortFunc(ips, (*Address).compare)
	var all []*Network
	for i := 0; i < len(ips); {
		j := i + 1
		for j < len(ips) && new(big.Int).Sub(ips[j].number, ips[j-1].number).Cmp(big.NewInt(1)) <= 0 {
			j++
		}
		summarize(ips[i], ips[j-1], func(n *Network) { all = append(all, n) })
		i = j
	}
	merged := collapse(append(all, nets...))
	return py.NewGenerator("_collapse_addresses_internal", func(y *py.Yielder) any {
		for _, n := range merged {
			y.Yield(n)
		}
		return nil
	})
}

// Module is the module ipaddress.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("ipaddress", "A fast, lightweight IPv4/IPv6 manipulation library in Python.")
	m.Set("IPV4LENGTH", v4.bits).Set("IPV6LENGTH", v6.bits)
	m.Class(addressValueError)
	m.Class(netmaskValueError)
	for _, f := range []*family{v4, v6} {
		m.Class(f.addressClass)
		m.Class(f.interfaceClass)
		m.Class(f.networkClass)
		name := map[*family]string{v4: "v4", v6: "v6"}[f]
		m.Func(name+"_int_to_packed(address)", func(address any) any {
			n := number.Big(address)
			if n.Sign() < 0 || n.BitLen() > f.bits {
				panic(exc.ValueError("Address negative or too large for IP%s", name))
			}
			return py.Bytes(f.packed(n))
		})
	}
	m.Func("ip_address(address)", func(v any) any {
		return either("address", v, func(f *family) any { return f.newAddress(v) })
	})
	m.Func("ip_network(address, strict=True)", func(v, strict any) any {
		return either("network", v, func(f *family) any { return f.newNetwork(v, py.Truth(strict)) })
	})
	m.Func("ip_interface(address)", func(v any) any {
		return either("interface", v, func(f *family) any { return f.newInterface(v) })
	})
	m.Func("collapse_addresses(addresses)", collapseAddresses)
	m.Func("summarize_address_range(first, last)", func(first, last any) any {
		return py.NewGenerator("summarize_address_range", func(y *py.Yielder) any {
			a, ok1 := py.Payload(first).(*Address)
			b, ok2 := py.Payload(last).(*Address)
			if !ok1 || !ok2 {
				panic(exc.TypeError("first and last must be IP addresses, not networks"))
			}
			if a.compare(b) > 0 {
				panic(exc.ValueError("last IP address must be greater than first"))
			}
			summarize(a, b, func(n *Network) { y.Yield(n) })
			return nil
		})
	})
	m.Func("get_mixed_type_key(obj)", func(v any) any {
		switch x := py.Payload(v).(type) {
		case *Network:
			return py.Tuple{x.family.version, x.base, x.netmask()}
		case *Address:
			return py.Tuple{x.family.version, v}
		}
		return py.NotImplemented
	})
	return m
})
