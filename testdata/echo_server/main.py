import asyncio


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for word in ["hello", "streams"]:
            writer.write(f"{word}\n".encode())
            await writer.drain()
            print((await reader.readline()).decode().strip())
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    print("closed", server.is_serving())


asyncio.run(main())
