// HTTPS: a server on a socket with TLS, urlopen and HTTPSConnection; ssl=True.
package main

import (
	"context"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/httpclient"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/httpserver"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ssl"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urlliberror"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/urllibrequest"
)

const server = `-----BEGIN CERTIFICATE-----
MIICKDCCAc+gAwIBAgIUdNGodBRcT7CvAXYoeF1annAuPhgwCgYIKoZIzj0EAwIw
PTELMAkGA1UEBhMCREUxFDASBgNVBAoMC0V4YW1wbGUgT3JnMRgwFgYDVQQDDA9F
eGFtcGxlIFRlc3QgQ0EwIBcNMjYxMTI2MTM1NjI5WhgPMjEwMDEwMjkxMzU2Mjla
MDcxCzAJBgNVBAYTAkRFMRQwEgYDVQQKDAtFeGFtcGxlIE9yZzESMBAGA1UEAwwJ
bG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEuhBFFoP+yywUcDpU
kJa9dUBWG/Gs8YSSh+oJHeHcwdlz7aTBCVydD9tjCR6Gy5rupUi+oRNTX/6UbDnS
FwTQXaOBsDCBrTA7BgNVHREENDAygglsb2NhbGhvc3SCDSouZXhhbXBsZS5vcmeH
BH8AAAGHEAAAAAAAAAAAAAAAAAAAAAEwCQYDVR0TBAIwADAOBgNVHQ8BAf8EBAMC
B4AwEwYDVR0lBAwwCgYIKwYBBQUHAwEwHwYDVR0jBBgwFoAUPo8idpEf0xJbMg89
kOlk5hVIO0AwHQYDVR0OBBYEFIJi3lhQMS/kGx3mA8w4zkcCpch2MAoGCCqGSM49
BAMCA0cAMEQCIE/hNmgVT7hnFQTRnXvMUYPxJKLc8bSxuY8Nfw2fGrS9AiAF9R/k
pglj9xvpy0CUNLKtzc1DWaOzjzxvxHV/iT8/wA==
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgj0n2RbArDpybyEPV
/4OBdlibjnQEogUfVODzYp/tgoKhRANCAAS6EEUWg/7LLBRwOlSQlr11QFYb8azx
hJKH6gkd4dzB2XPtpMEJXJ0P22MJHobLmu6lSL6hE1Nf/pRsOdIXBNBd
-----END PRIVATE KEY-----
`

func serverContext() any {
	context := py.CallMethod(ssl.Module(), "create_default_context", py.GetAttr(ssl.Module().Attr("Purpose"), "CLIENT_AUTH"))
	manager := py.CallMethodKw(tempfile.Module(), "NamedTemporaryFile", []any{"w"}, py.Kwargs{{Name: "suffix", Value: ".pem"}, {Name: "delete", Value: false}})
	file := py.EnterContext(manager)
	err := py.Try(func() error {
		py.CallMethod(file, "write", server)
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.CallMethod(context, "load_cert_chain", py.GetAttr(file, "name"))
	py.CallMethod(os.Module(), "unlink", py.GetAttr(file, "name"))
	return context
}

var Handler any

func handlerAnswer(self, status, body, headers any) any {
	py.CallMethod(self, "send_response", status)
	py.MethodOf(self, "send_header").Call("Content-Length", strconv.Itoa(py.Len(body)))
	for item := range py.Iter(py.CallMethod(headers, "items")) {
		values := py.Unpack(item, 2)
		name, value := values[0], values[1]
		py.CallMethod(self, "send_header", name, value)
	}
	py.CallMethod(self, "end_headers")
	py.CallMethod(py.GetAttr(self, "wfile"), "write", body)
	return nil
}

func handlerDoGET(self any) any {
	if py.Truth(py.Eq(py.GetAttr(self, "path"), "/moved")) {
		py.CallMethodKw(self, "answer", []any{302, py.Bytes("")}, py.Kwargs{{Name: "Location", Value: "/json"}})
	} else {
		py.CallMethod(self, "answer", 200, py.EncodeUTF8(json.Dumps(py.DictOf[string, any]("path", py.GetAttr(self, "path"), "tls", py.CallMethod(py.GetAttr(self, "connection"), "version")))))
	}
	return nil
}

func handlerDoPOST(self any) any {
	py.CallMethod(self, "answer", 201, py.GetItem(py.MethodOf(py.GetAttr(self, "rfile"), "read").Call(py.Int(py.GetItem(py.GetAttr(self, "headers"), "Content-Length"))), py.NewSlice(nil, nil, -1)))
	return nil
}

func handlerLogMessage(self, args any) any {
	return nil
}

func defaultContext(ctx context.Context, port any) error {
	err := py.Try(func() error {
		_, _, err := asyncio.OpenTLSConnection(ctx, "localhost", port, true, nil)
		return err
	})
	if err != nil {
		if !py.Matches(err, ssl.Module().Attr("SSLCertVerificationError")) {
			return err
		}
		py.Print("default context:", py.GetAttr(err, "verify_message"))
	}
	return nil
}

func main() {
	py.Main(func() error {
		ca := `-----BEGIN CERTIFICATE-----
MIIB4jCCAYegAwIBAgIUfgqlnMG+slx65yPPxABNd6ciSG0wCgYIKoZIzj0EAwIw
PTELMAkGA1UEBhMCREUxFDASBgNVBAoMC0V4YW1wbGUgT3JnMRgwFgYDVQQDDA9F
eGFtcGxlIFRlc3QgQ0EwIBcNMjYxMTI2MTM1NjI5WhgPMjEwMDEwMjkxMzU2Mjla
MD0xCzAJBgNVBAYTAkRFMRQwEgYDVQQKDAtFeGFtcGxlIE9yZzEYMBYGA1UEAwwP
RXhhbXBsZSBUZXN0IENBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDy9eI9M9
QxowH1flBhrhJDvpihV4m3JCI0yz/fC+8aYUkOmGr1YuWWwjMBOb61vEUBgUbdAh
5lje3BxIuGQEsKNjMGEwHQYDVR0OBBYEFD6PInaRH9MSWzIPPZDpZOYVSDtAMB8G
A1UdIwQYMBaAFD6PInaRH9MSWzIPPZDpZOYVSDtAMA8GA1UdEwEB/wQFMAMBAf8w
DgYDVR0PAQH/BAQDAgEGMAoGCCqGSM49BAMCA0kAMEYCIQD4qsuh3KpI5rQvbFU4
z7ZJ3kFpg6fpD+e5cwyZRYsbvAIhAJfscwaIMz7T6iekQ+MxL9XEJ4MVIIxadVcZ
EquOMCWx
-----END CERTIFICATE-----
`
		Handler = py.NewClass("Handler", []any{httpserver.Module().Attr("BaseHTTPRequestHandler")}, nil, func(ns *py.Namespace) {
			ns.Set("protocol_version", "HTTP/1.1")

			ns.Set("answer", py.Func("Handler.answer(self, status, body, **headers)", handlerAnswer))

			ns.Set("do_GET", py.Func("Handler.do_GET(self)", handlerDoGET))

			ns.Set("do_POST", py.Func("Handler.do_POST(self)", handlerDoPOST))

			ns.Set("log_message", py.Func("Handler.log_message(self, *args)", handlerLogMessage))
		})

		server := py.CallMethod(httpserver.Module(), "ThreadingHTTPServer", py.Tuple{"127.0.0.1", 0}, Handler)
		py.SetAttr(server, "socket", py.CallMethodKw(serverContext(), "wrap_socket", []any{py.GetAttr(server, "socket")}, py.Kwargs{{Name: "server_side", Value: true}}))
		port := py.GetItem(py.GetAttr(server, "server_address"), 1)
		thread := py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: py.GetAttr(server, "serve_forever")}})
		py.CallMethod(thread, "start")

		contextValue := py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: ca}})
		for _, path := range []string{"/json", "/moved"} {
			manager := py.CallMethodKw(urllibrequest.Module(), "urlopen", []any{"https://localhost:" + py.Format(port, "") + path}, py.Kwargs{{Name: "context", Value: contextValue}})
			var response any = py.EnterContext(manager)
			err := py.Try(func() error {
				py.Print(py.GetAttr(response, "status"), py.CallMethod(py.GetAttr(response, "url"), "endswith", "/json"), py.CallMethod(json.Module(), "load", response))
				return nil
			})
			if err := py.ExitContext(manager, err); err != nil {
				return err
			}
		}
		err := py.Try(func() error {
			py.CallMethod(urllibrequest.Module(), "urlopen", "https://localhost:"+py.Format(port, "")+"/json")
			return nil
		})
		if err != nil {
			if !py.Matches(err, urlliberror.Module().Attr("URLError")) {
				return err
			}
			e := err
			py.Print(py.TypeOf(py.GetAttr(e, "reason")).Name(), py.GetAttr(py.GetAttr(e, "reason"), "verify_message"))
		}

		connection := py.CallMethodKw(httpclient.Module(), "HTTPSConnection", []any{"localhost", port}, py.Kwargs{{Name: "context", Value: contextValue}})
		py.CallMethodKw(connection, "request", []any{"POST", "/x"}, py.Kwargs{{Name: "body", Value: py.Bytes("abcdef")}})
		var response any = py.CallMethod(connection, "getresponse")
		py.Print(py.GetAttr(response, "status"), py.CallMethod(response, "read"), py.CallMethod(response, "getheader", "Content-Length"))
		py.CallMethod(connection, "request", "GET", "/again")
		py.Print(py.CallMethod(py.CallMethod(connection, "getresponse"), "read"))
		py.Print(py.GetItem(py.CallMethod(py.GetAttr(connection, "sock"), "getpeercert"), "subject"), py.GetAttr(connection, "default_port"), py.TypeOf(connection).Name())
		py.CallMethod(connection, "close")

		err = asyncio.RunFunc(func(ctx context.Context) error {
			return defaultContext(ctx, port)
		})
		if err != nil {
			return err
		}
		py.CallMethod(server, "shutdown")
		py.CallMethod(thread, "join")
		py.CallMethod(server, "server_close")
		return nil
	})
}
