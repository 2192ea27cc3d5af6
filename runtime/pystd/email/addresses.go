package email

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// address is email.headerregistry.Address.
type address struct{ name, user, domain string }

// group is email.headerregistry.Group.
type group struct {
	name      any
	addresses py.Tuple
}

var addressClass, groupClass *py.Class

func init() {
	addressClass = py.NewNativeClass("email.headerregistry", "Address", nil, defineAddress)
	groupClass = py.NewNativeClass("email.headerregistry", "Group", nil, defineGroup)
}

// PyClass is Address.
func (*address) PyClass() *py.Class { return addressClass }

// PyClass is Group.
func (*group) PyClass() *py.Class { return groupClass }

func groupObject(g rfc5322.Group) *group {
	out := &group{addresses: py.Tuple{}}
	if g.Named {
		out.name = g.Name
	}
	for _, m := range g.Members {
		out.addresses = append(out.addresses, &address{m.Name, m.Local, m.Domain})
	}
	return out
}

// spec is user@domain.
func (a *address) spec() string {
	user := a.user
	if rfc5322.NeedsQuotes(user) {
		user = rfc5322.Quote(user)
	}
	switch {
	case a.domain != "":
		return user + "@" + a.domain
	case user == "":
		return "<>"
	}
	return user
}

func (a *address) String() string {
	if a.name == "" {
		return a.spec()
	}
	name := a.name
	if rfc5322.HasSpecials(name) {
		name = rfc5322.Quote(name)
	}
	spec := a.spec()
	if spec == "<>" {
		spec = ""
	}
	return name + " <" + spec + ">"
}

func (g *group) String() string {
	if g.name == nil && len(g.addresses) == 1 {
		return py.Str(g.addresses[0])
	}
	name := "None"
	if s, ok := g.name.(string); ok {
		if name = s; rfc5322.HasSpecials(name) {
			name = rfc5322.Quote(name)
		}
	}
	var all []string
	for _, a := range g.addresses {
		all = append(all, py.Str(a))
	}
	text := strings.Join(all, ", ")
	if text != "" {
		text = " " + text
	}
	return name + ":" + text + ";"
}

func defineAddress(d *py.Definition) {
	of := py.PayloadAs[*address]
	d.New("__new__(display_name='', username='', domain='', addr_spec=None)", func(name, user, domain, spec any) any {
		a := &address{py.As[string](name), py.As[string](user), py.As[string](domain)}
		text, given := spec.(string)
		if strings.ContainsAny(a.name+a.user+a.domain+text, "\r\n") {
			panic(exc.ValueError("invalid arguments; address parts cannot contain CR or LF"))
		}
		if !given {
			return a
		}
		if a.user != "" || a.domain != "" {
			panic(exc.TypeError("addrspec specified when username and/or domain also specified"))
		}
		box, rest, ok := rfc5322.AddressSpec(text)
		if !ok {
			panic(py.NewException(rfc5322.HeaderParseError, "expected local-part but found "+py.Repr(text)))
		}
		if rest != "" {
			panic(exc.ValueError("Invalid addr_spec; only '%s' could be parsed from '%s'", strings.TrimSuffix(text, rest), text))
		}
		if box.Domain == "" {
			panic(defect("InvalidHeaderDefect", "addr-spec local part with no domain"))
		}
		a.user, a.domain = box.Local, box.Domain
		return a
	})
	d.Getter("display_name", func(self any) any { return of(self).name })
	d.Getter("username", func(self any) any { return of(self).user })
	d.Getter("domain", func(self any) any { return of(self).domain })
	d.Getter("addr_spec", func(self any) any { return of(self).spec() })
	d.Method("__str__(self)", func(self any) any { return of(self).String() })
	d.Method("__repr__(self)", func(self any) any {
		a := of(self)
		return py.TypeOf(self).Name() + "(display_name=" + py.Repr(a.name) + ", username=" + py.Repr(a.user) + ", domain=" + py.Repr(a.domain) + ")"
	})
	d.Set("__hash__", nil)
	d.Method("__eq__(self, other)", func(self, other any) any {
		b, ok := py.Payload(other).(*address)
		if !ok {
			return py.NotImplemented
		}
		return *of(self) == *b
	})
}

func defineGroup(d *py.Definition) {
	of := py.PayloadAs[*group]
	d.New("__new__(display_name=None, addresses=None)", func(name, addresses any) any {
		g := &group{name: name, addresses: py.Tuple{}}
		if py.Truth(addresses) {
			for a := range py.Iter(addresses) {
				g.addresses = append(g.addresses, a)
			}
		}
		return g
	})
	d.Getter("display_name", func(self any) any { return of(self).name })
	d.Getter("addresses", func(self any) any { return of(self).addresses })
	d.Method("__str__(self)", func(self any) any { return of(self).String() })
	d.Method("__repr__(self)", func(self any) any {
		g := of(self)
		return py.TypeOf(self).Name() + "(display_name=" + py.Repr(g.name) + ", addresses=" + py.Repr(g.addresses)
	})
	d.Set("__hash__", nil)
	d.Method("__eq__(self, other)", func(self, other any) any {
		b, ok := py.Payload(other).(*group)
		if !ok {
			return py.NotImplemented
		}
		return py.Equal(of(self).name, b.name) && py.Equal(of(self).addresses, b.addresses)
	})
}
