// TLS over asyncio streams, both sides in one program: an echo, certificates that
// are refused, ALPN, client certificates, and an upgrade with start_tls.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ssl"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

const ca = `-----BEGIN CERTIFICATE-----
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

const selfSigned = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUfUFvXGSWXta7SUjk5WQNm03/UCcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjEzNTYyOVoYDzIxMDAxMDI5
MTM1NjI5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS3xJJqwcg/amG+NMGLLgJwWyQiCPiAZIRn2cOprN+C9IB9DJmTWDEH
656O7/8hB0vy4P2HSca/NPqnM5E7oDU3o28wbTAdBgNVHQ4EFgQU1blzNzfPHd87
XraQK+vewI8LZLQwHwYDVR0jBBgwFoAU1blzNzfPHd87XraQK+vewI8LZLQwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgMbvKGqoH1kqVyDj3mmpYX7zavhOd6C3HF9zpFGlLdEECIGSi
G4qzvwAvI6dyl3WM3Hy0u0YApbPKSGLpA4coYs4f
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggrrPadURkNDATk2V
P3kX0x9T29KxZzXyD7HWWHAb4QWhRANCAAS3xJJqwcg/amG+NMGLLgJwWyQiCPiA
ZIRn2cOprN+C9IB9DJmTWDEH656O7/8hB0vy4P2HSca/NPqnM5E7oDU3
-----END PRIVATE KEY-----
`

const client = `-----BEGIN CERTIFICATE-----
MIICGjCCAcCgAwIBAgIUdNGodBRcT7CvAXYoeF1annAuPhkwCgYIKoZIzj0EAwIw
PTELMAkGA1UEBhMCREUxFDASBgNVBAoMC0V4YW1wbGUgT3JnMRgwFgYDVQQDDA9F
eGFtcGxlIFRlc3QgQ0EwIBcNMjYxMTI2MTM1NjI5WhgPMjEwMDEwMjkxMzU2Mjla
MEoxFDASBgNVBAoMC0V4YW1wbGUgT3JnMRMwEQYDVQQDDApjbGllbnQgb25lMR0w
GwYJKoZIhvcNAQkBFg5jMUBleGFtcGxlLm9yZzBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABFE1E1T+duY4JFaIxry9SP9vYpnuX1eBFSA69fmegZTP1SlTypsmM0Wb
33ySXrCIUnfVZswh362gh5+EZZqwaGGjgY4wgYswGQYDVR0RBBIwEIEOYzFAZXhh
bXBsZS5vcmcwCQYDVR0TBAIwADAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYI
KwYBBQUHAwIwHwYDVR0jBBgwFoAUPo8idpEf0xJbMg89kOlk5hVIO0AwHQYDVR0O
BBYEFAQ+0XI0Ts9u2i9sZ3X1kvJJ0d0QMAoGCCqGSM49BAMCA0gAMEUCIBYEa9ez
mQ2dfFxX3p+FTj6g12L0PcvwoCnh0QrQpYIbAiEAmw8YWna+PmjmAbPpOqGzYxF7
RZM0fvVTAzAOVol7XqY=
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgREpxm3Hy/ck26tyd
ietHwae2SIQk2gySznaWfhDErzOhRANCAARRNRNU/nbmOCRWiMa8vUj/b2KZ7l9X
gRUgOvX5noGUz9UpU8qbJjNFm998kl6wiFJ31WbMId+toIefhGWasGhh
-----END PRIVATE KEY-----
`

func serverContext(pem string) any {
	context := py.CallMethod(ssl.Module(), "SSLContext", ssl.Module().Attr("PROTOCOL_TLS_SERVER"))
	manager := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
	folder := py.As[string](py.EnterContext(manager))
	err := py.Try(func() error {
		path := py.As[string](py.CallMethod(ospath.Module(), "join", folder, "chain.pem"))
		manager := py.Call(io.Module().Attr("open"), path, "w")
		file := py.EnterContext(manager)
		err := py.Try(func() error {
			py.CallMethod(file, "write", pem)
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		py.CallMethod(context, "load_cert_chain", path)
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	return context
}

func echo(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	info := writer.ExtraInfo("ssl_object")
	py.Print("server: connected,", py.CallMethod(info, "version"), py.CallMethod(info, "selected_alpn_protocol"))
	for {
		line, err := reader.ReadLine(ctx)
		if err != nil {
			return err
		}
		if line == "" {
			break
		}
		writer.Write(py.Bytes("echo ") + line)
		if err := writer.Drain(ctx); err != nil {
			return err
		}
	}
	py.Print("server: end of", writer.ExtraInfo("peercert"))
	writer.Close()
	return writer.WaitClosed(ctx)
}

func talk(ctx context.Context, port, contextValue any, name string) error {
	reader, writer, err := asyncio.OpenTLSConnection(ctx, "127.0.0.1", port, contextValue, name)
	if err != nil {
		return err
	}
	info := writer.ExtraInfo("ssl_object")
	py.Print("client:", py.CallMethod(info, "version"), py.CallMethod(info, "selected_alpn_protocol"), py.GetAttr(info, "server_hostname"), py.GetAttr(info, "server_side"))
	for _, word := range []py.Bytes{py.Bytes("one\n"), py.Bytes("two\n")} {
		writer.Write(word)
		if err := writer.Drain(ctx); err != nil {
			return err
		}
		line, err := reader.ReadLine(ctx)
		if err != nil {
			return err
		}
		py.Print("client:", line)
	}
	py.Print("client: can write eof", py.CallMethod(writer, "can_write_eof"), "closing", writer.IsClosing())
	cert := writer.ExtraInfo("peercert")
	for item := range py.Iter(py.CallMethod(cert, "items")) {
		values := py.Unpack(item, 2)
		key, value := values[0], values[1]
		py.Print("  ", key, value)
	}
	writer.Close()
	if err := writer.WaitClosed(ctx); err != nil {
		return err
	}
	fmt.Println("client: closed")
	return nil
}

func refused(ctx context.Context, port, contextValue any, name string) error {
	err := py.Try(func() error {
		_, _, err := asyncio.OpenTLSConnection(ctx, "127.0.0.1", port, contextValue, name)
		return err
	})
	if err != nil {
		if !py.Matches(err, ssl.Module().Attr("SSLCertVerificationError")) {
			return err
		}
		e := err
		py.Print("refused:", py.GetAttr(e, "verify_code"), py.GetAttr(e, "verify_message"), "|", py.GetAttr(e, "reason"), py.IsInstance(e, py.OSError), py.IsInstance(e, py.ValueError))
	}
	return nil
}

func upgradeServer(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	line, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	py.Print("server: plain", line, writer.ExtraInfo("sslcontext"))
	writer.Write(py.Bytes("go ahead\n"))
	if err := writer.Drain(ctx); err != nil {
		return err
	}
	if err := writer.StartTLS(ctx, serverContext(server), nil); err != nil {
		return err
	}
	line2, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	py.Print("server: upgraded", line2, writer.ExtraInfo("sslcontext") != nil)
	writer.Write(py.Bytes("secret answer\n"))
	if err := writer.Drain(ctx); err != nil {
		return err
	}
	writer.Close()
	return writer.WaitClosed(ctx)
}

func upgrade(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, upgradeServer, "127.0.0.1", 0)
	if err != nil {
		return err
	}
	return server.With(ctx, func(ctx context.Context) error {
		port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(server, "sockets"), 0), "getsockname"), 1)
		reader, writer, err := asyncio.OpenConnection(ctx, "127.0.0.1", port)
		if err != nil {
			return err
		}
		writer.Write(py.Bytes("STARTTLS\n"))
		line, err := reader.ReadLine(ctx)
		if err != nil {
			return err
		}
		py.Print("client: plain", line)
		if err := writer.StartTLS(ctx, py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: ca}}), "localhost"); err != nil {
			return err
		}
		writer.Write(py.Bytes("secret\n"))
		line2, err := reader.ReadLine(ctx)
		if err != nil {
			return err
		}
		py.Print("client: upgraded", line2)
		data, err := reader.Read(ctx, -1)
		if err != nil {
			return err
		}
		py.Print("client: rest", data)
		writer.Close()
		return writer.WaitClosed(ctx)
	})
}

var Noisy any

func noisyInit(self, name, done any) any {
	py.SetAttr(self, "name", name)
	py.SetAttr(self, "done", done)
	return nil
}

func noisyConnectionMade(self, transport any) any {
	py.SetAttr(self, "transport", transport)
	py.Print(py.GetAttr(self, "name"), "made", py.TypeOf(transport).Name())
	return nil
}

func noisyDataReceived(self, data any) any {
	py.Print(py.GetAttr(self, "name"), "data", data)
	if py.Truth(py.Eq(data, py.Bytes("ping"))) {
		py.CallMethod(py.GetAttr(self, "transport"), "write", py.Bytes("pong"))
	} else {
		py.CallMethod(py.GetAttr(self, "transport"), "close")
	}
	return nil
}

func noisyEOFReceived(self any) any {
	py.Print(py.GetAttr(self, "name"), "eof")
	return nil
}

func noisyConnectionLost(self, exc any) any {
	py.Print(py.GetAttr(self, "name"), "lost", exc)
	py.CallMethod(py.GetAttr(self, "done"), "set_result", nil)
	return nil
}

func protocols(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	ends := py.ListOf[*asyncio.Future[any]](asyncio.FutureOn[any](loop), asyncio.FutureOn[any](loop))
	serverValue, err := asyncio.Await(ctx, py.MethodOf(loop, "create_server").CallKw([]any{py.Func("protocols.<locals>.<lambda>()", func() any { return py.Call(Noisy, "server", ends.Get(0)) }), "127.0.0.1", 0}, py.Kwargs{{Name: "ssl", Value: serverContext(server)}}))
	if err != nil {
		return err
	}
	port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(serverValue, "sockets"), 0), "getsockname"), 1)
	contextValue := py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: ca}})
	result, err := asyncio.Await(ctx, py.CallMethodKw(loop, "create_connection", []any{py.Func("protocols.<locals>.<lambda>()", func() any { return py.Call(Noisy, "client", ends.Get(1)) }), "127.0.0.1", port}, py.Kwargs{{Name: "ssl", Value: contextValue}, {Name: "server_hostname", Value: "www.example.org"}}))
	if err != nil {
		return err
	}
	values := py.Unpack(result, 2)
	transport, _ := values[0], values[1]
	py.CallMethod(transport, "write", py.Bytes("ping"))
	if err := asyncio.GatherAll(ctx, asyncio.Waitables(ends)...); err != nil {
		return err
	}
	py.CallMethod(serverValue, "close")
	_, err = asyncio.Await(ctx, py.CallMethod(serverValue, "wait_closed"))
	return err
}

func asyncMain(ctx context.Context) error {
	contextValue := serverContext(server)
	py.CallMethod(contextValue, "set_alpn_protocols", py.ListOf[any]("h2", "echo/1"))
	serverValue, err := asyncio.StartTLSServer(ctx, echo, "127.0.0.1", 0, contextValue)
	if err != nil {
		return err
	}
	port := py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(serverValue, "sockets"), 0), "getsockname"), 1)
	clientValue := py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: ca}})
	py.Print(py.GetAttr(clientValue, "verify_mode"), py.GetAttr(clientValue, "check_hostname"), py.GetAttr(py.GetAttr(clientValue, "minimum_version"), "name"))
	py.CallMethod(clientValue, "set_alpn_protocols", py.ListOf[any]("echo/1"))
	if err := talk(ctx, port, clientValue, "localhost"); err != nil {
		return err
	}
	if err := refused(ctx, port, clientValue, "elsewhere.test"); err != nil {
		return err
	}
	if err := refused(ctx, port, clientValue, "10.1.2.3"); err != nil {
		return err
	}
	if err := refused(ctx, port, py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: selfSigned}}), "localhost"); err != nil {
		return err
	}

	fmt.Println("client certificate")
	py.CallMethodKw(contextValue, "load_verify_locations", nil, py.Kwargs{{Name: "cadata", Value: ca}})
	py.SetAttr(contextValue, "verify_mode", ssl.Module().Attr("CERT_REQUIRED"))
	manager := py.CallMethodKw(tempfile.Module(), "NamedTemporaryFile", []any{"w"}, py.Kwargs{{Name: "suffix", Value: ".pem"}})
	file := py.EnterContext(manager)
	err = py.Try(func() error {
		py.CallMethod(file, "write", client)
		py.CallMethod(file, "flush")
		py.CallMethod(clientValue, "load_cert_chain", py.GetAttr(file, "name"))
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	if err := talk(ctx, port, clientValue, "127.0.0.1"); err != nil {
		return err
	}
	serverValue.Close()
	if err := serverValue.WaitClosed(ctx); err != nil {
		return err
	}

	fmt.Println("self-signed")
	serverValue2, err := asyncio.StartTLSServer(ctx, echo, "127.0.0.1", 0, serverContext(selfSigned))
	if err != nil {
		return err
	}
	serverValue = serverValue2
	if err := refused(ctx, py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(serverValue, "sockets"), 0), "getsockname"), 1), clientValue, "localhost"); err != nil {
		return err
	}
	serverValue.Close()
	if err := serverValue.WaitClosed(ctx); err != nil {
		return err
	}

	fmt.Println("upgrade")
	if err := upgrade(ctx); err != nil {
		return err
	}
	fmt.Println("protocols")
	if err := protocols(ctx); err != nil {
		return err
	}
	for _, arguments := range []*py.Dict[any, any]{py.DictOf[any, any]("server_hostname", "x"), py.DictOf[any, any]("ssl_handshake_timeout", 1), py.DictOf[any, any]("ssl", clientValue, "ssl_handshake_timeout", 0)} {
		err := py.Try(func() error {
			callee := asyncio.Module().Attr("open_connection")
			_, err := asyncio.Await(ctx, py.CallKw(callee, []any{"127.0.0.1", port}, py.KwOf(callee, arguments)))
			return err
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) && !errors.Is(err, py.OSError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), py.StrSlice(py.Str(e), nil, 40, nil))
		}
	}
	return nil
}

func main() {
	py.Main(func() error {
		Noisy = py.NewClass("Noisy", []any{asyncio.Module().Attr("Protocol")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Noisy.__init__(self, name, done)", noisyInit))

			ns.Set("connection_made", py.Func("Noisy.connection_made(self, transport)", noisyConnectionMade))

			ns.Set("data_received", py.Func("Noisy.data_received(self, data)", noisyDataReceived))

			ns.Set("eof_received", py.Func("Noisy.eof_received(self)", noisyEOFReceived))

			ns.Set("connection_lost", py.Func("Noisy.connection_lost(self, exc)", noisyConnectionLost))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
