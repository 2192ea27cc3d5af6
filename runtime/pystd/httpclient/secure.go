package httpclient

import (
	"github.com/pyasync2go/pyasync2go/runtime/asyncio/secure"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// securePort is the port of HTTPS.
const securePort = 443

// defaultContext is the SSLContext of a connection that was given none.
func defaultContext() any {
	if secure.DefaultContext == nil {
		panic(exc.NotImplementedError("HTTPS needs the module ssl, which the program does not import"))
	}
	context := secure.DefaultContext()
	py.CallMethod(context, "set_alpn_protocols", py.ListOf[any]("http/1.1"))
	return context
}

var secureConnectionClass = py.NewNativeClass(moduleName, "HTTPSConnection", []*py.Class{connectionClass}, func(d *py.Definition) {
	of := py.PayloadAs[*Connection]
	d.Doc("This class allows communication via SSL.")
	d.Set("default_port", securePort)
	d.Alloc(func() any { return &Connection{state: idle, standard: securePort} })
	d.Init("__init__(self, host, port=None, *, timeout=, source_address=None, context=None, blocksize=8192)",
		func(self, host, port, timeout, source, context, _ any) any {
			c := of(self)
			c.timeout, c.source, c.context = timeout, source, context
			if context == nil {
				c.context = defaultContext()
			}
			c.split(py.As[string](host), port)
			return nil
		}, absent)
})
