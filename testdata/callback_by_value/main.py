"""A nested callback that a library function takes as a value, because the other argument has no static type."""
import asyncio
import json
import os
import tempfile


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = json.loads(json.dumps(os.path.join(folder, "socket")))

        async def on_connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            line = await reader.readline()
            writer.write(line.upper())
            writer.close()

        server = await asyncio.start_unix_server(on_connect, path)
        async with server:
            reader, writer = await asyncio.open_unix_connection(path)
            writer.write(b"hello\n")
            print(await reader.readline())
            writer.close()
            await writer.wait_closed()


asyncio.run(main())
