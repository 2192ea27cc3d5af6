"""Calls whose arguments are spread: *pair, *items and **options."""

import asyncio
import inspect
from typing import Any, NamedTuple


class Channel:
    def __init__(self, reader: str, writer: str, *, limit: int = 10) -> None:
        self.reader = reader
        self.writer = writer
        self.limit = limit

    async def send(self, text: str, times: int = 1) -> str:
        await asyncio.sleep(0)
        return f"{self.reader}>{self.writer}:{text * times}/{self.limit}"


class Entry(NamedTuple):
    key: str
    value: int = 7


def open_pair(n: int) -> tuple[str, str]:
    print("open", n)
    return f"r{n}", f"w{n}"


def first() -> int:
    print("first")
    return 1


def add(a: int, b: int = 5, *rest: int, scale: int = 1, **more: int) -> int:
    return (a + b + sum(rest)) * scale + sum(more.values())


async def fetch(name: str, times: int = 1, *, tail: str = "") -> str:
    await asyncio.sleep(0)
    return name * times + tail


async def main() -> None:
    # A tuple of known length is taken apart.
    channel = Channel(*open_pair(1))
    print(await channel.send("hi"), await channel.send(*("yo", 2)))
    pair = (1, 2)
    print(add(first(), *pair), add(*pair, scale=2), add(*pair, 3, 4))
    entry = Entry(*("k", 2))
    print(entry.key, entry.value + 1, entry)
    jobs: list[tuple[str, int]] = [("a", 1), ("bb", 2)]
    print(await asyncio.gather(*(fetch(*job, tail="!") for job in jobs)))
    print(await asyncio.create_task(fetch(*jobs[1])))

    # Others are bound when the call runs.
    words = ["ha", "hu"]
    print((await channel.send(*words[:1])).upper())
    options = {"limit": 3}
    print(await Channel(*open_pair(2), **options).send("x"))
    print(add(*[1, 2, 3], **{"z": 4}) + 1)
    keywords: dict[str, Any] = {"name": "z", "tail": "?"}
    print(await fetch(**keywords))
    for names in [[], ["a"], ["a", "b", "c"]]:
        try:
            print(Channel(*names).reader)
        except TypeError as error:
            print(error)
    for numbers in [[], [1, 2]]:
        try:
            print(add(*numbers))
            print(await fetch(*["a", 1, 2]))
        except TypeError as error:
            print(error)
    print(inspect.signature(Channel), inspect.signature(channel.send))


asyncio.run(main())
