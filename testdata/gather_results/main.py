import asyncio


async def square(n: int, delay: float) -> int:
    await asyncio.sleep(delay)
    print("squared", n)
    return n * n


async def fail(message: str) -> None:
    await asyncio.sleep(0.01)
    raise ValueError(message)


async def main() -> None:
    print(await asyncio.gather(square(2, 0.03), square(3, 0.01), square(4, 0.02)))
    print(await asyncio.gather(*(square(n, 0) for n in range(3))))
    print(await asyncio.gather(square(5, 0), fail("no"), return_exceptions=True))
    try:
        await asyncio.gather(square(6, 0.2), fail("first"))
    except ValueError as e:
        print("gather raised", e)
    await asyncio.sleep(0.3)


asyncio.run(main())
