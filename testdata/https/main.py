"""HTTPS: a server on a socket with TLS, urlopen and HTTPSConnection; ssl=True."""

import asyncio
import http.client
import http.server
import json
import os
import ssl
import tempfile
import threading
import urllib.error
import urllib.request

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


def server_context() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with tempfile.NamedTemporaryFile("w", suffix=".pem", delete=False) as file:
        file.write(SERVER)
    context.load_cert_chain(file.name)
    os.unlink(file.name)
    return context


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.answer(302, b"", Location="/json")
        else:
            self.answer(200, json.dumps({"path": self.path, "tls": self.connection.version()}).encode())

    def do_POST(self) -> None:
        self.answer(201, self.rfile.read(int(self.headers["Content-Length"]))[::-1])

    def log_message(self, *args) -> None:
        pass


async def default_context(port: int) -> None:
    try:
        await asyncio.open_connection("localhost", port, ssl=True)
    except ssl.SSLCertVerificationError as e:
        print("default context:", e.verify_message)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.socket = server_context().wrap_socket(server.socket, server_side=True)
port = server.server_address[1]
thread = threading.Thread(target=server.serve_forever)
thread.start()

context = ssl.create_default_context(cadata=CA)
for path in ("/json", "/moved"):
    with urllib.request.urlopen(f"https://localhost:{port}{path}", context=context) as response:
        print(response.status, response.url.endswith("/json"), json.load(response))
try:
    urllib.request.urlopen(f"https://localhost:{port}/json")
except urllib.error.URLError as e:
    print(type(e.reason).__name__, e.reason.verify_message)

connection = http.client.HTTPSConnection("localhost", port, context=context)
connection.request("POST", "/x", body=b"abcdef")
response = connection.getresponse()
print(response.status, response.read(), response.getheader("Content-Length"))
connection.request("GET", "/again")
print(connection.getresponse().read())
print(connection.sock.getpeercert()["subject"], connection.default_port, type(connection).__name__)
connection.close()

asyncio.run(default_context(port))
server.shutdown()
thread.join()
server.server_close()
