"""Ints that may be None, where they are tested."""

import asyncio
from dataclasses import dataclass


class Pool:
    def __init__(self, size: int | None = None, rate: float | None = None) -> None:
        self.size = 2
        if size is not None:
            self.size = size
        self.rate = rate if rate is not None else 0.5
        self.last: int | None = None

    def use(self, n: int) -> int:
        if self.last is not None and self.last > n:
            return self.last - n
        self.last = n
        return n * self.size

    def grow(self) -> int:
        if self.last is None:
            return -1
        self.last += 1
        return self.last * 2


@dataclass
class Limit:
    low: int | None = None
    high: int | None = None

    def allows(self, x: int) -> bool:
        if self.low is not None and x < self.low:
            return False
        return self.high is None or x <= self.high


def middle(xs: list[int], default: int | None = None) -> int | None:
    if not xs:
        return default
    return sorted(xs)[len(xs) // 2]


def big(n: int | None) -> int:
    if n is None:
        return 0
    return n * 10**18 * n


def untyped(n=None):
    if n is None:
        n = 10
    return n + 1


def loop(start=None, stop=5):
    total = 0
    i = start
    while i is not None and i < stop:
        total += i
        i = i + 1 if i < 3 else None
    return total


async def main() -> None:
    p = Pool(3)
    print(p.use(4), p.use(1), p.grow(), Pool().grow(), Pool(rate=1.5).rate, Pool().size)
    print(Limit(1, 3).allows(2), Limit(None, 3).allows(9), Limit(5).allows(1), Limit())
    m = middle([3, 1, 2])
    print(m, middle([]), middle([], 7), m + 1 if m is not None else "none", (m or 0) * 2)
    print(big(3), big(None), big(10**6), untyped(), untyped(4), loop(1), loop())
    values: list[int | None] = [1, None, 3]
    print(sum(v for v in values if v is not None), [v + 1 for v in values if v is not None], max(v or 0 for v in values))
    table: dict[str, int | None] = {"a": 1, "b": None}
    for k, v in table.items():
        if v is not None:
            print(k, v * 2, f"{v:03d}")
    a = table.get("a")
    if a is not None:
        print(a + 1, a == 1, a < 2, [10, 20, 30][a])


asyncio.run(main())
