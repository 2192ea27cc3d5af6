import asyncio


async def set_later(future: asyncio.Future[str], value: str) -> None:
    await asyncio.sleep(0.01)
    future.set_result(value)


async def main() -> None:
    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()
    task = asyncio.create_task(set_later(future, "here"))
    print(future.done())
    print(await future, future.done())
    await task
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    failed: asyncio.Future[int] = loop.create_future()
    failed.set_exception(ValueError("nope"))
    try:
        await failed
    except ValueError as e:
        print("future raised", e)
    order: list[str] = []
    loop.call_soon(order.append, "soon")
    loop.call_later(0.01, order.append, "later")
    await asyncio.sleep(0.03)
    print(order)


asyncio.run(main())
