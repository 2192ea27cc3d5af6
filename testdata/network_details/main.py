"""Details of sockets and files in asyncio that a program can tell."""

import asyncio
import struct
import tempfile

SOL_SOCKET, SO_LINGER = 1, 13


async def main() -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    with tempfile.TemporaryFile() as file:
        file.write(b"".join(b"line %d\n" % i for i in range(1000)))
        file.flush()

        async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            match (await reader.readline()).split():
                case [b"all"]:  # from the beginning, though the file stands at its end
                    print("sent", await loop.sendfile(writer.transport, file), file.tell())
                case [b"part", start, count]:
                    print("sent", await loop.sendfile(writer.transport, file, int(start), int(count)), file.tell())
                case _:
                    try:
                        await reader.read()
                    except ConnectionResetError as e:
                        print("reset", e.errno)
            writer.close()
            ended.set()

        server = await asyncio.start_server(handler, "127.0.0.1", 0)
        listener = server.sockets[0]
        print(listener.family.name, listener.type.name, repr(listener.family))
        for command in (b"all", b"part 7 20"):
            reader, writer = await asyncio.open_connection(*listener.getsockname())
            writer.write(command + b"\n")
            data = await reader.read()
            print(command, len(data), data[-9:])
            writer.close()

        # A socket that lingers for no time ends its connection with a reset.
        reader, writer = await asyncio.open_connection(*listener.getsockname())
        ended.clear()
        writer.write(b"wait\n")
        await asyncio.sleep(0.01)
        writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
        await ended.wait()
        server.close()
        await server.wait_closed()

        # Only what can be waited for is a pipe.
        for connect in (loop.connect_read_pipe, loop.connect_write_pipe):
            try:
                await connect(asyncio.Protocol, file)
            except ValueError as e:
                print(e)
    for info in await loop.getaddrinfo("127.0.0.1", 80, type=1):
        print(info)


asyncio.run(main())
