package ipaddress

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

func defineNetwork(d *py.Definition, f *family) {
	common(d, f)
	getter := func(name string, get func(n *Network) any) {
		d.Getter(name, func(self any) any { return get(networkOf(self)) })
	}
	getter("network_address", func(n *Network) any { return n.base })
	getter("broadcast_address", func(n *Network) any { return n.broadcast() })
	getter("netmask", func(n *Network) any { return n.netmask() })
	getter("hostmask", func(n *Network) any { return n.hostmask() })
	getter("prefixlen", func(n *Network) any { return n.prefix })
	getter("num_addresses", func(n *Network) any { return py.NormInt(n.size()) })
	getter("with_prefixlen", func(n *Network) any { return n.String() })
	getter("with_netmask", func(n *Network) any { return fmt.Sprintf("%s/%s", n.base, n.netmask()) })
	getter("with_hostmask", func(n *Network) any { return fmt.Sprintf("%s/%s", n.base, n.hostmask()) })
	getter("exploded", func(n *Network) any {
		if f == v4 {
			return n.String()
		}
		n.base.refuseScope()
		return fmt.Sprintf("%s/%d", strings.Join(groups(n.base.number), ":"), n.prefix)
	})
	getter("reverse_pointer", func(n *Network) any {
		text := n.String()
		if f == v6 {
			n.base.refuseScope()
			text = fmt.Sprintf("%s/%d", strings.Join(groups(n.base.number), ""), n.prefix)
		}
		separator, suffix := ".", ".in-addr.arpa"
		if f == v6 {
			separator, suffix = "", ".ip6.arpa"
		}
		parts := strings.Split(text, separator)
		reverse(parts)
		return strings.Join(parts, ".") + suffix
	})
	for name, holds := range properties {
		getter(name, func(n *Network) any { return holds(n.base) && holds(n.broadcast()) })
	}
	getter("is_private", func(n *Network) any { return n.isPrivate() })
	getter("is_global", func(n *Network) any { return n.isGlobal() })
	if f == v6 {
		getter("is_site_local", func(n *Network) any {
			return n.base.in(registry6().siteLocal) && n.broadcast().in(registry6().siteLocal)
		})
	}
	d.Method("__str__(self)", func(self any) any { return networkOf(self).String() })
	d.Method("__hash__(self)", func(self any) any {
		n := networkOf(self)
		return py.Hash(py.NormInt(new(big.Int).Xor(n.base.number, f.mask(n.prefix))))
	})
	defineComparisons(d, func(self, other any) (equal, ok bool) {
		b, ok := py.Payload(other).(*Network)
		return ok && networkOf(self).equal(b), ok
	}, func(self, other any) (order int, ok bool) {
		b, ok := py.Payload(other).(*Network)
		if !ok {
			return 0, false
		}
		return networkOf(self).compare(b), true
	})
	defineMembers(d)
	defineRelations(d)
}

// addresses makes an iterator of the addresses from first to last.
func addresses(name string, f *family, first, last *big.Int) any {
	return py.NewGenerator(name, func(y *py.Yielder) any {
		for at := first; at.Cmp(last) <= 0; at = new(big.Int).Add(at, big.NewInt(1)) {
			y.Yield(f.address(at))
		}
		return nil
	})
}

func defineMembers(d *py.Definition) {
	d.Method("__iter__(self)", func(self any) any {
		n := networkOf(self)
		return addresses("__iter__", n.family, n.base.number, n.broadcast().number)
	})
	d.Method("hosts(self)", func(self any) any {
		n := networkOf(self)
		if n.prefix == n.family.bits {
			return py.ListOf[any](n.family.newAddress(n.given))
		}
		first, last := n.hosts()
		return addresses("hosts", n.family, first, last)
	})
	d.Method("__getitem__(self, n)", func(self, index any) any {
		n, i := networkOf(self), py.BigInt(py.Index(index))
		at := new(big.Int).Add(n.base.number, i)
		if i.Sign() < 0 {
			at.Add(at, n.size())
		}
		if at.Cmp(n.base.number) < 0 || at.Cmp(n.broadcast().number) > 0 {
			panic(exc.IndexError("address out of range"))
		}
		return n.family.address(at)
	})
	d.Method("__contains__(self, other)", func(self, other any) any {
		switch o := py.Payload(other).(type) {
		case *Address:
			return networkOf(self).has(o)
		case *Network:
			return false
		}
		return py.GetAttr(other, "_version")
	})
}

// argument is an argument that must be a network.
func argument(self, v any) *Network {
	n, ok := py.Payload(v).(*Network)
	if !ok {
		panic(exc.TypeError("Unable to test subnet containment between %s and %s", py.Str(self), py.Str(v)))
	}
	return n
}

func defineRelations(d *py.Definition) {
	d.Method("overlaps(self, other)", func(self, other any) any {
		a, ok := networkOf(self), true
		b, ok := py.Payload(other).(*Network)
		if !ok {
			return py.GetAttr(other, "network_address")
		}
		return b.has(a.base) || b.has(a.broadcast()) || a.has(b.base) || a.has(b.broadcast())
	})
	d.Method("subnet_of(self, other)", func(self, other any) any { return networkOf(self).within(argument(self, other)) })
	d.Method("supernet_of(self, other)", func(self, other any) any { return argument(self, other).within(networkOf(self)) })
	d.Method("compare_networks(self, other)", func(self, other any) any {
		a, b := networkOf(self), argument(self, other)
		if a.family != b.family {
			panic(exc.TypeError("%s and %s are not of the same type", a, b))
		}
		switch order := a.compare(b); {
		case order < 0:
			return -1
		case order > 0:
			return 1
		}
		return 0
	})
	generator := func(name string, run func(yield func(*Network) bool)) any {
		return py.NewGenerator(name, func(y *py.Yielder) any {
			run(func(n *Network) bool {
				y.Yield(n)
				return true
			})
			return nil
		})
	}
	d.Method("subnets(self, prefixlen_diff=1, new_prefix=None)", func(self, diff, prefix any) any {
		return generator("subnets", func(yield func(*Network) bool) { networkOf(self).subnets(diff, prefix, yield) })
	})
	d.Method("supernet(self, prefixlen_diff=1, new_prefix=None)", func(self, diff, prefix any) any {
		return networkOf(self).supernet(diff, prefix)
	})
	d.Method("address_exclude(self, other)", func(self, other any) any {
		return generator("address_exclude", func(yield func(*Network) bool) {
			b, ok := py.Payload(other).(*Network)
			if !ok {
				panic(exc.TypeError("%s is not a network object", py.Str(other)))
			}
			networkOf(self).exclude(b, yield)
		})
	})
}
