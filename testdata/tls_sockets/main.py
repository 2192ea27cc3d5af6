"""TLS over blocking sockets in threads: both sides in one program."""

import os
import socket
import ssl
import tempfile
import threading

CA = """-----BEGIN CERTIFICATE-----
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
"""

SERVER = """-----BEGIN CERTIFICATE-----
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
"""

SELF_SIGNED = """-----BEGIN CERTIFICATE-----
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
"""


def server_context(pem: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    path = os.path.join(tempfile.mkdtemp(), "chain.pem")
    with open(path, "w") as file:
        file.write(pem)
    context.load_cert_chain(path)
    os.remove(path)
    os.rmdir(os.path.dirname(path))
    return context


def show(who: str, e: BaseException) -> None:
    # The number of the line in _ssl.c is that of a build.
    print(who, type(e).__name__, getattr(e, "reason", None), str(e).partition(" (_ssl.c")[0])


def serve(listener: socket.socket, context: ssl.SSLContext, lines: list) -> None:
    conn, _ = listener.accept()
    try:
        with context.wrap_socket(conn, server_side=True) as tls:
            lines.append(f"server {tls.version()} {tls.server_side} {tls.getpeercert()}")
            with tls.makefile("rwb") as file:
                for line in file:
                    if line == b"bye\n":
                        break
                    file.write(line.upper())
                    file.flush()
            lines.append(f"server unwrapped {tls.unwrap() is tls}")
            tls.sendall(b"in the clear")
    except ssl.SSLError as e:
        lines.append(f"server {type(e).__name__} {e.reason}")


def run(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    lines: list = []
    thread = threading.Thread(target=serve, args=(listener, server, lines))
    thread.start()
    sock = socket.create_connection(listener.getsockname())
    try:
        with client.wrap_socket(sock, server_hostname=name) as tls:
            print("client", tls.version(), tls.server_hostname, tls.compression(), tls.session_reused, tls.fileno() >= 0)
            print("old socket", sock.fileno())
            for text in ("hello", "wörld" * 5000):
                tls.sendall(text.encode() + b"\n")
                got = b""
                while not got.endswith(b"\n"):
                    got += tls.recv(4096)
                print("client got", len(got), got[:5])
            tls.sendall(b"bye\n")
            plain = tls.unwrap()
            print("client unwrapped", tls.version(), plain.recv(100))
    except ssl.SSLCertVerificationError as e:
        show("client", e)
        print("client", e.verify_code, e.verify_message, e.library, e.errno)
    thread.join()
    listener.close()
    print(*lines, sep="\n")


def errors() -> None:
    a, b = socket.socketpair()
    b.settimeout(0.05)
    context = server_context(SERVER)
    try:
        context.wrap_socket(b, server_side=True)
    except TimeoutError as e:
        print("TimeoutError", str(e).partition(": ")[2])
    a.close()

    a, b = socket.socketpair()
    a.sendall(b"GET / HTTP/1.0\r\n\r\n")
    try:
        context.wrap_socket(b, server_side=True)
    except ssl.SSLError as e:
        show("plain client", e)
    a.close()

    a, b = socket.socketpair()
    a.close()
    try:
        context.wrap_socket(b, server_side=True)
    except (ssl.SSLEOFError, ConnectionError) as e:
        show("no client", e)

    a, b = socket.socketpair()
    b.setblocking(False)
    tls = context.wrap_socket(b, server_side=True, do_handshake_on_connect=False)
    for step in (tls.do_handshake, lambda: tls.recv(1), tls.unwrap, tls.getpeercert, lambda: tls.recvfrom(1), tls.dup):
        try:
            print(step())
        except (ssl.SSLError, ValueError, NotImplementedError) as e:
            show("step", e)
    print(tls.cipher(), tls.version(), tls.pending())
    tls.close()
    a.close()


def memory() -> None:
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.create_default_context(cadata=CA)
    client = context.wrap_bio(to_client, to_server, server_hostname="localhost")
    server = server_context(SERVER).wrap_bio(to_server, to_client, server_side=True)
    done = set()
    while len(done) < 2:
        for name, end in ("client", client), ("server", server):
            try:
                end.do_handshake()
                done.add(name)
            except ssl.SSLWantReadError as e:
                print(name, e.args[0], str(e).partition(" (_ssl.c")[0])
    client.write(b"x" * 40000)
    sizes = []
    while sum(sizes) < 40000:
        sizes.append(len(server.read(65536)))
    print(sizes, server.pending(), client.getpeercert()["subjectAltName"])
    server.write(b"last words")
    try:
        client.unwrap()
    except (ssl.SSLWantReadError, ssl.SSLError) as e:
        print("unwrap", type(e).__name__, e.reason)
    print(server.read(), server.read())


trusted = ssl.create_default_context(cadata=CA)
run(server_context(SERVER), trusted, "localhost")
run(server_context(SELF_SIGNED), trusted, "localhost")
run(server_context(SERVER), trusted, "other.test")
run(server_context(SERVER), ssl.create_default_context(cadata=SELF_SIGNED), "127.0.0.1")
errors()
memory()
