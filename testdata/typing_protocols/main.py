"""Protocols: what they say only annotations read, unless the program tests for them or inherits from them."""

import asyncio
from typing import Generic, Protocol, TypeVar, runtime_checkable

T_co = TypeVar("T_co", covariant=True)


class Clock(Protocol):
    """What tells the time."""

    zone: str

    def now(self) -> int: ...

    @property
    def name(self) -> str:
        """The name of the clock."""


class Source(Protocol[T_co]):
    async def read(self, limit: int = 3) -> list[T_co]: ...


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Partial(Protocol):
    def first(self) -> int:
        return 1

    def second(self) -> int: ...


class Ticks(Clock):
    zone = "utc"

    def __init__(self) -> None:
        self.n = 0

    def now(self) -> int:
        self.n += 1
        return self.n

    @property
    def name(self) -> str:
        return f"ticks{self.n}"


class Numbers:
    async def read(self, limit: int = 3) -> list[int]:
        await asyncio.sleep(0)
        return list(range(limit))

    def close(self) -> None:
        print("closed")


class Words:
    async def read(self, limit: int = 3) -> list[str]:
        return ["w"] * limit


class Half(Partial):
    def second(self) -> int:
        return 2


def show(clock: Clock) -> str:
    return f"{clock.name} {clock.now()} {clock.zone}"


async def total(source: Source[int]) -> int:
    return sum(await source.read())


async def main() -> None:
    print(show(Ticks()))
    print(await total(Numbers()), await Words().read(2))
    for thing in (Numbers(), Words()):
        if isinstance(thing, Closer):
            thing.close()
    half = Half()
    print(half.first(), half.second())


asyncio.run(main())
