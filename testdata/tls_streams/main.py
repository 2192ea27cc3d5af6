"""TLS over asyncio streams, both sides in one program: an echo, certificates that
are refused, ALPN, client certificates, and an upgrade with start_tls."""

import asyncio
import os
import ssl
import tempfile

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

CLIENT = """-----BEGIN CERTIFICATE-----
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
"""


def server_context(pem: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "chain.pem")
        with open(path, "w") as file:
            file.write(pem)
        context.load_cert_chain(path)
    return context


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    info = writer.get_extra_info("ssl_object")
    print("server: connected,", info.version(), info.selected_alpn_protocol())
    while line := await reader.readline():
        writer.write(b"echo " + line)
        await writer.drain()
    print("server: end of", writer.get_extra_info("peercert"))
    writer.close()
    await writer.wait_closed()


async def talk(port: int, context: ssl.SSLContext, name: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=name)
    info = writer.get_extra_info("ssl_object")
    print("client:", info.version(), info.selected_alpn_protocol(), info.server_hostname, info.server_side)
    for word in (b"one\n", b"two\n"):
        writer.write(word)
        await writer.drain()
        print("client:", await reader.readline())
    print("client: can write eof", writer.can_write_eof(), "closing", writer.is_closing())
    cert = writer.get_extra_info("peercert")
    for key, value in cert.items():
        print("  ", key, value)
    writer.close()
    await writer.wait_closed()
    print("client: closed")


async def refused(port: int, context: ssl.SSLContext, name: str) -> None:
    try:
        await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=name)
    except ssl.SSLCertVerificationError as e:
        print("refused:", e.verify_code, e.verify_message, "|", e.reason, isinstance(e, OSError), isinstance(e, ValueError))


async def upgrade_server(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    print("server: plain", await reader.readline(), writer.get_extra_info("sslcontext"))
    writer.write(b"go ahead\n")
    await writer.drain()
    await writer.start_tls(server_context(SERVER))
    print("server: upgraded", await reader.readline(), writer.get_extra_info("sslcontext") is not None)
    writer.write(b"secret answer\n")
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def upgrade() -> None:
    server = await asyncio.start_server(upgrade_server, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"STARTTLS\n")
        print("client: plain", await reader.readline())
        await writer.start_tls(ssl.create_default_context(cadata=CA), server_hostname="localhost")
        writer.write(b"secret\n")
        print("client: upgraded", await reader.readline())
        print("client: rest", await reader.read())
        writer.close()
        await writer.wait_closed()


class Noisy(asyncio.Protocol):
    def __init__(self, name: str, done: asyncio.Future) -> None:
        self.name, self.done = name, done

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "made", type(transport).__name__)

    def data_received(self, data):
        print(self.name, "data", data)
        if data == b"ping":
            self.transport.write(b"pong")
        else:
            self.transport.close()

    def eof_received(self):
        print(self.name, "eof")

    def connection_lost(self, exc):
        print(self.name, "lost", exc)
        self.done.set_result(None)


async def protocols() -> None:
    loop = asyncio.get_running_loop()
    ends = [loop.create_future(), loop.create_future()]
    server = await loop.create_server(lambda: Noisy("server", ends[0]), "127.0.0.1", 0, ssl=server_context(SERVER))
    port = server.sockets[0].getsockname()[1]
    context = ssl.create_default_context(cadata=CA)
    transport, _ = await loop.create_connection(lambda: Noisy("client", ends[1]), "127.0.0.1", port, ssl=context,
                                                server_hostname="www.example.org")
    transport.write(b"ping")
    await asyncio.gather(*ends)
    server.close()
    await server.wait_closed()


async def main() -> None:
    context = server_context(SERVER)
    context.set_alpn_protocols(["h2", "echo/1"])
    server = await asyncio.start_server(echo, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    client = ssl.create_default_context(cadata=CA)
    print(client.verify_mode, client.check_hostname, client.minimum_version.name)
    client.set_alpn_protocols(["echo/1"])
    await talk(port, client, "localhost")
    await refused(port, client, "elsewhere.test")
    await refused(port, client, "10.1.2.3")
    await refused(port, ssl.create_default_context(cadata=SELF_SIGNED), "localhost")

    print("client certificate")
    context.load_verify_locations(cadata=CA)
    context.verify_mode = ssl.CERT_REQUIRED
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(CLIENT)
        file.flush()
        client.load_cert_chain(file.name)
    await talk(port, client, "127.0.0.1")
    server.close()
    await server.wait_closed()

    print("self-signed")
    server = await asyncio.start_server(echo, "127.0.0.1", 0, ssl=server_context(SELF_SIGNED))
    await refused(server.sockets[0].getsockname()[1], client, "localhost")
    server.close()
    await server.wait_closed()

    print("upgrade")
    await upgrade()
    print("protocols")
    await protocols()
    for arguments in ({"server_hostname": "x"}, {"ssl_handshake_timeout": 1}, {"ssl": client, "ssl_handshake_timeout": 0}):
        try:
            await asyncio.open_connection("127.0.0.1", port, **arguments)
        except (ValueError, OSError) as e:
            print(type(e).__name__, str(e)[:40])


asyncio.run(main())
