import asyncio
from collections.abc import AsyncIterator


async def ticker(n: int, delay: float = 0) -> AsyncIterator[int]:
    try:
        for i in range(n):
            await asyncio.sleep(delay)
            yield i
    finally:
        print("ticker ends")


async def evens(source: AsyncIterator[int]) -> AsyncIterator[int]:
    async for n in source:
        if n % 2 == 0:
            yield n


async def main() -> None:
    async for n in ticker(3):
        print(n)
    print([n async for n in evens(ticker(7))])
    generator = ticker(5)
    print(await anext(generator), await anext(generator))
    await generator.aclose()
    async for n in ticker(100):
        if n == 2:
            print("enough")
            break


asyncio.run(main())
