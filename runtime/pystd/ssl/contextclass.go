package ssl

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

var contextClass *py.Class

func init() {
	base := py.NewNativeClass("_ssl", "_SSLContext", nil, func(*py.Definition) {})
	contextClass = py.NewNativeClass("ssl", "SSLContext", []*py.Class{base}, func(d *py.Definition) {
		d.Doc("An SSLContext holds various SSL-related configuration options and\n    data, such as certificates and possibly a private key.")
		d.New("SSLContext(protocol=None, *args, **kwargs)", func(protocol, _, _ any) any {
			if protocol == nil {
				warnings.Warn("ssl.SSLContext() without protocol argument is deprecated.", py.DeprecationWarning)
				protocol = protocolTLS
			}
			return NewContext(py.As[int](py.Index(protocol)))
		})
		defineSettings(d)
		defineLoading(d)
		defineWrapping(d)
	})
}

var contextOf = py.PayloadAs[*Context]

// refuseSetting raises for a setting that crypto/tls has nothing for.
func refuseSetting(name string) {
	panic(exc.NotImplementedError("%s of an SSLContext is not supported", name))
}

func defineSettings(d *py.Definition) {
	number := func(name string, enum func() any, field func(c *Context) *int, set func(c *Context, v any)) {
		d.Member(name, func(self any) any { return py.Call(enum(), *field(contextOf(self))) },
			func(self, v any) { set(contextOf(self), v) })
	}
	d.Getter("protocol", func(self any) any { return py.Call(methodEnum(), contextOf(self).protocol) })
	number("verify_mode", modeEnum, func(c *Context) *int { return &c.verifyMode }, (*Context).setVerifyMode)
	number("verify_flags", flagEnum, func(c *Context) *int { return &c.verifyFlags }, func(c *Context, v any) {
		flags := py.As[int](py.Index(v))
		if flags&flagCRL != 0 {
			refuseSetting("a check of revocation lists")
		}
		c.verifyFlags = flags
	})
	number("options", optionEnum, func(c *Context) *int { return &c.options }, func(c *Context, v any) {
		c.options = py.As[int](py.Index(v))
	})
	number("minimum_version", versionEnum, func(c *Context) *int { return &c.minimum }, func(c *Context, v any) {
		c.minimum = c.version(v, true)
	})
	number("maximum_version", versionEnum, func(c *Context) *int { return &c.maximum }, func(c *Context, v any) {
		c.maximum = c.version(v, false)
	})
	d.Member("check_hostname", func(self any) any { return contextOf(self).checkHostname },
		func(self, v any) { contextOf(self).setCheckHostname(py.Truth(v)) })
	d.Member("hostname_checks_common_name", func(self any) any { return contextOf(self).checksCommonName },
		func(self, v any) { contextOf(self).checksCommonName = py.Truth(v) })
	d.Member("sni_callback", func(self any) any { return contextOf(self).sni }, func(self, v any) {
		if v != nil && !py.Truth(py.Call(py.Builtin("callable"), v)) {
			panic(exc.TypeError("not a callable object"))
		}
		contextOf(self).sni = v
	})
	d.Method("set_servername_callback(self, server_name_callback)", func(self, callback any) any {
		py.SetAttr(self, "sni_callback", callback)
		return nil
	})
	d.Member("num_tickets", func(self any) any { return contextOf(self).tickets }, func(self, v any) {
		n := py.As[int](py.Index(v))
		switch c := contextOf(self); {
		case n < 0:
			panic(exc.ValueError("value must be non-negative"))
		case c.protocol != protocolServer:
			panic(exc.ValueError("SSLContext is not a server context."))
		default:
			c.tickets = n
		}
	})
	d.Getter("security_level", func(any) any { return 2 })
	unset := func(name string, value any) {
		d.Member(name, func(any) any { return value }, func(_, v any) {
			if v != nil && py.Truth(v) {
				refuseSetting(name)
			}
		})
	}
	unset("keylog_filename", nil)
	unset("post_handshake_auth", false)
	unset("_msg_callback", nil)
	for _, spec := range []string{"load_dh_params(self, path, /)", "set_psk_client_callback(self, callback)",
		"set_psk_server_callback(self, callback, identity_hint=None)", "set_npn_protocols(self, npn_protocols)"} {
		d.Method(spec, func([]any) any {
			refuseSetting(spec[:len(spec)-len("(self)")])
			return nil
		})
	}
}

func defineLoading(d *py.Definition) {
	do := func(spec string, f func(c *Context, args []any)) {
		d.Method(spec, func(args []any) any {
			f(contextOf(args[0]), args[1:])
			return nil
		})
	}
	do("load_cert_chain(self, certfile, keyfile=None, password=None)", func(c *Context, a []any) { c.loadChain(a[0], a[1], a[2]) })
	do("load_verify_locations(self, cafile=None, capath=None, cadata=None)", func(c *Context, a []any) { c.loadLocations(a[0], a[1], a[2]) })
	do("set_default_verify_paths(self)", func(c *Context, _ []any) { c.loadSystem() })
	do("load_default_certs(self, purpose=None)", func(c *Context, a []any) {
		if a[0] != nil && !py.IsInstance(a[0], identifierClass()) {
			panic(py.Call(py.TypeError, a[0]))
		}
		c.loadSystem()
	})
	do("set_ciphers(self, cipherlist, /)", func(c *Context, a []any) { c.setCiphers(py.As[string](a[0])) })
	do("set_alpn_protocols(self, alpn_protocols)", func(c *Context, a []any) { c.setProtocols(a[0]) })
	do("set_ecdh_curve(self, name, /)", func(c *Context, a []any) { c.setCurve(a[0]) })
	d.Method("get_ciphers(self)", func(self any) any { return contextOf(self).listCiphers() })
	d.Method("session_stats(self)", func(any) any { return statistics() })
	d.Method("cert_store_stats(self)", func(self any) any { return contextOf(self).storeStatistics() })
	d.Method("get_ca_certs(self, binary_form=False)", func(self, binary any) any { return contextOf(self).authorities(py.Truth(binary)) })
}

func defineWrapping(d *py.Definition) {
	d.Method("wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None)",
		func(self, incoming, outgoing, serverSide, hostname, session any) any {
			refuseSession(session)
			in, out := memoryArgument(incoming, "incoming"), memoryArgument(outgoing, "outgoing")
			return contextOf(self).wrap(self, in, out, py.Truth(serverSide), hostname)
		})
	d.Method("wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, session=None)",
		func(args []any) any {
			refuseSession(args[6])
			return wrapSocket(args[0], args[1], wrapping{
				serverSide: py.Truth(args[2]), onConnect: py.Truth(args[3]), ragged: py.Truth(args[4]), hostname: args[5],
			})
		})
}

// refuseSession raises for a session that is to be resumed.
func refuseSession(session any) {
	if session != nil {
		panic(exc.NotImplementedError("resuming a TLS session is not supported"))
	}
}
