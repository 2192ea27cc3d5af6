package asyncio

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// tlsOptions are what the functions for connections are told of TLS; nil stands
// for none.
type tlsOptions struct {
	// context is an SSLContext, or True.
	context          any
	hostname         string
	serverSide       bool
	handshakeTimeout float64
	shutdownTimeout  float64
	// given are the timeouts as the program gave them.
	given [2]any
}

// newTLSOptions takes the timeouts from keyword arguments.
func newTLSOptions(context any, k keywords) *tlsOptions {
	o := &tlsOptions{context: context, handshakeTimeout: tlsHandshakeTimeout, shutdownTimeout: tlsShutdownTimeout}
	o.given = [2]any{k.get("ssl_handshake_timeout", nil), k.get("ssl_shutdown_timeout", nil)}
	return o
}

// check reads the timeouts. It raises ValueError.
func (o *tlsOptions) check() {
	for i, field := range []*float64{&o.handshakeTimeout, &o.shutdownTimeout} {
		if o.given[i] == nil {
			continue
		}
		name := []string{"ssl_handshake_timeout", "ssl_shutdown_timeout"}[i]
		if !py.Greater(o.given[i], 0) {
			py.Raise(py.NewValueError(name + " should be a positive number, got " + py.Str(o.given[i])))
		}
		*field = py.Float(o.given[i])
	}
}

// shownTimeout is the timeout of the handshake as messages show it.
func (o *tlsOptions) shownTimeout() any {
	if o.given[0] != nil {
		return o.given[0]
	}
	return tlsHandshakeTimeout
}

// resolve returns the context and the object that the program sees of it.
func (o *tlsOptions) resolve() (secure.Context, any) {
	object := o.context
	if _, isBool := object.(bool); isBool {
		if o.serverSide {
			py.Raise(py.NewValueError("Server side SSL needs a valid SSLContext"))
		}
		if secure.DefaultContext == nil {
			py.Raise(py.NewNotImplementedError("ssl=True needs the module ssl, which the program does not import"))
		}
		object = secure.DefaultContext()
		if o.hostname == "" {
			py.SetAttr(object, "check_hostname", false)
		}
	}
	context, ok := py.Payload(object).(secure.Context)
	if !ok {
		py.Raise(py.NewAttributeError("'" + py.TypeOf(object).Name() + "' object has no attribute 'wrap_bio'"))
	}
	return context, object
}

// onlyWithTLS raises ValueError for arguments that mean nothing without TLS.
func (k keywords) onlyWithTLS(used bool, names ...string) {
	for _, name := range names {
		if k.get(name, nil) != nil && !used {
			py.Raise(py.NewValueError(name + " is only meaningful with ssl"))
		}
	}
}

// clientTLS are the options of a connection to a host, which is nil or empty if
// there is none.
func (k keywords) clientTLS(host any) *tlsOptions {
	context := k.get("ssl", nil)
	used := context != nil && py.Truth(context)
	k.onlyWithTLS(used, "server_hostname")
	name := k.get("server_hostname", nil)
	if name == nil && used {
		if host == nil || !py.Truth(host) {
			py.Raise(py.NewValueError("You must set server_hostname when using ssl without a host"))
		}
		name = host
	}
	k.onlyWithTLS(used, "ssl_handshake_timeout", "ssl_shutdown_timeout")
	if !used {
		return nil
	}
	o := newTLSOptions(context, k)
	o.hostname = py.As[string](py.Payload(name))
	return o
}

// unixTLS are the options of a connection to a Unix socket.
func (k keywords) unixTLS() *tlsOptions {
	context := k.get("ssl", nil)
	used := context != nil && py.Truth(context)
	name := k.get("server_hostname", nil)
	if used && name == nil {
		py.Raise(py.NewValueError("you have to pass server_hostname when using ssl"))
	}
	k.onlyWithTLS(used, "server_hostname", "ssl_handshake_timeout", "ssl_shutdown_timeout")
	if !used {
		return nil
	}
	o := newTLSOptions(context, k)
	o.hostname = py.As[string](py.Payload(name))
	return o
}

// serverTLS are the options of a server.
func (k keywords) serverTLS() *tlsOptions {
	context := k.get("ssl", nil)
	if _, isBool := context.(bool); isBool {
		py.Raise(py.NewTypeError("ssl argument must be an SSLContext or None"))
	}
	k.onlyWithTLS(context != nil, "ssl_handshake_timeout", "ssl_shutdown_timeout")
	if context == nil {
		return nil
	}
	o := newTLSOptions(context, k)
	o.serverSide = true
	return o
}

// acceptedTLS are the options of a connection that the program has accepted.
func (k keywords) acceptedTLS() *tlsOptions {
	context := k.get("ssl", nil)
	used := context != nil && py.Truth(context)
	k.onlyWithTLS(used, "ssl_handshake_timeout", "ssl_shutdown_timeout")
	if !used {
		return nil
	}
	o := newTLSOptions(context, k)
	o.serverSide = true
	return o
}
