import asyncio
from http import client


async def fetch(port: int) -> str:
    conn = client.HTTPConnection("127.0.0.1", port, timeout=0.1)
    try:
        conn.request("GET", "/")
        return str(conn.getresponse().status)
    except TimeoutError as e:
        return f"timed out: {e}"
    finally:
        conn.close()


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await fetch(port))
    server.close()


asyncio.run(main())
