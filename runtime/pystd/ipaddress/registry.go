package ipaddress

import (
	"slices"
	"sync"
)

// The networks that the registries of IANA set apart.
type registry struct {
	linkLocal, loopback, multicast, shared, siteLocal, private, exceptions, reserved []*Network
}

func networks(f *family, texts ...string) []*Network {
	var list []*Network
	for _, text := range texts {
		list = append(list, f.newNetwork(text, true))
	}
	return list
}

var registry4 = sync.OnceValue(func() *registry {
	return &registry{
		linkLocal: networks(v4, "169.254.0.0/16"),
		loopback:  networks(v4, "127.0.0.0/8"),
		multicast: networks(v4, "224.0.0.0/4"),
		shared:    networks(v4, "100.64.0.0/10"),
		private: networks(v4, "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
			"192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
			"240.0.0.0/4", "255.255.255.255/32"),
		exceptions: networks(v4, "192.0.0.9/32", "192.0.0.10/32"),
		reserved:   networks(v4, "240.0.0.0/4"),
	}
})

var registry6 = sync.OnceValue(func() *registry {
	return &registry{
		linkLocal: networks(v6, "fe80::/10"),
		loopback:  networks(v6, "::1/128"),
		multicast: networks(v6, "ff00::/8"),
		siteLocal: networks(v6, "fec0::/10"),
		private: networks(v6, "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
			"2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10"),
		exceptions: networks(v6, "2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28",
			"2001:30::/28"),
		reserved: networks(v6, "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3",
			"8000::/3", "a000::/3", "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9"),
	}
})

func (f *family) registry() *registry {
	if f == v4 {
		return registry4()
	}
	return registry6()
}

func (a *Address) in(list []*Network) bool {
	return slices.ContainsFunc(list, func(n *Network) bool { return n.has(a) })
}

// properties are the questions that addresses and networks answer.
var properties = map[string]func(a *Address) bool{
	"is_link_local": func(a *Address) bool { return a.in(a.family.registry().linkLocal) },
	"is_multicast":  func(a *Address) bool { return a.in(a.family.registry().multicast) },
	"is_reserved":   func(a *Address) bool { return a.in(a.family.registry().reserved) },
	"is_unspecified": func(a *Address) bool {
		return a.number.Sign() == 0 && (a.net == nil || a.family == v6 && a.net.prefix == a.family.bits)
	},
	"is_loopback": func(a *Address) bool {
		if mapped := a.mapped(); mapped != nil {
			return mapped.in(registry4().loopback)
		}
		return a.in(a.family.registry().loopback) && (a.net == nil || a.family == v4 || a.net.prefix == a.family.bits)
	},
}

func (a *Address) isPrivate() bool {
	if mapped := a.mapped(); mapped != nil {
		return mapped.isPrivate()
	}
	r := a.family.registry()
	return a.in(r.private) && !a.in(r.exceptions)
}

func (a *Address) isGlobal() bool { return !a.in(a.family.registry().shared) && !a.isPrivate() }

// bothIn tells whether both ends of the network lie in one of a list.
func (n *Network) bothIn(list []*Network) bool {
	last := n.broadcast()
	return slices.ContainsFunc(list, func(other *Network) bool { return other.has(n.base) && other.has(last) })
}

func (n *Network) isPrivate() bool {
	r := n.family.registry()
	return n.bothIn(r.private) && !slices.ContainsFunc(r.exceptions, func(other *Network) bool {
		return other.has(n.base) || other.has(n.broadcast())
	})
}

func (n *Network) isGlobal() bool { return !n.bothIn(n.family.registry().shared) && !n.isPrivate() }
