package ipaddress

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	addressValueError = define.Class("ipaddress", "AddressValueError", []any{py.ValueError}, nil)
	netmaskValueError = define.Class("ipaddress", "NetmaskValueError", []any{py.ValueError}, nil)
)

func init() {
	for _, f := range []*family{v4, v6} {
		name := fmt.Sprintf("IPv%d", f.version)
		f.addressClass = py.NewNativeClass("ipaddress", name+"Address", nil, func(d *py.Definition) {
			d.New(name+"Address(address)", func(address any) any { return f.newAddress(address) })
			defineAddress(d, f)
		})
		f.interfaceClass = py.NewNativeClass("ipaddress", name+"Interface", []*py.Class{f.addressClass}, func(d *py.Definition) {
			d.New(name+"Interface(address)", func(v any) any { return f.newInterface(v) })
			defineInterface(d)
		})
		f.networkClass = py.NewNativeClass("ipaddress", name+"Network", nil, func(d *py.Definition) {
			d.New(name+"Network(address, strict=True)", func(address, strict any) any {
				return f.newNetwork(address, py.Truth(strict))
			})
			defineNetwork(d, f)
		})
	}
}

func (f *family) newInterface(v any) *Address {
	address, mask := f.splitPrefix(v)
	a := f.newAddress(address)
	a.net = f.newNetwork(py.Tuple{address, mask}, false)
	return a
}

func addressOf(self any) *Address { return py.PayloadAs[*Address](self) }
func networkOf(self any) *Network { return py.PayloadAs[*Network](self) }

// common adds what addresses and networks share.
func common(d *py.Definition, f *family) {
	d.Getter("version", func(any) any { return f.version })
	d.Getter("max_prefixlen", func(any) any { return f.bits })
	d.Getter("compressed", func(self any) any { return py.Str(self) })
	d.Method("__repr__(self)", func(self any) any {
		return py.TypeOf(self).Name() + "(" + py.Repr(py.Str(self)) + ")"
	})
	d.Method("__reduce__(self)", func(self any) any { return py.Tuple{py.TypeOf(self), py.Tuple{py.Str(self)}} })
}

func defineAddress(d *py.Definition, f *family) {
	common(d, f)
	getter := func(name string, get func(a *Address) any) {
		d.Getter(name, func(self any) any { return get(addressOf(self)) })
	}
	getter("packed", func(a *Address) any { return py.Bytes(f.packed(a.number)) })
	getter("exploded", func(a *Address) any { return a.exploded() })
	getter("reverse_pointer", func(a *Address) any { return a.reversed() })
	for name, holds := range properties {
		getter(name, func(a *Address) any { return holds(a) })
	}
	getter("is_private", func(a *Address) any { return a.isPrivate() })
	getter("is_global", func(a *Address) any { return a.isGlobal() })
	if f == v4 {
		getter("ipv6_mapped", func(a *Address) any { return v6.newAddress("::ffff:" + a.String()) })
	} else {
		defineAddress6(getter)
	}
	d.Method("__str__(self)", func(self any) any { return addressOf(self).String() })
	d.Method("__int__(self)", func(self any) any { return py.NormInt(addressOf(self).number) })
	d.Method("__hash__(self)", func(self any) any { return addressOf(self).hash() })
	d.Method("__format__(self, fmt)", func(self, spec any) any { return addressOf(self).format(self, py.As[string](spec)) })
	shift := func(sign int64) func(self, other any) any {
		return func(self, other any) any {
			switch n := py.Payload(other).(type) {
			case int, bool, *big.Int:
				by := new(big.Int).Mul(py.BigInt(py.Index(n)), big.NewInt(sign))
				return py.Call(py.TypeOf(self), py.NormInt(addressOf(self).plus(by)))
			}
			return py.NotImplemented
		}
	}
	d.Method("__add__(self, other)", shift(1))
	d.Method("__sub__(self, other)", shift(-1))
	defineComparisons(d, func(self, other any) (equal, ok bool) {
		b, ok := py.Payload(other).(*Address)
		return ok && addressOf(self).equal(b), ok
	}, func(self, other any) (order int, ok bool) {
		b, ok := py.Payload(other).(*Address)
		if !ok {
			return 0, false
		}
		a := addressOf(self)
		order = a.compare(b)
		if a.net == nil {
			return order, true
		}
		if b.net == nil {
			return 1, true
		}
		if byNetwork := a.net.compare(b.net); byNetwork != 0 {
			return byNetwork, true
		}
		return order, true
	})
}

func defineAddress6(getter func(name string, get func(a *Address) any)) {
	getter("scope_id", func(a *Address) any {
		if a.scope == "" {
			return nil
		}
		return a.scope
	})
	getter("is_site_local", func(a *Address) any { return a.in(registry6().siteLocal) })
	getter("ipv4_mapped", func(a *Address) any { return boxAddress(a.mapped()) })
	getter("teredo", func(a *Address) any {
		if low32(a.number, 96).Int64() != 0x20010000 {
			return nil
		}
		client := new(big.Int).Xor(low32(a.number, 0), big.NewInt(0xffffffff))
		return py.Tuple{v4.address(low32(a.number, 64)), v4.address(client)}
	})
	getter("sixtofour", func(a *Address) any {
		if low32(a.number, 112).Int64() != 0x2002 {
			return nil
		}
		return v4.address(low32(a.number, 80))
	})
}

func boxAddress(a *Address) any {
	if a == nil {
		return nil
	}
	return a
}

// hash agrees with equality.
func (a *Address) hash() int {
	switch n := py.NormInt(a.number); {
	case a.net != nil:
		return py.Hash(py.Tuple{n, a.net.prefix, py.NormInt(a.net.base.number)})
	case a.family == v6:
		return py.Hash(py.Tuple{n, a.scope})
	default:
		return py.Hash(fmt.Sprintf("%#x", a.number))
	}
}

var numberSpec = regexp.MustCompile(`\A(#?)(_?)([xbnX])\z`)

// format is format(address, spec): as text, or as a number with its zeros.
func (a *Address) format(self any, spec string) string {
	if spec == "" || strings.HasSuffix(spec, "s") {
		return py.Format(py.Str(self), spec)
	}
	m := numberSpec.FindStringSubmatch(spec)
	if m == nil {
		panic(exc.TypeError("unsupported format string passed to %s.__format__", py.TypeOf(self).Name()))
	}
	base := m[3]
	if base == "n" {
		base = "x"
		if a.family == v4 {
			base = "b"
		}
	}
	width := a.family.bits / 4
	if base == "b" {
		width = a.family.bits
	}
	if m[2] != "" {
		width += width/4 - 1
	}
	if m[1] != "" {
		width += 2
	}
	return py.Format(py.NormInt(a.number), fmt.Sprintf("%s0%d%s%s", m[1], width, m[2], base))
}

// defineComparisons adds the comparisons; equal and order give false for values
// of other types.
func defineComparisons(d *py.Definition, equal func(a, b any) (bool, bool), order func(a, b any) (int, bool)) {
	for name, want := range map[string]bool{"__eq__": true, "__ne__": false} {
		d.Method(name+"(self, other)", func(self, other any) any {
			same, ok := equal(self, other)
			if !ok {
				return py.NotImplemented
			}
			return same == want
		})
	}
	for name, holds := range map[string]func(order int, same bool) bool{
		"__lt__": func(order int, _ bool) bool { return order < 0 },
		"__le__": func(order int, same bool) bool { return order < 0 || same },
		"__gt__": func(order int, same bool) bool { return order >= 0 && !same },
		"__ge__": func(order int, _ bool) bool { return order >= 0 },
	} {
		d.Method(name+"(self, other)", func(self, other any) any {
			by, ok := order(self, other)
			if !ok {
				return py.NotImplemented
			}
			same, _ := equal(self, other)
			return holds(by, same)
		})
	}
}

func defineInterface(d *py.Definition) {
	getter := func(name string, get func(a *Address) any) {
		d.Getter(name, func(self any) any { return get(addressOf(self)) })
	}
	getter("network", func(a *Address) any { return a.net })
	getter("netmask", func(a *Address) any { return a.net.netmask() })
	getter("hostmask", func(a *Address) any { return a.net.hostmask() })
	getter("ip", func(a *Address) any { return a.family.address(a.number) })
	bare := func(a *Address) string { return a.family.address(a.number).plainText() }
	getter("with_prefixlen", func(a *Address) any { return fmt.Sprintf("%s/%d", bare(a), a.net.prefix) })
	getter("with_netmask", func(a *Address) any { return fmt.Sprintf("%s/%s", bare(a), a.net.netmask()) })
	getter("with_hostmask", func(a *Address) any { return fmt.Sprintf("%s/%s", bare(a), a.net.hostmask()) })
}

// plainText is the address without a scope, not as a mapped one.
func (a *Address) plainText() string {
	if a.family == v4 {
		return text4(a.number)
	}
	return text6(a.number)
}
