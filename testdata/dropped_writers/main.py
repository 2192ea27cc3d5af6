import asyncio

# A connection ends with the last reference to its stream writer.


async def answer(reader, writer):
    data = await reader.read(100)
    writer.write(data.upper())
    await writer.drain()


async def ask(port, text):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text)
    print(await reader.read())
    writer.close()


async def left_by_handlers():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await ask(port, b"hello")
        await asyncio.gather(ask(port, b"one"), ask(port, b"one"))
    print("all connections ended")


kept = []


async def keep(reader, writer):
    kept.append(writer)
    writer.write(b"kept\n")


async def kept_by_program():
    server = await asyncio.start_server(keep, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.readline())
    try:
        await asyncio.wait_for(reader.read(), 0.1)
    except TimeoutError:
        print("still open")
    kept.clear()
    server.close()
    await server.wait_closed()
    writer.close()
    print(await reader.read())


async def linger(reader, writer):
    writer.write(b"wait\n")
    await asyncio.sleep(0.1)
    print("the task ends")


def accept(reader, writer):
    asyncio.create_task(linger(reader, writer))


async def left_by_a_task():
    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()


async def shout(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    gone.set()


async def say(port, text):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text)
    await writer.drain()
    return await reader.readline()


async def left_by_client():
    global gone
    gone = asyncio.Event()
    server = await asyncio.start_server(shout, "127.0.0.1", 0)
    print(await say(server.sockets[0].getsockname()[1], b"louder\n"))
    await gone.wait()
    print("the client is gone")
    server.close()


async def outlive(writer, done):
    writer.write(b"one line\n")
    await writer.drain()
    await done.wait()  # it holds the writer, although it does nothing more with it


async def held_by_a_task():
    done = asyncio.Event()
    tasks = []

    async def handler(reader, writer):
        tasks.append(asyncio.create_task(outlive(writer, done)))

    server = await asyncio.start_server(handler, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.readline())
    await asyncio.sleep(0.1)
    print("open", not reader.at_eof())
    done.set()
    await asyncio.wait(tasks)
    tasks.clear()
    print(await reader.read())
    writer.close()
    server.close()


async def main():
    await left_by_handlers()
    await kept_by_program()
    await left_by_a_task()
    await held_by_a_task()
    await left_by_client()


asyncio.run(main())
