// TLS over blocking sockets in threads: both sides in one program.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/socket"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ssl"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
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

func serverContext(pem string) any {
	context := py.CallMethod(ssl.Module(), "create_default_context", py.GetAttr(ssl.Module().Attr("Purpose"), "CLIENT_AUTH"))
	path := py.As[string](py.CallMethod(ospath.Module(), "join", py.CallMethod(tempfile.Module(), "mkdtemp"), "chain.pem"))
	manager := py.Call(io.Module().Attr("open"), path, "w")
	file := py.EnterContext(manager)
	err := py.Try(func() error {
		py.CallMethod(file, "write", pem)
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.CallMethod(context, "load_cert_chain", path)
	py.CallMethod(os.Module(), "remove", path)
	py.CallMethod(os.Module(), "rmdir", py.CallMethod(ospath.Module(), "dirname", path))
	return context
}

func show(who string, e error) {
	// The number of the line in _ssl.c is that of a build.
	arg := py.TypeOf(e).Name()
	arg2 := py.Call(py.Builtin("getattr"), e, "reason", nil)
	before, _, _ := py.StrPartition(py.Str(e), " (_ssl.c")
	py.Print(who, arg, arg2, before)
}

func serve(listener, context, lines any) {
	values := py.Unpack(py.CallMethod(listener, "accept"), 2)
	conn, _ := values[0], values[1]
	err := py.Try(func() error {
		manager := py.CallMethodKw(context, "wrap_socket", []any{conn}, py.Kwargs{{Name: "server_side", Value: true}})
		tls := py.EnterContext(manager)
		err := py.Try(func() error {
			py.MethodOf(lines, "append").Call(fmt.Sprintf("server %s %s %s", py.Format(py.CallMethod(tls, "version"), ""), py.Format(py.GetAttr(tls, "server_side"), ""), py.Format(py.CallMethod(tls, "getpeercert"), "")))
			manager := py.CallMethod(tls, "makefile", "rwb")
			file := py.EnterContext(manager)
			err := py.Try(func() error {
				for line := range py.Iter(file) {
					if py.Truth(py.Eq(line, py.Bytes("bye\n"))) {
						break
					}
					py.MethodOf(file, "write").Call(py.CallMethod(line, "upper"))
					py.CallMethod(file, "flush")
				}
				return nil
			})
			if err := py.ExitContext(manager, err); err != nil {
				return err
			}
			py.MethodOf(lines, "append").Call("server unwrapped " + py.Str(py.Is(py.CallMethod(tls, "unwrap"), tls)))
			py.CallMethod(tls, "sendall", py.Bytes("in the clear"))
			return nil
		})
		return py.ExitContext(manager, err)
	})
	if err != nil {
		if !py.Matches(err, ssl.Module().Attr("SSLError")) {
			panic(err)
		}
		e := err
		py.MethodOf(lines, "append").Call("server " + py.TypeOf(e).Name() + " " + py.Format(py.GetAttr(e, "reason"), ""))
	}
}

var serveFunc any

func run(server, client any, name string) {
	listener := py.CallMethod(socket.Module(), "create_server", py.Tuple{"127.0.0.1", 0})
	lines := py.ListOf[any]()
	thread := py.CallMethodKw(threading.Module(), "Thread", nil, py.Kwargs{{Name: "target", Value: serveFunc}, {Name: "args", Value: py.Tuple{listener, server, lines}}})
	py.CallMethod(thread, "start")
	sock := py.CallMethod(socket.Module(), "create_connection", py.CallMethod(listener, "getsockname"))
	err := py.Try(func() error {
		manager := py.CallMethodKw(client, "wrap_socket", []any{sock}, py.Kwargs{{Name: "server_hostname", Value: name}})
		tls := py.EnterContext(manager)
		err := py.Try(func() error {
			py.Print("client", py.CallMethod(tls, "version"), py.GetAttr(tls, "server_hostname"), py.CallMethod(tls, "compression"), py.GetAttr(tls, "session_reused"), py.Ge(py.CallMethod(tls, "fileno"), 0))
			py.Print("old socket", py.CallMethod(sock, "fileno"))
			for _, text := range []string{"hello", py.StrRepeat("wörld", 5000)} {
				py.MethodOf(tls, "sendall").Call(py.EncodeUTF8(text) + py.Bytes("\n"))
				var got any = py.Bytes("")
				for !py.Truth(py.CallMethod(got, "endswith", py.Bytes("\n"))) {
					got = py.IAdd(got, py.CallMethod(tls, "recv", 4096))
				}
				py.Print("client got", py.Len(got), py.GetItem(got, py.NewSlice(nil, 5, nil)))
			}
			py.CallMethod(tls, "sendall", py.Bytes("bye\n"))
			plain := py.CallMethod(tls, "unwrap")
			py.Print("client unwrapped", py.CallMethod(tls, "version"), py.CallMethod(plain, "recv", 100))
			return nil
		})
		return py.ExitContext(manager, err)
	})
	if err != nil {
		if !py.Matches(err, ssl.Module().Attr("SSLCertVerificationError")) {
			panic(err)
		}
		e := err
		show("client", e)
		py.Print("client", py.GetAttr(e, "verify_code"), py.GetAttr(e, "verify_message"), py.GetAttr(e, "library"), py.GetAttr(e, "errno"))
	}
	py.CallMethod(thread, "join")
	py.CallMethod(listener, "close")
	py.CallStar(py.Builtin("print"), lines, py.Kwargs{{Name: "sep", Value: "\n"}})
}

func errorsFunc() {
	values := py.Unpack(py.CallMethod(socket.Module(), "socketpair"), 2)
	a, b := values[0], values[1]
	py.CallMethod(b, "settimeout", 0.05)
	context := serverContext(server)
	err := py.Try(func() error {
		py.CallMethodKw(context, "wrap_socket", []any{b}, py.Kwargs{{Name: "server_side", Value: true}})
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			panic(err)
		}
		_, _, after := py.StrPartition(py.Str(err), ": ")
		fmt.Println("TimeoutError", after)
	}
	py.CallMethod(a, "close")

	values2 := py.Unpack(py.CallMethod(socket.Module(), "socketpair"), 2)
	a = values2[0]
	b = values2[1]
	py.CallMethod(a, "sendall", py.Bytes("GET / HTTP/1.0\r\n\r\n"))
	err = py.Try(func() error {
		py.CallMethodKw(context, "wrap_socket", []any{b}, py.Kwargs{{Name: "server_side", Value: true}})
		return nil
	})
	if err != nil {
		if !py.Matches(err, ssl.Module().Attr("SSLError")) {
			panic(err)
		}
		show("plain client", err)
	}
	py.CallMethod(a, "close")

	values3 := py.Unpack(py.CallMethod(socket.Module(), "socketpair"), 2)
	a = values3[0]
	b = values3[1]
	py.CallMethod(a, "close")
	err = py.Try(func() error {
		py.CallMethodKw(context, "wrap_socket", []any{b}, py.Kwargs{{Name: "server_side", Value: true}})
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.Tuple{ssl.Module().Attr("SSLEOFError"), py.ConnectionError}) {
			panic(err)
		}
		show("no client", err)
	}

	values4 := py.Unpack(py.CallMethod(socket.Module(), "socketpair"), 2)
	a = values4[0]
	b = values4[1]
	py.CallMethod(b, "setblocking", false)
	tls := py.CallMethodKw(context, "wrap_socket", []any{b}, py.Kwargs{{Name: "server_side", Value: true}, {Name: "do_handshake_on_connect", Value: false}})
	for _, step := range []any{py.GetAttr(tls, "do_handshake"), py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(tls, "recv", 1) }), py.GetAttr(tls, "unwrap"), py.GetAttr(tls, "getpeercert"), py.Func("errors.<locals>.<lambda>()", func() any { return py.CallMethod(tls, "recvfrom", 1) }), py.GetAttr(tls, "dup")} {
		err := py.Try(func() error {
			py.Print(py.Call(step))
			return nil
		})
		if err != nil {
			if !py.Matches(err, py.Tuple{ssl.Module().Attr("SSLError"), py.ValueError, py.NotImplementedError}) {
				panic(err)
			}
			show("step", err)
		}
	}
	py.Print(py.CallMethod(tls, "cipher"), py.CallMethod(tls, "version"), py.CallMethod(tls, "pending"))
	py.CallMethod(tls, "close")
	py.CallMethod(a, "close")
}

func memory() {
	toServer, toClient := py.CallMethod(ssl.Module(), "MemoryBIO"), py.CallMethod(ssl.Module(), "MemoryBIO")
	context := py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: ca}})
	client := py.CallMethodKw(context, "wrap_bio", []any{toClient, toServer}, py.Kwargs{{Name: "server_hostname", Value: "localhost"}})
	serverValue := py.CallMethodKw(serverContext(server), "wrap_bio", []any{toServer, toClient}, py.Kwargs{{Name: "server_side", Value: true}})
	done := py.SetOf[string]()
	for done.Len() < 2 {
		for _, item := range []py.Tuple{py.Tuple{"client", client}, py.Tuple{"server", serverValue}} {
			name, end := item[0].(string), item[1]
			err := py.Try(func() error {
				py.CallMethod(end, "do_handshake")
				done.Add(name)
				return nil
			})
			if err != nil {
				if !py.Matches(err, ssl.Module().Attr("SSLWantReadError")) {
					panic(err)
				}
				e := err
				arg := py.GetItem(py.GetAttr(e, "args"), 0)
				before, _, _ := py.StrPartition(py.Str(e), " (_ssl.c")
				py.Print(name, arg, before)
			}
		}
	}
	py.CallMethod(client, "write", py.Mul(py.Bytes("x"), 40000))
	sizes := py.ListOf[int]()
	for py.Less(py.SumExact(sizes.All()), 40000) {
		sizes.Append(py.Len(py.CallMethod(serverValue, "read", 65536)))
	}
	py.Print(sizes, py.CallMethod(serverValue, "pending"), py.GetItem(py.CallMethod(client, "getpeercert"), "subjectAltName"))
	py.CallMethod(serverValue, "write", py.Bytes("last words"))
	err := py.Try(func() error {
		py.CallMethod(client, "unwrap")
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.Tuple{ssl.Module().Attr("SSLWantReadError"), ssl.Module().Attr("SSLError")}) {
			panic(err)
		}
		e := err
		py.Print("unwrap", py.TypeOf(e).Name(), py.GetAttr(e, "reason"))
	}
	py.Print(py.CallMethod(serverValue, "read"), py.CallMethod(serverValue, "read"))
}

func main() {
	py.Main(func() error {
		selfSigned := `-----BEGIN CERTIFICATE-----
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
		serveFunc = py.Func("serve(listener, context, lines)", serve)

		trusted := py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: ca}})
		run(serverContext(server), trusted, "localhost")
		run(serverContext(selfSigned), trusted, "localhost")
		run(serverContext(server), trusted, "other.test")
		run(serverContext(server), py.CallMethodKw(ssl.Module(), "create_default_context", nil, py.Kwargs{{Name: "cadata", Value: selfSigned}}), "127.0.0.1")
		errorsFunc()
		memory()
		return nil
	})
}
