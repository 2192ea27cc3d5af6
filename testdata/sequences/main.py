"""Generators that one loop alone goes through, and those that are more than that."""

import asyncio
from collections.abc import AsyncIterator, Iterator


def numbers(n: int) -> Iterator[int]:
    x = 7
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        yield x % 1000


def evens(it: Iterator[int]) -> Iterator[int]:
    for v in it:
        if v % 2 == 0:
            yield v // 2


def until(limit: int) -> Iterator[str]:
    i = 0
    while True:
        if i > limit:
            print("generator returns")
            return
        yield f"item {i}"
        i += 1


class Node:
    def __init__(self, value: int, left: "Node | None" = None, right: "Node | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right


def walk(node: Node | None) -> Iterator[int]:
    if node is not None:
        for v in walk(node.left):
            yield v
        yield node.value
        for v in walk(node.right):
            yield v


def failing(n: int) -> Iterator[int]:
    for i in range(n):
        if i == 3:
            raise ValueError(f"no {i}")
        yield i


def first_over(it: Iterator[int], limit: int) -> int:
    for v in it:
        if v > limit:
            return v
    return -1


def counted(n: int) -> Iterator[int]:
    for i in range(n):
        yield i


def both(it: Iterator[int]) -> list[int]:
    """Goes through the rest twice, so that the iterator must be an object."""
    seen: list[int] = []
    for _ in range(2):
        for v in it:
            seen.append(v)
            if len(seen) == 2:
                break
    return seen


async def source(n: int) -> AsyncIterator[int]:
    for i in range(n):
        if i % 10 == 0:
            await asyncio.sleep(0)
        yield i


async def double(it: AsyncIterator[int]) -> AsyncIterator[int]:
    async for v in it:
        yield v * 2


async def keep3(it: AsyncIterator[int]) -> AsyncIterator[int]:
    async for v in it:
        if v % 3 == 0:
            yield v


async def broken(n: int) -> AsyncIterator[str]:
    yield "one"
    await asyncio.sleep(0)
    if n > 1:
        raise KeyError("two")
    yield "three"


async def collect(it: AsyncIterator[str]) -> list[str]:
    out: list[str] = []
    async for v in it:
        out.append(v)
    return out


async def ticks() -> AsyncIterator[int]:
    i = 0
    while True:
        yield i
        i += 1
        await asyncio.sleep(0.001)


async def watch() -> None:
    async for i in ticks():
        print("tick", i)
        if i == 1:
            await asyncio.sleep(10)


async def pulled() -> AsyncIterator[int]:
    yield 1
    yield 2


async def other_task(it: AsyncIterator[int]) -> int:
    total = 0
    async for v in it:
        total += v
        await asyncio.sleep(0)
    return total


async def main() -> None:
    s = 0
    for v in evens(numbers(1000)):
        s = (s * 31 + v) % 1000000007
    print(s)
    for text in until(2):
        print(text)
    for text in until(5):
        if text.endswith("1"):
            break
        print("before", text)
    tree = Node(4, Node(2, Node(1), Node(3)), Node(6, Node(5)))
    print([v for v in walk(tree)])
    try:
        for v in failing(5):
            print("got", v)
    except ValueError as e:
        print("failed:", e)
    try:
        for v in failing(2):
            if v == 1:
                raise RuntimeError("in the body")
    except RuntimeError as e:
        print(e)
    print(first_over(numbers(50), 900), first_over(numbers(3), 5000))
    print(both(counted(5)))
    for a in counted(2):
        for b in counted(2):
            print(a, b, end="; ")
    print()

    total = 0
    async for v in keep3(double(source(100))):
        if v > 150:
            break
        total += v
    print(total)
    print(await collect(broken(1)))
    try:
        print(await collect(broken(2)))
    except KeyError as e:
        print("key", e)
    task = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    try:
        async with asyncio.timeout(0.01):
            async for _ in ticks():
                pass
    except TimeoutError:
        print("timeout")
    print(await asyncio.gather(other_task(pulled()), other_task(pulled())))


asyncio.run(main())
