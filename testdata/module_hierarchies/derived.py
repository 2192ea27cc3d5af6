from __future__ import annotations
import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import base
from base import Base, BaseError

T = TypeVar("T")


class Odd(BaseError, ValueError):
    pass


class Derived(Base):
    kind = "derived"

    def __init__(self, n: int, m: int) -> None:
        super().__init__(n + m)
        self.m = m

    def describe(self) -> str:
        return "D " + super().describe()


class Special(base.Base):
    def describe(self) -> str:
        return "special"


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def pop(self) -> T:
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __str__(self) -> str:
        return f"Stack{self.items}"


@dataclass
class Node:
    value: int
    next: Node | None = None

    def total(self) -> int:
        return self.value + (self.next.total() if self.next else 0)


@dataclass
class Conf:
    name: str
    size: int = 1


@dataclass
class BigConf(Conf):
    weight: int = 7


class Worker:
    limit = 3

    def __init__(self) -> None:
        self.done = 0

    async def start(self) -> None:
        self.limit = 4
        self.task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        for _ in range(self.limit):
            self.done += 1
            await asyncio.sleep(0)

    async def stop(self) -> None:
        await self.task


def use_lazy() -> str:
    from pkg.things import Lazy
    return Lazy("z").name


def make_all() -> list[Base]:
    return [make(1) for make in (Base, Special)]


async def later() -> None:
    await asyncio.sleep(0)
    raise Odd("odd", 3)
