"""Objects of the program's own classes, derived from none of the library's, that
the library calls by their methods."""

import asyncio


class Greeter:
    def __init__(self, greeting: str = "hello") -> None:
        self.greeting = greeting

    def connection_made(self, transport) -> None:
        self.transport = transport
        transport.write(self.greeting.encode())

    def data_received(self, data: bytes) -> None:
        print("greeter got", data)
        self.transport.close()

    def eof_received(self) -> None:
        print("greeter eof")

    def connection_lost(self, exc) -> None:
        print("greeter lost", exc)


class Shouter:
    """Keeps nothing of its transport."""

    def connection_made(self, transport) -> None:
        transport.sendto(b"shout")

    def datagram_received(self, data: bytes, addr) -> None:
        print("shouter got", data)

    def error_received(self, exc) -> None:
        print("shouter error", exc)

    def connection_lost(self, exc) -> None:
        print("shouter lost", exc)


class Echo:
    def connection_made(self, transport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr) -> None:
        print("echo got", data)
        self.transport.sendto(data.upper(), addr)

    def connection_lost(self, exc) -> None:
        print("echo lost", exc)


class Silent:
    def connection_made(self, transport) -> None:
        print("made")

    def connection_lost(self, exc) -> None:
        print("lost", exc)


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Greeter, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    # Host and port may be bytes.
    reader, writer = await asyncio.open_connection(host.encode(), str(port).encode())
    print(await reader.read(100))
    writer.write(b"bye")
    print(await reader.read())
    writer.close()
    transport, _ = await loop.create_connection(Silent, host, port)
    await asyncio.sleep(0.01)
    transport.abort()
    await asyncio.sleep(0.01)

    echo, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    shouter, protocol = await loop.create_datagram_endpoint(Shouter, remote_addr=echo.get_extra_info("sockname"))
    print(type(protocol).__name__)
    await asyncio.sleep(0.02)
    shouter.close()
    echo.close()
    await asyncio.sleep(0.01)
    server.close()


asyncio.run(main())
