"""Attributes of streams and queues that begin with an underscore, as connection pools use them."""
import asyncio
from asyncio.trsock import TransportSocket


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    reader._limit = 8
    try:
        print(await reader.readline())
        await reader.readline()
    except ValueError as error:
        print(error)
    writer.close()


class Pool:
    def __init__(self):
        self.free = []

    def take(self):
        reader, writer = self.free.pop()
        if reader._eof:
            print("connection was closed", writer._reader is reader)
            writer._transport.close()
            return None
        return reader, writer


async def main() -> None:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    sock: TransportSocket = server.sockets[0]
    print(isinstance(sock, TransportSocket), TransportSocket.__module__)
    reader, writer = await asyncio.open_connection(*sock.getsockname())
    pool = Pool()
    pool.free.append((reader, writer))
    print(pool.take() is not None, reader._limit, reader._exception, writer._loop is asyncio.get_running_loop())
    writer.write(b"short\n" + b"long" * 10 + b"\n")
    print(await reader.read(), type(writer._protocol).__name__, reader._transport is writer._transport)
    pool.free.append((reader, writer))
    print(pool.take())
    server.close()

    queue = asyncio.Queue(1)
    queue.put_nowait("a")
    queue._maxsize = 2
    queue.put_nowait("b")
    print(queue.full(), queue._maxsize, queue)


asyncio.run(main())
