import asyncio


class Clock:
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.start = loop.time()

    def elapsed(self) -> float:
        return self.loop.time() - self.start


async def answer(fut: asyncio.Future[int]) -> None:
    await asyncio.sleep(0.01)
    fut.set_result(42)


async def main() -> None:
    loop = asyncio.get_running_loop()
    clock = Clock(loop)
    await asyncio.sleep(0.02)
    print(0.01 < clock.elapsed() < 5)
    fut: asyncio.Future[int] = loop.create_future()
    task = asyncio.create_task(answer(fut))
    print(await fut + 1, fut.done(), fut.cancelled())
    await task
    seen: list[str] = []
    loop.call_soon(seen.append, "soon")
    loop.call_later(0.01, seen.append, "later")
    await asyncio.sleep(0.05)
    print(seen)
    broken: asyncio.Future[str] = loop.create_future()
    broken.set_exception(ValueError("bad"))
    try:
        await broken
    except ValueError as e:
        print("caught", e)
    waiter = loop.create_future()
    waiter.set_result(None)
    print(await waiter, loop.is_running(), loop is asyncio.get_running_loop())
    t = loop.create_task(answer(loop.create_future()))
    print(await t)


asyncio.run(main())


async def server(inbox: "asyncio.Future[tuple[str, asyncio.Future[str]]]") -> None:
    question, reply = await inbox
    reply.set_result(question[::-1])


async def never() -> int:
    raise LookupError("never")


async def channel() -> None:
    loop = asyncio.get_running_loop()
    inbox = loop.create_future()
    t = asyncio.create_task(server(inbox))
    reply = loop.create_future()
    inbox.set_result(("stressed", reply))
    print(await reply, t.done())
    results = await asyncio.gather(*(never() for _ in range(2)), return_exceptions=True)
    print(results)


asyncio.run(channel())
