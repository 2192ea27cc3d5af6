import asyncio


class Slow(asyncio.SelectorEventLoop):
    def time(self) -> float:
        return super().time() + 1000.0


async def main() -> None:
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.time() > 1000.0)
    fut = loop.create_future()
    loop.call_soon(fut.set_result, 3)
    print(await fut)


with asyncio.Runner(loop_factory=Slow) as runner:
    runner.run(main())
