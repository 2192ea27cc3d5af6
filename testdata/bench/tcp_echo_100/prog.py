import asyncio
N, R = 100, 400
async def handle(r: asyncio.StreamReader, w: asyncio.StreamWriter) -> None:
    while True:
        line = await r.readline()
        if not line:
            break
        w.write(line)
        await w.drain()
    w.close()
async def client(port: int, k: int) -> int:
    r, w = await asyncio.open_connection('127.0.0.1', port)
    s = 0
    for i in range(R):
        w.write(b'hello %d %d\n' % (k, i))
        await w.drain()
        s += len(await r.readline())
    w.close()
    return s
async def main():
    srv = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = srv.sockets[0].getsockname()[1]
    print(sum(await asyncio.gather(*[client(port, k) for k in range(N)])))
    srv.close()
asyncio.run(main())
