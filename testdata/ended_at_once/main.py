"""A task that ends before it is given to anyone, and a server that starts after its end."""

import asyncio


async def immediate():
    return 42


async def later():
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    done = asyncio.create_task(immediate(), name="done")
    print(done.get_coro(), str(done))
    going = asyncio.create_task(later(), name="going")
    print(going.get_coro().__name__)
    await going
    print(going.get_coro().__name__)
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    server.close()
    try:
        await server.start_serving()
    except TypeError as e:
        print(e)
    await server.start_serving()
    print(server.is_serving())


asyncio.run(main())
