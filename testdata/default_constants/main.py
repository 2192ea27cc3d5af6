"""Defaults that are constants of the module."""

import asyncio

LIMIT = 3
RATE = 0.5
NAME: str = "n"
STEP = LIMIT + 1
OTHER = 1


def early(n=OTHER):
    return n


OTHER = 2


class Box:
    def __init__(self, size: int = LIMIT, name: str = NAME) -> None:
        self.size, self.name = size, name

    def grow(self, by: float = RATE, step: int = STEP) -> float:
        return self.size + by + step


def any_default(x=LIMIT):
    return x


async def work(n: int = LIMIT, rate: float = RATE, odd: float = LIMIT) -> float:
    await asyncio.sleep(0)
    return n * rate + odd


async def main() -> None:
    print(early(), Box().grow(), Box(1, "b").name, Box().name, any_default(), any_default("x"))
    print(await work(), await work(5))


asyncio.run(main())
