// Package httpclient is Python's module http.client, without proxies.
// https://docs.python.org/3.13/library/http.client.html
package httpclient

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/http"
)

// Module is the module http.client.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(moduleName, "HTTP/1.1 client library")
	for _, c := range []*py.Class{
		httpException, notConnected, invalidURL, improperState, cannotSend, cannotHeader, notReady, unknownTransfer, unknownMode,
		unknownProtocol, badStatusLine, lineTooLong, disconnected, incompleteRead,
		messageClass, responseClass, connectionClass, secureConnectionClass,
	} {
		m.Class(c)
	}
	m.Set("error", httpException)
	m.Set("HTTP_PORT", defaultPort)
	m.Set("HTTPS_PORT", securePort)
	responses := py.DictOf[any, any]()
	for status := range py.Iter(http.Module().Attr("HTTPStatus")) {
		responses.Set(status, py.GetAttr(status, "phrase"))
		m.Set(py.As[string](py.GetAttr(status, "name")), status)
	}
	m.Set("responses", responses)
	m.Func("parse_headers(fp, _class=None)", func(file, _ any) any { return ParseHeaders(file) })
	return m
})

// Status is a member of HTTPStatus, or the number itself.
func Status(code int) any {
	var status any = code
	_ = py.Try(func() error {
		status = py.Call(http.Module().Attr("HTTPStatus"), code)
		return nil
	})
	return status
}
