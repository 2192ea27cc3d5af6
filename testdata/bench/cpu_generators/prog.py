import asyncio
from collections.abc import Iterator
def numbers(n: int) -> Iterator[int]:
    x = 7
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        yield x
def evens(it: Iterator[int]) -> Iterator[int]:
    for v in it:
        if v % 2 == 0:
            yield v // 2
async def total(n: int) -> int:
    s = 0
    for v in evens(numbers(n)):
        s = (s * 31 + v) % 1000000007
    await asyncio.sleep(0)
    return s
async def main() -> None:
    print(await asyncio.gather(*[total(500000) for _ in range(3)]))
asyncio.run(main())
