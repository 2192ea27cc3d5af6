"""Streams whose types are known, and what only looks like them."""

import asyncio
from asyncio import StreamReader, StreamWriter


class FakeWriter:
    """Collects what is written, as a test of a protocol would have it."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.chunks.append(data)

    async def drain(self) -> None:
        await asyncio.sleep(0)


async def greet(writer, name: str) -> None:
    writer.write(f"hello {name}\n".encode())
    await writer.drain()


async def serve(reader: StreamReader, writer: StreamWriter) -> None:
    header = await reader.readexactly(4)
    size = int.from_bytes(header, "big")
    body = (await reader.readexactly(size)).decode("utf-8", "replace")
    writer.write(body.upper().encode("utf-8"))
    await greet(writer, body.strip())
    print("peer known:", writer.get_extra_info("peername") is not None, writer.get_extra_info("nothing"))
    writer.close()
    await writer.wait_closed()


async def lines(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while True:
        line = await reader.readuntil(b";")
        word = line.rstrip(b";").strip().lower()
        if word.startswith(b"quit") or word.endswith(b"!"):
            break
        writer.write(word + b"\n")
    writer.close()


class Registry:
    def __init__(self) -> None:
        self.served: list[str] = []

    def start_server(self, handler, name: str) -> str:
        self.served.append(name)
        return f"{name}: {handler.__name__}"


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    async with server:
        reader, writer = await asyncio.open_connection(host, port)
        text = "grüße ".encode()
        writer.write(len(text).to_bytes(4, "big") + text)
        await writer.drain()
        print(await reader.read())
        print(reader.at_eof(), writer.is_closing())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing())

    second = await asyncio.start_server(lines, host="127.0.0.1", port=0)
    reader, writer = await asyncio.open_connection("127.0.0.1", second.sockets[0].getsockname()[1])
    writer.write(b"One; TWO ;three!;")
    writer.write_eof()
    print(await reader.readline(), await reader.readline(), await reader.readline())
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as e:
        print("incomplete:", e.partial, e.expected)
    writer.close()
    second.close()
    await second.wait_closed()
    print(second.is_serving())

    fake = FakeWriter()
    await greet(fake, "test")
    print(fake.chunks)

    feed = asyncio.StreamReader()
    feed.feed_data(b"a;b;quit;")
    feed.feed_eof()
    print(Registry().start_server(lines, "own"), await feed.read(2))
    try:
        b"\xff\xfe".decode()
    except UnicodeDecodeError as e:
        print(e)


asyncio.run(main())
